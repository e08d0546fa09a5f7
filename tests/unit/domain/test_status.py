"""The lawful moves, one by one."""

import pytest

from tracker.domain.status import Move, Status, lawful_moves, moved, rule
from tracker.errors import UserError


def test_every_status_but_none_is_a_dead_end() -> None:
    assert all(lawful_moves(status) for status in Status)


def test_an_item_goes_the_whole_way() -> None:
    status = Status.UNCONFIRMED
    for move, expected in [
        (Move.CONFIRM, Status.UNASSIGNED),
        (Move.ASSIGN, Status.NOT_STARTED),
        (Move.START, Status.UNDER_WAY),
        (Move.SUBMIT, Status.SUBMITTED),
        (Move.CLOSE, Status.CLOSED),
    ]:
        status = moved(status, move, code="2024-问-01")
        assert status is expected


@pytest.mark.parametrize("status", list(Status))
def test_closing_needs_an_application_first(status: Status) -> None:
    if status is Status.SUBMITTED:
        assert moved(status, Move.CLOSE, code="2024-问-01") is Status.CLOSED
        return
    with pytest.raises(UserError) as refused:
        moved(status, Move.CLOSE, code="2024-问-01")
    assert "2024-问-01" in refused.value.message
    assert status.word in refused.value.message
    assert refused.value.field == "status"


@pytest.mark.parametrize("move", [move for move in Move if rule(move).needs_reason])
def test_a_move_that_needs_a_reason_is_refused_without_one(move: Move) -> None:
    source = next(iter(rule(move).sources))
    with pytest.raises(UserError, match="理由") as refused:
        moved(source, move, code="2024-问-01", reason="  ")
    assert refused.value.field == "reason"
    assert moved(source, move, code="2024-问-01", reason="材料不全") is rule(move).target


def test_closed_items_can_only_be_withdrawn() -> None:
    assert lawful_moves(Status.CLOSED) == (Move.WITHDRAW,)


def test_what_is_printed_says_whether_it_is_done() -> None:
    assert Status.UNDER_WAY.printed == "正在整改"
    assert Status.CLOSED.printed == "已完成（销号）"
    assert Status.CONTINUING.printed == Status.CONTINUING.word == "持续整改"
