"""The table of items: model, search, sorting, selection kept by item, copying, empty states."""

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import OFFICE, go, press, shown, type_words

from tracker.domain.kinds import ItemKind
from tracker.gui.items.table_columns import DEADLINE, PERCENT, TITLE
from tracker.gui.items.table_model import ItemTableModel
from tracker.gui.main_window import MainWindow
from tracker.ledger import Ledger
from tracker.operations.items import AddItem, EditItem
from tracker.operations.notes import AddNote


def codes(window: MainWindow) -> list[str]:
    return [card.code for card in window.model.items.shown]


def test_model_keeps_the_rules_of_qt(window: MainWindow) -> None:
    tester = QAbstractItemModelTester(window.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    window.performer.perform(AddItem(ItemKind.PROBLEM, 2025, "新的问题"), parent=window)
    window.performer.perform(EditItem(go(window, "2024-问-01"), {"title": "改过的标题"}), parent=window)
    window.performer.undo(parent=window)
    window.model.sort(TITLE, Qt.SortOrder.DescendingOrder)
    window.toolbar.search.setText("轮训")
    window.toolbar.left.emit()
    assert isinstance(tester.model(), ItemTableModel)


def test_search_looks_through_texts_measures_and_owners(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.toolbar.search.hasFocus)
    type_words(window.toolbar.search, "案卷")
    qtbot.waitUntil(lambda: codes(window) == ["2024-问-01"])  # in a measure alone
    window.toolbar.search.setText("王小河")
    press(window.toolbar.search, Qt.Key.Key_Return)
    assert codes(window) == ["2025-计-01"]
    assert window.items.table.hasFocus()


def test_search_finds_what_was_just_written(window: MainWindow, qtbot: QtBot) -> None:
    window.toolbar.search.setText("大坝")
    qtbot.waitUntil(lambda: codes(window) == [])
    window.performer.perform(AddNote(window.ledger.ask.item_by_code("2024-问-02").id, "查看大坝"), parent=window)
    assert codes(window) == ["2024-问-02"]


def test_no_hits_say_how_to_get_back(window: MainWindow, qtbot: QtBot) -> None:
    window.toolbar.search.setText("没有这个词")
    qtbot.waitUntil(lambda: window.items.stack.currentWidget() is window.items.no_hits)
    assert "没有这个词" in window.items.no_hits.words.text()
    window.items.no_hits.findChildren(QPushButton)[0].click()
    assert len(codes(window)) == 4
    assert window.toolbar.search.text() == ""


def test_an_empty_ledger_explains_the_first_steps(tmp_path: Path, qtbot: QtBot) -> None:
    window = shown(MainWindow(Ledger.create(tmp_path / "空", office=OFFICE)), qtbot)
    assert window.items.stack.currentWidget() is window.items.nothing_yet
    texts = [button.text() for button in window.items.nothing_yet.findChildren(QPushButton)]
    assert texts[0].startswith("导入报告")
    window.close()


def test_sorting_keeps_the_chosen_item(window: MainWindow, qtbot: QtBot) -> None:
    chosen = go(window, "2025-计-02")
    head = window.items.table.horizontalHeader()
    head.setSortIndicator(DEADLINE, Qt.SortOrder.AscendingOrder)
    assert codes(window)[0] == "2024-问-01"  # the overdue one
    assert codes(window)[-1] == "2024-问-02"  # without a deadline: last
    assert window.items.table.current_id() == chosen
    head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert codes(window)[0] == "2025-问-01" or codes(window)[0].startswith("2025")


def test_an_edit_redraws_its_row_and_keeps_the_selection(window: MainWindow, qtbot: QtBot) -> None:
    table = window.items.table
    press(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.selected_rows() == 4
    item_id = window.ledger.ask.item_by_code("2025-计-02").id
    with qtbot.waitSignal(window.model.dataChanged), qtbot.assertNotEmitted(window.model.modelReset):
        window.performer.perform(EditItem(item_id, {"percent": 40}), parent=window)
    row = window.model.rows_of({item_id})[0]
    assert window.model.index(row, PERCENT).data() == "40%"
    assert len(table.selected_cards()) == 4


def test_rows_are_copied_as_a_table(window: MainWindow, qtbot: QtBot) -> None:
    table = window.items.table
    go(window, "2024-问-01")
    press(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["编号", "事项", "牵头单位", "责任人"]
    assert lines[1].split("\t")[:4] == ["2024-问-01", "执法人员法治素养有待提高", "执法大队", "赵强"]


def test_arrows_move_and_enter_leads_to_the_panel(window: MainWindow, qtbot: QtBot) -> None:
    table = window.items.table
    table.setFocus()
    table.selectionModel().setCurrentIndex(window.model.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    before = table.current_id()
    press(table, Qt.Key.Key_Down)
    assert table.current_id() != before
    assert window.panel.detail is not None
    assert window.panel.detail.item.id == table.current_id()
    press(table, Qt.Key.Key_Return)
    assert window.panel.overview.fields["title"].editor.hasFocus()


def test_narrow_tables_give_up_columns_not_titles(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1100, 700)
    qtbot.wait(20)
    head, table = window.items.table.horizontalHeader(), window.items.table
    assert head.sectionSize(TITLE) >= 170
    assert sum(head.sectionSize(n) for n in range(head.count())) <= table.viewport().width()


def test_a_cell_is_edited_in_the_window_and_a_refusal_stands_beside_it(window: MainWindow, qtbot: QtBot) -> None:
    table = window.items.table
    item_id = go(window, "2025-计-02")
    table.kept.put_cursor(table.currentIndex().row(), PERCENT)
    press(table, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("101")
    press(editor, Qt.Key.Key_Return)
    assert table.bubble.isVisible()
    editor.setText("70")
    press(editor, Qt.Key.Key_Return)
    assert window.ledger.cards([item_id])[0].percent == 70
    window.performer.undo(parent=window)
    assert window.ledger.cards([item_id])[0].percent == 0


def test_searches_by_initials_are_ready_after_the_start(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.model.items.index.complete)
    type_words(window.toolbar.search, "zfdd")
    qtbot.waitUntil(lambda: codes(window) == ["2024-问-01"])
