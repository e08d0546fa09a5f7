"""Counts of many items at one day: the totals line of a sheet, and the figures of each unit."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.domain.cards import ItemCard, ItemDetail
from tracker.domain.kinds import Role
from tracker.domain.lights import DeadlineLight, light
from tracker.domain.status import Status

NO_UNIT = "未明确"

_UNDER_WAY = frozenset({Status.UNDER_WAY, Status.SUBMITTED})
_NOT_STARTED = frozenset({Status.UNCONFIRMED, Status.UNASSIGNED, Status.NOT_STARTED})


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
    by_status: tuple[tuple[Status, int], ...] = ()  # those that occur, as the work goes

    @property
    def closing_rate(self) -> tuple[int, int]:
        """Numerator and denominator of 销号率: closed of all."""
        return self.closed, self.total

    @property
    def rate_words(self) -> str:
        """25.0%（3/12）, or a dash where there is nothing to divide by."""
        done, whole = self.closing_rate
        return f"{done / whole:.1%}（{done}/{whole}）" if whole else "—"

    @property
    def line(self) -> str:
        """The totals line that official sheets print; classes that rarely occur only where they do."""
        rare = (("已调整", self.dropped), ("转下年度", self.carried_over))
        parts = [
            f"已销号 {self.closed}",
            f"整改中 {self.under_way}" + (f"（其中待销号 {self.submitted}）" if self.submitted else ""),
            f"持续 {self.continuing}",
            f"未启动 {self.not_started}",
            *(f"{word} {count}" for word, count in rare if count),
            f"逾期 {self.overdue}",
            f"临期 {self.soon}",
            f"销号率 {self.rate_words}",
        ]
        return f"合计 {self.total} 项：{'，'.join(parts)}"


@dataclass(frozen=True, slots=True)
class UnitTotals:
    """The figures of one lead unit."""

    unit: str
    totals: Totals


def totals(standings: Iterable[Standing], today: date) -> Totals:
    """The figures of ``standings`` at ``today``."""
    rows = list(standings)
    statuses = Counter(row.status for row in rows)
    lights = Counter(light(row.status, row.deadline, today) for row in rows)
    return Totals(
        total=len(rows),
        closed=statuses[Status.CLOSED],
        under_way=sum(statuses[status] for status in _UNDER_WAY),
        continuing=statuses[Status.CONTINUING],
        not_started=sum(statuses[status] for status in _NOT_STARTED),
        dropped=statuses[Status.DROPPED],
        carried_over=statuses[Status.CARRIED_OVER],
        submitted=statuses[Status.SUBMITTED],
        overdue=lights[DeadlineLight.OVERDUE],
        soon=lights[DeadlineLight.SOON],
        by_status=tuple((status, statuses[status]) for status in Status if statuses[status]),
    )


def totals_by_unit(standings: Iterable[Standing], today: date) -> tuple[UnitTotals, ...]:
    """The figures of each lead unit, most items first; items without one stand last under 未明确."""
    units: dict[str, list[Standing]] = {}
    for row in standings:
        units.setdefault(row.unit, []).append(row)
    ordered = sorted(units, key=lambda unit: (not unit, -len(units[unit]), unit))
    return tuple(UnitTotals(unit or NO_UNIT, totals(units[unit], today)) for unit in ordered)
