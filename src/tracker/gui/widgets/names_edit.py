"""A line for names parted by 、 that completes the one being typed, by its characters or its sound."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from tracker.domain import pinyin
from tracker.domain.names import completions
from tracker.domain.typed import names_from

_PARTS = "、，,;；"
_MOST = 12  # names in the list: more are found by typing on
_CHOOSING = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NamesEdit(QLineEdit):
    """Typing offers known names, the best first; choosing one keeps those before it.

    Arrows choose, Enter or Tab take. What is typed in letters (zfdd) is no name, so the first is chosen for it at
    once; Chinese stays as it is typed unless a name is chosen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.known: tuple[str, ...] = ()
        self.retired: tuple[str, ...] = ()
        self._offers = QStringListModel(self)
        # not set on the edit itself: QLineEdit would put the chosen name in place of the whole line
        self._completer = QCompleter(self._offers, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST)
        popup = self._completer.popup()  # Qt's own: one given to it would be deleted twice, by Qt and by Python
        if popup is not None:
            popup.setObjectName("completions")
            popup.installEventFilter(self)  # after the completer's own filter, so before it
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def know(self, names: Iterable[str], retired: Iterable[str] = ()) -> None:
        """The names to offer, and those that exist but are offered no more."""
        self.known, self.retired = tuple(names), tuple(retired)

    def names(self) -> tuple[str, ...]:
        """The names that stand in the line."""
        return names_from(self.text())

    def unknown(self) -> list[str]:
        """Those of the names that are neither known nor retired."""
        present = {*self.known, *self.retired}
        return [name for name in self.names() if name not in present]

    def replace(self, name: str, other: str) -> None:
        """Write ``other`` in place of ``name``."""
        self.setText("、".join(dict.fromkeys(other if each == name else each for each in self.names())))

    # -- the list

    def offered(self) -> list[str]:
        """The names that fit what is typed."""
        return self._offers.stringList()

    def close_list(self) -> None:
        """Offer nothing."""
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _start(self) -> int:
        """Where the name under the cursor begins."""
        before = self.text()[: self.cursorPosition()]
        return max((before.rfind(part) for part in _PARTS), default=-1) + 1

    def _offer(self) -> None:
        typed = self.text()[self._start() : self.cursorPosition()].strip()
        there = {name for name in self.names() if name != typed}
        found = completions(typed, self.known, by_sound=pinyin.ready())
        offers = [name for name in found if name not in there][:_MOST]
        self._offers.setStringList(offers)
        popup = self._completer.popup()
        if not offers or offers == [typed] or popup is None:
            self.close_list()
            return
        self._completer.complete()
        popup.setCurrentIndex(popup.model().index(0, 0) if typed.isascii() else QModelIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _CHOOSING:
            popup = self._completer.popup()
            if popup is not None and watched is popup:
                self._choose(popup, event)
                return True
        return super().eventFilter(watched, event)

    def _choose(self, popup: QAbstractItemView, event: QKeyEvent) -> None:
        """Take the name that is marked in the list; where none is, the key does what it does without a list."""
        chosen = popup.currentIndex()
        popup.hide()
        if chosen.isValid():
            self._take(str(chosen.data()))
        elif event.key() == Qt.Key.Key_Tab:
            self.focusNextChild()
        else:
            QCoreApplication.sendEvent(self, event)  # the completer would go past the filters of a form

    def _take(self, name: str) -> None:
        start, end = self._start(), self.cursorPosition()
        while end < len(self.text()) and self.text()[end] not in _PARTS:
            end += 1
        self.setText(self.text()[:start] + name + self.text()[end:])
        self.setCursorPosition(start + len(name))
