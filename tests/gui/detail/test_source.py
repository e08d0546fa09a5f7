"""在原文中查看: the places of an item are walked through, the text is searched and copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import TEXT, press
from tests.gui.detail.conftest import Desk

from tracker.gui.detail.source_dialog import SourceDialog, open_source, position
from tracker.gui.theme import LIGHT


@pytest.fixture
def source(desk: Desk, qtbot: QtBot) -> SourceDialog:
    desk.resize(900, 700)
    dialog = open_source(desk, LIGHT, desk.ledger, desk.panel.detail)
    assert dialog is not None
    qtbot.waitExposed(dialog)
    dialog.scroll_there()
    return dialog


def here(dialog: SourceDialog) -> str:
    """The words behind the cursor."""
    return dialog.text.toPlainText()[dialog.text.textCursor().position() - 1 :][:6]  # one character takes two places


def test_the_places_are_walked_through(source: SourceDialog) -> None:
    assert here(source).startswith("一是执法")
    press(source, Qt.Key.Key_F3)
    assert here(source).startswith("培训不够")
    press(source, Qt.Key.Key_F3)
    assert here(source).startswith("一是执法")
    press(source, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert here(source).startswith("培训不够")


def test_the_text_is_searched(source: SourceDialog) -> None:
    press(source, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert source.words.hasFocus()
    source.words.setText("工作进展")
    assert len(source.text.extraSelections()) == 2 + 60
    assert source.count.text() == "第 1 处，共 60 处"  # none stands behind the item's words, so from the top
    press(source.words, Qt.Key.Key_Return)
    assert source.count.text() == "第 2 处，共 60 处"
    source.before.click()
    source.before.click()
    assert source.count.text() == "第 60 处，共 60 处"
    source.words.setText("没有这样的话")
    assert source.count.text() == "没有找到"
    assert not source.after.isEnabled()
    source.words.clear()
    assert len(source.text.extraSelections()) == 2


def test_words_are_copied(source: SourceDialog) -> None:
    source.copy.click()
    assert QApplication.clipboard().text() == "一是执法人员法治素养有待提高。\n培训不够系统"
    source.text.selectAll()
    source.copy.click()
    assert QApplication.clipboard().text().startswith("云岭市水务局二〇二四年度")


def test_the_source_opens_at_the_words(source: SourceDialog) -> None:
    marks = [mark.cursor.selectedText() for mark in source.text.extraSelections()]
    assert marks == ["一是执法人员法治素养有待提高。", "培训不够系统"]
    assert source.text.verticalScrollBar().value() > 0


def test_places_count_as_qt_counts() -> None:
    # one \\r\\n stands before the sign, which is two units itself
    assert position(TEXT, TEXT.index("𠮷") + 1) == TEXT.index("𠮷") - 1 + 2
