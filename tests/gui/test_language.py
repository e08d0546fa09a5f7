"""The window in another language: menus, pages, cells and panel speak it; what is printed and kept does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import go, shown
from tests.speaking import english

from tracker.gui.items.new_item_dialog import NewItemDialog
from tracker.gui.main_window import MainWindow
from tracker.gui.printing.printing import Printing
from tracker.gui.tasks import Tasks
from tracker.ledger import Ledger

WORDS = {
    "台账(&L)": "&Ledger",
    "全部事项": "All items",
    "状态": "Status",
    "待分解": "To be assigned",
    "未启动": "Not started",
    "问题": "Problem",
    "计划任务": "Commitment",
    "牵头单位": "Lead unit",
    "启动整改": "Begin",
    "确认事项": "Confirm",
    "申请销号": "Apply for closing",
    "逾期 {n} 天": "{n} days late",
    "合计 {n} 项：{parts}": "{n} in all: {parts}",
    "打印预览：{name}": "Preview: {name}",
}


@pytest.fixture
def speaking(ledger: Ledger, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window that was opened in English."""
    with english(tmp_path / "locale", WORDS):
        window = shown(MainWindow(ledger), qtbot)
        window.navigation.go("all")
        go(window, "2024-问-01")
        yield window
        window.close()


def test_menus_headings_and_cells_speak_it(speaking: MainWindow) -> None:
    assert "&Ledger" in [action.text() for action in speaking.menuBar().actions()]
    model = speaking.items.table.model()
    headings = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for column in range(model.columnCount())
    ]
    assert "Status" in headings
    cells = {model.index(row, headings.index("Status")).data() for row in range(model.rowCount())}
    assert cells == {"To be assigned", "Not started"}


def test_the_panel_speaks_it(speaking: MainWindow) -> None:
    labels = {label.text() for label in speaking.findChildren(QLabel)}
    assert {"Lead unit", "Not started"} <= labels
    assert any("· Problem ·" in text for text in labels)
    buttons = {each.text() for each in speaking.findChildren(QPushButton)}
    assert "Apply for closing" in buttons


def test_a_dialog_offers_kinds_in_it_and_keeps_what_they_mean(speaking: MainWindow, ledger: Ledger) -> None:
    dialog = NewItemDialog(speaking, ledger.today())
    assert [dialog.kind.itemText(n) for n in range(2)] == ["Problem", "Commitment"]
    dialog.title.setText("Parking")
    done = ledger.perform(dialog.operation())
    assert done.words.startswith("新建问题 ")
    dialog.close()


def test_a_preview_of_the_chinese_sheet_is_titled_in_it(speaking: MainWindow, ledger: Ledger, qtbot: QtBot) -> None:
    tasks = Tasks(speaking)
    printing = Printing(ledger, tasks, speaking)
    printing.start([card.id for card in ledger.cards()])
    qtbot.waitUntil(lambda: printing.preview is not None)
    assert printing.preview is not None
    assert printing.preview.windowTitle() == "Preview: 进度表"
    printing.preview.close()
