"""Horizontal bars of parts: painted, and walked through and chosen by mouse and keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import small_points
from tracker.words import _

_ROW, _BAR, _GAP, _LEAST = 30, 12, 10, 3  # pixels; the last is how wide a part of one among thousands still is
_LABEL_SHARE, _LABEL_MOST = 0.38, 260  # of the width, and pixels
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar; ``colour`` is a token of the theme."""

    key: str
    count: int
    word: str
    colour: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words at the left, its parts, and a note at the right."""

    key: str
    label: str
    segments: tuple[Segment, ...]
    note: str = ""
    gathered: bool = False  # stands for many: as long as the longest of the others, whatever it counts

    @property
    def total(self) -> int:
        return sum(segment.count for segment in self.segments)


class BarList(QWidget):
    """``chosen`` carries the keys of a bar and of the part of it that was clicked, "" for the bar as a whole.

    Up and down walk the bars, left and right their parts; Enter chooses.
    """

    chosen = Signal(str, str)
    walked = Signal(QRect)  # to the line of a bar, which its page may have to bring into view

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self.bars: tuple[Bar, ...] = ()
        self._at = (0, -1)  # the bar and the part under the keyboard; -1 is the bar as a whole
        self._hover: tuple[int, int] | None = None
        self._small = QFont(QApplication.font())
        self._small.setPointSizeF(small_points())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show ``bars`` from top to bottom; those that are shown already cost nothing."""
        if tuple(bars) == self.bars:
            return
        self.bars = tuple(bars)
        self._at, self._hover = (min(self._at[0], max(len(bars) - 1, 0)), -1), None
        self.setAccessibleDescription(_("；").join(told(bar) for bar in self.bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, _ROW * len(self.bars) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    # -- where things are

    def _columns(self) -> tuple[int, int, int]:
        """Where the bars begin, how wide the longest may be, and how wide the notes are."""
        metrics = QFontMetrics(self._small)
        words = max((metrics.horizontalAdvance(bar.label) for bar in self.bars), default=0)
        notes = max((metrics.horizontalAdvance(bar.note) for bar in self.bars), default=0)
        left = min(words, int(self.width() * _LABEL_SHARE), _LABEL_MOST) + _GAP
        return left, max(self.width() - left - notes - 2 * _GAP, 20), notes

    def rect_of(self, bar: int) -> QRect:
        """The whole line of a bar."""
        return QRect(0, 1 + bar * _ROW, self.width(), _ROW)

    def segment_rects(self, bar: int) -> list[QRectF]:
        """The parts of a bar, in their order; those of no items are empty."""
        left, room, _notes = self._columns()
        most = max((each.total for each in self.bars if not each.gathered), default=0) or 1
        most = max(most, self.bars[bar].total)  # a gathered bar has its own measure
        top = 1 + bar * _ROW + (_ROW - _BAR) / 2
        rects: list[QRectF] = []
        x = float(left)
        for segment in self.bars[bar].segments:
            wide = max(room * segment.count / most, _LEAST) if segment.count else 0
            rects.append(QRectF(x, top, wide, _BAR))
            x += wide
        return rects

    def _under(self, place: QPointF) -> tuple[int, int] | None:
        bar = int(place.y() - 1) // _ROW
        if not 0 <= bar < len(self.bars) or place.y() < 1:
            return None
        near = (n for n, rect in enumerate(self.segment_rects(bar)) if rect.adjusted(0, -6, 0, 6).contains(place))
        return bar, next(near, -1)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(len(self.bars)):
            if self.rect_of(number).intersects(event.rect()):
                self._paint_bar(painter, number)
        painter.end()

    def _paint_bar(self, painter: QPainter, number: int) -> None:
        bar, line, theme = self.bars[number], self.rect_of(number), self._theme
        left, _room, notes = self._columns()
        at = self._at if self.hasFocus() else None
        if self._hover is not None and self._hover[0] == number:
            painter.fillRect(line, QColor(theme.side))
        painter.setFont(self._small)
        painter.setPen(QColor(theme.text))
        label = QFontMetrics(self._small).elidedText(bar.label, Qt.TextElideMode.ElideRight, left - _GAP)
        painter.drawText(QRect(0, line.top(), left, _ROW), _LEFT, label)
        end = float(left)
        for n, (segment, rect) in enumerate(zip(bar.segments, self.segment_rects(number), strict=True)):
            if segment.count:
                end = rect.right()
                bright = QColor(getattr(theme, segment.colour))
                painter.fillRect(rect.adjusted(0, 0, -1, 0) if rect.width() > _LEAST else rect, bright)
                if self._hover == (number, n) or at == (number, n):
                    self._outline(painter, rect.adjusted(-1, -3, 0, 3))
        painter.setPen(QColor(theme.muted))
        beside = QRect(int(end) + _GAP, line.top(), notes + _GAP, _ROW)
        painter.drawText(beside, _LEFT, bar.note)
        if at == (number, -1):
            self._outline(painter, QRectF(line).adjusted(0.5, 1.5, -0.5, -1.5))

    def _outline(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(QColor(self._theme.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 3, 3)

    # -- mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position())
        if under != self._hover:
            self._hover = under
            self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position())
        if (
            under is not None
            and event.button() is Qt.MouseButton.LeftButton
            and self.rect().contains(event.position().toPoint())
        ):
            self._at = under
            self._choose(*under)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            under = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), told(self.bars[under[0]]) if under else "", self)
            return True
        return super().event(event)

    # -- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, part = self._at
        if not self.bars:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Up if bar > 0:
                self._walk(bar - 1, -1)
            case Qt.Key.Key_Down if bar < len(self.bars) - 1:
                self._walk(bar + 1, -1)
            case Qt.Key.Key_Home:
                self._walk(0, -1)
            case Qt.Key.Key_End:
                self._walk(len(self.bars) - 1, -1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                filled = [-1, *(n for n, segment in enumerate(self.bars[bar].segments) if segment.count)]
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                self._walk(bar, filled[min(max(filled.index(part) + step, 0), len(filled) - 1)])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._choose(bar, part)
            case _:
                super().keyPressEvent(event)

    def _walk(self, bar: int, part: int) -> None:
        self._at = (bar, part)
        segment = self.bars[bar].segments[part] if part >= 0 else None
        here = f"{self.bars[bar].label} {segment.word} {segment.count}" if segment else told(self.bars[bar])
        # what a screen reader says at each step
        self.setAccessibleName(_("{what}：{words}").format(what=self._name, words=here))
        self.walked.emit(self.rect_of(bar))
        self.update()

    def _choose(self, bar: int, part: int) -> None:
        row = self.bars[bar]
        self.chosen.emit(row.key, row.segments[part].key if part >= 0 else "")


def told(bar: Bar) -> str:
    """A bar in words: 法规科：已销号 3，逾期 1."""
    counts = _("，").join(f"{each.word} {each.count}" for each in bar.segments if each.count)
    return _("{what}：{words}").format(what=bar.label, words=counts)
