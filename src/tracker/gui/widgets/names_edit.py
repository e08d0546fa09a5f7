"""A line for names parted by 、 that completes the one being typed."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

_PARTS = "、，,;；"


class NamesEdit(QLineEdit):
    """Typing offers known names; choosing one keeps those before it."""

    def __init__(self) -> None:
        super().__init__()
        self._names = QStringListModel(self)
        # not set on the edit itself: QLineEdit would put the chosen name in place of the whole line
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = self._completer.popup()  # Qt's own: one given to it would be deleted twice, by Qt and by Python
        if popup is not None:
            popup.setObjectName("completions")
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def know(self, names: Iterable[str]) -> None:
        """The names to offer."""
        self._names.setStringList(list(names))

    def _start(self) -> int:
        """Where the name under the cursor begins."""
        before = self.text()[: self.cursorPosition()]
        return max((before.rfind(part) for part in _PARTS), default=-1) + 1

    def _offer(self) -> None:
        typed = self.text()[self._start() : self.cursorPosition()].strip()
        self._completer.setCompletionPrefix(typed)
        exact = self._completer.completionCount() == 1 and self._completer.currentCompletion() == typed
        if not typed or exact or not self._completer.completionCount():
            self.close_list()
            return
        self._completer.complete()

    def close_list(self) -> None:
        """Offer nothing."""
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def offered(self) -> list[str]:
        """The names that fit what is typed."""
        model = self._completer.completionModel()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def _take(self, name: str) -> None:
        start, end = self._start(), self.cursorPosition()
        while end < len(self.text()) and self.text()[end] not in _PARTS:
            end += 1
        self.setText(self.text()[:start] + name + self.text()[end:])
        self.setCursorPosition(start + len(name))
