"""Progress: a draft waits for its item, days may lie in the past, 催办 stands in the same stream."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.conftest import opened, press, type_words
from tests.gui.detail.conftest import Desk

from tracker.gui.detail.notes_tab import NotesTab
from tracker.gui.reminders.urge_dialog import UrgeDialog
from tracker.operations.urgings import UrgeItems


def composing(desk: Desk) -> NotesTab:
    desk.panel.compose_note()
    return desk.panel.notes


def test_a_draft_waits_for_its_item(desk: Desk) -> None:
    notes = composing(desk)
    type_words(notes.text, "写到一半")
    notes.with_percent.setChecked(True)
    notes.percent.setValue(45)
    notes.day.line.setText("2025-05-01")
    desk.show_item("2024-问-02")
    assert notes.text.toPlainText() == ""
    assert not notes.with_percent.isChecked()
    assert desk.panel.drafts() == ["2024-问-01"]
    desk.show_item("2024-问-01")
    assert notes.text.toPlainText() == "写到一半"
    assert (notes.with_percent.isChecked(), notes.percent.value()) == (True, 45)
    assert notes.day.line.text() == "2025-05-01"
    assert notes.kept.isVisible()
    press(notes.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.panel.drafts() == []
    assert desk.detail().notes[0].noted_on == date(2025, 5, 1)


def test_another_change_of_the_item_leaves_the_draft_alone(desk: Desk) -> None:
    notes = composing(desk)
    type_words(notes.text, "写到一半")
    desk.ledger.perform(UrgeItems((desk.detail().item.id,)))
    assert notes.text.toPlainText() == "写到一半"


def test_a_note_may_be_of_a_past_day_and_of_somebody_else_but_not_of_tomorrow(desk: Desk) -> None:
    notes = composing(desk)
    type_words(notes.text, "完成首期轮训")
    notes.author.setText("赵强")
    notes.day.line.setText("2025-06-01")
    press(notes.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "不能晚于今天" in notes.refusal.text()
    assert notes.text.toPlainText() == "完成首期轮训"
    notes.day.line.setText("后天")
    notes.save.click()
    assert "看不懂日期" in notes.refusal.text()
    notes.day.line.setText("2025年5月6日")
    notes.save.click()
    note = desk.detail().notes[0]
    assert (note.author, note.noted_on) == ("赵强", date(2025, 5, 6))
    assert notes.author.text() == ""


def test_urging_is_recorded_and_stands_among_the_notes(desk: Desk) -> None:
    action = next(action for action in desk.panel.header.menu.actions() if action.text() == "催办…")
    action.trigger()
    dialog = opened(desk.panel, UrgeDialog)
    assert dialog.whom.text() == "执法大队、赵强"
    dialog.whom.clear()
    dialog.ok.click()
    assert "催办对象" in dialog.refusal.text()
    dialog.whom.setText("执法大队")
    dialog.day.line.setText("2025-06-30")
    dialog.ok.click()
    assert "不能晚于今天" in dialog.refusal.text()
    dialog.day.line.setText("2025-05-19")
    dialog.words.setPlainText("电话提醒 <尽快>")
    dialog.ok.click()
    (urging,) = desk.detail().urgings
    assert (urging.urged_on, urging.to_whom) == (date(2025, 5, 19), "执法大队")
    composing(desk)
    told = desk.panel.notes.list.toPlainText()
    assert "2025-05-19" in told
    assert "催办 执法大队：电话提醒 <尽快>" in told
    assert desk.panel.tabs.tabText(2) == "进展 1"


def test_the_newest_stands_first(desk: Desk) -> None:
    notes = composing(desk)
    for day, words in (("2025-05-18", "后来的事"), ("2025-05-02", "先前的事")):
        type_words(notes.text, words)
        notes.day.line.setText(day)
        notes.save.click()
    desk.ledger.perform(UrgeItems((desk.detail().item.id,), urged_on=date(2025, 5, 10)))
    told = notes.list.toPlainText()
    assert told.index("后来的事") < told.index("2025-05-10") < told.index("先前的事")


def test_a_note_is_composed_with_its_percentage(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.header.note.click()
    notes = desk.panel.notes
    notes.save.click()
    assert notes.refusal.isVisible()
    type_words(notes.text, "完成首期轮训")
    notes.with_percent.setChecked(True)
    notes.percent.setValue(60)
    press(notes.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = desk.detail()
    assert (found.notes[0].text, found.notes[0].percent, found.item.percent) == ("完成首期轮训", 60, 60)
    assert notes.text.toPlainText() == ""
    assert "完成首期轮训" in notes.list.toPlainText()
