"""The table of units or people: edited in place, moved, and keeping its selection when its lines change."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPersistentModelIndex, Qt, Signal
from PySide6.QtCore import QModelIndex as _Model
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.gui.people.roster_model import RosterModel
from tracker.gui.widgets.names_edit import NamesEdit
from tracker.views.roster import Line

_ROW_HEIGHT = 36
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_F2)  # the window has shortcuts on them


class RosterTable(QTableView):
    """F2, Enter or a double click edit; with Ctrl they ask for the items. Alt with the arrows moves, Del drops."""

    items_asked = Signal()
    drop_asked = Signal()
    move_asked = Signal(int)
    chosen = Signal()  # what is selected is another

    def __init__(self, model: RosterModel, name: str) -> None:
        super().__init__()
        self.setObjectName("roster")
        self.lines = model
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        self.delegate = RosterDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSortIndicatorClearable(True)  # a third click gives back the own order
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for section, column in enumerate(model.columns):
            head.resizeSection(section, column.width)
        head.setStretchLastSection(True)
        self._kept: frozenset[int] = frozenset()
        self._current = (0, 0)  # the number of the current line, and its column
        self.selectionModel().selectionChanged.connect(lambda *_both: self.chosen.emit())
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    # -- what is selected

    def selected(self) -> list[Line]:
        """The selected lines, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.lines.shown[row] for row in rows]

    def go_to(self, key: int, column: int = 0) -> None:
        """Put the cursor on a line and select it alone."""
        for row in self.lines.rows_of({key}):
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.lines.index(row, column), flags)
            self.scrollTo(self.currentIndex())

    def edit_current(self) -> None:
        """Edit the cell under the cursor, or the name where that is no entry."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not self.lines.columns[index.column()].field:
            index = self.lines.index(index.row(), 0)
            self.setCurrentIndex(index)
        self.edit(index)

    def _remember(self) -> None:
        self._kept = frozenset(line.id for line in self.selected())
        index = self.currentIndex()
        self._current = (self.lines.shown[index.row()].id, index.column()) if index.isValid() else (0, 0)

    def _restore(self) -> None:
        for row in self.lines.rows_of({self._current[0]}):
            place = self.lines.index(row, self._current[1])
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection = QItemSelection()
        last = self.lines.columnCount() - 1
        for row in self.lines.rows_of(self._kept):
            selection.select(self.lines.index(row, 0), self.lines.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.chosen.emit()

    # -- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the editor has left of its own keys
        elif event.key() in _ENTER and control:
            self.items_asked.emit()
        elif event.key() in _ENTER or event.key() == Qt.Key.Key_F2:
            self.edit_current()
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_asked.emit()
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(step)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.lines.columns[index.column()].field:
            self.items_asked.emit()
        else:
            self.edit_current()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)


class ToneDelegate(QStyledItemDelegate):
    """Paints a cell in its own colour where it is selected too: what is overdue stays red."""

    def initStyleOption(  # noqa: N802 - Qt's own name
        self, option: QStyleOptionViewItem, index: _Model | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QColor):
            palette: QPalette = option.palette
            palette.setColor(QPalette.ColorRole.HighlightedText, colour)


class RosterDelegate(ToneDelegate):
    """Edits units by completing their names."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._units: tuple[str, ...] = ()

    def know(self, units: Sequence[str]) -> None:
        """The names of units to offer."""
        self._units = tuple(units)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Model | QPersistentModelIndex
    ) -> QWidget:
        model = index.model()
        if isinstance(model, RosterModel) and model.columns[index.column()].field == "unit":
            editor = NamesEdit()
            editor.setParent(parent)
            editor.know(self._units)
            return editor
        return super().createEditor(parent, option, index)
