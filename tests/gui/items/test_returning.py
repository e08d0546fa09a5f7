"""Sheets that come back: exported by the program, changed by hand, dropped, looked at, written, taken back."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from tests.gui.conftest import TODAY, click, dropping, go, opened

from tracker.domain.kinds import Role
from tracker.gui.items.returned_dialog import ReturnedDialog
from tracker.gui.main_window import MainWindow
from tracker.ledger import Ledger
from tracker.operations.dropping import DropItems
from tracker.operations.notes import AddNote
from tracker.sheets.export import export_progress


@pytest.fixture
def sheet(ledger: Ledger, tmp_path: Path) -> Path:
    """The workbook that the program exports of all items, one of which has a note."""
    first = ledger.ask.item_by_code("2024-问-01")
    ledger.perform(AddNote(first.id, "已印发培训计划", 10))
    details = ledger.ask.details([card.id for card in ledger.cards()])
    return export_progress(details, tmp_path / "执法大队.xlsx", office="云岭市水务局", as_of=TODAY)


def fill(file: Path, *cells: tuple[str, str, str | float]) -> list[str]:
    """Change cells of the 明细 by item and heading, as a unit does; their addresses."""
    book = load_workbook(file)
    page: Worksheet = book["明细"]
    headings = {str(cell.value).replace("\n", ""): number for number, cell in enumerate(page[1], 1)}
    lines = {str(page.cell(row, headings["编号"]).value): row for row in range(2, page.max_row + 1)}
    places = []
    for code, heading, value in cells:
        cell = page.cell(lines[code], headings[heading])
        cell.value = f"{value}\n{cell.value}" if heading == "历次进展（新在前）" and cell.value else value
        places.append(cell.coordinate)
    book.save(file)
    return places


def preview(window: MainWindow, file: Path, qtbot: QtBot) -> ReturnedDialog:
    """Drop a file, and wait for what it would change."""
    window.dropEvent(dropping([file]))
    qtbot.waitUntil(lambda: window.returning.dialog is not None, timeout=10_000)
    return opened(window, ReturnedDialog)


def lines(dialog: ReturnedDialog) -> list[tuple[str, str, str]]:
    """Code, change and cells of each line that is shown."""
    model = dialog.model
    return [
        (model.index(row, 0).data(), model.index(row, 2).data(), model.index(row, 3).data())
        for row in range(model.rowCount())
    ]


def test_a_sheet_that_comes_back_unchanged_changes_nothing(window: MainWindow, sheet: Path, qtbot: QtBot) -> None:
    dialog = preview(window, sheet, qtbot)
    assert lines(dialog) == []
    assert dialog.says.text().startswith("共 4 行：有变化 0 行，没有变化 4 行，不能写入 0 行。没有可以写入的内容。")
    assert "“进度表”里改的没有读" in dialog.says.text()
    assert not dialog.ok.isEnabled()
    dialog.reject()


def test_changed_cells_are_shown_then_written_in_one_step_that_can_be_undone(
    window: MainWindow, sheet: Path, qtbot: QtBot
) -> None:
    places = fill(
        sheet,
        ("2024-问-01", "进度", 0.6),
        ("2024-问-01", "历次进展（新在前）", "两期轮训已办完"),
        ("2025-计-01", "配合单位", "执法大队"),
    )
    ledger, steps = window.ledger, len(window.ledger.ask.history())
    dialog = preview(window, sheet, qtbot)
    assert lines(dialog) == [
        ("2025-计-01", "配合单位：执法大队", places[2]),
        ("2024-问-01", "进度：10% → 60%；登记进展：两期轮训已办完", f"{places[0]}、{places[1]}"),
    ]
    assert dialog.ok.text() == "写入（2 项）"
    assert len(ledger.ask.history()) == steps  # nothing is written before
    click(dialog.ok)
    qtbot.waitUntil(lambda: window.returning.dialog is None, timeout=10_000)
    first, task = (ledger.ask.item_by_code(code) for code in ("2024-问-01", "2025-计-01"))
    detail = ledger.ask.detail(first.id)
    assert detail is not None
    assert (detail.item.percent, [note.text for note in detail.notes]) == (60, ["已印发培训计划", "两期轮训已办完"])
    other = ledger.ask.detail(task.id)
    assert other is not None
    assert other.names(Role.SUPPORT) == ("执法大队",)
    step = ledger.ask.to_undo()
    assert step is not None
    assert "收回的《执法大队.xlsx》" in step.words
    ledger.undo()
    assert ledger.ask.item_by_code("2024-问-01").percent == 10
    assert next(card for card in ledger.cards() if card.id == task.id).support == ""


def test_a_faulty_row_is_refused_by_its_cell_and_the_others_are_written(
    window: MainWindow, sheet: Path, qtbot: QtBot
) -> None:
    faulty, *_others = fill(
        sheet, ("2024-问-01", "进度", 1.2), ("2024-问-01", "备注", "不该写进去"), ("2025-计-02", "进度", 0.3)
    )
    dialog = preview(window, sheet, qtbot)
    assert lines(dialog)[0] == (
        "2024-问-01", "不写入：完成率不能是 120%。请填 0 到 100 的整数。", faulty,
    )  # fmt: skip
    assert dialog.whole.toPlainText().startswith(f"{faulty}：完成率不能是 120%")
    assert dialog.says.text().startswith("共 4 行：有变化 1 行，没有变化 2 行，不能写入 1 行。")
    click(dialog.ok)
    qtbot.waitUntil(lambda: window.returning.dialog is None, timeout=10_000)
    ledger = window.ledger
    assert (ledger.ask.item_by_code("2024-问-01").percent, ledger.ask.item_by_code("2024-问-01").remark) == (10, "")
    assert ledger.ask.item_by_code("2025-计-02").percent == 30


def test_a_line_without_its_tick_is_left_out(window: MainWindow, sheet: Path, qtbot: QtBot) -> None:
    fill(sheet, ("2025-计-01", "备注", "甲"), ("2025-计-02", "备注", "乙"))
    dialog = preview(window, sheet, qtbot)
    model = dialog.model
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.ok.text() == "写入（1 项）"
    click(dialog.ok)
    qtbot.waitUntil(lambda: window.returning.dialog is None, timeout=10_000)
    assert [window.ledger.ask.item_by_code(f"2025-计-0{n}").remark for n in (1, 2)] == ["", "乙"]


def test_what_a_rule_refuses_meanwhile_is_shown_afterwards(window: MainWindow, sheet: Path, qtbot: QtBot) -> None:
    fill(sheet, ("2025-计-01", "备注", "甲"), ("2025-计-02", "备注", "乙"))
    dialog = preview(window, sheet, qtbot)
    gone = window.ledger.ask.item_by_code("2025-计-01")
    window.ledger.perform(DropItems((gone.id,)))  # as another program may, while the preview is open
    click(dialog.ok)
    qtbot.waitUntil(lambda: dialog.results is not None, timeout=10_000)
    assert dialog.results is not None
    assert dialog.results.refused == (gone.id,)
    assert window.ledger.ask.item_by_code("2025-计-02").remark == "乙"
    dialog.reject()


def test_another_table_is_asked_about_as_evidence_of_the_item_that_is_shown(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    book.active.append(["姓名", "签名"])
    book.save(tmp_path / "签到表.xlsx")
    go(window, "2024-问-02")
    window.dropEvent(dropping([tmp_path / "签到表.xlsx"]))
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)), timeout=10_000)
    box = opened(window, QMessageBox)
    assert box.text() == "把这些文件作为 2024-问-02 的佐证材料？"
    box.reject()
    window.navigation.go("dashboard")
    window.dropEvent(dropping([tmp_path / "签到表.xlsx"]))
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QMessageBox)), timeout=10_000)
    told = opened(window, QMessageBox)
    assert "没有找到“编号”" in told.text() + told.informativeText()
    told.reject()
