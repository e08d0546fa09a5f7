"""Measures and paints an entry: a tick box or a picture, words that wrap, a second line, a pill."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.gui.theme import Theme
from tracker.gui.widgets.entry_model import ENTRY, Entry, Index

PAD, BOX, GAP, PICTURE = 9, 16, 9, 44

Painting = Callable[[QPainter, QRectF, str, str, Theme], None]  # see Pictures.paint


class EntryDelegate(QStyledItemDelegate):
    """``compact`` puts the second line at the right end of the first, as an overview wants it."""

    def __init__(self, theme: Theme, view: QListView, *, compact: bool = False) -> None:
        super().__init__(view)
        self._view, self._theme, self._compact = view, theme, compact
        self.pictures: Painting | None = None
        self._first = QFont(QApplication.font())
        self._second = QFont(self._first)
        self._second.setPointSizeF(self._first.pointSizeF() - 1)

    @property
    def _margin(self) -> int:
        return 3 if self._compact else 8

    def _left(self, entry: Entry) -> int:
        """Where the words begin."""
        if entry.ticked is not None:
            return (6 if self._compact else PAD) + BOX + GAP
        return PAD + (PICTURE + GAP + 2 if entry.picture is not None else 0)

    def _right(self, entry: Entry) -> int:
        """How wide the pill is, or the words that stand in its place."""
        metrics = QFontMetrics(self._second)
        if self._compact:
            return metrics.horizontalAdvance(entry.detail) + 2 if entry.detail else 0
        return metrics.horizontalAdvance(entry.mark) + 18 if entry.mark else 0

    def _room(self, entry: Entry, width: int) -> int:
        right = self._right(entry)
        return width - self._left(entry) - PAD - (right + GAP if right else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY)
        width = self._view.viewport().width()
        first = max(_height(self._first, entry.title, self._room(entry, width)), BOX)
        second = 0 if self._compact else _height(self._second, entry.detail, width - self._left(entry) - PAD)
        words = first + (second + 3 if second else 0)
        return QSize(width, max(words, PICTURE if entry.picture else 0) + 2 * self._margin)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        entry: Entry = index.data(ENTRY)
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected and not (self._compact and not self._view.hasFocus()):
            painter.fillRect(rect, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.side))
        if not self._compact:
            painter.setPen(QColor(theme.line))
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        left, room, right = self._left(entry), self._room(entry, rect.width()), self._right(entry)
        top = rect.top() + self._margin
        if entry.ticked is not None:
            self._box(painter, QRectF(rect.left() + left - BOX - GAP, top + 1, BOX, BOX), ticked=entry.ticked)
        elif entry.picture is not None and self.pictures is not None:
            box = QRectF(rect.left() + PAD, rect.top() + (rect.height() - PICTURE) / 2, PICTURE, PICTURE)
            self.pictures(painter, box, *entry.picture, theme)
        painter.setPen(QColor(theme.muted if entry.ticked else theme.text))
        title = _laid(self._first, entry.title, room)
        title.draw(painter, QPointF(rect.left() + left, top))
        height = title.boundingRect().height()
        painter.setPen(QColor(theme.text_of(entry.detail_tone)))
        if entry.detail and self._compact:
            painter.setFont(self._second)
            place = QRect(rect.right() - PAD - right, top, right, max(QFontMetrics(self._first).height(), BOX))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), entry.detail)
        elif entry.detail:
            lower = _laid(self._second, entry.detail, rect.width() - left - PAD)
            lower.draw(painter, QPointF(rect.left() + left, top + max(height, BOX) + 3))
        if entry.mark and not self._compact:
            self._pill(painter, QRectF(rect.right() - PAD - right, top - 1, right, 21), entry)

    def over_box(self, entry: Entry, across: float) -> bool:
        """Whether ``across`` pixels from the left is the tick box or beside it."""
        return entry.ticked is not None and across <= self._left(entry) - GAP // 2

    def _box(self, painter: QPainter, box: QRectF, *, ticked: bool) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if ticked else theme.faint), 1))
        painter.setBrush(QColor(theme.accent if ticked else theme.window))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(QColor(theme.accent_text), 1.8))
            x, y = box.left(), box.top()
            painter.drawPolyline([QPointF(x + 3.6, y + 8.4), QPointF(x + 6.8, y + 11.3), QPointF(x + 12.4, y + 4.9)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _pill(self, painter: QPainter, pill: QRectF, entry: Entry) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.ground_of(entry.tone)))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._second)
        painter.setPen(QColor(self._theme.text_of(entry.tone)))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), entry.mark)


def _laid(font: QFont, text: str, width: int) -> QTextLayout:
    """``text`` in lines no wider than ``width``, parted between words, or inside one that is too long for a line.

    QPainter.drawText can do only one of both: either a file's long name or each number would be cut badly.
    """
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _height(font: QFont, text: str, width: int) -> int:
    return math.ceil(_laid(font, text, width).boundingRect().height()) if text else 0
