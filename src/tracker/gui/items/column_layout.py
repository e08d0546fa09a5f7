"""Which columns a table shows, where and how wide: chosen and kept by their keys, and the title takes what is left."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from tracker.gui.items.table_columns import DRAWN, KEYS, PLACES, TITLE, default_width
from tracker.gui.items.table_look import TableLook

if TYPE_CHECKING:
    from tracker.gui.items.table_view import ItemTable

_TITLE_LEAST = 170
_GIVE_WAY = ("evidence", "percent", "lead")
_SAMPLE = 100  # rows that are measured for a column's width
_NARROWEST, _WIDEST = 48, 420


class ColumnLayout(QObject):
    """``changed`` follows what a person did: columns chosen, moved or sized."""

    changed = Signal()

    def __init__(self, table: "ItemTable", head: QHeaderView) -> None:
        super().__init__(table)
        self._table, self._head = table, head
        self._chosen: set[str] = set(DRAWN)
        self._widths = {key: default_width(key) for key in KEYS}
        self._ours = False  # whether it is we who move and size columns now
        self.apply(TableLook().columns)
        head.sectionResized.connect(self._resized)
        head.sectionMoved.connect(self._moved)

    # -- as a value

    def columns(self) -> tuple[tuple[str, int], ...]:
        """The chosen columns from left to right with their widths; those too that have given way."""
        order = sorted(self._chosen, key=lambda key: self._head.visualIndex(PLACES[key]))
        return tuple((key, self._widths[key]) for key in order)

    def apply(self, columns: Sequence[tuple[str, int]]) -> None:
        """Show these columns in this order."""
        self._chosen = {key for key, _width in columns}
        with self._by_us():
            for place, (key, width) in enumerate(columns):
                self._widths[key] = width
                self._head.moveSection(self._head.visualIndex(PLACES[key]), place)
            for key in KEYS:
                self._head.setSectionHidden(PLACES[key], key not in self._chosen)
                if key in self._chosen:
                    self._head.resizeSection(PLACES[key], self._widths[key])
        self.fit()

    # -- what a person does, by mouse in the header or by menu

    def is_chosen(self, key: str) -> bool:
        """Whether a column is shown, or would be if there were room."""
        return key in self._chosen

    def choose(self, key: str, *, shown: bool) -> None:
        """Show a column at the right end, or no longer. The last one stays: an empty table cannot be asked back."""
        if shown == (key in self._chosen) or (not shown and len(self._chosen) == 1):
            return
        columns = [(each, width) for each, width in self.columns() if each != key]
        if shown:
            columns.append((key, self._widths[key]))
        self.apply(columns)
        self.changed.emit()

    def shift(self, key: str, by: int) -> None:
        """Move a column by so many places among those shown."""
        columns = list(self.columns())
        keys = [each for each, _width in columns]
        at = keys.index(key)
        columns.insert(min(max(0, at + by), len(columns) - 1), columns.pop(at))
        self.apply(columns)
        self.changed.emit()

    def widen(self, key: str, by: int) -> None:
        """Make a column wider or narrower by so many pixels."""
        self._widths[key] = max(_NARROWEST, self._head.sectionSize(PLACES[key]) + by)
        self.apply(self.columns())
        self.changed.emit()

    def reset(self) -> None:
        """The columns as they are at first."""
        self._widths = {key: default_width(key) for key in KEYS}
        self.apply(TableLook().columns)
        self.changed.emit()

    def fit_contents(self) -> None:
        """Give each column the width of its words, the title what is left."""
        for key in self._chosen - {"title"}:
            self._widths[key] = self.content_width(PLACES[key])
        self.apply(self.columns())
        self.changed.emit()

    def content_width(self, section: int) -> int:
        """The width that the heading and the first rows of a column need."""
        cards = self._table.items_model.items.shown[:_SAMPLE]
        widest = max((self._table.cells.content_width(card, section) for card in cards), default=0)
        return min(max(_NARROWEST, widest, self._head.sectionSizeHint(section)), _WIDEST)

    # -- room

    @property
    def roomy(self) -> bool:
        """Whether a person wants more than the table has at first: then it may become wider than its place."""
        return any(key not in DRAWN or width > default_width(key) for key, width in self.columns())

    def fit(self) -> None:
        """The title takes what room the others leave; of the first columns some give way: the panel shows them."""
        scrolls = self.roomy
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._table.setHorizontalScrollBarPolicy(policy)
        for _turn in range(2):  # a scroll bar that comes or goes meanwhile changes the room
            width = self._table.viewport().width()
            self._share(width, gives_way=not scrolls)
            if self._table.viewport().width() == width:
                break

    def _share(self, width: int, *, gives_way: bool) -> None:
        room = width - sum(each for key, each in self.columns() if key != "title")
        wished = self._widths["title"]
        least = wished if wished > default_width("title") else _TITLE_LEAST
        titled = "title" in self._chosen
        with self._by_us():
            for key in _GIVE_WAY:
                if key in self._chosen:
                    hide = gives_way and titled and room < least
                    room += self._widths[key] if hide else 0
                    self._head.setSectionHidden(PLACES[key], hide)
            if titled:
                self._head.resizeSection(TITLE, max(least, room))

    def _resized(self, section: int, _old: int, new: int) -> None:
        if self._ours or not new:  # hiding tells of a width of 0
            return
        self._widths[KEYS[section]] = new
        self.fit()
        self.changed.emit()

    def _moved(self) -> None:
        if not self._ours:
            self.changed.emit()

    @contextmanager
    def _by_us(self) -> Iterator[None]:
        before, self._ours = self._ours, True
        try:
            yield
        finally:
            self._ours = before
