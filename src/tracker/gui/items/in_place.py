"""The way of the cursor while cells are edited: into a cell that takes an entry, and on to the next one."""

from typing import TYPE_CHECKING

from tracker.gui.items.editable import is_editable, needs_extension
from tracker.gui.items.table_columns import KEYS, PLACES

if TYPE_CHECKING:
    from tracker.gui.items.table_view import ItemTable


class InPlace:
    """Enter goes down and Tab to the right, as in a spreadsheet."""

    def __init__(self, table: "ItemTable") -> None:
        self._table, self._model = table, table.items_model

    def enter(self) -> None:
        """Open the current cell's editor; the table tells what has no editor here."""
        table = self._table
        index, card = table.currentIndex(), table.current_card()
        if card is None:
            return
        key = KEYS[index.column()]
        if not is_editable(card, key):
            table.entered_item.emit(card.id)
        elif key == "deadline" and needs_extension(card):
            table.extension_wanted.emit(card.id)
        else:
            table.scrollTo(index)
            table.edit(index)

    def ended(self, item_id: int, column: int, step: int, by_enter: bool) -> None:
        """Go on after an entry; an item that went elsewhere in the list takes the cursor with it."""
        rows = self._model.rows_of({item_id})
        if not rows:
            return
        if step:
            self._edit_next(rows[0], column, step)
        elif by_enter:
            self._table.kept.put_cursor(self._next_card(rows[0], 1), column)

    def _edit_next(self, row: int, column: int, step: int) -> None:
        """Open the next cell that takes an entry here, in this row or the one after it."""
        table = self._table
        shown = [PLACES[key] for key, _width in table.columns.columns()]
        order = [place for place in shown if not table.isColumnHidden(place)]
        at = order.index(column)
        for _row in range(2):
            while 0 <= (at := at + step) < len(order):
                card, key = self._model.card_at(row), KEYS[order[at]]
                if card and is_editable(card, key) and not (key == "deadline" and needs_extension(card)):
                    table.kept.put_cursor(row, order[at])
                    self.enter()
                    return
            after = self._next_card(row, step)
            if after == row:
                return
            row, at = after, -1 if step > 0 else len(order)

    def _next_card(self, row: int, step: int) -> int:
        """The row of the next item; the same row where there is none."""
        after = row + step
        while 0 <= after < self._model.rowCount():
            if self._model.card_at(after) is not None:
                return after
            after += step
        return row
