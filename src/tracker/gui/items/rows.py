"""What one row of the table shows of a card: finished words and tones, nothing left to compute while painting."""

from datetime import date
from typing import NamedTuple

from tracker.domain.cards import ItemCard
from tracker.domain.kinds import DeadlineKind
from tracker.domain.lights import light, remaining
from tracker.gui.theme import LIGHT_TONES, STATUS_TONES, Tone
from tracker.words import _

_LONGEST = 60  # text layout is what painting costs: what no column can show is cut before it


class Line(NamedTuple):
    """One line of words in a cell."""

    text: str
    tone: Tone = Tone.PLAIN


class Row(NamedTuple):
    """The finished cells of one item, in the order of the table's columns."""

    code: str
    title: str
    excerpt: str
    lead: Line
    people: Line
    deadline: str
    remaining: Line
    percent: int
    status: str
    status_tone: Tone
    evidence: str


def row_of(card: ItemCard, today: date) -> Row:
    """The row of ``card`` as it stands at ``today``."""
    lead = Line(card.lead) if card.lead else Line(_("未明确"), Tone.ALERT if card.status.is_open else Tone.MUTED)
    people = " · ".join(name for name in (card.person, card.leader) if name)
    return Row(
        code=card.code,
        title=card.title[:_LONGEST],
        excerpt=excerpt(card),
        lead=lead,
        people=Line(people, Tone.MUTED),
        deadline=deadline(card),
        remaining=_remaining(card, today),
        percent=card.percent,
        status=_(card.status.word),
        status_tone=STATUS_TONES[card.status],
        evidence=str(card.evidence) if card.evidence else "—",
    )


def excerpt(card: ItemCard) -> str:
    """The original words beneath the title, without repeating it."""
    text = " ".join(card.text.split())
    rest = text.removeprefix(card.title).lstrip("。，；：、,.;: ")
    return rest or text


def deadline(card: ItemCard) -> str:
    """The current deadline in the fewest words."""
    if card.deadline_current is not None:
        return card.deadline_current.isoformat()
    return _("长期坚持") if card.deadline_kind is DeadlineKind.STANDING else _("未定")


def _remaining(card: ItemCard, today: date) -> Line:
    if card.closed_on and card.deadline_current:
        late = (card.closed_on - card.deadline_current).days
        return Line(_("晚 {n} 天").format(n=late), Tone.WARN) if late > 0 else Line(_("按期"), Tone.GOOD)
    words = remaining(card.status, card.deadline_current, today)
    if card.deadline_presumed and words:
        words += _(" 推定")
    tone = LIGHT_TONES[light(card.status, card.deadline_current, today)]
    return Line(words, tone)
