"""The burn-down of a year, painted: what is still open, beside what the deadlines allow."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from tracker.gui.summary.words import point_words, trend_words
from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import small_points
from tracker.views.trend import Trend, TrendPoint
from tracker.words import _

_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Burndown(QWidget):
    """Pointing at a month, or walking there with left and right, tells its figures; ``told`` carries the sentence."""

    told = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._trend: Trend | None = None
        self._today = date.min
        self._at = -1  # the point that is told; -1 for the newest that is known
        self._small = QFont(QApplication.font())
        self._small.setPointSizeF(small_points() - 0.5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(_("本年燃尽图"))

    def show_trend(self, trend: Trend, today: date) -> None:
        """Show ``trend``; the same again costs nothing."""
        if (trend, today) == (self._trend, self._today):
            return
        self._trend, self._today, self._at = trend, today, -1
        self.setAccessibleName(_("{year} 年燃尽图").format(year=trend.year))
        self.setAccessibleDescription(trend_words(trend, today))
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(320, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 180)

    @property
    def current(self) -> TrendPoint | None:
        """The point whose figures are told."""
        if self._trend is None:
            return None
        return self._trend.points[self._at] if self._at >= 0 else self._trend.so_far[-1]

    def _tell(self) -> None:
        if (point := self.current) is not None:
            self.told.emit(point_words(point, self._today))
        self.update()

    # -- where things are

    def _plot(self) -> QRectF:
        metrics = QFontMetrics(self._small)
        wide = metrics.horizontalAdvance(str(self._trend.most if self._trend else 0)) + 10
        return QRectF(self.rect()).adjusted(wide, 12, -12, -metrics.height() - 8)

    def _place(self, day: date, number: float) -> QPointF:
        """Where ``number`` stands on ``day``: the year from left to right, nought at the bottom."""
        assert self._trend is not None
        plot, eve = self._plot(), date(self._trend.year - 1, 12, 31)
        share = (day - eve).days / (date(self._trend.year, 12, 31) - eve).days
        return QPointF(
            plot.left() + share * plot.width(), plot.bottom() - number / _top(self._trend.most) * plot.height()
        )

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._trend is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small)
        self._paint_axes(painter, self._trend)
        self._paint_lines(painter, self._trend)
        self._paint_point(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _paint_axes(self, painter: QPainter, trend: Trend) -> None:
        plot, theme, top = self._plot(), self._theme, _top(trend.most)
        for part in (0, 1, 2):
            number = top * part // 2
            y = round(self._place(date(trend.year, 12, 31), number).y()) + 0.5
            painter.setPen(QPen(QColor(theme.border if not part else theme.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(0, y - 10, plot.left() - 7, 20), _RIGHT, str(number))
        widest = QFontMetrics(self._small).horizontalAdvance(_("{month} 月").format(month="00"))
        step = 1 if plot.width() > 12 * widest else 3
        for month in range(1, 13):
            if month % step:
                continue
            middle = self._place(date(trend.year, month, 15), 0).x()
            words = _("{month} 月").format(month=month) if step > 1 or month in (1, 12) else str(month)
            painter.drawText(QRectF(middle - 30, plot.bottom() + 5, 60, 20), _CENTRE, words)

    def _paint_lines(self, painter: QPainter, trend: Trend) -> None:
        theme, known = self._theme, trend.so_far
        line = [self._place(point.day, point.still_open or 0) for point in known]
        floor = [self._place(known[-1].day, 0), self._place(known[0].day, 0)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_ground))
        painter.setOpacity(0.45)
        painter.drawPolygon(QPolygonF([*line, *floor]))
        painter.setOpacity(1)
        plan = QPen(QColor(theme.muted), 1.4, Qt.PenStyle.DashLine)
        plan.setDashPattern([4, 3])
        painter.setPen(plan)
        painter.drawPolyline(QPolygonF([self._place(point.day, point.planned) for point in trend.points]))
        painter.setPen(
            QPen(QColor(theme.accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPolyline(QPolygonF(line))

    def _paint_point(self, painter: QPainter) -> None:
        """The mark of the point that is told: of today, where nobody points elsewhere."""
        point, theme, plot = self.current, self._theme, self._plot()
        if point is None:
            return
        x = round(self._place(point.day, 0).x()) + 0.5
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setPen(QPen(QColor(theme.window), 1.5))
        painter.setBrush(QColor(theme.muted))
        painter.drawEllipse(self._place(point.day, point.planned), 3.5, 3.5)
        if point.still_open is not None:
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(self._place(point.day, point.still_open), 4.5, 4.5)

    # -- pointing and walking

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._trend is None:
            return
        x, points = event.position().x(), self._trend.points
        self._go(min(range(len(points)), key=lambda n: abs(self._place(points[n].day, 0).x() - x)))

    def leaveEvent(self, event: QEvent) -> None:
        self._go(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if self._trend is None or key not in steps:
            super().keyPressEvent(event)
            return
        points, now = self._trend.points, self.current
        here = points.index(now) if now is not None else 0
        self._go(min(max(here + steps[key], 0), len(points) - 1))
        if (point := self.current) is not None:
            self.setAccessibleName(point_words(point, self._today))

    def _go(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self._tell()


def _top(most: int) -> int:
    """The number at the top of the axis: even, so that its half is one too, and not far above the greatest."""
    step = 2
    for unit in (2, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000):
        step = unit
        if most <= unit * 6:
            break
    return max(-(-most // step) * step, 2)
