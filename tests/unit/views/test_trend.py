"""The burn-down of a year, counted by hand."""

from datetime import date

from tests.made_cards import card

from tracker.domain.status import Status
from tracker.views.trend import Trend, trend

TODAY = date(2025, 5, 20)
JANUARY = date(2025, 1, 15)


def known(shown: Trend) -> list[tuple[int, int, int | None, int]]:
    return [(point.day.month, point.day.day, point.still_open, point.planned) for point in shown.points]


def test_open_items_at_each_months_end_beside_their_deadlines() -> None:
    cards = [
        card(Status.CLOSED, date(2025, 3, 31), added_on=JANUARY, closed_on=date(2025, 2, 28)),
        card(Status.CLOSED, date(2025, 3, 31), added_on=JANUARY, closed_on=date(2025, 4, 2)),
        card(due=date(2025, 4, 30), added_on=JANUARY),
        card(due=date(2025, 12, 31), added_on=date(2025, 3, 3)),
        card(added_on=JANUARY),
    ]
    shown = trend(cards, TODAY)
    assert shown is not None
    assert known(shown)[:6] == [
        (1, 31, 4, 4),
        (2, 28, 3, 4),
        (3, 31, 4, 3),
        (4, 30, 3, 2),
        (5, 20, 3, 2),
        (5, 31, None, 2),
    ]
    assert known(shown)[-2:] == [(11, 30, None, 2), (12, 31, None, 1)]
    assert (shown.year, shown.most, shown.so_far[-1].day) == (2025, 4, TODAY)


def test_a_year_begins_with_what_was_open_before_it() -> None:
    shown = trend([card(added_on=date(2024, 11, 1)), card(added_on=date(2025, 1, 1))], TODAY)
    assert shown is not None
    assert (shown.points[0].day, shown.points[0].still_open) == (date(2024, 12, 31), 1)


def test_where_all_is_closed_the_last_year_of_work_is_shown_whole() -> None:
    closed = [card(Status.CLOSED, added_on=date(2023, 2, 1), closed_on=date(2023, month, 9)) for month in (6, 8)]
    shown = trend(closed, TODAY)
    assert shown is not None
    assert (shown.year, len(shown.points), shown.points[-1].still_open) == (2023, 11, 0)
    assert shown.so_far == shown.points


def test_what_was_dropped_or_carried_over_is_on_no_line() -> None:
    away = [card(status, added_on=JANUARY) for status in (Status.DROPPED, Status.CARRIED_OVER)]
    assert trend(away, TODAY) is None
    shown = trend([*away, card(added_on=JANUARY), card(added_on=JANUARY)], TODAY)
    assert shown is not None
    assert shown.most == 2


def test_one_item_or_a_ledger_of_some_days_has_no_line() -> None:
    assert trend([card(added_on=JANUARY)], TODAY) is None
    assert trend([card(added_on=date(2025, 5, 1))] * 5, TODAY) is None
    assert trend([card(added_on=date(2025, 4, 19))] * 5, TODAY) is not None


def test_an_item_taken_over_closed_was_open_on_no_day() -> None:
    taken = card(Status.CLOSED, added_on=date(2025, 4, 1), closed_on=date(2025, 2, 1))
    shown = trend([taken, card(added_on=JANUARY)], TODAY)
    assert shown is not None
    assert {point.still_open for point in shown.so_far} == {1}


def test_an_item_of_unknown_age_counts_from_its_year() -> None:
    shown = trend([card(year=2025), card(added_on=date(2025, 3, 1))], TODAY)
    assert shown is not None
    assert known(shown)[0] == (1, 31, 1, 1)
