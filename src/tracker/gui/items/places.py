"""The places of the navigation as data: lists of items by filter, pages, and how many items each holds."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from tracker.domain.cards import ItemCard
from tracker.domain.filters import ItemFilter
from tracker.domain.kinds import ItemKind
from tracker.domain.status import Status
from tracker.words import _


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation. ``wanted`` is None for a page that is no list of items."""

    key: str
    title: str
    wanted: ItemFilter | None = None
    alarming: bool = False  # its count is red when there is one


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places under one heading."""

    title: str
    places: tuple[Place, ...]


REPORTS, HISTORY, ALL = "reports", "history", "all"


def place_groups() -> tuple[PlaceGroup, ...]:
    """The navigation from top to bottom, in the language chosen at the start."""
    return (
        PlaceGroup(
            _("台账"),
            (
                Place(ALL, _("全部事项"), ItemFilter()),
                Place("problems", _("问题整改"), ItemFilter(kind=ItemKind.PROBLEM)),
                Place("commitments", _("计划任务"), ItemFilter(kind=ItemKind.COMMITMENT)),
            ),
        ),
        PlaceGroup(
            _("视图"),
            (
                Place("overdue", _("逾期"), ItemFilter(overdue=True), alarming=True),
                Place("due_soon", _("30 天内到期"), ItemFilter(due_soon=True)),
                Place("submitted", _("待审核"), ItemFilter(statuses=frozenset({Status.SUBMITTED}))),
                Place("without_evidence", _("缺佐证材料"), ItemFilter(without_evidence=True)),
                Place("without_owner", _("未明确责任单位"), ItemFilter(without_owner=True)),
            ),
        ),
        PlaceGroup(_("资料"), (Place(REPORTS, _("报告")), Place(HISTORY, _("操作记录")))),
    )


class PlaceCounts:
    """How many items each place holds; after a change only the touched items are looked at again."""

    def __init__(self, groups: Iterable[PlaceGroup]) -> None:
        self._filters = {
            place.key: place.wanted for group in groups for place in group.places if place.wanted is not None
        }
        self._marks: dict[int, tuple[str, ...]] = {}
        self._counts: Counter[str] = Counter()

    def load(self, cards: Iterable[ItemCard], today: date) -> None:
        """Count everything anew."""
        self._marks.clear()
        self._counts.clear()
        self.update(cards, (), today)

    def update(self, cards: Iterable[ItemCard], gone: Collection[int], today: date) -> None:
        """Count ``cards`` as they are now, and no longer those of ``gone``."""
        for key in gone:
            self._counts.subtract(self._marks.pop(key, ()))
        for card in cards:
            marks = tuple(key for key, wanted in self._filters.items() if wanted.keeps(card, today))
            self._counts.subtract(self._marks.get(card.id, ()))
            self._counts.update(marks)
            self._marks[card.id] = marks

    def of(self, key: str) -> int:
        """The count of one place."""
        return self._counts[key]


def narrowed(wanted: ItemFilter, *, year: int | None, search: str) -> ItemFilter:
    """``wanted`` within one year and a search, as chosen beside the table."""
    years = frozenset({year}) if year else wanted.years
    return replace(wanted, years=years, search=search)
