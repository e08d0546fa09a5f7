"""The quiet line, the day it is put away, and the hour of the tray's notice."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import TODAY, click, press

from tracker.domain.cards import ItemCard
from tracker.errors import UserError
from tracker.gui.reminders.reminding import Reminding
from tracker.gui.reminders.tray import Tray, is_due
from tracker.gui.reminders.urge_dialog import UrgeDialog
from tracker.ledger import Ledger
from tracker.operations.operation import Operation
from tracker.views.reminders import Reminder


@pytest.fixture
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "home"))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def reminding(parent: QWidget, cards: list[ItemCard], today: date = TODAY) -> Reminding:
    made = Reminding(Path("台账"), parent)
    made.bar.setParent(parent)
    made.show(cards, today)
    return made


def test_the_line_names_what_is_due_and_leads_there(own_settings: None, parent: QWidget, ledger: Ledger) -> None:
    work = reminding(parent, ledger.cards())
    assert work.bar.isVisible()
    assert work.bar.overdue.text() == "逾期 1 项"
    assert not work.bar.waiting.isVisible()
    went: list[str] = []
    urged: list[tuple[int, ...]] = []
    work.place_wanted.connect(went.append)
    work.urge_wanted.connect(urged.append)
    click(work.bar.overdue)
    click(work.bar.urge)
    assert went == ["overdue"]
    assert urged == [(ledger.ask.item_by_code("2024-问-01").id,)]


def test_what_was_put_away_stays_away_until_the_next_day(own_settings: None, parent: QWidget, ledger: Ledger) -> None:
    press(reminding(parent, ledger.cards()).bar, Qt.Key.Key_Escape)
    again = reminding(parent, ledger.cards())
    assert not again.bar.isVisible()
    again.show(ledger.cards(), TODAY + timedelta(days=1))
    assert again.bar.isVisible()


def test_nothing_to_do_says_nothing(own_settings: None, parent: QWidget) -> None:
    assert not reminding(parent, []).bar.isVisible()


@pytest.mark.parametrize(
    ("clock", "hour", "last", "due"),
    [
        ("08:59", "09:00", "", False),
        ("09:00", "09:00", "", True),
        ("17:00", "09:00", "2025-05-19", True),
        ("17:00", "09:00", "2025-05-20", False),
        ("09:30", "九点", "", True),
    ],
)
def test_one_notice_a_day_at_its_hour(clock: str, hour: str, last: str, due: bool) -> None:
    assert is_due(datetime.fromisoformat(f"2025-05-20T{clock}"), hour, last) is due


def test_the_tray_says_what_is_to_be_done(parent: QWidget) -> None:
    tray = Tray(QIcon(), parent)
    tray.tell(Reminder(overdue=(1, 2), waiting=(3,)))
    tray.tell(Reminder())
    assert tray.notices == ["逾期 2 项，待审核 1 项"]


def test_urging_many_is_one_step(parent: QWidget, ledger: Ledger) -> None:
    cards = ledger.cards()
    dialog = UrgeDialog(parent, cards, TODAY)
    dialog.requested.connect(ledger.perform)
    dialog.open()
    dialog.whom.setText("各责任单位")
    click(dialog.ok)
    assert {card.last_urged for card in ledger.cards()} == {TODAY}
    step = ledger.ask.to_undo()
    assert step is not None
    assert step.words.startswith("催办 ")


def test_a_day_that_cannot_be_read_stays_for_mending(parent: QWidget, ledger: Ledger) -> None:
    dialog = UrgeDialog(parent, ledger.cards()[:1], TODAY)
    asked: list[Operation[object]] = []
    dialog.requested.connect(asked.append)
    dialog.open()
    dialog.day.line.setText("下周")
    click(dialog.ok)
    assert dialog.isVisible()
    assert not asked
    assert "看不懂日期" in dialog.refusal.text()
    dialog.refuse(UserError("催办日期不能晚于今天。"))
    assert dialog.refusal.text() == "催办日期不能晚于今天。"
