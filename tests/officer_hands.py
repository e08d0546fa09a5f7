"""What a person has at a window: keys, an input method, a mouse, files to drop, and the patience to wait."""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import reduce
from operator import or_
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QWidget

_PATIENCE = 120.0  # seconds
_NONE = Qt.KeyboardModifier.NoModifier
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class Hands:
    """Everything goes to the window that has the keyboard, or to what lies under the mouse, as on a real desk.

    ``acting`` is entered around whatever the program does in answer; who watches the program's speed looks only then.
    """

    def __init__(self, acting: Callable[[], AbstractContextManager[object]] = nullcontext) -> None:
        self._acting = acting

    # -- keyboard

    def press(self, *keys: str) -> None:
        """Press keys, each as Qt names it, with what is held: F2, Ctrl+Shift+A, Return."""
        for key in keys:
            *held, name = key.split("+")
            modifiers = reduce(or_, (_HELD[each] for each in held), _NONE)
            with self._acting():
                QTest.keyClick(self._focused(), Qt.Key[f"Key_{name}"], modifiers)

    def type(self, letters: str) -> None:
        """Type what the keys of a keyboard have."""
        for letter in letters:
            with self._acting():
                QTest.keyClick(self._focused(), ord(letter.upper()), _NONE)

    def write(self, words: str) -> None:
        """Enter words as an input method does, which is how Chinese is typed."""
        editor = QGuiApplication.focusObject()
        assert editor is not None, "nothing takes words"
        event = QInputMethodEvent()
        event.setCommitString(words)
        with self._acting():
            QApplication.sendEvent(editor, event)
            QApplication.processEvents()

    def _focused(self) -> QWindow:
        """The window with the keyboard; where a dialog was closed, a desktop gives it to the one beneath."""
        if QGuiApplication.focusWindow() is None:
            windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
            beneath = QApplication.activeModalWidget() or next(w for w in windows if isinstance(w, QMainWindow))
            beneath.activateWindow()
            self.until(QGuiApplication.focusWindow, "the keyboard")
        window = QGuiApplication.focusWindow()
        assert window is not None
        return window

    # -- mouse

    def click(self, widget: QWidget, place: QPoint | None = None, *, holding: Qt.KeyboardModifier = _NONE) -> None:
        """Click where ``widget`` is seen, in its middle where no place is given."""
        window = widget.window()
        at = widget.mapTo(window, place or widget.rect().center())
        hit = window.childAt(at) or window
        assert widget.isVisible(), f"{widget} is not to be seen"
        assert hit is widget or widget.isAncestorOf(hit), f"{hit} lies over {widget}"
        for asking in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
            assert asking in (None, window), f"{asking} wants an answer first"
        with self._acting():
            QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, holding, at)

    def click_row(
        self, view: QAbstractItemView, row: int, column: int = 0, *, holding: Qt.KeyboardModifier = _NONE
    ) -> None:
        """Click a cell that is in sight."""
        index = view.model().index(row, column)
        place = view.visualRect(index).center()
        assert view.viewport().rect().contains(place), f"row {row} is not in sight"
        self.click(view.viewport(), place, holding=holding)

    def drop(self, widget: QWidget, files: Sequence[Path]) -> None:
        """Drag ``files`` from the desktop onto ``widget``, and let go."""
        window = widget.window().windowHandle()
        place = window.mapFromGlobal(widget.mapToGlobal(widget.rect().center()))
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        with self._acting():
            for event in (
                QDragEnterEvent(place, copy, data, button, _NONE),
                QDragMoveEvent(place, copy, data, button, _NONE),
                QDropEvent(QPointF(place), copy, data, button, _NONE),
            ):
                QApplication.sendEvent(window, event)
            QApplication.processEvents()

    # -- patience

    def until(self, happened: Callable[[], object], what: str) -> None:
        """Wait until ``happened``."""
        end = time.monotonic() + _PATIENCE
        while not happened():
            assert time.monotonic() < end, f"waited in vain: {what}"
            self.rest(5)

    def rest(self, milliseconds: int) -> None:
        """Look on for a while."""
        with self._acting():
            QTest.qWait(milliseconds)
