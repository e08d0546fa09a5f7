"""What wants doing today, one line an item: its title and unit, and why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tracker.gui.summary.words import reason_tone, reason_words
from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import small_points
from tracker.views.dashboard import Todo
from tracker.words import _

Index = QModelIndex | QPersistentModelIndex
_LEAST_HEIGHT = 46
_TODO = Qt.ItemDataRole.UserRole
_PAD, _GAP, _ABOVE = 8, 14, 4
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class _TodoModel(QAbstractListModel):
    """An adapter over finished todos."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.todos: tuple[Todo, ...] = ()

    def show_todos(self, todos: Sequence[Todo]) -> None:
        self.beginResetModel()
        self.todos = tuple(todos)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.todos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        todo = self.todos[index.row()]
        if role == _TODO:
            return todo
        if role == Qt.ItemDataRole.DisplayRole:
            return todo.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("，").join((f"{todo.code} {todo.title}", todo.unit, reason_words(todo)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{todo.code}　{todo.title}"
        return None


class TodoList(QListView):
    """As high as its lines: the page scrolls, not the list. ``opened`` carries the id of an item clicked or entered."""

    opened = Signal(int)
    walked = Signal(QRect)  # to a line, which the page may have to bring into view

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "entries")
        self.setAccessibleName(_("今天要办"))
        self.todos = _TodoModel(self)
        self.setModel(self.todos)
        delegate = _TodoDelegate(theme, self)
        self.row_height = delegate.height
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.walked.emit(self.visualRect(now)))

    def show_todos(self, todos: Sequence[Todo]) -> None:
        """Show ``todos``; the same again cost nothing, and the current line stays by its item."""
        if tuple(todos) == self.todos.todos:
            return
        current = self.currentIndex()
        kept = self.todos.todos[current.row()].item_id if current.isValid() else 0
        self.todos.show_todos(todos)
        self.setFixedHeight(self.row_height * len(self.todos.todos) + 2)
        rows = [row for row, todo in enumerate(self.todos.todos) if todo.item_id == kept]
        if rows:
            self.setCurrentIndex(self.todos.index(rows[0], 0))

    def _open(self, index: Index) -> None:
        self.opened.emit(self.todos.todos[index.row()].item_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: Any) -> None:
        event.ignore()  # the page scrolls


class _TodoDelegate(QStyledItemDelegate):
    """Title over code and unit, the reason at the right."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._first = QFont(QApplication.font())
        self._second = QFont(self._first)
        self._second.setPointSizeF(small_points())
        lines = QFontMetrics(self._first).height() + QFontMetrics(self._second).height()
        self.height = max(lines + 2 * _ABOVE, _LEAST_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        todo: Todo = index.data(_TODO)
        theme = self._theme
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.side))
        painter.setPen(QColor(theme.accent if state & QStyle.StateFlag.State_HasFocus else theme.line))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        inner = rect.adjusted(_PAD, _ABOVE, -_PAD, -_ABOVE)
        words = reason_words(todo)
        wide = QFontMetrics(self._second).horizontalAdvance(words)
        painter.setFont(self._second)
        painter.setPen(QColor(theme.text_of(reason_tone(todo.reason))))
        painter.drawText(inner, _RIGHT, words)
        room = inner.adjusted(0, 0, -wide - _GAP, 0)
        half = room.height() // 2
        self._line(painter, self._first, theme.text, QRect(room.left(), room.top(), room.width(), half), todo.title)
        below = " · ".join(part for part in (todo.code, todo.unit or _("未明确责任单位")) if part)
        lower = QRect(room.left(), room.top() + half, room.width(), room.height() - half)
        self._line(painter, self._second, theme.muted, lower, below)

    def _line(self, painter: QPainter, font: QFont, colour: str, rect: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, shown)
