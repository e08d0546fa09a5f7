"""An hour of an officer's work, from two reports to an exported sheet, through the real window."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.gui.conftest import NOW, shown
from tests.officer import Officer
from tests.officer_hands import Hands
from tests.officer_papers import OFFICE

from tracker.gui.main_window import MainWindow
from tracker.ledger import Ledger


def test_an_hour_of_work_ends_in_a_sheet_with_its_figures(tmp_path: Path, qtbot: QtBot) -> None:
    ledger = Ledger.create(tmp_path / "台账", office=OFFICE, actor="陈法规", clock=lambda: NOW)
    window = shown(MainWindow(ledger), qtbot)
    officer = Officer(window, tmp_path, Hands())
    for _name, step in officer.steps():
        step()
    assert ledger.faults() == []
    window.close()
