"""A list of entries: a title, a second line, and where wanted a tick and a pill; for measures, files, links."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tracker.gui.theme import Theme, Tone

Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft)
_PAD, _BOX, _GAP = 9, 16, 9
_OVERRIDE = QEvent.Type.ShortcutOverride


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; ``ticked`` None has no box. ``mark`` is the word of the pill."""

    key: int
    title: str
    detail: str = ""
    ticked: bool | None = None
    mark: str = ""
    tone: Tone = Tone.MUTED
    detail_tone: Tone = Tone.MUTED


class EntryModel(QAbstractListModel):
    """An adapter over finished entries."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show ``entries`` in their order."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{entry.detail} {entry.mark}"
        return None


class EntryList(QListView):
    """``opened`` is Enter or a double click, ``toggled`` the box or Space; both carry the entry's key."""

    opened = Signal(int)
    toggled = Signal(int, bool)
    current_changed = Signal(int)
    deleted = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "entries")
        self.setAccessibleName(name)
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(_EntryDelegate(theme, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.entries.entries[index.row()].key))
        self.selectionModel().currentChanged.connect(lambda *_both: self.current_changed.emit(self.current_key()))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show ``entries``; the current one stays, or the one that took its place."""
        if tuple(entries) == self.entries.entries:
            return
        key, row = self.current_key(), self.currentIndex().row()
        self.entries.show_entries(entries)
        if not entries:
            self.current_changed.emit(0)
            return
        rows = [n for n, entry in enumerate(entries) if entry.key == key]
        if rows or row >= 0:
            self.setCurrentIndex(self.entries.index(rows[0] if rows else min(row, len(entries) - 1), 0))

    def current_key(self) -> int:
        """The key of the current entry; 0 where there is none."""
        index = self.currentIndex()
        return self.entries.entries[index.row()].key if index.isValid() else 0

    def select(self, key: int) -> None:
        """Make an entry current."""
        for row, entry in enumerate(self.entries.entries):
            if entry.key == key:
                self.setCurrentIndex(self.entries.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid():
            entry = self.entries.entries[index.row()]
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.opened.emit(entry.key)
                return
            if event.key() == Qt.Key.Key_Space and entry.ticked is not None:
                self.toggled.emit(entry.key, not entry.ticked)
                return
            if event.key() == Qt.Key.Key_Delete:
                self.deleted.emit(entry.key)
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            entry = self.entries.entries[index.row()]
            if entry.ticked is not None and event.position().x() <= _PAD + _BOX + _GAP // 2:
                self.toggled.emit(entry.key, not entry.ticked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # lines wrap elsewhere now, so heights differ

    def event(self, event: QEvent) -> bool:
        # the window's Del belongs to the list while it has the focus
        if isinstance(event, QKeyEvent) and (event.type(), event.key()) == (_OVERRIDE, Qt.Key.Key_Delete):
            event.accept()
            return True
        return super().event(event)


class _EntryDelegate(QStyledItemDelegate):
    """Measures and paints an entry; the title wraps, the second line too."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self._first = QFont(QApplication.font())
        self._second = QFont(self._first)
        self._second.setPointSizeF(self._first.pointSizeF() - 1)

    def _widths(self, entry: Entry, width: int) -> tuple[int, int, int]:
        """Where the words begin, how wide the title may be, and how wide the pill is."""
        left = _PAD + (_BOX + _GAP if entry.ticked is not None else 0)
        pill = QFontMetrics(self._second).horizontalAdvance(entry.mark) + 18 if entry.mark else 0
        return left, width - left - _PAD - (pill + _GAP if pill else 0), pill

    def _height(self, font: QFont, text: str, width: int) -> int:
        if not text:
            return 0
        return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 40), 100_000), _WRAP, text).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(_ENTRY)
        width = self._view.viewport().width()
        left, room, _pill = self._widths(entry, width)
        first = max(self._height(self._first, entry.title, room), _BOX)
        second = self._height(self._second, entry.detail, width - left - _PAD)
        return QSize(width, first + second + 2 * 8 + (3 if second else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        entry: Entry = index.data(_ENTRY)
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.side))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        left, room, pill = self._widths(entry, rect.width())
        top = rect.top() + 8
        if entry.ticked is not None:
            self._box(painter, QRectF(rect.left() + _PAD, top + 1, _BOX, _BOX), ticked=entry.ticked)
        height = self._height(self._first, entry.title, room)
        painter.setFont(self._first)
        painter.setPen(QColor(theme.muted if entry.ticked else theme.text))
        painter.drawText(QRect(rect.left() + left, top, room, height), _WRAP, entry.title)
        if entry.detail:
            painter.setFont(self._second)
            painter.setPen(QColor(theme.text_of(entry.detail_tone)))
            lower = QRect(rect.left() + left, top + max(height, _BOX) + 3, rect.width() - left - _PAD, 10_000)
            painter.drawText(lower, _WRAP, entry.detail)
        if pill:
            self._pill(painter, QRectF(rect.right() - _PAD - pill, top - 1, pill, 21), entry)

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
