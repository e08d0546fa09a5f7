"""Paints the table's two-line rows: title over excerpt, owner over people, progress bar and status pill."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.gui.items import table_model as model
from tracker.gui.items.rows import Row
from tracker.gui.theme import Theme, Tone

ROW_HEIGHT = 54
_PAD = 10
_BAR_WIDTH, _BAR_HEIGHT = 60, 6
_PILL_HEIGHT = 23
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus


class RowDelegate(QStyledItemDelegate):
    """One painter for all columns; each cell is one lookup and a few calls, so that a page is painted in a blink."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._first = QFont(QApplication.font())
        self._second = QFont(self._first)
        self._second.setPointSizeF(self._first.pointSizeF() - 1.5)
        self._first_metrics, self._second_metrics = QFontMetrics(self._first), QFontMetrics(self._second)
        self._colours = {tone: QColor(theme.text_of(tone)) for tone in Tone}
        self._grounds = {tone: QColor(theme.ground_of(tone)) for tone in Tone}
        self._selection = QColor(theme.selection)
        self._line, self._track = QColor(theme.line), QColor(theme.track)
        self._focus = QPen(QColor(theme.accent), 1)
        self._elided: dict[tuple[str, int, bool], str] = {}
        self._cells: dict[int, Callable[[QPainter, QRect, Row], None]] = {
            model.CODE: self._code,
            model.TITLE: self._title,
            model.OWNER: self._owner,
            model.DEADLINE: self._deadline,
            model.PERCENT: self._percent,
            model.STATUS: self._status,
            model.EVIDENCE: self._evidence,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & _SELECTED:
            painter.fillRect(rect, self._selection)
        column = index.column()
        self._cells[column](painter, rect.adjusted(_PAD, 7, -_PAD, -7), index.data(model.ROW))
        if state & _FOCUSED:
            painter.setPen(self._focus)
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        else:
            painter.setPen(self._line)
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())

    # -- the cells

    def _code(self, painter: QPainter, rect: QRect, row: Row) -> None:
        self._words(painter, rect, row.code, Tone.MUTED, first=True)

    def _title(self, painter: QPainter, rect: QRect, row: Row) -> None:
        self._two(painter, rect, row.title, Tone.PLAIN, row.excerpt, Tone.MUTED)

    def _owner(self, painter: QPainter, rect: QRect, row: Row) -> None:
        self._two(painter, rect, row.lead.text, row.lead.tone, row.people.text, row.people.tone)

    def _deadline(self, painter: QPainter, rect: QRect, row: Row) -> None:
        self._two(painter, rect, row.deadline, Tone.PLAIN, row.remaining.text, row.remaining.tone)

    def _percent(self, painter: QPainter, rect: QRect, row: Row) -> None:
        top = rect.center().y() - _BAR_HEIGHT // 2 + 1
        width = min(_BAR_WIDTH, rect.width() - 30)
        painter.fillRect(rect.left(), top, width, _BAR_HEIGHT, self._track)
        if row.percent:
            tone = Tone.GOOD if row.percent == 100 else Tone.ACCENT
            painter.fillRect(rect.left(), top, width * row.percent // 100, _BAR_HEIGHT, self._colours[tone])
        beside = rect.adjusted(width + 7, 0, _PAD, 0)
        self._words(painter, beside, f"{row.percent}%", Tone.MUTED, first=False)

    def _status(self, painter: QPainter, rect: QRect, row: Row) -> None:
        width = self._second_metrics.horizontalAdvance(row.status) + 20
        pill = QRectF(rect.left(), rect.center().y() - _PILL_HEIGHT / 2 + 1, width, _PILL_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._grounds[row.status_tone])
        painter.drawRoundedRect(pill, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._second)
        painter.setPen(self._colours[row.status_tone])
        painter.drawText(pill.toRect(), _CENTRE, row.status)

    def _evidence(self, painter: QPainter, rect: QRect, row: Row) -> None:
        self._words(painter, rect, row.evidence, Tone.MUTED, first=True)

    # -- the strokes

    def _two(self, painter: QPainter, rect: QRect, above: str, tone: Tone, below: str, below_tone: Tone) -> None:
        if not below:
            self._words(painter, rect, above, tone, first=True)
            return
        half = rect.height() // 2 + 1
        self._words(painter, QRect(rect.left(), rect.top(), rect.width(), half), above, tone, first=True)
        lower = QRect(rect.left(), rect.top() + half, rect.width(), rect.height() - half)
        self._words(painter, lower, below, below_tone, first=False)

    def _words(self, painter: QPainter, rect: QRect, text: str, tone: Tone, *, first: bool) -> None:
        key = (text, rect.width(), first)
        shown = self._elided.get(key)
        if shown is None:
            metrics = self._first_metrics if first else self._second_metrics
            if len(self._elided) > 20_000:
                self._elided.clear()  # widths change while a column is dragged
            shown = self._elided[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(self._first if first else self._second)
        painter.setPen(self._colours[tone])
        painter.drawText(rect, _LEFT, shown)
