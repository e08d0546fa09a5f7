"""The panel in its window: undo is named in the menu, files come in, links and sources open."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.conftest import go, opened, press, type_words

from tracker.domain.cards import ItemDetail
from tracker.domain.links import LinkKind
from tracker.gui.detail.source_dialog import SourceDialog
from tracker.gui.main_window import MainWindow
from tracker.operations.links import AddLink


def detail(window: MainWindow) -> ItemDetail:
    assert window.panel.detail is not None
    found = window.ledger.ask.detail(window.panel.detail.item.id)
    assert found is not None
    return found


def test_what_was_edited_is_undone_and_redone_by_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    field = window.panel.overview.fields["goal"]
    field.editor.setFocus()
    type_words(field.editor, "人人过关")
    window.items.table.setFocus()
    qtbot.wait(1)
    assert detail(window).item.goal == "人人过关"
    assert window.actions_by_key["undo"].text().startswith("撤销：修改 2024-问-01")
    window.actions_by_key["undo"].trigger()
    assert field.entry() == ""
    window.actions_by_key["redo"].trigger()
    assert field.entry() == "人人过关"


def test_another_row_saves_what_was_typed_and_keeps_the_draft(window: MainWindow) -> None:
    first = detail(window).item.id
    field = window.panel.overview.fields["remark"]
    field.editor.setFocus()
    type_words(field.editor, "请示后再办")
    window.panel.compose_note()
    type_words(window.panel.notes.text, "写到一半")
    go(window, "2024-问-02")
    found = window.ledger.ask.detail(first)
    assert found is not None
    assert found.item.remark == "请示后再办"
    go(window, "2024-问-01")
    assert window.panel.notes.text.toPlainText() == "写到一半"


def test_a_file_dropped_on_the_tab_is_kept_and_previewed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    tab = window.panel.evidence
    window.panel.tabs.setCurrentWidget(tab)
    file = tmp_path / "签到表.txt"
    file.write_text("签到", encoding="utf-8")
    tab.files_dropped.emit([file])
    qtbot.waitUntil(lambda: len(detail(window).evidence) == 1)
    tab.list.setFocus()
    press(tab.list, Qt.Key.Key_Space)
    assert tab.preview is not None
    assert "不能预览这种文件" in tab.preview.words.text()
    tab.preview.reject()


def test_a_link_in_the_overview_goes_to_its_item(window: MainWindow) -> None:
    other = window.ledger.ask.item_by_code("2024-问-02")
    window.ledger.perform(AddLink(detail(window).item.id, other.id, LinkKind.RECURS))
    window.panel.overview.links.linkActivated.emit(str(other.id))
    assert detail(window).item.code == "2024-问-02"


def test_the_source_opens_from_the_overview(window: MainWindow) -> None:
    assert window.panel.overview.source.isVisible()
    window.panel.overview.source.click()
    opened(window, SourceDialog).accept()
