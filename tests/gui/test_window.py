"""The window as a whole: start, new items, export, check, dropping reports, remembering, and no display."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from tests.gui.conftest import NOW, OFFICE, dropping, opened, shown

from tracker import settings
from tracker.errors import UserError
from tracker.gui import app
from tracker.gui.application import Application
from tracker.gui.checking import CheckDialog
from tracker.gui.export.export_dialog import ExportDialog
from tracker.gui.items.new_item_dialog import NewItemDialog
from tracker.gui.main_window import MainWindow
from tracker.gui.new_ledger_dialog import NewLedgerDialog
from tracker.gui.start_page import StartPage
from tracker.ledger import Ledger
from tracker.operations.items import EditItem


@pytest.fixture
def application(qtbot: QtBot) -> Iterator[Application]:
    made = Application()
    yield made
    if made.window is not None:
        made.window.close()


def test_a_new_item_is_made_and_shown(window: MainWindow) -> None:
    window.actions_by_key["new_item"].trigger()
    dialog = opened(window, NewItemDialog)
    dialog.ok.click()
    assert "短标题" in dialog.refusal.text()
    dialog.title.setText("窗口新建的问题")
    dialog.ok.click()
    assert window.panel.detail is not None
    assert window.panel.detail.item.code == "2025-问-01"
    assert window.items.table.current_id() == window.panel.detail.item.id
    assert window.counting.of("problems") == 3


def test_the_current_list_is_exported(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.navigation.go("problems")
    window.actions_by_key["export"].trigger()
    dialog = opened(window, ExportDialog)
    target = tmp_path / "进度表"
    dialog.target.setText(str(target))
    dialog.ok.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=10_000)
    book = openpyxl.load_workbook(tmp_path / "进度表.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    book.close()
    assert "2024-问-01" in cells
    assert "2025-计-01" not in cells
    assert settings.load().export_folder == str(tmp_path)
    opened(window, QMessageBox).close()


def test_a_locked_target_is_offered_another_name(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "进度表.xlsx"
    target.write_bytes(b"old")
    (tmp_path / ".~lock.进度表.xlsx#").touch()
    window.actions_by_key["export"].trigger()
    dialog = opened(window, ExportDialog)
    dialog.target.setText(str(target))
    dialog.ok.click()
    qtbot.waitUntil(dialog.other_name.isVisible)
    assert "进度表(2).xlsx" in dialog.other_name.text()
    dialog.other_name.click()
    qtbot.waitUntil((tmp_path / "进度表(2).xlsx").exists, timeout=10_000)
    assert target.read_bytes() == b"old"
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    opened(window, QMessageBox).close()


def test_the_check_tells_what_it_found(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_key["check"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(CheckDialog)), timeout=10_000)
    dialog = opened(window, CheckDialog)
    assert dialog.verdict.text() == "台账完好，没有发现问题。"
    dialog.accept()


def test_dropped_reports_are_imported(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[Path] = []
    window.drops.reports_dropped.disconnect()
    window.drops.reports_dropped.connect(started.extend)
    window.navigation.go("dashboard")
    window.dropEvent(dropping([tmp_path / "甲.docx", tmp_path / "照片.jpg", tmp_path / "乙.PDF"]))
    assert [file.name for file in started] == ["甲.docx", "乙.PDF"]
    box = opened(window, QMessageBox)  # there is no item that the picture could prove
    assert "照片.jpg" in box.informativeText()
    box.close()


def test_other_files_dropped_on_the_list_prove_its_item_after_a_question(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "现场照片.jpg"
    picture.write_bytes(b"jpg")
    window.dropEvent(dropping([picture]))
    box = opened(window, QMessageBox)
    assert "2024-问-01" in box.text()
    box.buttons()[0].click()
    qtbot.waitUntil(lambda: window.panel.detail is not None and len(window.panel.detail.evidence) == 1)
    assert window.panel.detail is not None
    assert window.panel.detail.evidence[0].name == "现场照片.jpg"


def test_undo_and_redo_are_named(window: MainWindow) -> None:
    undo, redo = window.actions_by_key["undo"], window.actions_by_key["redo"]
    assert undo.text() == "撤销：确定 2024-问-01 的时限为2025-05-15"
    assert not redo.isEnabled()
    undo.trigger()
    assert redo.text().startswith("重做：")
    assert window.counting.of("overdue") == 0
    redo.trigger()
    assert window.counting.of("overdue") == 1


def test_another_day_changes_the_lights(window: MainWindow, qtbot: QtBot) -> None:
    window.ledger.clock = lambda: NOW + timedelta(days=250)
    window._look_at_clock()
    qtbot.waitUntil(lambda: window.counting.of("overdue") == 3)


def test_the_start_page_offers_to_make_a_ledger(application: Application, tmp_path: Path, qtbot: QtBot) -> None:
    application.show_first(None)
    page = application.window
    assert isinstance(page, StartPage)
    page.new.click()
    dialog = opened(page, NewLedgerDialog)
    dialog.office.setText(OFFICE)
    dialog.folder.setText(str(tmp_path / "新的台账"))
    dialog.ok.click()
    window = application.window
    assert isinstance(window, MainWindow)
    assert window.navigation.office.text() == OFFICE
    assert settings.load().last_ledger == str(tmp_path / "新的台账")
    window.close()
    application.show_first(None)  # the next start opens it again
    assert isinstance(application.window, MainWindow)


def test_a_folder_without_a_ledger_is_refused_in_words(application: Application, tmp_path: Path) -> None:
    application.show_first(tmp_path)
    page = application.window
    assert isinstance(page, StartPage)
    box = opened(page, QMessageBox)
    assert "没有台账" in box.text()
    box.close()


def test_the_window_remembers_its_size(ledger: Ledger, qtbot: QtBot, template: Path) -> None:
    window = shown(MainWindow(ledger), qtbot)
    window.resize(1111, 690)
    window.close()
    kept = settings.load().window
    assert [name for name in kept if name.startswith("geometry@")]


def test_without_a_display_the_command_line_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not app.has_display()
    with pytest.raises(UserError, match="tracker list"):
        app.run()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert app.has_display()


_START = """
import sys
from PySide6.QtCore import QTimer
from tracker.gui import app
from tracker.gui.settling import Settling
from tracker.gui.warming import Warming
from pathlib import Path
anew, start = Settling.anew, Warming.start
early, heavy = set(), set()
def started(self):  # the first page is painted
    early.update({"pydantic", "sqlalchemy", "sqlmodel", "pypinyin", "polib"} & set(sys.modules))
    start(self)
def settles(self):  # what comes with the first page is loaded; the rest follows when nobody waits
    heavy.update({"openpyxl", "docx", "pypdfium2", "alembic", "typer", "charset_normalizer", "lxml"} & set(sys.modules))
    anew(self)
    QTimer.singleShot(50, self.parent().close)
Settling.anew, Warming.start = settles, started
status = app.run(Path(sys.argv[1]))
from tracker import paths
print(status, sorted(heavy | early), paths.log_file().exists())
"""


def test_the_start_loads_nothing_that_only_an_action_needs(template: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START, str(template)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "0 [] True", done.stderr


def test_the_status_bar_says_what_was_done(window: MainWindow) -> None:
    window.performer.perform(EditItem(window.items.table.current_id(), {"goal": "配齐人员"}), parent=window)
    assert window.status.said.text() == "已记录：修改 2024-问-01 的整改目标"
    assert window.status.said.isVisible()
    assert window.status.said.width() > 100
    window.actions_by_key["undo"].trigger()
    assert window.status.said.text() == "已记录：撤销：修改 2024-问-01 的整改目标"
