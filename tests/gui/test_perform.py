"""Errors in words: what is refused, and what went wrong, with the place of the log."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import opened

from tracker import logs, paths
from tracker.errors import Cancelled, UserError
from tracker.gui import perform
from tracker.gui.bus import Bus
from tracker.gui.perform import Performer
from tracker.ledger import Ledger, Touched
from tracker.operations.items import EditItem
from tracker.operations.operation import Operation
from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Broken(Operation[None]):
    """An operation with a bug."""

    def run(self, tx: Transaction) -> None:
        raise ZeroDivisionError("内部")


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_fault_is_logged_and_the_sentence_names_the_log(ledger: Ledger, over: QWidget, home: Path) -> None:
    file = logs.start()
    try:
        assert Performer(ledger).perform(Broken(), parent=over) is None
    finally:
        for handler in list(logs.log.handlers):
            logs.log.removeHandler(handler)
            handler.close()
        logs.log.propagate = True
    box = opened(over, QMessageBox)
    assert "台账没有改动" in box.text()
    assert str(paths.log_file()) in box.informativeText()
    assert "Traceback" not in box.text() + box.informativeText()
    assert file is not None
    assert "ZeroDivisionError" in file.read_text(encoding="utf-8")
    box.close()


def test_a_refusal_can_be_taken_back_for_showing_beside_a_field(ledger: Ledger) -> None:
    item = ledger.cards()[0]
    answer = Performer(ledger).try_perform(EditItem(item.id, {"title": ""}))
    assert isinstance(answer, UserError)
    assert answer.field == "title"


def test_what_was_cancelled_needs_no_words(over: QWidget) -> None:
    assert perform.show_error(Cancelled(), over) is None


def test_the_hook_words_what_escapes_from_a_slot(over: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    over.activateWindow()
    perform.install_excepthook()
    error = UserError("没有这个文件。")
    sys.excepthook(UserError, error, None)
    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    assert boxes[0].text() == "没有这个文件。"
    boxes[0].close()


def test_the_bus_tells_once_for_each_commit(ledger: Ledger, qtbot: QtBot) -> None:
    bus = Bus(ledger)
    told: list[Touched] = []
    bus.touched.connect(told.append)
    item = ledger.cards()[0]
    ledger.perform(EditItem(item.id, {"goal": "目标"}))
    ledger.perform(EditItem(item.id, {"goal": "目标"}))  # nothing differs, nothing is told
    assert [touched.items for touched in told] == [frozenset({item.id})]
    bus.close()
    ledger.perform(EditItem(item.id, {"goal": "另一个"}))
    assert len(told) == 1
