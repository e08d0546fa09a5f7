"""What a list can be narrowed by: the values, numbers and days of a card, by the stable keys of the list's columns."""

from collections.abc import Callable, Sequence
from datetime import date

from tracker.domain.cards import ItemCard
from tracker.domain.lights import light

NOTHING = ""  # the value of a card that has none, shown as （空）

Values = Callable[[ItemCard, date], Sequence[str]]
Number = Callable[[ItemCard, date], int | None]
Day = Callable[[ItemCard], date | None]


def names(joined: str) -> Sequence[str]:
    """The names in 法规科、执法大队; one that is empty where nobody is named."""
    return joined.split("、")


def days_left(card: ItemCard, today: date) -> int | None:
    """Days to the deadline, negative behind it; None where no day counts."""
    if card.deadline_current is None or not card.status.is_open:
        return None
    return (card.deadline_current - today).days


# A card has several values where its cell names several; a status or kind stands as its stable English word
VALUES: dict[str, Values] = {
    "code": lambda card, _: (card.code,),
    "kind": lambda card, _: (card.kind,),
    "title": lambda card, _: (card.title,),
    "status": lambda card, _: (card.status,),
    "rectification": lambda card, _: (card.rectification or NOTHING,),
    "unit": lambda card, _: names("、".join(filter(None, (card.lead, card.support)))),
    "lead": lambda card, _: names(card.lead),
    "support": lambda card, _: names(card.support),
    "person": lambda card, _: names(card.person),
    "leader": lambda card, _: names(card.leader),
    "light": lambda card, today: (light(card.status, card.deadline_current, today),),
    "year": lambda card, _: (str(card.year),),
    "report": lambda card, _: (card.report_title,),
}  # fmt: skip
NUMBERS: dict[str, Number] = {
    "remaining": days_left,
    "percent": lambda card, _: card.percent,
    "measures": lambda card, _: card.measures,
    "measures_done": lambda card, _: card.measures_done,
    "evidence": lambda card, _: card.evidence,
    "extensions": lambda card, _: card.extensions,
    "returns": lambda card, _: card.return_count,
}
DAYS: dict[str, Day] = {
    "deadline": lambda card: card.deadline_current,
    "deadline_original": lambda card: card.deadline_original,
    "last_note": lambda card: card.last_note,
    "closed_on": lambda card: card.closed_on,
}
# in the order in which they are offered; "unit" is no column but what people ask most: who answers, leading or not
FIELDS: tuple[str, ...] = (
    "status", "unit", "deadline", "rectification", "year", "kind", "lead", "support", "person", "leader", "light",
    "remaining", "percent", "evidence", "measures", "measures_done", "extensions", "returns", "last_note", "closed_on",
    "deadline_original", "report", "title", "code",
)  # fmt: skip
