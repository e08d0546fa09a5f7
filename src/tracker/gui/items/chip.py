"""Chips of the filter bar: blue with ✕ for a condition in force, grey with ▾ for one that can be made."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from tracker.words import _

_CROSS, _ARROW = "  ✕", " ▾"
_CROSS_WIDTH = 26  # pixels at the right end that take the condition away
_WIDEST = 300
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Chip(QPushButton):
    """``wanted`` asks for its popup, ``dropped`` to take the condition away."""

    wanted = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.in_force = False
        self._opens = True
        self._at = QPoint()
        self.clicked.connect(self._act)

    def say(self, words: str, *, in_force: bool, opens: bool = True, arrow: bool = True, tip: str = "") -> None:
        """Show ``words``. ``opens`` says whether it has a popup; one in force without is only taken away."""
        self.in_force, self._opens = in_force, opens
        kind = "chip" if in_force else "rest"
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
        end = _CROSS if in_force else _ARROW if arrow else ""
        room = _WIDEST - self.fontMetrics().horizontalAdvance(end) - 24
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room).replace("&", "&&") + end)
        self.setAccessibleName(_("筛选条件 {words}").format(words=words) if in_force else words)
        if in_force:
            way = _("点文字修改，点 ✕ 或按 Del 取消") if opens else _("点击或按 Del 取消这个条件")
            tip = f"{words}\n{way}"
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return super().sizeHint()

    def _act(self) -> None:
        on_cross = self.in_force and self._at.x() > self.width() - _CROSS_WIDTH
        self._at = QPoint()
        if self.in_force and (on_cross or not self._opens):
            self.dropped.emit()
        else:
            self.wanted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._at = event.position().toPoint()
        super().mouseReleaseEvent(event)
        self._at = QPoint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVING and self.in_force:
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.wanted.emit() if self._opens else self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)
