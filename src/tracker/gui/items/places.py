"""The places of the navigation as data: lists of items by filter, pages, and how many items each holds."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.cards import ItemCard
from tracker.domain.filters import STALE_DAYS, ItemFilter, Scope, matching
from tracker.domain.kinds import ItemKind
from tracker.views.saved import View
from tracker.words import _


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation. ``wanted`` is None for a page that is no list of items.

    ``view`` is the saved view that the place shows; its filter stands in chips and can be changed there.
    """

    key: str
    title: str
    wanted: ItemFilter | None = None
    alarming: bool = False  # its count is red when there is one
    tip: str = ""
    view: View | None = None


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places under one heading."""

    title: str
    places: tuple[Place, ...]


DASHBOARD, ALL = "dashboard", "all"
REPORTS, PEOPLE, EVIDENCE, STATISTICS, HISTORY = "reports", "people", "evidence", "statistics", "history"


def all_items() -> Place:
    """The place that has everything."""
    return Place(ALL, _("全部事项"), ItemFilter())


def place_groups(saved: Sequence[View] = ()) -> tuple[PlaceGroup, ...]:
    """The navigation from top to bottom, with the office's own views, in the language chosen at the start."""
    return (
        PlaceGroup(
            _("台账"),
            (
                Place(DASHBOARD, _("工作台")),
                all_items(),
                Place("problems", _("问题整改"), ItemFilter(kind=ItemKind.PROBLEM)),
                Place("commitments", _("计划任务"), ItemFilter(kind=ItemKind.COMMITMENT)),
            ),
        ),
        PlaceGroup(
            _("视图"),
            (
                Place("overdue", _("逾期"), ItemFilter(overdue=True), alarming=True, tip=_("过了现定时限还没有办结")),
                Place("due_soon", _("30 天内到期"), ItemFilter(due_soon=True)),
                Place(
                    "submitted", _("待审核"), ItemFilter(waiting_review=True), tip=_("已申请销号，等责任人以外的人审核")
                ),
                Place(
                    "without_evidence",
                    _("缺佐证材料"),
                    ItemFilter(without_evidence=True),
                    tip=_("还没有办结，也还没有一份佐证材料"),
                ),
                Place(
                    "without_owner",
                    _("未明确责任人"),
                    ItemFilter(without_person=True),
                    tip=_("还没有办结，没有写明牵头单位或责任人"),
                ),
                Place(
                    "stale",
                    _("超 {n} 天无进展").format(n=STALE_DAYS),
                    ItemFilter(stale_days=STALE_DAYS),
                    tip=_("还没有办结，登记进展或列入台账都在 {n} 天以前；长期坚持的事项不算").format(n=STALE_DAYS),
                ),
                *(Place(view.key, view.name, view.wanted, view=view) for view in saved),
            ),
        ),
        PlaceGroup(
            _("资料"),
            (
                Place(REPORTS, _("报告")),
                Place(PEOPLE, _("责任单位与人员")),
                Place(EVIDENCE, _("佐证材料")),
                Place(STATISTICS, _("统计")),
                Place(HISTORY, _("操作记录")),
            ),
        ),
    )


class PlaceCounts:
    """How many items each place holds; after a change only the touched items are looked at again.

    A saved view that searches has no count: it would need texts that are read at the first search.
    """

    def __init__(self, groups: Iterable[PlaceGroup]) -> None:
        self._filters = _counted(groups)
        self._scope = Scope()
        self._marks: dict[int, list[str]] = {}
        self._counts: Counter[str] = Counter()

    def know(self, groups: Iterable[PlaceGroup], cards: Sequence[ItemCard], today: date) -> None:
        """The places are others now: those that are new, or want something else, are counted in all ``cards``."""
        before, self._filters = self._filters, _counted(groups)
        gone = {key for key, wanted in before.items() if self._filters.get(key) != wanted}
        for key in gone:
            del self._counts[key]
        if gone:
            for item, marks in self._marks.items():
                self._marks[item] = [key for key in marks if key not in gone]
        fresh = {key: wanted for key, wanted in self._filters.items() if before.get(key) != wanted}
        self._count(self._inside(cards, today), fresh, today)

    def load(self, cards: Iterable[ItemCard], today: date, scope: Scope = Scope()) -> None:  # noqa: B008 - a value
        """Count everything within ``scope`` anew."""
        self._scope = scope
        self._marks.clear()
        self._counts.clear()
        self.update(cards, (), today)

    def update(self, cards: Iterable[ItemCard], gone: Collection[int], today: date) -> None:
        """Count ``cards`` as they are now, and no longer those of ``gone``."""
        fresh = list(cards)
        for key in (*gone, *(card.id for card in fresh)):
            self._counts.subtract(self._marks.pop(key, ()))
        self._count(self._inside(fresh, today), self._filters, today)

    def _inside(self, cards: Sequence[ItemCard], today: date) -> Sequence[ItemCard]:
        return matching(cards, ItemFilter().within(self._scope), today=today, haystacks={})

    def _count(self, inside: Sequence[ItemCard], filters: Mapping[str, ItemFilter], today: date) -> None:
        for place, wanted in filters.items():
            kept = matching(inside, wanted, today=today, haystacks={})
            self._counts[place] += len(kept)
            for card in kept:
                self._marks.setdefault(card.id, []).append(place)

    def has(self, key: str) -> bool:
        """Whether this place is counted."""
        return key in self._filters

    def of(self, key: str) -> int:
        """The count of one place."""
        return self._counts[key]


def _counted(groups: Iterable[PlaceGroup]) -> dict[str, ItemFilter]:
    places = (place for group in groups for place in group.places)
    return {place.key: place.wanted for place in places if place.wanted is not None and not place.wanted.search}
