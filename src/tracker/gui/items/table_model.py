"""The table's Qt model: an adapter over an ItemList; it looks up finished rows and computes nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.domain.cards import ItemCard
from tracker.domain.filters import ItemFilter
from tracker.gui.items.item_list import ItemList
from tracker.gui.items.rows import Row
from tracker.words import _

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole  # the finished Row, for the delegate
CARD_ID = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of the table: title, the column of views/columns that it is sorted by, and its width."""

    title: str
    key: str
    width: int


def table_columns() -> tuple[TableColumn, ...]:
    """The columns from left to right."""
    return (
        TableColumn(_("编号"), "code", 94),
        TableColumn(_("事项"), "title", 230),
        TableColumn(_("责任单位 / 责任人"), "lead", 132),
        TableColumn(_("期限"), "deadline", 128),
        TableColumn(_("进度"), "percent", 106),
        TableColumn(_("状态"), "status", 92),
        TableColumn(_("佐证"), "evidence", 50),
    )


_KEY = itemgetter(ItemCard._fields.index("id"))
_FEW = 8  # so many rows are found faster one by one
CODE, TITLE, OWNER, DEADLINE, PERCENT, STATUS, EVIDENCE = range(7)


class ItemTableModel(QAbstractTableModel):
    """Rows are the shown cards of ``items``."""

    def __init__(self, items: ItemList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items = items
        self._columns = table_columns()

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.items.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ROW:
            return self.items.row(self.items.shown[index.row()])
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return words(self.items.row(self.items.shown[index.row()]), index.column())
        if role == CARD_ID:
            return self.items.shown[index.row()].id
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TITLE:
            return self.items.shown[index.row()].title
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 for the ledger's own order."""
        self.beginResetModel()
        key = self._columns[column].key if 0 <= column < len(self._columns) else None
        self.items.sort(key, descending=order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    # -- what the window tells

    def load(self, cards: Sequence[ItemCard], today: date) -> None:
        """Begin anew with ``cards``."""
        self.beginResetModel()
        self.items.load(cards, today)
        self.endResetModel()

    def filter(self, wanted: ItemFilter) -> None:
        """Show what ``wanted`` keeps."""
        self.beginResetModel()
        self.items.filter(wanted)
        self.endResetModel()

    def touch(self, fresh: Iterable[ItemCard], gone: Collection[int]) -> None:
        """Redraw the rows of changed items; begin anew only where rows came, went or changed places."""
        fresh = list(fresh)
        before = [card.id for card in self.items.shown]
        shown = self.items.shown
        self.items.replace(fresh, gone)
        if before == [card.id for card in self.items.shown]:
            places = {key: row for row, key in enumerate(before)}
            for card in fresh:
                if (row := places.get(card.id)) is not None:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))
            return
        after, self.items.shown = self.items.shown, shown
        self.beginResetModel()  # listeners must see the old rows until now
        self.items.shown = after
        self.endResetModel()

    def card_at(self, row: int) -> ItemCard:
        """The card of one row."""
        return self.items.shown[row]

    def rows_of(self, ids: Collection[int]) -> list[int]:
        """Where the items of ``ids`` stand, from the top."""
        keys = list(map(_KEY, self.items.shown))
        if len(ids) > _FEW:
            return [row for row, key in enumerate(keys) if key in ids]
        present = set(keys).intersection(ids)
        return sorted(map(keys.index, present))


def words(row: Row, column: int) -> str:
    """The first line of a cell, for reading aloud and for typing to find."""
    return (row.code, row.title, row.lead.text, row.deadline, f"{row.percent}%", row.status, row.evidence)[column]
