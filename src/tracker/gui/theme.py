"""The colours of the window as named tokens, for the style sheet and for everything that paints itself."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from tracker.domain.lights import DeadlineLight
from tracker.domain.status import Status


class Tone(StrEnum):
    """What a coloured word or pill says, apart from how it looks."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    ALERT = "alert"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; each text colour has a contrast of at least 4.5 : 1 on the grounds it stands on."""

    name: str
    window: str
    side: str
    line: str
    border: str
    hover: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_dark: str
    accent_text: str
    selection: str
    track: str
    good: str
    warn: str
    alert: str
    standing: str
    accent_ground: str
    good_ground: str
    warn_ground: str
    alert_ground: str
    standing_ground: str
    muted_ground: str
    mark_ground: str  # under words that a search found, whatever their tone

    def text_of(self, tone: Tone) -> str:
        """The colour of words that say ``tone``."""
        return {
            Tone.PLAIN: self.text,
            Tone.MUTED: self.muted,
            Tone.ACCENT: self.accent,
            Tone.GOOD: self.good,
            Tone.WARN: self.warn,
            Tone.ALERT: self.alert,
            Tone.STANDING: self.standing,
        }[tone]

    def ground_of(self, tone: Tone) -> str:
        """The ground of a pill that says ``tone``."""
        return {
            Tone.PLAIN: self.muted_ground,
            Tone.MUTED: self.muted_ground,
            Tone.ACCENT: self.accent_ground,
            Tone.GOOD: self.good_ground,
            Tone.WARN: self.warn_ground,
            Tone.ALERT: self.alert_ground,
            Tone.STANDING: self.standing_ground,
        }[tone]

    def fill(self, sheet: str) -> str:
        """The style sheet with each @token replaced by its colour."""
        tokens = asdict(self)
        for token in sorted(tokens, key=len, reverse=True):  # @accent must not eat the front of @accent_dark
            sheet = sheet.replace(f"@{token}", tokens[token])
        return sheet


LIGHT = Theme(
    name="light",
    window="#ffffff",
    side="#f5f6f8",
    line="#e4e7ec",
    border="#ccd2da",
    hover="#eef1f5",
    text="#171c26",
    muted="#5b6472",
    faint="#8a93a0",
    accent="#1d5aa6",
    accent_dark="#164785",
    accent_text="#ffffff",
    selection="#f0f5fc",
    track="#e6e9ee",
    good="#1f6f43",
    warn="#985200",
    alert="#b3261e",
    standing="#54389a",
    accent_ground="#dde9f9",
    good_ground="#dff2e6",
    warn_ground="#fdeed6",
    alert_ground="#fbe4e2",
    standing_ground="#ebe6f8",
    muted_ground="#edeff2",
    mark_ground="#ffe9a3",
)

STATUS_TONES: dict[Status, Tone] = {
    Status.UNCONFIRMED: Tone.MUTED,
    Status.UNASSIGNED: Tone.MUTED,
    Status.NOT_STARTED: Tone.MUTED,
    Status.UNDER_WAY: Tone.ACCENT,
    Status.SUBMITTED: Tone.WARN,
    Status.CLOSED: Tone.GOOD,
    Status.CONTINUING: Tone.STANDING,
    Status.DROPPED: Tone.MUTED,
    Status.CARRIED_OVER: Tone.MUTED,
}
LIGHT_TONES: dict[DeadlineLight, Tone] = {
    DeadlineLight.NONE: Tone.MUTED,
    DeadlineLight.NORMAL: Tone.MUTED,
    DeadlineLight.SOON: Tone.WARN,
    DeadlineLight.OVERDUE: Tone.ALERT,
}
