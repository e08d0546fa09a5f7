"""A panel on a real ledger, wired as the window wires it, without the rest of the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tracker.domain.cards import ItemDetail
from tracker.errors import UserError
from tracker.gui.bus import Bus
from tracker.gui.detail.panel import DetailPanel
from tracker.gui.files import Files
from tracker.gui.perform import Performer
from tracker.gui.tasks import Tasks
from tracker.gui.theme import LIGHT
from tracker.ledger import Ledger, Touched
from tracker.operations.operation import Operation


class Desk(QWidget):
    """The panel with what performs its wishes; ``refused`` keeps what the panel had no place for."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self.ledger = ledger
        self.performer = Performer(ledger, self)
        self.tasks = Tasks(self)
        self.files = Files(ledger, self.tasks, self)
        self.refused: list[UserError] = []
        self.panel = DetailPanel(LIGHT, ledger.today(), lambda: {c.code: (c.id, c.title) for c in ledger.cards()})
        self.panel.use_files(self.files)
        self.panel.know(ledger.ask.units(), ledger.ask.people())
        self.panel.requested.connect(self.request)
        self.panel.evidence.files_dropped.connect(self.keep)
        self.panel.evidence.open_wanted.connect(self.files.open_evidence)
        self.panel.evidence.save_wanted.connect(self.files.save_evidence)
        self.panel.links.go_wanted.connect(lambda key: self.panel.show_detail(ledger.ask.detail(key)))
        self.panel.history.wanted.connect(self.fill_history)
        self.panel.history.page.undo_wanted.connect(lambda step: self.performer.undo_step(step, parent=self))
        self.files.requested.connect(self.request)
        self._bus = Bus(ledger, self)
        self._bus.touched.connect(self._touched)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.elsewhere = QLineEdit()
        column.addWidget(self.elsewhere)
        self.resize(372, 720)

    def show_item(self, code: str) -> None:
        self.panel.show_detail(self.ledger.ask.detail(self.ledger.ask.item_by_code(code).id))

    def leave(self, qtbot: QtBot) -> None:
        """The focus goes elsewhere, as by a click."""
        self.elsewhere.setFocus()
        qtbot.wait(1)

    def detail(self) -> ItemDetail:
        assert self.panel.detail is not None
        found = self.ledger.ask.detail(self.panel.detail.item.id)
        assert found is not None
        return found

    def request(self, operation: Operation[object]) -> None:
        answer = self.performer.try_perform(operation)
        if isinstance(answer, UserError) and not self.panel.refuse(answer):
            self.refused.append(answer)

    def keep(self, files: list[Path]) -> None:
        self.files.add_evidence(self.detail().item.id, self.panel.evidence.subject(), files)

    def fill_history(self, item_id: int) -> None:
        page = self.panel.history.page
        page.show_records(self.ledger.ask.history(item_id), self.ledger.ask.names(), limit=200)

    def _touched(self, touched: Touched) -> None:
        if {"unit", "person"} & touched.tables:
            self.panel.know(self.ledger.ask.units(), self.ledger.ask.people())
        if self.panel.detail is not None:
            self.panel.show_detail(self.ledger.ask.detail(self.panel.detail.item.id))

    def close_all(self) -> None:
        self.tasks.shutdown()
        self.files.close()
        self._bus.close()


@pytest.fixture
def desk(ledger: Ledger, qtbot: QtBot) -> Iterator[Desk]:
    """The panel, shown with the first problem."""
    made = Desk(ledger)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.show_item("2024-问-01")
    yield made
    made.close_all()
