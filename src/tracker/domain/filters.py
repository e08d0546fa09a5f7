"""Which items a list, a view or a sheet shows: one value, the same for the window and the command line."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.cards import ItemCard
from tracker.domain.kinds import ItemKind
from tracker.domain.lights import NEAR_DAYS, DeadlineLight, light
from tracker.domain.status import Status


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """All conditions must hold; an empty one holds for every item.

    ``search`` is words parted by blanks, each found somewhere in the item's folded text.
    """

    kind: ItemKind | None = None
    statuses: frozenset[Status] = frozenset()
    units: frozenset[str] = frozenset()  # as lead or support
    years: frozenset[int] = frozenset()
    reports: frozenset[int] = frozenset()
    open_only: bool = False
    overdue: bool = False
    due_soon: bool = False  # within NEAR_DAYS from today
    without_evidence: bool = False
    without_owner: bool = False
    search: str = ""

    def keeps(self, card: ItemCard, today: date) -> bool:
        """Whether ``card`` meets every condition but the search, which needs its haystack."""
        return not (
            (self.kind and card.kind is not self.kind)
            or (self.statuses and card.status not in self.statuses)
            or (self.years and card.year not in self.years)
            or (self.reports and card.report_id not in self.reports)
            or (self.units and self.units.isdisjoint(f"{card.lead}、{card.support}".split("、")))
            or (self.open_only and not card.status.is_open)
            or (self.overdue and light(card.status, card.deadline_current, today) is not DeadlineLight.OVERDUE)
            or (self.due_soon and not is_due_soon(card, today))
            or (self.without_evidence and (card.evidence or not card.status.is_open))
            or (self.without_owner and (card.lead or not card.status.is_open))
        )


def is_due_soon(card: ItemCard, today: date) -> bool:
    """Whether the deadline lies within the next NEAR_DAYS days."""
    return (
        card.deadline_current is not None
        and card.status.is_open
        and 0 <= (card.deadline_current - today).days <= NEAR_DAYS
    )


def fold(text: str) -> str:
    """Text as searches see it: full and half width alike, no case."""
    return unicodedata.normalize("NFKC", text).casefold()


def matching(
    cards: Sequence[ItemCard], wanted: ItemFilter, *, today: date, haystacks: Mapping[int, str]
) -> list[ItemCard]:
    """The cards that ``wanted`` keeps, in their order. ``haystacks`` gives each item's folded text by id;
    it is read only when there is something to search for."""
    words = fold(wanted.search).split()
    bare = ItemFilter(search=wanted.search) == wanted
    found = list(cards) if bare else [card for card in cards if wanted.keeps(card, today)]
    for word in words:
        found = [card for card in found if word in haystacks.get(card.id, "")]
    return found
