"""The headings of groups in the table: painted through all columns, folded by click and key, passed by the cursor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from tracker.gui.items.item_list import Group

if TYPE_CHECKING:
    from tracker.gui.items.table_view import ItemTable

_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Action = QAbstractItemView.CursorAction


class Headings:
    """Does nothing while the table is one list."""

    def __init__(self, table: "ItemTable") -> None:
        self._table, self._model = table, table.items_model

    def paint(self) -> None:
        """Paint those in sight, over the rows that the delegate has left empty."""
        table = self._table
        if self._model.items.grouping is None:
            return
        painter = QPainter(table.viewport())
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        last = last if last >= 0 else self._model.rowCount() - 1
        current = table.currentIndex().row() if table.hasFocus() else -1
        for row in range(max(first, 0), last + 1):
            if (group := self._model.group_at(row)) is not None:
                place = QRect(0, table.rowViewportPosition(row), table.viewport().width(), table.rowHeight(row))
                table.cells.paint_heading(painter, place, group, current=row == current)

    def toggle(self, group: Group) -> None:
        """Fold a group, or open it again; the cursor goes to its heading."""
        row = self._model.rows_of({group.id})[0]
        self._table.kept.put_cursor(row, max(0, self._table.currentIndex().column()), select=False)
        self._model.fold([group.key], folded=not group.folded)

    def pressed(self, key: int) -> bool:
        """Take a key that means something here; False for all others."""
        index = self._table.currentIndex()
        if self._model.items.grouping is None or not index.isValid():
            return False
        group = self._model.group_at(index.row())
        if group is None:
            return key == Qt.Key.Key_Left and self._to_heading(index)
        if key in _TOGGLES or key == (Qt.Key.Key_Right if group.folded else Qt.Key.Key_Left):
            self.toggle(group)
        elif key == Qt.Key.Key_Right:
            self._table.kept.put_cursor(index.row() + 1, index.column())
        return key in (*_TOGGLES, Qt.Key.Key_Left, Qt.Key.Key_Right)

    def _to_heading(self, index: QModelIndex) -> bool:
        """From the leftmost cell of a row to the heading of its group."""
        if self._table.moveCursor(_Action.MoveLeft, Qt.KeyboardModifier.NoModifier) != index:
            return False
        row = max(row for row in self._model.items.heading_rows if row < index.row())
        self._table.kept.put_cursor(row, index.column())
        self._table.scrollTo(self._table.currentIndex())
        return True

    def passed(self, found: QModelIndex, action: QAbstractItemView.CursorAction) -> QModelIndex:
        """Where the cursor goes that would go to ``found``: past open headings; at folded ones it stops."""
        model, current = self._model, self._table.currentIndex()
        if model.items.grouping is None or not found.isValid() or found.row() == current.row():
            return found
        at_end = found.row() == model.rowCount() - 1
        up = action in (_Action.MoveUp, _Action.MovePageUp) or (
            at_end and action in (_Action.MoveEnd, _Action.MovePageDown)
        )
        row = found.row()
        while (group := model.group_at(row)) is not None and not group.folded:
            row += -1 if up else 1
            if not 0 <= row < model.rowCount():
                return current
        return model.index(row, found.column())
