"""The strip beside the source text with the numbers of the entries, painted so that the text itself stays untouched."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tracker.domain.review import Decision
from tracker.gui.intake import looks
from tracker.gui.theme import Theme

if TYPE_CHECKING:
    from tracker.gui.intake.source_view import SourceView

MARGIN = 46  # pixels
BADGE = 20


class Margin(QWidget):
    """A click on a number is a click on its words, and pointing at it is pointing at them."""

    def __init__(self, view: "SourceView", theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The numbers of the entries in sight; the current one filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._view.palette().base())
        font = QFont(self._view.font())
        font.setBold(True)
        for index, rect in self._view.badges():
            entry = self._view.entries[index]
            off = entry.decision is Decision.REJECTED
            colour = QColor(self._theme.faint if off else looks.ink(entry.candidate.kind, self._theme))
            current = index == self._view.current
            painter.setPen(QPen(colour, 1.2))
            painter.setBrush(colour if current else QColor(self._theme.window))
            painter.drawEllipse(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))
            number = str(index + 1)
            font.setPointSizeF(8.5 if len(number) < 3 else 6.5)
            painter.setFont(font)
            painter.setPen(QColor(self._theme.accent_text) if current else colour)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), number)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event)
        if index >= 0:
            self._view.pressed_at.emit(self._view.entries[index].start)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._view.pointed.emit(self._index_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        self._view.pointed.emit(-1)

    def _index_at(self, event: QMouseEvent) -> int:
        point = event.position().toPoint()
        return next((index for index, rect in self._view.badges() if rect.contains(point)), -1)
