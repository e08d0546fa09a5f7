"""Conditions on one column: values, numbers, days and the periods that today tells."""

from datetime import date
from typing import Any

import pytest
from tests.unit.domain.test_filters import TODAY, card

from tracker.domain.conditions import AnyOf, Between, Condition, During, Period, condition_from, span
from tracker.domain.kinds import DeadlineKind
from tracker.domain.status import Status


def keeps(condition: Condition, **values: Any) -> bool:
    return condition.judge(TODAY)(card(1, **values))


@pytest.mark.parametrize(
    ("period", "today", "first", "last"),
    [
        (Period.MONTH, date(2024, 2, 29), date(2024, 2, 1), date(2024, 2, 29)),
        (Period.MONTH, date(2025, 12, 31), date(2025, 12, 1), date(2025, 12, 31)),
        (Period.QUARTER, date(2025, 5, 20), date(2025, 4, 1), date(2025, 6, 30)),
        (Period.QUARTER, date(2025, 12, 1), date(2025, 10, 1), date(2025, 12, 31)),
        (Period.YEAR, date(2025, 5, 20), date(2025, 1, 1), date(2025, 12, 31)),
        (Period.NEXT_7, date(2025, 12, 30), date(2025, 12, 30), date(2026, 1, 6)),
        (Period.PAST_30, date(2025, 5, 20), date(2025, 4, 20), date(2025, 5, 20)),
    ],
)
def test_periods_are_told_by_today(period: Period, today: date, first: date, last: date) -> None:
    assert span(period, today) == (first, last)


def test_what_is_closed_is_neither_late_nor_near() -> None:
    late, near = During("deadline", frozenset({Period.OVERDUE})), During("deadline", frozenset({Period.NEXT_7}))
    assert keeps(late, deadline_current=date(2025, 5, 19))
    assert not keeps(late, deadline_current=TODAY)
    assert keeps(near, deadline_current=TODAY)
    assert not keeps(late, deadline_current=date(2025, 5, 19), status=Status.CLOSED)
    assert keeps(During("deadline", frozenset({Period.MONTH})), deadline_current=TODAY, status=Status.CLOSED)


def test_a_standing_duty_is_not_an_open_day() -> None:
    standing, unset = During("deadline", frozenset({Period.STANDING})), During("deadline", frozenset({Period.UNSET}))
    assert keeps(standing, deadline_kind=DeadlineKind.STANDING)
    assert not keeps(unset, deadline_kind=DeadlineKind.STANDING)
    assert keeps(unset)
    assert not keeps(standing)


def test_days_from_and_to_take_both_ends() -> None:
    spring = During("closed_on", first=date(2025, 3, 1), last=date(2025, 5, 31))
    assert keeps(spring, closed_on=date(2025, 3, 1))
    assert keeps(spring, closed_on=date(2025, 5, 31))
    assert not keeps(spring, closed_on=date(2025, 6, 1))
    assert not keeps(spring)
    assert keeps(During("closed_on", last=date(2025, 5, 31)), closed_on=date(1999, 1, 1))
    assert keeps(During("closed_on", frozenset({Period.UNSET}), first=date(2025, 6, 1)))


def test_numbers_from_and_to() -> None:
    assert keeps(Between("percent", 30, 50), percent=30)
    assert not keeps(Between("percent", 31, None), percent=30)
    assert keeps(Between("percent", None, 0))
    assert keeps(Between("remaining", None, -1), deadline_current=date(2025, 5, 1))
    assert not keeps(Between("remaining", None, 99))  # no deadline, no days


def test_a_name_among_several_is_found_whole() -> None:
    assert keeps(AnyOf("support", frozenset({"执法大队"})))
    assert not keeps(AnyOf("support", frozenset({"执法"})))
    assert keeps(AnyOf("light", frozenset({"overdue"})), deadline_current=date(2025, 5, 1))
    assert keeps(AnyOf("year", frozenset({"2024"})))


def test_values_that_are_no_longer_known_are_kept() -> None:
    body = {"field": "status", "any_of": ["of_another_program", "under_way"]}
    condition = condition_from(body)
    assert condition is not None
    assert condition.as_json() == body
    assert condition_from({"field": "lead", "any_of": []}) is None
    assert condition_from({"field": "percent", "low": True}) is None
