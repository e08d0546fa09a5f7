"""A sentence beside a cell: why an entry was refused, or what it does."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

_WIDEST = 320  # pixels
_GAP = 3
_MARGIN = 6


class Bubble(QLabel):
    """Lies over the rows of ``viewport``, beneath the cell it speaks of, or above where there is no room."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMargin(_MARGIN)  # not padding of the style sheet, which heights do not reckon with
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    def say(self, words: str, beside: QRect, *, refusal: bool) -> None:
        """Show ``words`` beside a rectangle of the viewport."""
        self.setProperty("kind", "refusal" if refusal else "hint")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setText(words)
        self.setAccessibleName(words)
        self.place(beside)
        self.show()
        self.raise_()
        if refusal:  # a screen reader says it though the keyboard stays in the cell
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def place(self, beside: QRect) -> None:
        """Follow the cell, which was scrolled or sized."""
        room = self._viewport.rect()
        width = min(_WIDEST, max(120, room.width() - 2 * _GAP), self._single_line())
        height = self.heightForWidth(width)
        left = min(max(_GAP, beside.left()), room.width() - width - _GAP)
        top = beside.bottom() + _GAP
        if top + height > room.height() and beside.top() - height - _GAP >= 0:
            top = beside.top() - height - _GAP
        self.setGeometry(left, top, width, height)

    def _single_line(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + 2 * _MARGIN + 8
