"""The table's Qt model: an adapter over an ItemList; it looks up finished rows and computes nothing."""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from tracker.domain import pinyin
from tracker.domain.cards import ItemCard
from tracker.domain.filters import ItemFilter
from tracker.gui.items.editable import is_editable
from tracker.gui.items.item_list import Group, ItemList
from tracker.gui.items.rows import Row
from tracker.gui.items.table_columns import CODE, DRAWN, KEYS, TITLE, table_columns
from tracker.views.columns import BY_KEY
from tracker.views.grouping import Key
from tracker.words import _

Index = QModelIndex | QPersistentModelIndex
CARD_ID = Qt.ItemDataRole.UserRole

_LOOK_EVERY_MS = 20
_SHOW_EVERY = 12  # slices: while haystacks are still being made, a search shows more hits now and then
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_HEADING_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_CARD_FLAGS = _HEADING_FLAGS | Qt.ItemFlag.ItemIsSelectable
_EDITABLE_FLAGS = _CARD_FLAGS | Qt.ItemFlag.ItemIsEditable


class ItemTableModel(QAbstractTableModel):
    """Rows are the lines of ``items``: cards, and headings of groups. Columns are all there are; views hide some."""

    def __init__(self, items: ItemList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items = items
        self._columns = table_columns()
        self._plain = [None if key in DRAWN else BY_KEY[key].text for key in KEYS]
        self._readings: threading.Thread | None = None
        self._slices = QTimer(self)  # between the events of the person, one slice at a time
        self._slices.timeout.connect(self._fill)
        self._filled = 0
        self._busy: Callable[[], bool] = lambda: False

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.items.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(KEYS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        line = self.items.lines[index.row()]
        if isinstance(line, Group):
            return _HEADING_FLAGS
        return _EDITABLE_FLAGS if is_editable(line, KEYS[index.column()]) else _CARD_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role == CARD_ID:
            return self.items.lines[index.row()].id
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TITLE:
            line = self.items.lines[index.row()]
            return None if isinstance(line, Group) else line.title
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE if self._columns[section].centred else _LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 for the ledger's own order."""
        with self._anew():
            key = KEYS[column] if 0 <= column < len(KEYS) else None
            self.items.sort(key, descending=order == Qt.SortOrder.DescendingOrder)

    # -- what the window tells

    def load(self, cards: Sequence[ItemCard], today: date) -> None:
        """Begin anew with ``cards``."""
        with self._anew():
            self.items.load(cards, today)
        self._go_on()

    def filter(self, wanted: ItemFilter) -> None:
        """Show what ``wanted`` keeps."""
        with self._anew():
            self.items.filter(wanted)
        self._go_on()

    def group(self, key: str | None) -> None:
        """Part the rows into groups, by a key of views/grouping; None for one list."""
        with self._anew():
            self.items.group(key)

    def fold(self, keys: Iterable[Key], *, folded: bool) -> None:
        """Show only the headings of these groups, or their items again."""
        with self._anew():
            self.items.fold(keys, folded=folded)

    def prepare(self) -> None:
        """To be called once the rows are painted: loads the readings of characters, and makes ready for searches.

        The readings in a thread, for they take 100 ms; what is searched in slices between events, for the ledger
        belongs to this thread.
        """
        if not pinyin.ready() and self._readings is None:
            self._readings = threading.Thread(target=pinyin.warm, name="readings", daemon=True)
            self._readings.start()
        self._slices.start(_LOOK_EVERY_MS if self._loading else 0)

    def wait_while(self, busy: Callable[[], bool]) -> None:
        """Make nothing ready while ``busy`` says so, unless somebody searches: a slice that has to share Python with
        another thread takes many times as long."""
        self._busy = busy

    def stop(self) -> None:
        """To be called before the ledger is closed: nothing more is asked of it."""
        self._slices.stop()

    def touch(self, fresh: Iterable[ItemCard], gone: Collection[int]) -> None:
        """Redraw the rows of changed items; begin anew only where rows came, went or changed places."""
        fresh = list(fresh)
        lines, before = self.items.lines, self.items.ids()
        self.items.replace(fresh, gone)
        self._go_on()
        after, ids = self.items.lines, self.items.ids()
        if before != ids:
            self.items.lines = lines  # listeners must see the old rows until now
            with self._anew():
                self.items.lines = after
            return
        last = len(KEYS) - 1
        for row in (*self.items.rows_of({card.id for card in fresh}), *self.items.heading_rows):
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    # -- what stands in a row

    def card_at(self, row: int) -> ItemCard | None:
        """The card of one row; None for a heading."""
        line = self.items.lines[row]
        return None if isinstance(line, Group) else line

    def group_at(self, row: int) -> Group | None:
        """The group whose heading stands in a row; None for a card."""
        line = self.items.lines[row]
        return line if isinstance(line, Group) else None

    def key_at(self, row: int) -> int:
        """What tells a row from others, whatever its place: the id of its item or heading."""
        return self.items.lines[row].id

    def rows_of(self, keys: Collection[int]) -> list[int]:
        """Where the items of ``keys`` stand, from the top; headings too."""
        return self.items.rows_of(keys)

    def words(self, row: int, column: int) -> str:
        """The first line of a cell, for reading aloud."""
        line = self.items.lines[row]
        if isinstance(line, Group):
            return group_words(line) if column == CODE else ""
        plain = self._plain[column]
        return first_line(self.items.row(line), column) if plain is None else plain(line, self.items.today)

    # -- how

    @contextmanager
    def _anew(self) -> Iterator[None]:
        self.beginResetModel()
        try:
            yield
        finally:
            self.endResetModel()

    @property
    def _loading(self) -> bool:
        return self._readings is not None and self._readings.is_alive()

    def _go_on(self) -> None:
        if self.items.searching and not self._slices.isActive():
            self._slices.start(0)

    def _fill(self) -> None:
        if self._loading or (self._busy() and not self.items.searching):
            self._slices.setInterval(_LOOK_EVERY_MS)
            return
        self._slices.setInterval(0)
        if self.items.guessed and pinyin.ready():
            with self._anew():
                self.items.know_sounds()
        searching = self.items.searching
        try:
            complete = self.items.prepare()
        except BaseException:
            self._slices.stop()  # a ledger that cannot be read is told of once
            raise
        self._filled += 1
        if complete:
            self._slices.stop()
        if searching and (complete or self._filled % _SHOW_EVERY == 0):
            self.filter(self.items.wanted)


def first_line(row: Row, column: int) -> str:
    """The first line of a cell that is drawn in its own way."""
    return (row.code, row.title, row.lead.text, row.deadline, f"{row.percent}%", row.status, row.evidence)[column]


def group_words(group: Group) -> str:
    """A heading with its figures, as it is read aloud."""
    return _("{heading}，{figures}").format(heading=group.heading, figures=group_figures(group))


def group_figures(group: Group) -> str:
    """How many items a group has, and what share of them is closed."""
    if not group.closed:
        return _("{n} 项").format(n=group.total)
    share = round(100 * group.closed / group.total)
    return _("{n} 项 · 已销号 {closed} 项（{share}%）").format(n=group.total, closed=group.closed, share=share)
