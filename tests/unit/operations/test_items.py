"""Items by hand, their edits and moves."""

from types import MappingProxyType

import pytest

from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind, RectificationType
from tracker.domain.status import Move, Status
from tracker.errors import BugError, UserError
from tracker.ledger import Ledger
from tracker.operations.items import AddItem, EditItem, MoveItem
from tracker.operations.reviews import CloseItem, SubmitItem
from tracker.operations.together import Together


def test_an_item_entered_by_hand_waits_for_its_owners(ledger: Ledger) -> None:
    done = ledger.perform(AddItem(ItemKind.PROBLEM, 2025, "台账更新不及时", MappingProxyType({"cause": "专人缺位"})))
    assert done.value.code == "2025-问-01"
    assert done.value.status is Status.UNASSIGNED
    assert ledger.ask.item_by_code("2025-问-01").cause == "专人缺位"


def test_an_edit_names_what_it_changed(ledger: Ledger, problem: Item) -> None:
    done = ledger.perform(EditItem(problem.id, {"title": "换了标题", "rectification": RectificationType.AT_ONCE}))
    assert done.words == "修改 2024-问-01 的短标题、整改类型"
    assert done.touched.items == {problem.id}
    assert ledger.ask.item_by_code("2024-问-01").rectification is RectificationType.AT_ONCE


def test_what_has_an_operation_of_its_own_cannot_be_edited(ledger: Ledger, problem: Item) -> None:
    with pytest.raises(BugError, match="status"):
        ledger.perform(EditItem(problem.id, {"status": Status.CLOSED}))


def test_a_wrong_entry_changes_nothing(ledger: Ledger, problem: Item) -> None:
    with pytest.raises(UserError, match="不能为空"):
        ledger.perform(EditItem(problem.id, {"cause": "新原因", "title": ""}))
    assert ledger.ask.item_by_code("2024-问-01") == problem


def test_a_closed_item_is_not_rewritten(ledger: Ledger, problem: Item) -> None:
    ledger.perform(SubmitItem(problem.id))
    ledger.perform(CloseItem(problem.id, "赵主任"))
    with pytest.raises(UserError, match="已销号"):
        ledger.perform(EditItem(problem.id, {"title": "改写"}))


def test_moves_with_reasons_are_kept_as_reviews(ledger: Ledger, problem: Item) -> None:
    with pytest.raises(UserError, match="理由"):
        ledger.perform(MoveItem(problem.id, Move.DROP))
    ledger.perform(MoveItem(problem.id, Move.DROP, "职能划转"))
    ledger.perform(MoveItem(problem.id, Move.REOPEN, "职能划回"))
    detail = ledger.ask.detail(problem.id)
    assert detail is not None
    assert detail.item.status is Status.UNDER_WAY
    assert [(review.move, review.words) for review in detail.reviews] == [
        (Move.DROP, "职能划转"),
        (Move.REOPEN, "职能划回"),
    ]


def test_closing_is_no_plain_move(ledger: Ledger, problem: Item) -> None:
    with pytest.raises(BugError):
        ledger.perform(MoveItem(problem.id, Move.CLOSE))


def test_operations_together_are_one_step_or_none(ledger: Ledger, problem: Item) -> None:
    steps = len(ledger.ask.history())
    both = Together([EditItem(problem.id, {"goal": "配齐人员"}), EditItem(problem.id, {"remark": "报编办"})])
    assert ledger.perform(both).words == "修改 2024-问-01 的整改目标；修改 2024-问-01 的备注"
    assert len(ledger.ask.history()) == steps + 1
    with pytest.raises(UserError):
        ledger.perform(Together([EditItem(problem.id, {"goal": "别的目标"}), EditItem(problem.id, {"title": ""})]))
    assert ledger.ask.item_by_code("2024-问-01").goal == "配齐人员"
    ledger.undo()
    assert ledger.ask.item_by_code("2024-问-01") == problem


def test_an_item_that_is_gone_is_said_so(ledger: Ledger, problem: Item) -> None:
    with pytest.raises(UserError, match="这条事项已经不在台账里了"):
        ledger.perform(EditItem(999, {"title": "无"}))
    with pytest.raises(UserError, match="没有编号为 2024-问-99 的事项") as refused:
        ledger.ask.item_by_code("2024-问-99")
    assert "2024-问-01" in refused.value.hint
