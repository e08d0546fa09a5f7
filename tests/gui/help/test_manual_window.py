"""The manual's window: chapters, links, the way back, search, size of text, and F1 in dialogs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import opened, press

from tracker import paths, settings, words
from tracker.gui import appearance
from tracker.gui.dark import DARK
from tracker.gui.help.context import PROPERTY, DialogHelp, chapter_for
from tracker.gui.help.manual_window import ManualWindow, close_manual, show_manual, use_theme
from tracker.gui.settings.settings_dialog import SettingsDialog
from tracker.gui.theme import LIGHT


@pytest.fixture
def manual(qtbot: QtBot) -> Iterator[ManualWindow]:
    made = show_manual(None, LIGHT)
    assert made is not None
    qtbot.waitExposed(made)
    yield made
    close_manual()


def open_manuals() -> list[ManualWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ManualWindow) and each.isVisible()]


def link(manual: ManualWindow, target: str) -> None:
    manual.view.anchorClicked.emit(QUrl(target))


def test_it_opens_at_its_index_and_is_one_window(manual: ManualWindow) -> None:
    assert manual.chapter == "index"
    assert "使用手册" in manual.view.toPlainText()
    assert show_manual(None, LIGHT, "closing") is manual
    assert manual.chapter == "closing"
    assert show_manual(None, LIGHT) is manual
    assert manual.chapter == "closing"  # F1 again is no wish to go elsewhere
    assert show_manual(None, LIGHT, "nowhere") is manual
    assert manual.chapter == "closing"
    assert open_manuals() == [manual]


def test_the_list_leads_to_chapters_by_keys(manual: ManualWindow) -> None:
    manual.list.setFocus()
    press(manual.list, Qt.Key.Key_Down)
    assert manual.chapter == "quick-start"
    press(manual.list, Qt.Key.Key_End)
    assert manual.chapter == "questions"


def test_links_lead_to_headings_and_the_way_leads_back(manual: ManualWindow) -> None:
    link(manual, "editing.md#批量修改")
    assert manual.chapter == "editing"
    assert manual.view.textCursor().block().text() == "批量修改"
    place = manual.view.verticalScrollBar().value()
    assert place > 0
    link(manual, "closing.md")
    assert manual.view.verticalScrollBar().value() == 0
    press(manual, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (manual.chapter, manual.view.verticalScrollBar().value()) == ("editing", place)
    manual.back.click()
    assert manual.chapter == "index"
    assert not manual.back.isEnabled()
    press(manual, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert manual.chapter == "editing"
    link(manual, "#新建事项")
    assert manual.chapter == "editing"
    assert not manual.forward.isEnabled()


def test_the_list_marks_the_chapter_that_a_link_led_to(manual: ManualWindow) -> None:
    link(manual, "people.md")
    index = manual.list.currentIndex()
    assert index.data() == "责任单位与人员"
    assert manual.list.selectionModel().isSelected(index)


def test_search_narrows_the_list_and_walks_through_all_hits(manual: ManualWindow) -> None:
    press(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.search.hasFocus()
    manual.search.setText("撤回销号")
    shown = [chapter.key for chapter in manual.chapters.shown]
    assert "closing" in shown
    assert "settings" not in shown
    assert manual.chapter == "index"  # what one reads stays until one goes on
    assert str(manual.chapters.total) in manual.found.text()
    seen = []
    for _n in range(manual.chapters.total):
        press(manual.search, Qt.Key.Key_Return)
        assert manual.view.textCursor().selectedText() == "撤回销号"
        seen.append((manual.chapter, manual.view.textCursor().position()))
    assert len(set(seen)) == manual.chapters.total
    assert {key for key, _place in seen} == set(shown)
    press(manual, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert (manual.chapter, manual.view.textCursor().position()) == seen[-2]
    assert len(manual.view.extraSelections()) >= 1


def test_what_is_nowhere_is_said_and_escape_clears_before_it_closes(manual: ManualWindow) -> None:
    manual.search.setText("量子计算")
    assert manual.chapters.shown == []
    assert "没有找到" in manual.found.text()
    press(manual.search, Qt.Key.Key_Return)
    assert manual.chapter == "index"
    press(manual, Qt.Key.Key_Escape)
    assert manual.search.text() == ""
    assert len(manual.chapters.shown) > 12
    assert manual.isVisible()
    press(manual, Qt.Key.Key_Escape)
    assert open_manuals() == []


def test_text_grows_and_its_size_is_remembered(manual: ManualWindow, qtbot: QtBot) -> None:
    before = manual.view.document().size().height()
    press(manual, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert manual.view.zoom == 110
    assert manual.view.document().size().height() > before
    for _n in range(12):
        manual.zoom(1)
    assert manual.view.zoom == 200
    assert not manual.larger.isEnabled()
    manual.resize(700, 600)
    manual.close()
    again = show_manual(None, LIGHT)
    assert again is not None
    assert again.view.zoom == 200
    assert (again.width(), again.height()) == (700, 600)
    qtbot.waitUntil(again.isActiveWindow)
    press(again, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert again.view.zoom == 100


def test_settings_that_make_no_sense_are_passed_over(qtbot: QtBot) -> None:
    settings.save(settings.Settings(window={"manual": "???", "manual_zoom": "99999"}))
    made = show_manual(None, LIGHT)
    assert made is not None
    assert made.view.zoom == 100
    close_manual()


def test_pictures_are_as_wide_as_there_is_room(manual: ManualWindow) -> None:
    manual.go("dashboard")
    for width in (780, 660):
        manual.resize(width, 700)
        QApplication.processEvents()
        images = list(image_widths(manual))
        assert images
        assert all(each <= manual.view.viewport().width() for each in images)
        assert manual.view.horizontalScrollBar().maximum() == 0


def image_widths(manual: ManualWindow) -> Iterator[float]:
    block = manual.view.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            form = pieces.fragment().charFormat()
            if form.isImageFormat():
                yield form.toImageFormat().width()
            pieces += 1
        block = block.next()


def test_in_another_language_it_is_another_book(manual: ManualWindow, tmp_path: Path) -> None:
    file = tmp_path / "en" / "LC_MESSAGES" / "tracker.po"
    file.parent.mkdir(parents=True)
    file.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "使用手册"\nmsgstr "User manual"\n\nmsgid "删除事项…"\nmsgstr "Delete items…"\n',
        encoding="utf-8",
    )
    close_manual()
    assert open_manuals() == []
    words.choose_language("en", tmp_path)
    try:
        english = show_manual(None, LIGHT, "editing")
        assert english is not None
        assert english.windowTitle() == "User manual"
        assert '"Delete items" is for items entered by mistake' in english.view.toPlainText()
    finally:
        words.choose_language("zh_CN")
        close_manual()


def test_it_is_readable_in_the_dark(manual: ManualWindow, qapp: QApplication) -> None:
    appearance.dress(qapp, DARK)
    try:
        use_theme(DARK)
        manual.go("index")
        cursor = manual.view.document().find("十分钟上手")
        assert cursor.charFormat().foreground().color() == QColor(DARK.accent)
        plain = QTextCursor(manual.view.document().find("这个程序"))
        assert plain.charFormat().foreground().style() is Qt.BrushStyle.NoBrush  # the palette's, which follows
        grounds = manual.view.grab().toImage()
        assert grounds.pixelColor(3, 3) == QColor(DARK.window)
    finally:
        appearance.dress(qapp)


def test_missing_files_are_said_in_words(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    monkeypatch.setattr(paths, "resources", lambda: paths.data_folder() / "nowhere")
    assert show_manual(parent, LIGHT) is None
    box = opened(parent, QMessageBox)
    assert "找不到使用手册" in box.text()
    box.close()


def test_a_widget_is_explained_by_the_nearest_thing_around_it(qtbot: QtBot) -> None:
    outer, inner = QWidget(), QLineEdit()
    qtbot.addWidget(outer)
    QVBoxLayout(outer).addWidget(inner)
    assert chapter_for(inner) == ""
    assert chapter_for(None) == ""
    outer.setProperty(PROPERTY, "people")
    assert chapter_for(inner) == "people"
    inner.setProperty(PROPERTY, "items")
    assert chapter_for(inner) == "items"


def test_f1_in_a_dialog_opens_its_chapter_and_the_dialog_does_not_lock_it(qtbot: QtBot, qapp: QApplication) -> None:
    help_ = DialogHelp(qapp)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = SettingsDialog(parent, settings.Settings(), signed="陈法规", tray_available=False)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None and dialog.isActiveWindow())
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_F1)
    (manual,) = open_manuals()
    assert manual.chapter == "settings"
    manual.search.setFocus()
    QTest.keyClicks(manual.search, "x")
    assert manual.search.text() == "x"
    dialog.close()
    assert isinstance(dialog, QDialog)
    close_manual()
    help_.deleteLater()
