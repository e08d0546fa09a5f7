"""Statistics for handing in: items counted by unit, status, year, source, kind, type of work or month of closing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from tracker.domain.cards import ItemCard
from tracker.domain.conditions import AnyOf, During
from tracker.domain.filters import ItemFilter
from tracker.domain.kinds import ItemKind, RectificationType
from tracker.domain.status import Status
from tracker.views.parts import of_unit
from tracker.views.summary import NO_UNIT, Totals, added, standing, totals
from tracker.words import _


class Grouping(StrEnum):
    """What the rows of the table are."""

    UNIT = "unit"
    STATUS = "status"
    YEAR = "year"
    REPORT = "report"
    KIND = "kind"
    TYPE = "rectification"
    MONTH = "month"  # of closing; only closed items have one


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted of the items of one row. Days are added up, so that rows add up to the whole."""

    totals: Totals
    problems: int = 0
    on_time: int = 0  # closed on the current deadline or before it
    late: int = 0  # closed after it
    extended: int = 0  # whose current deadline is another than the original
    extended_by: int = 0  # days, earlier ones counted off
    returned: int = 0  # times, of all

    @property
    def commitments(self) -> int:
        return self.totals.total - self.problems

    @property
    def closing_rate(self) -> float | None:
        """销号率, from 0 to 1: closed of all; None of nothing."""
        done, whole = self.totals.closing_rate
        return done / whole if whole else None

    @property
    def punctuality(self) -> float | None:
        """按期销号率, from 0 to 1: closed in time, of those closed that had a deadline."""
        dated = self.on_time + self.late
        return self.on_time / dated if dated else None

    @property
    def mean_extension(self) -> float | None:
        """平均延期: days by which extended items were put off."""
        return self.extended_by / self.extended if self.extended else None


@dataclass(frozen=True, slots=True)
class StatRow:
    """One row: its words, what it counts, and the filter that lists its items."""

    key: str
    label: str
    tally: Tally
    wanted: ItemFilter


@dataclass(frozen=True, slots=True)
class Statistics:
    """The rows of one grouping in their natural order, and the whole."""

    grouping: Grouping
    rows: tuple[StatRow, ...]
    whole: Tally


@dataclass(frozen=True, slots=True)
class _Sort:
    """How one grouping works: the key of a card (None leaves it out), its words, its filter, and the rows' order."""

    key_of: Callable[[ItemCard], str | None]
    label: Callable[[str], str]
    wanted: Callable[[str], ItemFilter]
    order: Callable[[StatRow], Any]


def statistics(cards: Sequence[ItemCard], grouping: Grouping, today: date) -> Statistics:
    """``cards`` counted by ``grouping`` at ``today``."""
    sort = _SORTS[grouping]
    groups: dict[str, list[ItemCard]] = {}
    for card in cards:
        key = sort.key_of(card)
        if key is not None:
            groups.setdefault(key, []).append(card)
    rows = [StatRow(key, sort.label(key), tally(found, today), sort.wanted(key)) for key, found in groups.items()]
    return Statistics(grouping, tuple(sorted(rows, key=sort.order)), _together([row.tally for row in rows]))


def tally(cards: Sequence[ItemCard], today: date) -> Tally:
    """What is counted of ``cards`` at ``today``."""
    problems = on_time = late = extended = extended_by = returned = 0
    for card in cards:
        due, first, closed = card.deadline_current, card.deadline_original, card.closed_on
        problems += card.kind is ItemKind.PROBLEM
        returned += card.return_count
        if closed is not None and due is not None and card.status is Status.CLOSED:
            on_time += closed <= due
            late += closed > due
        if card.extensions and due is not None and first is not None:
            extended += 1
            extended_by += (due - first).days
    counts = totals(map(standing, cards), today)
    return Tally(counts, problems, on_time, late, extended, extended_by, returned)


def _together(tallies: Sequence[Tally]) -> Tally:
    counts = [[getattr(each, field.name) for each in tallies] for field in fields(Tally) if field.name != "totals"]
    return Tally(added(each.totals for each in tallies), *map(sum, counts))


def _month(card: ItemCard) -> str | None:
    return f"{card.closed_on:%Y-%m}" if card.closed_on is not None and card.status is Status.CLOSED else None


def _month_word(key: str) -> str:
    return _("{year} 年 {month} 月").format(year=int(key[:4]), month=int(key[5:]))


def _closed_in(key: str) -> ItemFilter:
    first = date.fromisoformat(f"{key}-01")
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    closed = AnyOf("status", frozenset({Status.CLOSED.value}))  # a withdrawn one may still carry its day
    return ItemFilter().having(During("closed_on", first=first, last=following - timedelta(days=1))).having(closed)


def _any_of(field: str) -> Callable[[str], ItemFilter]:
    return lambda key: ItemFilter().having(AnyOf(field, frozenset({key})))


def _by_size(row: StatRow) -> tuple[bool, int, str]:
    return not row.key, -row.tally.totals.total, row.key


def _placed(kind: type[StrEnum]) -> Callable[[StatRow], int]:
    places = [member.value for member in kind]
    return lambda row: places.index(row.key) if row.key else len(places)


_SORTS: dict[Grouping, _Sort] = {
    Grouping.UNIT: _Sort(
        lambda card: card.lead.partition("、")[0],
        lambda key: key or _("未明确"),
        lambda key: of_unit(key or NO_UNIT),
        _by_size,
    ),
    Grouping.STATUS: _Sort(
        lambda card: card.status.value, lambda key: _(Status(key).word), _any_of("status"), _placed(Status)
    ),
    Grouping.YEAR: _Sort(
        lambda card: str(card.year),
        lambda key: _("{year} 年").format(year=key),
        _any_of("year"),
        lambda row: -int(row.key),
    ),
    Grouping.REPORT: _Sort(
        lambda card: card.report_title, lambda key: key or _("手工登记"), _any_of("report"), _by_size
    ),
    Grouping.KIND: _Sort(
        lambda card: card.kind.value, lambda key: _(ItemKind(key).word), _any_of("kind"), _placed(ItemKind)
    ),
    Grouping.TYPE: _Sort(
        lambda card: card.rectification.value if card.rectification else "",
        lambda key: _(RectificationType(key).word) if key else _("未定类型"),
        _any_of("rectification"),
        _placed(RectificationType),
    ),
    Grouping.MONTH: _Sort(_month, _month_word, _closed_in, lambda row: row.key),
}
