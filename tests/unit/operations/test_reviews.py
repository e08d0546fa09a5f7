"""销号: applied for, closed by somebody else, returned, withdrawn; never undone."""

from datetime import date

import pytest

from tracker.domain.items import Item
from tracker.domain.status import Move, Status
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.people import AssignOwners
from tracker.operations.reviews import CloseItem, ReturnItem, SubmitItem, WithdrawClosing


@pytest.fixture
def submitted(ledger: Ledger, problem: Item) -> Item:
    ledger.perform(AssignOwners(problem.id, lead=("法规科",), person=("王小河", "周明")))
    return ledger.perform(SubmitItem(problem.id, "措施已全部落实")).value


def test_a_closed_item_is_complete_and_dated(ledger: Ledger, submitted: Item) -> None:
    closed = ledger.perform(CloseItem(submitted.id, " 赵主任 ", "同意销号")).value
    assert (closed.status, closed.percent, closed.closed_on) == (Status.CLOSED, 100, date(2025, 5, 20))
    detail = ledger.ask.detail(submitted.id)
    assert detail is not None
    assert [(review.move, review.person) for review in detail.reviews] == [
        (Move.SUBMIT, "陈法规"),
        (Move.CLOSE, "赵主任"),
    ]


@pytest.mark.parametrize("reviewer", ["王小河", "周明"])
def test_who_answers_does_not_review(ledger: Ledger, submitted: Item, reviewer: str) -> None:
    with pytest.raises(UserError, match="不能审核自己负责的事项"):
        ledger.perform(CloseItem(submitted.id, reviewer))
    assert ledger.ask.item_by_code(submitted.code).status is Status.SUBMITTED


def test_returning_needs_a_reason_and_is_counted(ledger: Ledger, submitted: Item) -> None:
    with pytest.raises(UserError, match="理由"):
        ledger.perform(ReturnItem(submitted.id, ""))
    for rounds in (1, 2):
        returned = ledger.perform(ReturnItem(submitted.id, "缺少验收记录", "赵主任")).value
        assert (returned.status, returned.return_count) == (Status.UNDER_WAY, rounds)
        ledger.perform(SubmitItem(submitted.id))


def test_a_closing_is_withdrawn_not_undone(ledger: Ledger, submitted: Item) -> None:
    ledger.perform(CloseItem(submitted.id, "赵主任"))
    with pytest.raises(UserError, match="不能用撤销抹掉"):
        ledger.undo()
    assert ledger.ask.item_by_code(submitted.code).status is Status.CLOSED
    reopened = ledger.perform(WithdrawClosing(submitted.id, "群众反映反弹")).value
    assert (reopened.status, reopened.closed_on) == (Status.UNDER_WAY, None)


def test_nothing_is_closed_that_was_not_applied_for(ledger: Ledger, problem: Item) -> None:
    with pytest.raises(UserError, match="不能审核销号"):
        ledger.perform(CloseItem(problem.id, "赵主任"))
