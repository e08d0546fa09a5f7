"""Bulk edit of the selection: the form, the step, and what came of each item."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import click, press, type_words

from tracker.domain.kinds import ItemKind, RectificationType, Role
from tracker.domain.status import Status
from tracker.gui.items.bulk_dialog import BulkDialog
from tracker.gui.items.bulk_editing import BulkEditing
from tracker.gui.theme import LIGHT
from tracker.gui.widgets.progress_dialog import ProgressDialog
from tracker.ledger import Done, Ledger
from tracker.operations.items import AddItem
from tracker.operations.reviews import CloseItem, SubmitItem


class Desk:
    """Bulk editing over a ledger, as the window wires it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.window = ledger, QWidget()
        self.bulk = BulkEditing(ledger, LIGHT, self.window)
        self.done: list[Done[object]] = []
        self.selected: list[tuple[int, ...]] = []
        self.bulk.performed.connect(self.done.append)
        self.bulk.select_wanted.connect(self.selected.append)

    def open(self) -> BulkDialog:
        units, people = self.ledger.ask.units(), self.ledger.ask.people()
        dialog = self.bulk.start(
            self.ledger.cards(), units=[unit.name for unit in units], people=[person.name for person in people]
        )
        assert dialog is not None
        return dialog


@pytest.fixture
def desk(ledger: Ledger, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(ledger)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()


def finish(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.bulk.busy, timeout=30_000)


def test_the_ticked_fields_of_all_items_are_changed_in_one_step(desk: Desk, qtbot: QtBot) -> None:
    dialog, steps = desk.open(), len(desk.ledger.ask.history())
    assert dialog.windowTitle() == "批量修改（4 项）"
    lead = dialog.form.names[Role.LEAD].edit
    lead.setFocus()
    type_words(lead, "执法大队")
    assert dialog.form.ticks["lead"].isChecked()
    dialog.form.percent.setValue(30)
    dialog.form.ticks["percent"].click()  # and thought better of it
    click(dialog.ok)
    finish(desk, qtbot)
    assert desk.done[0].words == "批量修改 3 项的牵头单位"
    assert desk.bulk.dialog is None
    assert {card.lead for card in desk.ledger.cards()} == {"执法大队"}
    assert {card.percent for card in desk.ledger.cards()} == {0}
    assert len(desk.ledger.ask.history()) == steps + 1


def test_where_all_was_so_already_the_dialog_says_so(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open()
    dialog.form.ticks["percent"].setChecked(True)  # it is 0 everywhere
    click(dialog.ok)
    finish(desk, qtbot)
    assert dialog.results is not None
    assert dialog.results.summary.text() == "已改 0 项，本来就是这样 4 项。"
    assert dialog.only_refused.isHidden()
    assert desk.done == []
    dialog.reject()


def test_nothing_ticked_is_refused_in_words(desk: Desk) -> None:
    dialog = desk.open()
    click(dialog.ok)
    assert "还没有选要改什么" in dialog.refusal.text()
    assert dialog.isVisible()
    dialog.reject()


def test_a_fixed_deadline_wants_a_reason(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open()
    type_words(dialog.form.day.line, "2025年9月底")
    dialog.form.day.changed.emit()
    click(dialog.ok)
    assert "其中 1 项的时限已经定下" in dialog.refusal.text()
    dialog.form.reason.setText("资金未到位")
    click(dialog.ok)
    finish(desk, qtbot)
    assert {card.deadline_current for card in desk.ledger.cards()} == {date(2025, 9, 30)}
    assert [card.extensions for card in desk.ledger.cards() if card.code == "2024-问-01"] == [1]


def test_a_first_deadline_wants_no_reason(desk: Desk, qtbot: QtBot) -> None:
    cards = [card for card in desk.ledger.cards() if card.code != "2024-问-01"]
    dialog = desk.bulk.start(cards, units=[], people=[])
    assert dialog is not None
    assert not dialog.form.reason.isVisible()
    type_words(dialog.form.day.line, "2025-09-30")
    dialog.form.day.changed.emit()
    click(dialog.ok)
    finish(desk, qtbot)
    assert {card.deadline_original for card in desk.ledger.cards([card.id for card in cards])} == {date(2025, 9, 30)}


def test_items_that_are_refused_are_listed_and_can_be_selected(desk: Desk, qtbot: QtBot) -> None:
    closed = desk.ledger.ask.item_by_code("2024-问-02")
    desk.ledger.perform(SubmitItem(closed.id))
    desk.ledger.perform(CloseItem(closed.id, "温如松"))
    dialog = desk.open()
    dialog.form.note.setPlainText("统一布置")
    click(dialog.ok)
    finish(desk, qtbot)
    results = dialog.results
    assert results is not None
    assert results.summary.text() == "已改 3 项，未改 1 项。"
    model = results.table.model()
    first = [model.index(0, column).data() for column in range(3)]
    assert first == ["2024-问-02", "河道巡查记录不完整", "未改：已销号，不能再改。"]
    assert model.index(1, 2).data() == "已改"
    assert "撤回销号" in model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert desk.done[0].words == "批量修改 3 项的进展"
    click(dialog.only_refused)
    assert desk.selected == [(closed.id,)]
    assert desk.bulk.dialog is None


def test_moves_offer_what_is_lawful_for_some(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.open()
    words = [dialog.form.move_choice.itemText(n) for n in range(dialog.form.move_choice.count())]
    assert "启动整改" in words
    assert not any("审核销号" in each or "退回" in each for each in words)
    dialog.form.move_choice.setCurrentIndex(words.index("调整/终止"))
    dialog.form.move_choice.activated.emit(words.index("调整/终止"))
    click(dialog.ok)
    assert "要写明理由" in dialog.refusal.text()
    dialog.form.move_words.setText("政策调整")
    click(dialog.ok)
    finish(desk, qtbot)
    assert {card.status for card in desk.ledger.cards()} == {Status.DROPPED}


def test_the_form_gives_what_was_entered(desk: Desk) -> None:
    form = desk.open().form
    form.ways[Role.SUPPORT].setCurrentIndex(1)
    form.names[Role.SUPPORT].edit.setText("办公室，规划科")
    for key in ("support", "rectification", "remark", "deadline"):
        form.ticks[key].setChecked(True)
    form.rectification.setCurrentIndex(3)
    form.remark.setText(" 见督察意见 ")
    form.standing.click()
    changes = form.changes()
    assert dict(changes.owners) == {Role.SUPPORT: ("办公室", "规划科")}
    assert changes.adding == frozenset({Role.SUPPORT})
    assert (changes.sets_rectification, changes.rectification) == (True, None)
    assert (changes.sets_deadline, changes.deadline, changes.remark) == (True, None, "见督察意见")
    form.rectification.setCurrentIndex(0)
    assert form.changes().rectification is RectificationType.AT_ONCE
    form.remark.setText(" ")
    form.ticks["remark"].setChecked(True)
    desk.bulk.dialog.ask()  # type: ignore[union-attr]  # it is open
    assert "没有填写备注" in desk.bulk.dialog.refusal.text()  # type: ignore[union-attr]


def test_many_items_show_how_far_they_are_and_can_be_stopped(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(60):
        desk.ledger.perform(AddItem(ItemKind.PROBLEM, 2025, f"第{n}件"))
    monkeypatch.setattr("tracker.gui.slices._SHOW_AFTER", 0.0)
    monkeypatch.setattr("tracker.gui.slices._SLICE", 0.0)
    before, steps = desk.ledger.cards(), len(desk.ledger.ask.history())
    dialog = desk.open()
    dialog.form.note.setPlainText("统一布置")
    click(dialog.ok)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ProgressDialog)))
    dialog.reject()  # not while it runs
    assert dialog.isVisible()
    click(dialog.findChildren(ProgressDialog)[0].stop)
    finish(desk, qtbot)
    assert "已取消" in dialog.refusal.text()
    assert dialog.form.isEnabled()
    assert desk.ledger.cards() == before
    assert len(desk.ledger.ask.history()) == steps
    assert desk.done == []
    click(dialog.ok)
    finish(desk, qtbot)
    assert desk.done[0].words == "批量修改 64 项的进展"


def test_escape_closes_and_no_items_open_nothing(desk: Desk) -> None:
    dialog = desk.open()
    press(dialog, Qt.Key.Key_Escape)
    assert desk.bulk.dialog is None
    assert desk.bulk.start([], units=[], people=[]) is None
