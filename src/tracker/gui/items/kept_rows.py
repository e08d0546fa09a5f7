"""Selection, cursor and scrolling, kept by item while the rows of a table change."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel

if TYPE_CHECKING:
    from tracker.gui.items.table_view import ItemTable

_Flag = QItemSelectionModel.SelectionFlag


class KeptRows:
    """What is remembered before rows change, and found again afterwards."""

    def __init__(self, table: "ItemTable") -> None:
        self._table = table
        self._ids: frozenset[int] = frozenset()
        self._current = 0
        self._column = 0
        self._top: tuple[int, int] = (0, 0)  # the uppermost row, and how far it is scrolled
        self._at_start = True  # a list that was not scrolled begins at its beginning, headings and all

    def remember(self) -> None:
        """Before the rows change."""
        table = self._table
        self._ids = frozenset(card.id for card in table.selected_cards())
        index = table.currentIndex()
        self._current = table.items_model.key_at(index.row()) if index.isValid() else 0
        self._column = max(0, index.column())
        top = table.rowAt(0)
        self._at_start = table.verticalScrollBar().value() == 0
        if top >= 0:
            self._top = table.items_model.key_at(top), -table.rowViewportPosition(top)

    def restore(self) -> None:
        """After they have changed."""
        table, model = self._table, self._table.items_model
        selection = QItemSelection()
        last = model.columnCount() - 1
        current = top = start = end = -1
        for row in model.rows_of(self._ids | {self._current, self._top[0]}):
            key = model.key_at(row)
            if key in self._ids:
                if row == end + 1 and start >= 0:
                    end = row
                else:
                    _select(selection, table, start, end, last)
                    start = end = row
            current = row if key == self._current else current
            top = row if key == self._top[0] else top
        _select(selection, table, start, end, last)
        if current >= 0:
            table.selectionModel().setCurrentIndex(model.index(current, self._column), _Flag.NoUpdate)
        table.selectionModel().select(selection, _Flag.ClearAndSelect)
        if self._at_start:
            table.executeDelayedItemsLayout()
            table.verticalScrollBar().setValue(0)
        elif top >= 0:
            table.executeDelayedItemsLayout()  # else the scroll bar still has the length of the old rows
            table.verticalScrollBar().setValue(table.verticalHeader().sectionPosition(top) + self._top[1])

    def select(self, ids: Collection[int]) -> None:
        """Select the items of ``ids`` that are shown, and these alone."""
        table, model = self._table, self._table.items_model
        last = model.columnCount() - 1
        selection = QItemSelection()
        rows = model.rows_of(ids)
        for row in rows:
            _select(selection, table, row, row, last)
        if rows:
            self.put_cursor(rows[0], max(0, table.currentIndex().column()), select=False)
            table.selectionModel().select(selection, _Flag.ClearAndSelect)

    def put_cursor(self, row: int, column: int, *, select: bool = True) -> None:
        """Put the cursor on a row and, where that is to be, select it alone."""
        # not setCurrentIndex: that looks at the keyboard, and a Ctrl held down would deselect
        flags = _Flag.ClearAndSelect | _Flag.Rows if select else _Flag.NoUpdate
        self._table.selectionModel().setCurrentIndex(self._table.items_model.index(row, column), flags)


def chosen_rows(table: "ItemTable") -> list[tuple[int, int]]:
    """The ranges of selected rows from the top, each once: where columns were moved, Qt gives a row several times."""
    selection = table.selectionModel().selection()
    found = sorted((selection.at(n).top(), selection.at(n).bottom()) for n in range(selection.count()))
    ranges: list[tuple[int, int]] = []
    for first, last in found:
        if ranges and first <= ranges[-1][1]:
            ranges[-1] = ranges[-1][0], max(last, ranges[-1][1])
        else:
            ranges.append((first, last))
    return ranges


def _select(selection: QItemSelection, table: "ItemTable", first: int, last: int, column: int) -> None:
    if first >= 0:
        model = table.items_model
        selection.select(model.index(first, 0), model.index(last, column))
