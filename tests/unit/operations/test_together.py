"""Several operations as one step."""

from datetime import date

import pytest

from tracker.domain.items import Item
from tracker.errors import BugError, UserError
from tracker.ledger import Ledger
from tracker.operations.deadlines import SetDeadline
from tracker.operations.items import EditItem
from tracker.operations.notes import AddNote
from tracker.operations.reviews import CloseItem
from tracker.operations.together import Together


def test_all_are_one_step_and_one_undo(ledger: Ledger, problem: Item) -> None:
    before = len(ledger.ask.history())
    done = ledger.perform(
        Together([EditItem(problem.id, {"title": "新标题"}), SetDeadline(problem.id, date(2025, 9, 30))])
    )
    assert done.words == f"修改 {problem.code} 的短标题；确定 {problem.code} 的时限为2025-09-30"
    assert len(ledger.ask.history()) == before + 1
    ledger.undo()
    assert ledger.ask.item_by_code(problem.code) == problem


def test_all_or_none(ledger: Ledger, problem: Item) -> None:
    with pytest.raises(UserError):
        ledger.perform(Together([EditItem(problem.id, {"title": "新标题"}), AddNote(problem.id, "做了", 150)]))
    assert ledger.ask.item_by_code(problem.code) == problem


def test_what_changes_nothing_is_not_told(ledger: Ledger, problem: Item) -> None:
    done = ledger.perform(
        Together([EditItem(problem.id, {"title": problem.title}), SetDeadline(problem.id, date(2025, 9, 30))])
    )
    assert done.words == f"确定 {problem.code} 的时限为2025-09-30"
    assert ledger.perform(Together([EditItem(problem.id, {"title": problem.title})])).step is None


def test_formal_decisions_are_steps_of_their_own(ledger: Ledger, problem: Item) -> None:
    with pytest.raises(BugError):
        ledger.perform(Together([CloseItem(problem.id, "温如松")]))
