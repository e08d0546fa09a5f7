"""The bar above the pages: the actions of every day, and the search."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tracker.gui.actions import bar_button
from tracker.gui.menus import BAR_ORDER
from tracker.words import _

_GAP, _AROUND = 9, 41  # pixels
_GIVE_WAY = ("redo", "undo", "export")
_PAUSE_MS = 150  # a word is searched when the typing pauses, not letter by letter


class Toolbar(QWidget):
    """``searched`` carries the words; ``left`` is Enter or the down arrow, that leads on to the list."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 8)
        row.setSpacing(_GAP)
        self.buttons = {key: bar_button(actions[key], primary=n == 0) for n, key in enumerate(BAR_ORDER)}
        for made in self.buttons.values():
            row.addWidget(made)
        row.addStretch(1)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setAccessibleName(_("搜索"))
        self.search.setPlaceholderText(_("搜索事项、措施、责任人、拼音首字母  Ctrl+F"))
        self.search.setToolTip(_("标题、原文、措施、进展、单位、佐证文件名都找；标题和单位可用拼音首字母"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(170)
        self.search.setMaximumWidth(340)
        self.search.installEventFilter(self)
        row.addWidget(self.search, 3)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.search.textChanged.connect(lambda _text: self._pause.start())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.search.minimumWidth() - _AROUND
        widths = {key: made.sizeHint().width() + _GAP for key, made in self.buttons.items()}
        for key in _GIVE_WAY:  # they have well-known keys and stand in the menus; no word is cut for them
            fits = sum(widths.values()) <= room
            self.buttons[key].setVisible(fits)
            if not fits:
                del widths[key]

    def start_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear(self) -> None:
        """Search for nothing."""
        self.search.clear()
        self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.search.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self._tell()
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
