"""The words of a candidate's card, finished before anything is painted."""

from dataclasses import dataclass

from tracker.domain.drafts import DraftDeadline, DraftOwners
from tracker.domain.kinds import ItemKind
from tracker.domain.review import Decision, DraftReview, Entry
from tracker.gui.theme import Tone
from tracker.words import _


@dataclass(frozen=True, slots=True)
class Card:
    """One card: number and title, kind; below them what is known of it, and its state. ``off`` greys all."""

    number: str
    title: str
    kind: ItemKind
    kind_words: str
    details: str
    details_tone: Tone
    state: str
    state_tone: Tone
    off: bool

    @property
    def spoken(self) -> str:
        """All of it, for screen readers and the tooltip."""
        state = self.state or _("待核对")
        return "，".join(part for part in (self.number, self.title, self.kind_words, self.details, state) if part)


def cards(review: DraftReview) -> list[Card]:
    """The cards of all entries."""
    return [card(entry, number) for number, entry in enumerate(review.entries, 1)]


def card(entry: Entry, number: int) -> Card:
    candidate = entry.candidate
    state, tone = {
        Decision.OPEN: ("", Tone.MUTED),
        Decision.ACCEPTED: (_("已采用"), Tone.GOOD),
        Decision.REJECTED: (_("不采用"), Tone.MUTED),
    }[entry.decision]
    details, details_tone = _details(entry), Tone.MUTED
    if entry.known_as is not None:
        details, details_tone = _("台账中已有 {code}").format(code=entry.known_as), Tone.STANDING
        state, tone = _("不重复写入"), Tone.STANDING
    return Card(
        number=circled(number),
        title=candidate.title,
        kind=candidate.kind,
        kind_words=kind_words(candidate.kind),
        details=details,
        details_tone=details_tone,
        state=state,
        state_tone=tone,
        off=entry.decision is Decision.REJECTED,
    )


def kind_words(kind: ItemKind) -> str:
    """The short word for a kind, as cards and menus have it."""
    return _("问题") if kind is ItemKind.PROBLEM else _("任务")


def circled(number: int) -> str:
    """①, ② … ㊿; beyond these the bare number in brackets."""
    for first, start in ((1, "①"), (21, "㉑"), (36, "㊱")):
        if first <= number < {1: 21, 21: 36, 36: 51}[first]:
            return chr(ord(start) + number - first)
    return f"({number})"


def deadline_words(deadline: DraftDeadline | None) -> str:
    """A deadline in a few words: its day, that it is presumed, or that there is none."""
    if deadline is None:
        return _("时限未写明")
    if deadline.day is None:
        return deadline.words or _("长期坚持")
    day = deadline.day.isoformat()
    return _("{day}（推定）").format(day=day) if deadline.presumed else day


def owner_words(owners: DraftOwners) -> str:
    """The units first, the lead marked; people where no unit is named."""
    lead = [_("{name}（牵头）").format(name=name) if owners.support else name for name in owners.lead]
    return "、".join([*lead, *owners.support] or [*owners.person, *owners.leader])


def _details(entry: Entry) -> str:
    candidate = entry.candidate
    parts = [
        deadline_words(candidate.deadline),
        owner_words(candidate.owners),
        _("有原因") if candidate.cause else "",
        _("措施 {number}").format(number=len(candidate.measures)) if candidate.measures else "",
    ]
    return " · ".join(part for part in parts if part)
