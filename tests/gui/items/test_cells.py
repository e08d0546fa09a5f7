"""Editing in the table's cells, by keyboard, with refusals beside the cell."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import click, press
from tests.gui.items.conftest import at

from tracker.domain.kinds import DeadlineKind
from tracker.domain.status import Move, Status
from tracker.gui.items.table_columns import CODE, DEADLINE, OWNER, PERCENT, STATUS
from tracker.gui.items.table_view import ItemTable
from tracker.ledger import Ledger
from tracker.operations.items import EditItem
from tracker.operations.reviews import CloseItem, SubmitItem


def line(table: ItemTable) -> QLineEdit:
    """The line that is being typed into."""
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    assert table.isAncestorOf(found)
    return found


def test_an_owner_is_typed_into_the_cell_and_enter_goes_down(table: ItemTable, ledger: Ledger) -> None:
    item_id = at(table, "2024-问-01", OWNER)
    press(table, Qt.Key.Key_F2)
    assert line(table).text() == "执法大队"
    line(table).setText("政策法规科，执法大队")
    press(line(table), Qt.Key.Key_Return)
    card = ledger.cards([item_id])[0]
    assert card.lead == "政策法规科、执法大队"
    assert not table.cells.editing
    assert table.currentIndex().column() == OWNER
    assert table.current_card().code == "2024-问-02"  # type: ignore[union-attr]  # there is one
    assert "政策法规科" in str(table.items_model.index(table.items_model.rows_of({item_id})[0], OWNER).data())


def test_a_percentage_is_a_number_or_a_note(table: ItemTable, ledger: Ledger) -> None:
    item_id = at(table, "2025-计-01", PERCENT)
    press(table, Qt.Key.Key_Return)
    press(line(table), Qt.Key.Key_Up)
    assert line(table).text() == "5"
    press(line(table), Qt.Key.Key_Return)
    assert ledger.cards([item_id])[0].percent == 5
    assert ledger.ask.details([item_id])[0].notes == ()
    at(table, "2025-计-01", PERCENT)
    press(table, Qt.Key.Key_Return)
    line(table).setText("60% 完成第二期轮训")
    press(line(table), Qt.Key.Key_Return)
    (note,) = ledger.ask.details([item_id])[0].notes
    assert (note.text, note.percent) == ("完成第二期轮训", 60)
    assert ledger.cards([item_id])[0].percent == 60


def test_a_refusal_stands_by_the_cell_and_keeps_the_entry(table: ItemTable, ledger: Ledger) -> None:
    item_id = at(table, "2025-计-01", PERCENT)
    press(table, Qt.Key.Key_F2)
    for entry, said in (("很多", "看不懂"), ("120", "不能大于 100")):
        line(table).setText(entry)
        press(line(table), Qt.Key.Key_Return)
        assert table.bubble.isVisible()
        assert said in table.bubble.text()
        assert line(table).text() == entry
    click(table.viewport(), QPoint(30, 200))  # as in a spreadsheet, it is mended or given up first
    assert table.current_id() == item_id
    press(line(table), Qt.Key.Key_Escape)
    assert not table.cells.editing
    assert not table.bubble.isVisible()
    assert ledger.cards([item_id])[0].percent == 0
    assert table.hasFocus()


def test_a_day_is_understood_and_a_standing_duty_too(table: ItemTable, ledger: Ledger) -> None:
    item_id = at(table, "2024-问-02", DEADLINE)
    press(table, Qt.Key.Key_F2)
    line(table).setText("2025年6月底")
    press(line(table), Qt.Key.Key_Return)
    assert ledger.cards([item_id])[0].deadline_current == date(2025, 6, 30)
    item_id = at(table, "2025-计-01", DEADLINE)
    press(table, Qt.Key.Key_F2)
    line(table).setText("长期坚持")
    press(line(table), Qt.Key.Key_Return)
    assert ledger.cards([item_id])[0].deadline_kind is DeadlineKind.STANDING


def test_a_presumed_day_is_confirmed_by_enter_but_not_by_passing(table: ItemTable, ledger: Ledger) -> None:
    item_id = at(table, "2025-计-01", DEADLINE)
    press(table, Qt.Key.Key_F2)
    assert "回车确认" in table.bubble.text()
    press(line(table), Qt.Key.Key_Tab)
    assert ledger.cards([item_id])[0].deadline_presumed
    press(line(table), Qt.Key.Key_Escape)
    at(table, "2025-计-01", DEADLINE)
    press(table, Qt.Key.Key_F2)
    press(line(table), Qt.Key.Key_Return)
    assert not ledger.cards([item_id])[0].deadline_presumed


def test_a_fixed_deadline_asks_for_an_extension(table: ItemTable, qtbot: QtBot) -> None:
    item_id = at(table, "2024-问-01", DEADLINE)
    with qtbot.waitSignal(table.extension_wanted) as wanted:
        press(table, Qt.Key.Key_Return)
    assert wanted.args == [item_id]
    assert not table.cells.editing


def test_moves_are_picked_from_a_list(table: ItemTable, ledger: Ledger, qtbot: QtBot) -> None:
    item_id = at(table, "2024-问-01", STATUS)
    press(table, Qt.Key.Key_F2)
    moves = QApplication.focusWidget()
    assert isinstance(moves, QListWidget)
    texts = [moves.item(row).text() for row in range(moves.count())]
    assert "启动整改" in texts
    assert "申请销号…" in texts
    moves.setCurrentRow(texts.index("启动整改"))
    press(moves, Qt.Key.Key_Return)
    assert ledger.cards([item_id])[0].status is Status.UNDER_WAY
    at(table, "2024-问-01", STATUS)
    press(table, Qt.Key.Key_F2)
    again = QApplication.focusWidget()
    assert isinstance(again, QListWidget)
    row = next(row for row in range(again.count()) if again.item(row).text() == "申请销号…")
    with qtbot.waitSignal(table.move_wanted) as wanted:
        click(again.viewport(), again.visualItemRect(again.item(row)).center())
    assert wanted.args == [item_id, Move.SUBMIT]
    assert ledger.cards([item_id])[0].status is Status.UNDER_WAY


def test_a_list_that_is_left_changes_nothing(table: ItemTable, ledger: Ledger) -> None:
    item_id = at(table, "2024-问-01", STATUS)
    before = ledger.cards([item_id])[0].status
    press(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    press(editor, Qt.Key.Key_Escape)
    assert ledger.cards([item_id])[0].status is before


def test_tab_leads_from_cell_to_cell_and_row_to_row(table: ItemTable) -> None:
    at(table, "2025-计-02", OWNER)
    press(table, Qt.Key.Key_F2)
    seen = []
    for _step in range(4):
        seen.append((table.current_card().code, table.currentIndex().column()))  # type: ignore[union-attr]
        editor = QApplication.focusWidget()
        assert editor is not None
        press(editor, Qt.Key.Key_Tab)
    assert seen == [("2025-计-02", column) for column in (OWNER, DEADLINE, PERCENT, STATUS)]
    assert table.currentIndex().column() == OWNER
    editor = QApplication.focusWidget()
    assert editor is not None
    press(editor, Qt.Key.Key_Backtab)
    assert (table.current_card().code, table.currentIndex().column()) == seen[-1]  # type: ignore[union-attr]


def test_what_is_closed_or_no_entry_leads_to_the_panel(table: ItemTable, ledger: Ledger, qtbot: QtBot) -> None:
    item_id = at(table, "2024-问-01", CODE)
    with qtbot.waitSignal(table.entered_item) as entered:
        press(table, Qt.Key.Key_Return)
    assert entered.args == [item_id]
    ledger.perform(EditItem(item_id, {"result": "已整改", "percent": 100}))
    ledger.perform(SubmitItem(item_id, ""))
    ledger.perform(CloseItem(item_id, "李审核", ""))
    at(table, "2024-问-01", PERCENT)
    with qtbot.waitSignal(table.entered_item):
        press(table, Qt.Key.Key_F2)


def test_a_double_click_edits(table: ItemTable) -> None:
    at(table, "2025-计-02", OWNER)
    place = table.visualRect(table.currentIndex()).center()
    click(table.viewport(), place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert table.cells.editing
    press(line(table), Qt.Key.Key_Escape)


def test_other_rows_than_the_edited_one_keep_their_selection_after_it(table: ItemTable, ledger: Ledger) -> None:
    item_id = at(table, "2025-计-01", OWNER)
    press(table, Qt.Key.Key_F2)
    line(table).setText("执法大队")
    table.setFocus()  # leaving the line saves, as in the panel
    assert ledger.cards([item_id])[0].lead == "执法大队"
    assert not table.cells.editing
