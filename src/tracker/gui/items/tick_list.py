"""A list of choices with a box to tick and the number of items at the right; thousands cost no more than ten."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tracker.gui.theme import Theme
from tracker.views.filter_choices import Choice
from tracker.words import _

Index = QModelIndex | QPersistentModelIndex
_CHOICE = Qt.ItemDataRole.UserRole
_BOX, _PAD, _GAP = 16, 8, 9
_MOST_ROWS = 10  # shown at once


class TickModel(QAbstractListModel):
    """An adapter over choices; ``ticked`` holds the keys of those that are ticked, also of those not shown now."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Choice] = []
        self.ticked: set[str] = set()

    def show(self, choices: Sequence[Choice]) -> None:
        """Show ``choices``."""
        self.beginResetModel()
        self.shown = list(choices)
        self.endResetModel()

    def tick(self, keys: Sequence[str], *, on: bool) -> None:
        """Tick or clear ``keys``."""
        self.ticked = self.ticked | set(keys) if on else self.ticked - set(keys)
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice = self.shown[index.row()]
        if role == _CHOICE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.words
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if choice.key in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = _("已选") if choice.key in self.ticked else _("未选")
            return _("{words}，{n} 项，{state}").format(words=choice.words, n=choice.number, state=state)
        if role == Qt.ItemDataRole.ToolTipRole:
            return choice.words
        return None


class TickList(QListView):
    """``toggled`` carries the key of a choice whose box was pressed, by mouse or by the blank key."""

    toggled = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.ticks = TickModel()
        self.setModel(self.ticks)
        self.setProperty("kind", "ticks")
        self.setItemDelegate(_TickDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show ``choices`` with the cursor on the first."""
        self.ticks.show(choices)
        if choices:
            self.setCurrentIndex(self.ticks.index(0))

    def press(self, event: QKeyEvent) -> None:
        """Let the cursor follow a key that was pressed elsewhere."""
        super().keyPressEvent(event)

    def toggle_current(self) -> None:
        """Tick the choice under the cursor, or clear it."""
        index = self.currentIndex()
        if index.isValid():
            self.toggled.emit(self.ticks.shown[index.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle_current()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self.toggle_current()

    def row_height(self) -> int:
        """The height of one choice in pixels."""
        return QFontMetrics(self.font()).height() + 10

    def wanted_height(self, rows: int) -> int:
        """The height that shows so many choices, ten at most."""
        return self.row_height() * max(1, min(rows, _MOST_ROWS)) + 2


class _TickDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: TickList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._view.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        choice: Choice = index.data(_CHOICE)
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_ground))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        box = QRectF(rect.left() + _PAD + 0.5, rect.center().y() - _BOX / 2 + 1.5, _BOX - 1, _BOX - 1)
        self._box(painter, box, ticked=choice.key in self._view.ticks.ticked)
        painter.setFont(QApplication.font())
        number = str(choice.number)
        left, right = rect.left() + _PAD + _BOX + _GAP, painter.fontMetrics().horizontalAdvance(number)
        inner = QRect(left, rect.top(), rect.right() - _PAD - left, rect.height())
        painter.setPen(QColor(theme.muted))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), number)
        painter.setPen(QColor(theme.text if choice.number else theme.muted))
        room = inner.width() - right - _GAP
        words = painter.fontMetrics().elidedText(choice.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _box(self, painter: QPainter, box: QRectF, *, ticked: bool) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if ticked else theme.border), 1))
        painter.setBrush(QColor(theme.accent if ticked else theme.window))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(QColor(theme.accent_text), 2))
            x, y = box.left(), box.top()
            painter.drawPolyline([QPointF(x + 3.5, y + 7.5), QPointF(x + 6.5, y + 10.5), QPointF(x + 11.5, y + 4.5)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
