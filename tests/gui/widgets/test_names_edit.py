"""Names completed by their sound, and what is said of names that the list does not have."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import press, type_words

from tracker.domain import pinyin
from tracker.domain.kinds import Role
from tracker.gui.main_window import MainWindow
from tracker.gui.widgets.fields import NamesField
from tracker.gui.widgets.names_edit import NamesEdit
from tracker.gui.widgets.unknown_names import NamesEntry
from tracker.operations.people import SaveUnit
from tracker.operations.roster import RetireUnit

UNITS = ["政策法规科", "行政执法大队", "执法大队", "办公室"]
Key = Qt.Key


@pytest.fixture(autouse=True)
def sounds() -> None:
    """Readings are loaded, as some moments after the start."""
    pinyin.warm()


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[NamesEdit]:
    """An edit with the focus, in a window with another line behind it."""
    window = QWidget()
    column = QVBoxLayout(window)
    made = NamesEdit()
    made.know(UNITS, ["旧法制科"])
    column.addWidget(made)
    column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.setFocus()
    yield made
    made.close_list()


def popup(edit: NamesEdit) -> QAbstractItemView:
    found = edit._completer.popup()
    assert found is not None
    return found


@pytest.mark.parametrize("typed", ["zfdd", "zhifa", "执法"])
def test_a_name_is_offered_by_sound_and_by_characters(edit: NamesEdit, typed: str) -> None:
    type_words(edit, typed)
    assert edit.offered() == ["执法大队", "行政执法大队"]
    assert popup(edit).isVisible()


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_letters_are_no_name_so_the_best_is_taken_at_once(edit: NamesEdit, key: Qt.Key) -> None:
    type_words(edit, "办公室、zfdd")
    press(popup(edit), key)
    assert edit.text() == "办公室、执法大队"
    assert edit.hasFocus()
    assert not popup(edit).isVisible()


def test_arrows_choose_another(edit: NamesEdit) -> None:
    type_words(edit, "zfdd")
    press(popup(edit), Key.Key_Down)
    press(popup(edit), Key.Key_Tab)
    assert edit.text() == "行政执法大队"


def test_chinese_stays_as_it_is_typed_unless_a_name_is_chosen(edit: NamesEdit, qtbot: QtBot) -> None:
    type_words(edit, "执法")
    with qtbot.waitSignal(edit.returnPressed):
        press(popup(edit), Key.Key_Return)
    assert edit.text() == "执法"
    type_words(edit, "大")
    press(popup(edit), Key.Key_Tab)
    assert edit.text() == "执法大"
    assert not edit.hasFocus()


def test_names_that_are_there_and_retired_ones_are_not_offered(edit: NamesEdit) -> None:
    type_words(edit, "执法大队、zf")
    assert edit.offered() == ["行政执法大队"]
    edit.clear()
    type_words(edit, "旧法")
    assert edit.offered() == []
    assert edit.unknown() == ["旧法"]
    type_words(edit, "制科")
    assert edit.unknown() == []


def test_an_entry_of_a_dialog_tells_what_saving_would_add(qtbot: QtBot) -> None:
    entry = NamesEntry(["执法三队"])
    qtbot.addWidget(entry)
    entry.edit.know([*UNITS, "执法支队"], ["旧法制科"])
    entry.edit.editingFinished.emit()
    assert "“执法三队”不在名单中，保存时加入。" in entry.news.text()
    assert ("执法三队", "执法支队") in entry.news.offered()
    entry.news.linkActivated.emit(f"take{entry.news.offered().index(('执法三队', '执法支队'))}")
    assert entry.names() == ("执法支队",)
    assert entry.news.isHidden()
    entry.edit.setText("旧法制科、<b>")
    entry.edit.editingFinished.emit()
    assert "“旧法制科”已停用" in entry.news.text()
    assert "&lt;b&gt;" in entry.news.text()


def lead_of(window: MainWindow) -> NamesField:
    field = window.panel.overview.fields["lead"]
    assert isinstance(field, NamesField)
    return field


def saved(window: MainWindow) -> tuple[str, ...]:
    assert window.panel.detail is not None
    found = window.ledger.ask.detail(window.panel.detail.item.id)
    assert found is not None
    return found.names(Role.LEAD)


def write(window: MainWindow, text: str) -> NamesField:
    """Enter names into the panel and go on to the table, as by a click."""
    field = lead_of(window)
    field.editor.setFocus()
    field.editor.setText(text)
    window.items.table.setFocus()
    return field


def test_an_unknown_name_is_saved_and_told_with_what_may_have_been_meant(window: MainWindow) -> None:
    field = write(window, "执法太队")
    assert saved(window) == ("执法太队",)  # never lost, wherever the person clicks
    assert field.news.isVisible()
    assert "“执法太队”不在名单中，已加入。" in field.news.text()
    assert field.news.offered() == [("执法太队", "执法大队")]
    support = window.panel.overview.fields["support"]
    assert isinstance(support, NamesField)
    support.editor.setText("政策法规科")
    support.commit()
    assert field.news.isVisible()  # another field of the same item leaves it
    assert not support.news.isVisible()
    field.news.linkActivated.emit("take0")
    assert saved(window) == ("执法大队",)
    assert field.editor.text() == "执法大队"
    assert not field.news.isVisible()
    assert "执法太队" not in [unit.name for unit in window.ledger.ask.units()]
    window.ledger.undo()
    assert saved(window) == ("执法太队",)


def test_the_line_belongs_to_its_item_and_can_be_put_away(window: MainWindow) -> None:
    field = write(window, "全新科室")
    assert field.news.isVisible()
    field.news.linkActivated.emit("keep")
    assert not field.news.isVisible()
    field = write(window, "全新科室、另一科室")
    assert "另一科室" in field.news.text()
    assert "“全新科室”" not in field.news.text()
    other = window.ledger.ask.item_by_code("2024-问-02")
    assert window.items.go_to(other.id)
    assert not field.news.isVisible()
    assert {"全新科室", "另一科室"} <= {unit.name for unit in window.ledger.ask.units()}


def test_a_retired_name_is_told_and_kept(window: MainWindow) -> None:
    office = window.ledger.ask.units()[0]
    window.ledger.perform(SaveUnit(office.having(name="旧法制科")))
    window.ledger.perform(RetireUnit(office.id, leave=True))
    field = lead_of(window)
    assert "旧法制科" not in field.editor.known
    field = write(window, "执法大队、旧法制科")
    assert saved(window) == ("执法大队", "旧法制科")
    assert "“旧法制科”已停用" in field.news.text()
    assert len(window.ledger.ask.units()) == 2


def test_enter_keeps_the_line_within_reach_of_tab(window: MainWindow) -> None:
    field = lead_of(window)
    field.editor.setFocus()
    field.editor.setText("执法太队")
    press(field.editor, Key.Key_Return)
    assert field.news.isVisible()
    press(field.editor, Key.Key_Tab)
    assert field.news.isVisible()  # leaving an entry that is saved takes nothing away
    assert field.news.hasFocus()
    press(field.news, Key.Key_Return)
    assert saved(window) == ("执法大队",)
