"""The one way to write: what it keeps, what it gives back, what it never does."""

import sqlite3
from contextlib import closing

import pytest
from tests.unit.conftest import candidate, draft

from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind
from tracker.domain.people import Unit
from tracker.errors import BugError, UserError
from tracker.ledger import Ledger
from tracker.operations.items import AddItem, EditItem
from tracker.operations.operation import Operation
from tracker.operations.reports import Imported, ImportReport
from tracker.store.transaction import Transaction


class FailsAfterWriting(Operation[None]):
    def run(self, tx: Transaction) -> None:
        tx.add(Unit(name="半途而废科"))
        tx.tell("不会留下")
        raise UserError("规则不许。")


class SaysNothing(Operation[None]):
    def run(self, tx: Transaction) -> None:
        tx.add(Unit(name="无名科"))


def test_a_refused_operation_leaves_nothing(ledger: Ledger, imported: Imported) -> None:
    before = _dump(ledger)
    with pytest.raises(UserError, match="规则不许"):
        ledger.perform(FailsAfterWriting())
    with pytest.raises(BugError):
        ledger.perform(SaysNothing())
    assert _dump(ledger) == before


def test_an_operation_that_changes_nothing_is_no_step(ledger: Ledger, problem: Item) -> None:
    steps = len(ledger.ask.history())
    done = ledger.perform(EditItem(problem.id, {"title": problem.title}))
    assert done.step is None
    assert len(ledger.ask.history()) == steps


def test_numbers_and_codes_never_return(ledger: Ledger) -> None:
    first = ledger.perform(AddItem(ItemKind.PROBLEM, 2024, "第一件")).value
    ledger.undo()
    second = ledger.perform(AddItem(ItemKind.PROBLEM, 2024, "第二件")).value
    assert second.id != first.id
    assert (first.code, second.code) == ("2024-问-01", "2024-问-02")


def test_redo_brings_back_the_same_number_and_code(ledger: Ledger) -> None:
    first = ledger.perform(AddItem(ItemKind.COMMITMENT, 2025, "第一件")).value
    ledger.undo()
    ledger.redo()
    assert ledger.ask.item_by_code("2025-计-01") == first


def test_numbers_reserved_and_given_do_not_meet(ledger: Ledger, imported: Imported) -> None:
    more = [candidate(n) for n in (5, 6, 7)]
    ledger.perform(ImportReport(draft(*more, text="另一份报告")))
    item = ledger.perform(AddItem(ItemKind.PROBLEM, 2024, "手工新建")).value
    assert sorted(card.id for card in ledger.cards()) == [1, 2, 3, 4, 5, 6, 7, item.id]


def test_the_journal_keeps_before_and_after_of_each_row(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"cause": "编制未核定"}))
    (change,) = ledger.ask.history(problem.id)[0].changes
    assert change.before is not None
    assert change.after is not None
    assert (change.before["cause"], change.after["cause"]) == ("人手不足", "编制未核定")
    assert set(change.after) == set(Item.model_fields)


def _dump(ledger: Ledger) -> list[str]:
    with closing(sqlite3.connect(ledger.file)) as connection:
        return list(connection.iterdump())
