"""The page of units and people: each thing it offers, by mouse and by keyboard."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot
from tests.gui.conftest import click, press, type_words

from tracker.domain.cards import ItemCard
from tracker.gui.people.dialogs import AddUnitsDialog, PersonDialog
from tracker.gui.people.import_dialog import ImportDialog
from tracker.gui.people.merge_dialog import MergeDialog
from tracker.gui.people.people_page import PeoplePage
from tracker.gui.people.retire_dialog import RetireDialog
from tracker.gui.people.roster_list import RosterList
from tracker.gui.widgets.names_edit import NamesEdit
from tracker.ledger import Ledger

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def names(side: RosterList) -> list[str]:
    return [line.name for line in side.model.shown]


def choose(side: RosterList, *wanted: str) -> None:
    """Select the lines of these names, the first being the current one."""
    keys = [line.id for name in wanted for line in side.model.shown if line.name == name]
    side.table.go_to(keys[0])
    for row in side.model.rows_of(keys[1:]):
        side.table.selectionModel().select(
            side.model.index(row, 0),
            side.table.selectionModel().SelectionFlag.Select | side.table.selectionModel().SelectionFlag.Rows,
        )


def cells(side: RosterList, name: str) -> list[str]:
    row = names(side).index(name)
    return [str(side.model.index(row, column).data()) for column in range(side.model.columnCount())]


def first(ledger: Ledger) -> ItemCard:
    """The item of 执法大队."""
    return next(card for card in ledger.cards() if card.code == "2024-问-01")


def dialog(page: PeoplePage, kind: type) -> object:
    assert isinstance(page.dialog, kind), page.dialog
    return page.dialog


def test_both_lists_show_what_each_answers_for(page: PeoplePage) -> None:
    assert cells(page.units, "执法大队") == ["执法大队", "1", "1", "1", "—", "在册"]
    assert cells(page.units, "政策法规科") == ["政策法规科", "1", "—", "1", "1", "在册"]
    assert cells(page.people, "周明") == ["周明", "政策法规科", "科长", "6612", "—", "—", "—", "在册"]
    assert cells(page.people, "赵强")[4:7] == ["1", "1", "1"]
    assert (page.tabs.tabText(0), page.tabs.tabText(1)) == ("责任单位 3", "人员 4")
    for side in (page.units, page.people):
        QAbstractItemModelTester(side.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_f2_renames_in_place_and_everywhere(page: PeoplePage, ledger: Ledger, qtbot: QtBot) -> None:
    choose(page.units, "执法大队")
    press(page.units.table, Key.Key_F2)
    editor = page.units.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("水政执法大队")
    press(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: "水政执法大队" in names(page.units))
    assert first(ledger).lead == "水政执法大队"
    assert page.units.table.selected()[0].name == "水政执法大队"
    ledger.undo()
    assert "执法大队" in names(page.units)


def test_a_name_that_is_taken_offers_to_merge(page: PeoplePage, ledger: Ledger) -> None:
    choose(page.units, "执法大队（综合）")
    row = page.units.table.currentIndex().row()
    page.units.model.setData(page.units.model.index(row, 0), "执法大队")
    assert page.notice.isVisible()
    assert "已经有名为“执法大队”" in page.said.text()
    page.mend.click()
    merge = dialog(page, MergeDialog)
    assert isinstance(merge, MergeDialog)
    proposed = merge.choices.checkedButton()
    assert proposed is not None
    assert proposed.text().startswith("执法大队（1 项")  # it has more items
    merge.ok.click()
    assert names(page.units) == ["政策法规科", "执法大队"]
    assert not page.notice.isVisible()


def test_an_entry_that_cannot_be_is_told_and_nothing_is_asked(page: PeoplePage, ledger: Ledger) -> None:
    before = ledger.ask.to_undo()
    page.units.model.setData(page.units.model.index(0, 0), "  ")
    assert "不能为空" in page.said.text()
    page.units.model.setData(page.units.model.index(0, 0), "甲、乙")
    assert "不能有逗号、顿号或分号" in page.said.text()
    assert not page.mend.isVisible()
    assert ledger.ask.to_undo() == before


def test_people_are_edited_in_place_with_their_unit_completed(page: PeoplePage, ledger: Ledger) -> None:
    page.tabs.setCurrentWidget(page.people)
    choose(page.people, "赵强")
    table = page.people.table
    table.setCurrentIndex(page.people.model.index(table.currentIndex().row(), 1))
    press(table, Key.Key_Return)
    editor = table.findChild(NamesEdit)
    assert editor is not None
    editor.clear()
    type_words(editor, "zcfg")
    assert editor.offered() == ["政策法规科"]
    editor._take("政策法规科")
    editor.close_list()
    table.commitData(editor)
    assert cells(page.people, "赵强")[1] == "政策法规科"
    row = names(page.people).index("赵强")
    page.people.model.setData(page.people.model.index(row, 3), " 13800001111 ")
    assert cells(page.people, "赵强")[3] == "13800001111"


def test_ctrl_enter_a_double_click_and_the_button_ask_for_the_items(page: PeoplePage, qtbot: QtBot) -> None:
    choose(page.units, "执法大队")
    with qtbot.waitSignal(page.items_wanted) as told:
        press(page.units.table, Key.Key_Return, Modifier.ControlModifier)
    assert told.args == ["执法大队"]
    with qtbot.waitSignal(page.items_wanted):
        page.units.buttons["items"].click()
    page.tabs.setCurrentWidget(page.people)
    choose(page.people, "赵强")
    with qtbot.waitSignal(page.person_items_wanted) as told:
        page.people.buttons["items"].click()
    assert told.args == ["赵强"]


def test_units_move_by_key_button_and_mouse(page: PeoplePage, ledger: Ledger) -> None:
    assert names(page.units) == ["政策法规科", "执法大队", "执法大队（综合）"]
    choose(page.units, "执法大队")
    press(page.units.table, Key.Key_Up, Modifier.AltModifier)
    assert names(page.units) == ["执法大队", "政策法规科", "执法大队（综合）"]
    assert page.units.table.selected()[0].name == "执法大队"
    page.units.buttons["down"].click()
    assert names(page.units) == ["政策法规科", "执法大队", "执法大队（综合）"]
    model = page.units.model
    data = model.mimeData([model.index(2, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert names(page.units) == ["执法大队（综合）", "政策法规科", "执法大队"]
    ledger.undo()
    assert names(page.units)[-1] == "执法大队（综合）"
    model.sort(0)
    choose(page.units, "执法大队")
    assert not page.units.buttons["up"].isEnabled()  # another order is shown


def test_both_lists_are_found_by_sound_and_ordered_by_it(page: PeoplePage) -> None:
    page.search.setText("zfdd")
    assert names(page.units) == ["执法大队", "执法大队（综合）"]
    page.search.setText("6612")
    assert names(page.people) == ["周明"]
    assert page.units.stack.currentWidget() is page.units.nothing
    page.search.clear()
    page.people.model.sort(0)
    assert names(page.people) == ["李副局长", "王小河", "赵强", "周明"]
    page.people.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(page.people)[0] == "周明"
    page.people.model.sort(-1)
    assert names(page.people)[0] == "周明"  # who has a unit stands before those without


def test_several_units_are_added_at_once(page: PeoplePage, ledger: Ledger) -> None:
    page.activateWindow()
    page.focus_list()
    press(page.units.table, Key.Key_Insert)
    adding = dialog(page, AddUnitsDialog)
    assert isinstance(adding, AddUnitsDialog)
    adding.ok.click()
    assert "还没有填写单位名称" in adding.refusal.text()
    adding.names.setText("办公室、执法大队")
    adding.ok.click()
    assert "已经有名为“执法大队”" in adding.refusal.text()
    adding.names.setText("办公室、财务科")
    adding.ok.click()
    assert page.dialog is None
    assert names(page.units)[-2:] == ["办公室", "财务科"]
    ledger.undo()
    assert "办公室" not in names(page.units)


def test_a_person_is_added_into_a_unit_that_is_new(page: PeoplePage, ledger: Ledger) -> None:
    page.tabs.setCurrentWidget(page.people)
    page.add.click()
    adding = dialog(page, PersonDialog)
    assert isinstance(adding, PersonDialog)
    adding.called.setText("钱多多")
    adding.unit.edit.setText("政策法规处")
    adding.unit.edit.editingFinished.emit()
    assert "“政策法规处”不在名单中，保存时加入" in adding.unit.news.text()
    assert adding.unit.news.offered() == [("政策法规处", "政策法规科")]
    adding.unit.news.linkActivated.emit("take0")
    assert adding.unit.name() == "政策法规科"
    assert adding.unit.news.isHidden()
    adding.unit.edit.setText("信访科")
    adding.ok.click()
    assert cells(page.people, "钱多多")[1] == "信访科"
    assert "信访科" in names(page.units)
    choose(page.people, "周明")
    page.people.buttons["edit"].click()
    editing = dialog(page, PersonDialog)
    assert isinstance(editing, PersonDialog)
    editing.duty.setText("处长")
    editing.ok.click()
    assert cells(page.people, "周明")[1:4] == ["政策法规科", "处长", "6612"]


def test_selected_lines_are_merged(page: PeoplePage, ledger: Ledger) -> None:
    choose(page.units, "执法大队", "执法大队（综合）")
    page.units.buttons["merge"].click()
    merge = dialog(page, MergeDialog)
    assert isinstance(merge, MergeDialog)
    merge.choices.buttons()[1].click()
    merge.ok.click()
    assert names(page.units) == ["政策法规科", "执法大队（综合）"]
    assert first(ledger).lead == "执法大队（综合）"


def test_likely_doubles_are_merged_or_told_apart(page: PeoplePage, ledger: Ledger) -> None:
    doubles = page.units.duplicates
    assert doubles.isVisible()
    assert doubles.words.text() == "可能重复的名称：1 对"
    doubles.toggle.click()
    assert "只差括号里的说明" in doubles.list.entries.entries[0].detail
    press(doubles.list, Key.Key_Return)
    assert isinstance(page.dialog, MergeDialog)
    page.dialog.reject()
    press(doubles.list, Key.Key_Delete)
    assert not doubles.isVisible()
    page.show_roster(ledger.ask.units(), ledger.ask.people(), ledger.cards(), ledger.today())
    assert not doubles.isVisible()  # as long as the program runs
    assert not page.people.duplicates.isVisible()


def test_retiring_hands_over_what_is_open(page: PeoplePage, ledger: Ledger) -> None:
    choose(page.units, "执法大队")
    page.units.buttons["retire"].click()
    retire = dialog(page, RetireDialog)
    assert isinstance(retire, RetireDialog)
    retire.ok.click()
    assert "还没有填写移交给谁" in retire.refusal.text()
    retire.heir.setText("没有的科")
    retire.ok.click()
    assert "没有“没有的科”" in retire.refusal.text()
    retire.heir.setText("政策法规科")
    retire.ok.click()
    assert first(ledger).lead == "政策法规科"
    assert cells(page.units, "执法大队")[-1] == "停用"
    assert page.units.buttons["restore"].isVisible()
    page.units.retired.setChecked(False)
    assert "执法大队" not in names(page.units)
    page.units.retired.setChecked(True)
    choose(page.units, "执法大队")
    page.units.buttons["restore"].click()
    assert cells(page.units, "执法大队")[-1] == "在册"


def test_one_may_be_retired_and_keep_its_items(page: PeoplePage, ledger: Ledger) -> None:
    page.tabs.setCurrentWidget(page.people)
    choose(page.people, "赵强")
    page.people.buttons["retire"].click()
    retire = dialog(page, RetireDialog)
    assert isinstance(retire, RetireDialog)
    retire.leave.setChecked(True)
    assert not retire.heir.isEnabled()
    retire.ok.click()
    assert cells(page.people, "赵强")[-1] == "停用"
    assert first(ledger).person == "赵强"
    choose(page.people, "周明")
    page.people.buttons["retire"].click()  # nothing is open: no question
    assert page.dialog is None
    assert cells(page.people, "周明")[-1] == "停用"


def test_only_the_unused_are_dropped(page: PeoplePage) -> None:
    choose(page.units, "执法大队")
    assert not page.units.buttons["drop"].isEnabled()
    press(page.units.table, Key.Key_Delete)
    assert "执法大队" in names(page.units)
    choose(page.units, "执法大队（综合）")
    press(page.units.table, Key.Key_Delete)
    assert "执法大队（综合）" not in names(page.units)


def test_the_context_menu_offers_what_fits(page: PeoplePage) -> None:
    choose(page.units, "执法大队")
    assert [action.text() for action in page.units.menu().actions() if action.text()] == [
        "查看事项", "改名", "停用…", "上移", "下移", "新增单位…",
    ]  # fmt: skip
    choose(page.units, "执法大队", "执法大队（综合）")
    assert "合并…" in [action.text() for action in page.units.menu().actions()]


def roster(folder: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["单位", "姓名", "职务"],
        ["政策法规科", "周明", "处长"],
        ["信访科", "钱多多", None],
        ["合计", None, None],
    ):
        sheet.append(row)
    file = folder / "科室人员名单.xlsx"
    book.save(file)
    return file


def test_a_list_is_shown_before_it_is_written(page: PeoplePage, ledger: Ledger, qtbot: QtBot, tmp_path: Path) -> None:
    page.read_roster(roster(tmp_path))
    qtbot.waitUntil(lambda: page.dialog is not None)
    preview = dialog(page, ImportDialog)
    assert isinstance(preview, ImportDialog)
    QAbstractItemModelTester(preview.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    told = [(line.what, line.name, line.words, line.place) for line in preview.model.lines]
    assert told == [
        ("新增单位", "信访科", "", "Sheet!B3"),
        ("新增人员", "钱多多", "", "Sheet!B3"),
        ("更新人员", "周明", "职务：科长 → 处长", "Sheet!B2"),
        ("读不懂", "", "“合计”不像是名称，没有读。", "Sheet!A4"),
    ]
    assert "信访科" not in names(page.units)
    preview.table.setCurrentIndex(preview.model.index(2, 0))
    press(preview.table, Key.Key_Space)
    preview.ok.click()
    assert "信访科" in names(page.units)
    assert cells(page.people, "钱多多")[1] == "信访科"
    assert cells(page.people, "周明")[2] == "科长"  # was unticked
    ledger.undo()
    assert "信访科" not in names(page.units)


def test_a_list_is_dropped_onto_the_page(page: PeoplePage, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(roster(tmp_path)))])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Modifier.NoModifier)
    page.dropEvent(event)
    qtbot.waitUntil(lambda: isinstance(page.dialog, ImportDialog))


def test_a_file_that_cannot_be_read_is_told(page: PeoplePage, qtbot: QtBot, tmp_path: Path) -> None:
    bad = tmp_path / "旧名单.xls"
    bad.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    page.read_roster(bad)
    qtbot.waitUntil(lambda: bool(page.findChildren(QMessageBox)))
    assert "旧名单.xls 是旧版的 .xls" in page.findChildren(QMessageBox)[0].text()


def test_empty_lists_explain_themselves(qtbot: QtBot, tmp_path: Path, page: PeoplePage) -> None:
    empty = Ledger.create(tmp_path / "空")
    page.show_roster([], [], [], empty.today())
    empty.close()
    assert page.units.stack.currentWidget() is page.units.empty
    assert page.people.stack.currentWidget() is page.people.empty
    assert not page.units.bar.isVisible()
    with qtbot.waitSignal(page.units.asked) as told:
        page.units.empty.chosen.emit("add")
    assert told.args == ["add"]
    assert isinstance(page.dialog, AddUnitsDialog)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_a_number_leads_to_the_name(page: PeoplePage, key: Qt.Key) -> None:
    choose(page.units, "执法大队")
    page.units.table.setCurrentIndex(page.units.model.index(1, 2))
    press(page.units.table, key)
    assert page.units.table.currentIndex().column() == 0
    editor = page.units.table.findChild(QLineEdit)
    assert editor is not None
    click(editor)
