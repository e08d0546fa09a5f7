"""What there is to do at one day, counted by hand and against the filters that a click shows."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.made_cards import card, many

from tracker.domain.filters import STALE_DAYS, ItemFilter, is_stale
from tracker.domain.kinds import DeadlineKind
from tracker.domain.lights import SOON_DAYS
from tracker.domain.status import Status
from tracker.views.dashboard import MOST_TODOS, MOST_UNITS, Reason, dashboard
from tracker.views.summary import standing, totals

TODAY = date(2025, 5, 20)


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def test_nothing_asks_for_nothing() -> None:
    shown = dashboard([], TODAY)
    assert (shown.figures.total, shown.to_do, shown.todos, shown.trend) == (0, 0, (), None)


def test_each_item_is_listed_once_by_its_most_urgent_reason() -> None:
    heard: dict[str, Any] = {"added_on": TODAY}
    cards = [
        card(id=1, due=days(3), **heard),
        card(id=2, due=days(-1), lead="", **heard),
        card(Status.SUBMITTED, id=3, due=days(60), **heard),
        card(id=4, return_count=2, **heard),
        card(Status.UNASSIGNED, id=5, lead="", **heard),
        card(id=6, added_on=days(-40), last_note=days(-35)),
        card(Status.SUBMITTED, id=7, due=days(-12), **heard),
        card(id=8, due=days(60), **heard),
        card(Status.CLOSED, id=9, due=days(-90), closed_on=days(-91)),
        card(Status.CARRIED_OVER, id=10, due=days(-90), lead=""),
        card(id=11, due=TODAY, **heard),
    ]
    shown = dashboard(cards, TODAY)
    assert [(todo.item_id, todo.reason, todo.number) for todo in shown.todos] == [
        (7, Reason.OVERDUE, 12), (2, Reason.OVERDUE, 1), (11, Reason.DUE, 0), (1, Reason.DUE, 3),
        (3, Reason.SUBMITTED, 0), (4, Reason.RETURNED, 2), (5, Reason.WITHOUT_LEAD, 0), (6, Reason.STALE, 35),
    ]  # fmt: skip
    assert [todo.submitted for todo in shown.todos] == [True, False, False, False, True, False, False, False]
    assert dict(shown.reasons) == {
        Reason.OVERDUE: 2, Reason.DUE: 2, Reason.SUBMITTED: 1, Reason.RETURNED: 1, Reason.WITHOUT_LEAD: 1,
        Reason.STALE: 1,
    }  # fmt: skip
    assert shown.to_do == 8
    assert (shown.figures.total, shown.figures.closed, shown.figures.submitted) == (11, 1, 2)


def test_a_returned_item_that_was_submitted_again_waits_for_review() -> None:
    (todo,) = dashboard([card(Status.SUBMITTED, return_count=1, added_on=TODAY)], TODAY).todos
    assert todo.reason is Reason.SUBMITTED


def test_a_standing_duty_is_never_silent() -> None:
    old: dict[str, Any] = {"added_on": days(-300), "last_note": days(-200)}
    for kept in (card(Status.CONTINUING, **old), card(deadline_kind=DeadlineKind.STANDING, **old)):
        assert dashboard([kept], TODAY).to_do == 0
    assert dashboard([card(**old)], TODAY).todos[0].number == 200


@pytest.mark.parametrize("seed", range(4))
def test_the_figures_agree_with_the_lists_that_they_lead_to(seed: int) -> None:
    cards = many(400, TODAY, seed=seed)
    figures = dashboard(cards, TODAY).figures
    wanted = {
        "overdue": ItemFilter(overdue=True),
        "due_in_month": ItemFilter(due_soon=True),
        "submitted": ItemFilter(waiting_review=True),
        "without_evidence": ItemFilter(without_evidence=True),
        "stale": ItemFilter(stale_days=STALE_DAYS),
        "without_owner": ItemFilter(without_person=True),
        "closed": ItemFilter(statuses=frozenset({Status.CLOSED})),
    }
    for name, kept in wanted.items():
        assert getattr(figures, name) == sum(kept.keeps(each, TODAY) for each in cards), name
    near = [each for each in cards if each.deadline_current and each.status.is_open]
    assert figures.due_in_week == sum(TODAY <= each.deadline_current <= days(SOON_DAYS) for each in near)  # type: ignore[operator]
    listed = {todo.item_id for todo in dashboard(cards, TODAY).todos if todo.reason is Reason.STALE}
    assert all(is_stale(each, TODAY, STALE_DAYS) for each in cards if each.id in listed)


def test_the_list_ends_somewhere_but_counts_all() -> None:
    shown = dashboard([card(id=n, due=days(-n)) for n in range(1, 151)], TODAY)
    assert (len(shown.todos), shown.to_do) == (MOST_TODOS, 150)
    assert (shown.todos[0].number, shown.todos[-1].number) == (150, 51)


def test_units_the_others_and_nobody_add_up_to_the_whole() -> None:
    cards = many(500, TODAY)
    units = dashboard(cards, TODAY).units
    shown = [*(row.totals for row in units.busiest), units.others, units.nobody]
    whole = totals(map(standing, cards), TODAY)
    for name in ("total", "closed", "under_way", "continuing", "not_started", "dropped", "carried_over", "overdue"):
        assert sum(getattr(each, name) for each in shown) == getattr(whole, name), name
    assert (len(units.busiest), units.others_number) == (MOST_UNITS, 25 - MOST_UNITS)
    assert units.nobody.total == sum(not each.lead for each in cards)


def test_an_item_of_two_lead_units_is_counted_for_the_first() -> None:
    units = dashboard([card(lead="甲科、乙科"), card(lead="乙科")], TODAY).units
    assert [(row.unit, row.totals.total) for row in units.busiest] == [("乙科", 1), ("甲科", 1)]


def test_one_unit_too_many_is_shown_rather_than_called_the_rest() -> None:
    units = dashboard([card(lead=f"第{n}科") for n in range(MOST_UNITS + 1)], TODAY).units
    assert (len(units.busiest), units.others_number) == (MOST_UNITS + 1, 0)
