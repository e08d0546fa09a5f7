"""A part of the page under its own heading, and the key to the colours beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import small_points
from tracker.words import _

_MARK, _GAP, _BETWEEN = 10, 6, 14


class Section(QWidget):
    """A heading, what stands at its right, and the content below."""

    def __init__(self, title: str, content: QWidget, *beside: QWidget) -> None:
        super().__init__()
        self.title = QLabel(title)
        self.title.setProperty("kind", "subheading")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addStretch(1)
        self.beside = beside
        for widget in beside:
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(content)


class Legend(QWidget):
    """Marks and words in one line: squares for parts, a broken line for what is only planned."""

    def __init__(self, theme: Theme, entries: Sequence[tuple[str, str]], *, lines: bool = False) -> None:
        """``entries`` are words with the token of their colour; of ``lines`` the second is broken."""
        super().__init__()
        self._theme, self._entries, self._lines = theme, tuple(entries), lines
        self._small = QFont(QApplication.font())
        self._small.setPointSizeF(small_points() - 0.5)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("，").join(words for words, _colour in entries))

    def _mark(self) -> int:
        return 20 if self._lines else _MARK

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._small)
        words = sum(metrics.horizontalAdvance(text) for text, _colour in self._entries)
        marks = len(self._entries) * (self._mark() + _GAP) + (len(self._entries) - 1) * _BETWEEN
        return QSize(words + marks + 2, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small)
        metrics, x, middle = QFontMetrics(self._small), 0, self.height() / 2
        for number, (words, colour) in enumerate(self._entries):
            if self._lines:
                pen = QPen(QColor(getattr(self._theme, colour)), 1.4 if number else 2)
                if number:
                    pen.setDashPattern([4, 3])
                painter.setPen(pen)
                painter.drawLine(QPointF(x, middle), QPointF(x + self._mark(), middle))
            else:
                square = QRectF(x, middle - _MARK / 2, _MARK, _MARK)
                painter.fillRect(square, QColor(getattr(self._theme, colour)))
            x += self._mark() + _GAP
            painter.setPen(QColor(self._theme.muted))
            wide = metrics.horizontalAdvance(words)
            painter.drawText(QRectF(x, 0, wide + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
            x += wide + _BETWEEN
        painter.end()
