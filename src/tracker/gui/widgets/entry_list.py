"""A list of entries: a title, a second line, and where wanted a tick, a pill or a picture; it can be ordered."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from tracker.gui.theme import Theme
from tracker.gui.widgets.entry_delegate import EntryDelegate, Painting
from tracker.gui.widgets.entry_model import Entry, EntryModel

__all__ = ["Entry", "EntryList"]

_MOVED = "application/x-tracker-entry"  # a drag that only orders the list it comes from
_OVERRIDE = QEvent.Type.ShortcutOverride
_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Space)


class EntryList(QListView):
    """``opened`` is Enter or a double click, ``toggled`` the box or Space; both carry the entry's key.

    ``moved`` carries a key and the row it was dragged to; ``looked_at`` is Space on an entry without a box,
    ``renamed`` F2.
    """

    opened = Signal(int)
    toggled = Signal(int, bool)
    current_changed = Signal(int)
    deleted = Signal(int)
    moved = Signal(int, int)
    looked_at = Signal(int)
    renamed = Signal(int)

    def __init__(self, theme: Theme, name: str, *, compact: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "entries")
        self.setAccessibleName(name)
        self._theme, self._compact = theme, compact
        self._movable = False
        self._drop_row = -1
        self._files: Callable[[Sequence[int]], Sequence[Path]] | None = None
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.delegate = EntryDelegate(theme, self, compact=compact)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        if compact:  # part of a page that scrolls as a whole
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.entries.entries[index.row()].key))
        self.selectionModel().currentChanged.connect(lambda *_both: self.current_changed.emit(self.current_key()))

    # -- what it is used for

    def let_move(self) -> None:
        """Entries can be dragged to another place; ``moved`` tells where."""
        self._movable = True
        self.setDragEnabled(True)
        self.setAcceptDrops(True)

    def let_drag_out(self, files: Callable[[Sequence[int]], Sequence[Path]]) -> None:
        """Several entries can be chosen and dragged out as ``files``."""
        self._files = files
        self.setDragEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def show_pictures(self, painting: Painting) -> None:
        """Draw the entries' pictures by ``painting``."""
        self.delegate.pictures = painting

    # -- what is shown

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show ``entries``; the current one stays, or the one that took its place."""
        if tuple(entries) == self.entries.entries:
            return
        key, row = self.current_key(), self.currentIndex().row()
        self.entries.show_entries(entries)
        self.updateGeometry()
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

    def chosen_keys(self) -> list[int]:
        """The keys of the selected entries, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.entries.entries[row].key for row in rows]

    def select(self, key: int) -> None:
        """Make an entry current."""
        for row, entry in enumerate(self.entries.entries):
            if entry.key == key:
                self.setCurrentIndex(self.entries.index(row, 0))

    def sizeHint(self) -> QSize:
        if not self._compact:
            return super().sizeHint()
        heights = (self.sizeHintForIndex(self.entries.index(row, 0)).height() for row in range(self.entries.rowCount()))
        return QSize(200, sum(heights) + 2 * self.frameWidth() + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height()) if self._compact else super().minimumSizeHint()

    # -- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid():
            entry = self.entries.entries[index.row()]
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.opened.emit(entry.key)
                return
            if event.key() == Qt.Key.Key_Space:
                if entry.ticked is not None:
                    self.toggled.emit(entry.key, not entry.ticked)
                else:
                    self.looked_at.emit(entry.key)
                return
            if event.key() == Qt.Key.Key_Delete:
                self.deleted.emit(entry.key)
                return
            if event.key() == Qt.Key.Key_F2:
                self.renamed.emit(entry.key)
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            entry = self.entries.entries[index.row()]
            if self.delegate.over_box(entry, event.position().x()):
                self.toggled.emit(entry.key, not entry.ticked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # lines wrap elsewhere now, so heights differ
        if self._compact and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        # the window's keys of the same name belong to the list while it has the focus
        if isinstance(event, QKeyEvent) and event.type() == _OVERRIDE and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    # -- dragging

    def mime(self, keys: Sequence[int]) -> QMimeData | None:
        """What a drag of ``keys`` carries: files for other programs, or the entry that is moved; None for nothing."""
        data = QMimeData()
        if self._files is not None:
            files = self._files(keys)
            data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
            return data if files else None
        data.setData(_MOVED, str(keys[0]).encode())
        return data

    def startDrag(self, supported: Qt.DropAction) -> None:
        keys = self.chosen_keys() or [self.current_key()]
        data = self.mime(keys) if keys[0] else None
        if data is None:
            return
        drag = QDrag(self)
        drag.setMimeData(data)
        rect = self.visualRect(self.currentIndex())
        drag.setPixmap(self.viewport().grab(rect))
        drag.setHotSpot(self.viewport().mapFromGlobal(self.cursor().pos()) - rect.topLeft())
        drag.exec(Qt.DropAction.MoveAction if self._movable else Qt.DropAction.CopyAction)
        self._show_drop(-1)

    def row_at(self, place: QPoint) -> int:
        """Before which row an entry dropped at ``place`` would come to stand."""
        for row in range(self.entries.rowCount()):
            if place.y() < self.visualRect(self.entries.index(row, 0)).center().y():
                return row
        return self.entries.rowCount()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls where the list's border is neared
        self._consider(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(-1)
        if not self._is_own(event):
            event.ignore()
            return
        # a move would let Qt take the row out of the model; the ledger decides what stands where
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        key = int(bytes(event.mimeData().data(_MOVED).data()))
        old = next((row for row, entry in enumerate(self.entries.entries) if entry.key == key), -1)
        row = self.row_at(event.position().toPoint())
        row -= old < row
        if old >= 0 and row != old:
            self.moved.emit(key, row)

    def _is_own(self, event: QDropEvent) -> bool:
        return self._movable and event.mimeData().hasFormat(_MOVED) and event.source() in (self, None)

    def _consider(self, event: QDragMoveEvent) -> None:
        if self._is_own(event):
            event.acceptProposedAction()
            self._show_drop(self.row_at(event.position().toPoint()))
        else:
            event.ignore()  # files are the page's, which lies behind

    def _show_drop(self, row: int) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row < 0 or not self.entries.entries:
            return
        last = self._drop_row == self.entries.rowCount()
        rect = self.visualRect(self.entries.index(self._drop_row - last, 0))
        y = rect.bottom() if last else max(1, rect.top())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.end()
