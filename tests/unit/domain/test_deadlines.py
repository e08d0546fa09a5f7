"""Lights, days left, and the deadline that never changes."""

from datetime import date
from typing import Any

import pytest

from tracker.domain.deadlines import extended, with_deadline
from tracker.domain.items import Item
from tracker.domain.kinds import DeadlineKind, ItemKind
from tracker.domain.lights import DeadlineLight, light, remaining
from tracker.domain.status import Status
from tracker.errors import UserError

TODAY = date(2025, 5, 20)


def item(**values: Any) -> Item:
    return Item(id=1, code="2024-问-01", kind=ItemKind.PROBLEM, year=2024, title="执法力量不足", **values)


@pytest.mark.parametrize(
    ("deadline", "lamp", "words"),
    [
        (date(2025, 5, 19), DeadlineLight.OVERDUE, "逾期 1 天"),
        (date(2025, 5, 20), DeadlineLight.SOON, "今天到期"),
        (date(2025, 5, 27), DeadlineLight.SOON, "剩 7 天"),
        (date(2025, 5, 28), DeadlineLight.NORMAL, "剩 8 天"),
        (None, DeadlineLight.NONE, ""),
    ],
)
def test_the_light_follows_the_day(deadline: date | None, lamp: DeadlineLight, words: str) -> None:
    assert light(Status.UNDER_WAY, deadline, TODAY) is lamp
    assert remaining(Status.UNDER_WAY, deadline, TODAY) == words


@pytest.mark.parametrize("status", [Status.CLOSED, Status.DROPPED, Status.CARRIED_OVER])
def test_what_is_finished_has_no_light(status: Status) -> None:
    assert light(status, date(2020, 1, 1), TODAY) is DeadlineLight.NONE
    assert remaining(status, date(2020, 1, 1), TODAY) == ""


def test_a_presumed_deadline_is_confirmed_or_corrected_once() -> None:
    day = date(2025, 12, 31)
    presumed = item(deadline_kind="date", deadline_original=day, deadline_current=day, deadline_presumed=True)
    fixed = with_deadline(presumed, date(2025, 6, 30))
    assert (fixed.deadline_original, fixed.deadline_current) == (date(2025, 6, 30), date(2025, 6, 30))
    assert not fixed.deadline_presumed
    with pytest.raises(UserError, match="延期") as refused:
        with_deadline(fixed, date(2025, 9, 30))
    assert refused.value.field == "deadline_current"
    assert with_deadline(fixed, date(2025, 6, 30)) == fixed


def test_a_standing_duty_has_no_day() -> None:
    standing = with_deadline(item(), None)
    assert standing.deadline_kind is DeadlineKind.STANDING
    assert standing.deadline_text == "长期坚持"
    assert standing.deadline_current is None


def test_an_extension_moves_the_current_day_only() -> None:
    dated = with_deadline(item(), date(2025, 6, 30))
    later = extended(dated, date(2025, 9, 30), reason="等待上级批复")
    assert later.deadline_original == date(2025, 6, 30)
    assert later.deadline_current == date(2025, 9, 30)


@pytest.mark.parametrize(
    ("start", "to_date", "reason", "field"),
    [
        (None, date(2025, 9, 30), "有理由", "deadline_current"),
        (date(2025, 6, 30), date(2025, 9, 30), " ", "reason"),
        (date(2025, 6, 30), date(2025, 6, 30), "有理由", "to_date"),
    ],
)
def test_an_extension_without_sense_is_refused(start: date | None, to_date: date, reason: str, field: str) -> None:
    dated = with_deadline(item(), start) if start else item()
    with pytest.raises(UserError) as refused:
        extended(dated, to_date, reason=reason)
    assert refused.value.field == field
