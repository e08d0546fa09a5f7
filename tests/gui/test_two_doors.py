"""The window and the command line are two doors to one core: the same reports give the same ledger."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.conftest import shown
from tests.terminal import SAMPLES, Terminal

from tracker.gui.main_window import MainWindow
from tracker.ledger import Ledger
from tracker.operations.reports import Imported

REPORTS = [SAMPLES / name for name in ("report-2022.txt", "report-2023.docx", "report-2024.pdf")]
# What the doors may differ in: who and when.
_UNLIKE = {"imported_at", "at", "actor"}
_TABLES = ("report", "item", "excerpt", "unit", "person", "assignment", "measure", "link", "step")


def test_the_same_reports_give_the_same_ledger(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    by_cli = tmp_path / "命令行"
    monkeypatch.setenv("TRACKER_LEDGER", str(by_cli))
    terminal = Terminal(capsys, by_cli)
    assert terminal("import", *REPORTS, "--yes", "--link").status == 0

    ledger = Ledger.create(tmp_path / "窗口", office="")
    window = shown(MainWindow(ledger), qtbot)
    results: list[Imported] = []
    window.importing.imported.connect(results.append)
    for n, report in enumerate(REPORTS, start=1):
        _import(window, report, qtbot)
        qtbot.waitUntil(lambda n=n: len(results) == n)  # type: ignore[misc]  # mypy knows no defaults of lambdas
        assert window.panel.detail is not None
        assert window.panel.detail.item.code == results[-1].added[0], "the window goes to what is new"

    assert ledger.faults() == []
    assert _content(ledger.folder) == _content(by_cli)
    assert sorted(_files(ledger.folder)) == sorted(_files(by_cli))
    window.close()


def _import(window: MainWindow, report: Path, qtbot: QtBot) -> None:
    """Through the review, accepting all, and each link to an earlier report."""
    window.importing.start([report])
    door = window.importing.door()
    qtbot.waitUntil(lambda: door.dialog is not None and door.dialog.isVisible(), timeout=15_000)
    dialog = door.dialog
    assert dialog is not None
    dialog.run("accept_all")
    for index, entry in enumerate(dialog.session.review.entries):
        if entry.asked:
            dialog.session.go(index)
            dialog.run("link")
    dialog.panes.buttons["write"].click()


def _content(folder: Path) -> dict[str, list[dict[str, object]]]:
    with closing(sqlite3.connect(folder / "ledger.db")) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [
                {name: row[name] for name in row.keys() if name not in _UNLIKE}  # noqa: SIM118 - a Row is no mapping
                for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")
            ]
            for table in _TABLES
        }


def _files(folder: Path) -> list[str]:
    return [file.name for file in (folder / "reports").rglob("*") if file.is_file()]
