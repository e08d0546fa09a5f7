"""Counts of many items at one day: the totals line of a sheet, and the figures of each unit."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from tracker.domain.cards import ItemCard, ItemDetail
from tracker.domain.kinds import Role
from tracker.domain.lights import SOON_DAYS
from tracker.domain.status import Status
from tracker.words import N_, _

NO_UNIT = N_("未明确")

K = TypeVar("K", bound=Hashable)

UNDER_WAY = frozenset({Status.UNDER_WAY, Status.SUBMITTED})
NOT_STARTED = frozenset({Status.UNCONFIRMED, Status.UNASSIGNED, Status.NOT_STARTED})


class Standing(NamedTuple):
    """All that counting needs to know of one item."""

    status: Status
    deadline: date | None
    unit: str = ""  # the first-named lead unit: it answers, so the sums of units agree with the whole


def standing(shown: ItemCard | ItemDetail) -> Standing:
    """What is counted of a card or of a detail."""
    if isinstance(shown, ItemDetail):
        leads = shown.names(Role.LEAD)
        return Standing(shown.item.status, shown.item.deadline_current, leads[0] if leads else "")
    return Standing(shown.status, shown.deadline_current, shown.lead.partition("、")[0])


@dataclass(frozen=True, slots=True)
class Totals:
    """How many items stand where. ``closed`` to ``carried_over`` part the ``total``; overdue and soon cut across."""

    total: int = 0
    closed: int = 0
    under_way: int = 0
    continuing: int = 0
    not_started: int = 0
    dropped: int = 0
    carried_over: int = 0
    submitted: int = 0  # within under_way: waiting for review
    overdue: int = 0
    soon: int = 0
    overdue_not_started: int = 0  # within both not_started and overdue
    by_status: tuple[tuple[Status, int], ...] = ()  # those that occur, as the work goes

    @property
    def closing_rate(self) -> tuple[int, int]:
        """Numerator and denominator of 销号率: closed of all."""
        return self.closed, self.total

    @property
    def rate_words(self) -> str:
        """25.0%（3/12）, or a dash where there is nothing to divide by."""
        done, whole = self.closing_rate
        if not whole:
            return "—"
        return _("{share}（{done}/{whole}）").format(share=f"{done / whole:.1%}", done=done, whole=whole)

    @property
    def line(self) -> str:
        """The totals line that official sheets print; classes that rarely occur only where they do."""
        under_way = _("整改中 {n}（其中待销号 {submitted}）") if self.submitted else _("整改中 {n}")
        parts = [
            _("已销号 {n}").format(n=self.closed),
            under_way.format(n=self.under_way, submitted=self.submitted),
            _("持续 {n}").format(n=self.continuing),
            _("未启动 {n}").format(n=self.not_started),
            *([_("已调整 {n}").format(n=self.dropped)] if self.dropped else []),
            *([_("转下年度 {n}").format(n=self.carried_over)] if self.carried_over else []),
            _("逾期 {n}").format(n=self.overdue),
            _("临期 {n}").format(n=self.soon),
            _("销号率 {rate}").format(rate=self.rate_words),
        ]
        return _("合计 {n} 项：{parts}").format(n=self.total, parts=_("，").join(parts))


@dataclass(frozen=True, slots=True)
class UnitTotals:
    """The figures of one lead unit."""

    unit: str
    totals: Totals


def totals(standings: Iterable[Standing], today: date) -> Totals:
    """The figures of ``standings`` at ``today``."""
    statuses: Counter[Status] = Counter()
    overdue = soon = overdue_not_started = 0
    last = today + timedelta(days=SOON_DAYS)  # most deadlines lie behind it, and comparing days is what costs least
    for row in standings:
        status, deadline = row.status, row.deadline
        statuses[status] += 1
        if deadline is None or deadline > last or not status.is_open:
            continue
        if deadline < today:
            overdue += 1
            overdue_not_started += status in NOT_STARTED
        else:
            soon += 1
    return Totals(
        total=statuses.total(),
        closed=statuses[Status.CLOSED],
        under_way=sum(statuses[status] for status in UNDER_WAY),
        continuing=statuses[Status.CONTINUING],
        not_started=sum(statuses[status] for status in NOT_STARTED),
        dropped=statuses[Status.DROPPED],
        carried_over=statuses[Status.CARRIED_OVER],
        submitted=statuses[Status.SUBMITTED],
        overdue=overdue,
        soon=soon,
        overdue_not_started=overdue_not_started,
        by_status=tuple((status, statuses[status]) for status in Status if statuses[status]),
    )


def added(parts: Iterable[Totals]) -> Totals:
    """The figures of parts that share no item, as those of one whole."""
    sums: Counter[str] = Counter()
    statuses: Counter[Status] = Counter()
    for part in parts:
        statuses.update(dict(part.by_status))
        sums.update({each.name: getattr(part, each.name) for each in fields(part) if each.name != "by_status"})
    by_status = tuple((status, statuses[status]) for status in Status if statuses[status])
    return replace(Totals(), **sums, by_status=by_status)


def totals_by(keyed: Iterable[tuple[K, Standing]], today: date) -> dict[K, Totals]:
    """The figures of each key, in the order in which the keys come."""
    groups: dict[K, list[Standing]] = {}
    for key, row in keyed:
        groups.setdefault(key, []).append(row)
    return {key: totals(rows, today) for key, rows in groups.items()}


def totals_by_unit(standings: Iterable[Standing], today: date) -> tuple[UnitTotals, ...]:
    """The figures of each lead unit, most items first; items without one stand last under 未明确."""
    units = totals_by(((row.unit, row) for row in standings), today)
    ordered = sorted(units, key=lambda unit: (not unit, -units[unit].total, unit))
    return tuple(UnitTotals(unit or NO_UNIT, units[unit]) for unit in ordered)
