"""The parts that a bar shows of many items: each item in one of them, and the filter that lists a part's items."""

from enum import StrEnum

from tracker.domain.conditions import AnyOf
from tracker.domain.filters import ItemFilter
from tracker.domain.lights import DeadlineLight
from tracker.domain.status import Status
from tracker.views.summary import NO_UNIT, NOT_STARTED, UNDER_WAY, Totals


class Part(StrEnum):
    """From the left of a bar to its right."""

    CLOSED = "closed"
    UNDER_WAY = "under_way"  # with what goes on for ever
    NOT_STARTED = "not_started"
    OVERDUE = "overdue"  # whether begun or not
    AWAY = "away"  # dropped, or carried over to the next year


_STATUSES = {
    Part.CLOSED: frozenset({Status.CLOSED}),
    Part.UNDER_WAY: UNDER_WAY | {Status.CONTINUING},
    Part.NOT_STARTED: NOT_STARTED,
    Part.AWAY: frozenset({Status.DROPPED, Status.CARRIED_OVER}),
}
_LATE = AnyOf("light", frozenset({DeadlineLight.OVERDUE.value}))
_NOT_LATE = AnyOf("light", frozenset(shown.value for shown in DeadlineLight if shown is not DeadlineLight.OVERDUE))


def parts(totals: Totals) -> dict[Part, int]:
    """How many of the items stand in each part; together they are all of them."""
    late_begun = totals.overdue - totals.overdue_not_started
    return {
        Part.CLOSED: totals.closed,
        Part.UNDER_WAY: totals.under_way + totals.continuing - late_begun,
        Part.NOT_STARTED: totals.not_started - totals.overdue_not_started,
        Part.OVERDUE: totals.overdue,
        Part.AWAY: totals.dropped + totals.carried_over,
    }


def in_part(wanted: ItemFilter, part: Part) -> ItemFilter:
    """The items of ``wanted`` that stand in ``part``."""
    if part is Part.OVERDUE:
        return wanted.having(_LATE)
    within = wanted.having(AnyOf("status", frozenset(status.value for status in _STATUSES[part])))
    return within.having(_NOT_LATE) if part in (Part.UNDER_WAY, Part.NOT_STARTED) else within


def of_unit(unit: str) -> ItemFilter:
    """The items that a unit leads, as ``totals_by_unit`` names it; those that two units lead are listed under both."""
    return ItemFilter(conditions=(AnyOf("lead", frozenset({"" if unit == NO_UNIT else unit})),))
