"""Measures are added by a line, ordered by the mouse and by keys."""

from datetime import date

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot
from tests.gui.conftest import click, opened, press, type_words
from tests.gui.detail.conftest import Desk

from tracker.gui.detail.measure_dialog import MeasureDialog
from tracker.gui.detail.measures_tab import MeasuresTab
from tracker.operations.reviews import CloseItem, SubmitItem


def shown(desk: Desk) -> MeasuresTab:
    desk.panel.tabs.setCurrentWidget(desk.panel.measures)
    return desk.panel.measures


def texts(desk: Desk) -> list[str]:
    return [measure.text for measure in desk.detail().measures]


def dropped(data: QMimeData, place: QPoint) -> QDropEvent:
    return QDropEvent(
        QPointF(place), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )


def test_a_line_and_enter_add_a_measure(desk: Desk) -> None:
    tab = shown(desk)
    type_words(tab.quick, "通报结果")
    press(tab.quick, Qt.Key.Key_Return)
    type_words(tab.quick, "开展复查")
    press(tab.quick, Qt.Key.Key_Return)
    assert texts(desk)[3:] == ["通报结果", "开展复查"]
    assert tab.quick.text() == ""
    press(tab.quick, Qt.Key.Key_Return)
    assert len(texts(desk)) == 5


def test_a_measure_that_was_typed_is_saved_when_another_item_is_chosen(desk: Desk) -> None:
    tab = shown(desk)
    type_words(tab.quick, "通报结果")
    desk.show_item("2024-问-02")
    assert texts(desk) == []
    assert tab.quick.text() == ""
    desk.show_item("2024-问-01")
    assert texts(desk)[-1] == "通报结果"


def test_a_measure_is_dragged_to_another_place(desk: Desk) -> None:
    tab = shown(desk)
    last = desk.detail().measures[2].id
    tab.list.select(last)
    data = tab.list.mime([last])
    assert data is not None
    top = tab.list.visualRect(tab.list.entries.index(0, 0)).topLeft() + QPoint(40, 3)
    tab.list.dropEvent(dropped(data, top))
    assert texts(desk) == ["检查案卷", "印发计划", "组织轮训"]
    assert tab.list.current_key() == last
    below = tab.list.visualRect(tab.list.entries.index(2, 0)).bottomLeft() + QPoint(40, 30)
    tab.list.dropEvent(dropped(data, below))
    assert texts(desk) == ["印发计划", "组织轮训", "检查案卷"]


def test_a_drop_where_it_was_changes_nothing(desk: Desk) -> None:
    tab = shown(desk)
    first = desk.detail().measures[0].id
    data = tab.list.mime([first])
    assert data is not None
    before = desk.ledger.ask.to_undo()
    for row in (0, 1):
        place = tab.list.visualRect(tab.list.entries.index(row, 0)).topLeft() + QPoint(40, 2)
        tab.list.dropEvent(dropped(data, place))
    assert desk.ledger.ask.to_undo() == before


def test_alt_and_arrows_move_the_current_measure(desk: Desk) -> None:
    tab = shown(desk)
    tab.list.select(desk.detail().measures[0].id)
    tab.list.setFocus()
    press(tab.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(desk) == ["组织轮训", "印发计划", "检查案卷"]
    press(tab.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(desk) == ["印发计划", "组织轮训", "检查案卷"]


def test_nothing_is_added_to_a_closed_item(desk: Desk) -> None:
    item_id = desk.detail().item.id
    desk.ledger.perform(SubmitItem(item_id))
    desk.ledger.perform(CloseItem(item_id, "吴敏"))
    tab = shown(desk)
    assert not tab.quick.isEnabled()
    tab.list.moved.emit(desk.detail().measures[2].id, 0)
    assert texts(desk) == ["印发计划", "组织轮训", "检查案卷"]


def test_measures_are_ticked_added_changed_moved_and_taken_out(desk: Desk, qtbot: QtBot) -> None:
    tab = desk.panel.measures
    desk.panel.tabs.setCurrentWidget(tab)
    assert desk.panel.tabs.tabText(1) == "措施 0/3"
    tab.list.setFocus()
    tab.list.select(desk.detail().measures[0].id)
    press(tab.list, Qt.Key.Key_Space)
    assert desk.detail().measures[0].done
    assert desk.panel.tabs.tabText(1) == "措施 1/3"
    box = tab.list.visualRect(tab.list.entries.index(1, 0)).topLeft() + QPoint(14, 14)
    click(tab.list.viewport(), box)
    assert desk.detail().measures[1].done
    tab.down.click()
    assert [measure.text for measure in desk.detail().measures] == ["印发计划", "检查案卷", "组织轮训"]
    tab.add.click()
    dialog = opened(desk, MeasureDialog)
    dialog.ok.click()
    assert "措施" in dialog.refusal.text()
    dialog.text.setPlainText("通报结果")
    dialog.unit.edit.setText("执法大队")
    dialog.day.line.setText("2025-08-31")
    dialog.ok.click()
    added = desk.detail().measures[-1]
    assert (added.text, added.deadline) == ("通报结果", date(2025, 8, 31))
    tab.list.select(added.id)
    tab.change.click()
    dialog = opened(desk, MeasureDialog)
    dialog.text.setPlainText("通报并复查")
    dialog.ok.click()
    assert desk.detail().measures[-1].text == "通报并复查"
    tab.drop.click()
    assert len(desk.detail().measures) == 3
