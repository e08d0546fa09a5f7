"""The table itself: keyboard, copying, and keeping selection and scrolling by item when its rows change."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tracker.domain.cards import ItemCard
from tracker.gui.items.delegate import ROW_HEIGHT, RowDelegate
from tracker.gui.items.table_model import EVIDENCE, OWNER, PERCENT, TITLE, ItemTableModel, table_columns
from tracker.gui.theme import Theme
from tracker.views.columns import columns
from tracker.words import _

_TITLE_LEAST = 170
_GIVE_WAY = (EVIDENCE, PERCENT, OWNER)
COPIED = ("code", "kind", "title", "lead", "support", "person", "leader", "deadline", "percent", "status", "evidence")


class ItemTable(QTableView):
    """``current_changed`` tells the id of the item under the cursor, 0 for none; ``entered`` Enter or double click."""

    current_changed = Signal(int)
    selection_changed = Signal(int)  # how many rows
    entered_item = Signal(int)
    first_painted = Signal()

    def __init__(self, model: ItemTableModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items_model = model
        self.setAccessibleName(_("事项列表"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leads on to the panel; arrows move within
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setModel(model)
        # signals, not the virtuals of the same names: Qt calls those while it destroys the view, and crashes
        self.selectionModel().selectionChanged.connect(lambda *_both: self._tell())
        self.selectionModel().currentChanged.connect(lambda *_both: self._tell())
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(48)
        head.setSortIndicatorClearable(True)  # a third click gives back the ledger's own order
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._widths = [column.width for column in table_columns()]
        for section, column in enumerate(table_columns()):
            head.resizeSection(section, column.width)
        head.sectionResized.connect(self._fit_title)
        self.doubleClicked.connect(lambda index: self.entered_item.emit(model.card_at(index.row()).id))
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self._kept_ids: frozenset[int] = frozenset()
        self._kept_current = 0
        self._kept_top: tuple[int, int] = (0, 0)  # the uppermost item, and how far it is scrolled
        self._told = 0
        self._painted = False

    # -- what is selected

    def current_id(self) -> int:
        """The item under the cursor; 0 where there is none."""
        index = self.currentIndex()
        return self.items_model.card_at(index.row()).id if index.isValid() else 0

    def selected_cards(self) -> list[ItemCard]:
        """The selected items, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.items_model.card_at(row) for row in rows]

    def selected_rows(self) -> int:
        """How many rows are selected; counted by ranges, so that all of 100,000 cost nothing."""
        selection = self.selectionModel().selection()
        return sum(selection.at(n).height() for n in range(selection.count()))

    def go_to(self, item_id: int) -> bool:
        """Put the cursor on an item; False where it is not shown."""
        rows = self.items_model.rows_of({item_id})
        if not rows:
            return False
        # not setCurrentIndex: that looks at the keyboard, and a Ctrl held down would deselect
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.items_model.index(rows[0], 0), flags)
        self.scrollTo(self.currentIndex())
        return True

    def _tell(self) -> None:
        self.selection_changed.emit(self.selected_rows())
        now = self.current_id()
        if now != self._told:
            self._told = now
            self.current_changed.emit(now)

    # -- kept by item when rows change

    def _remember(self) -> None:
        self._kept_ids = frozenset(card.id for card in self.selected_cards())
        self._kept_current = self.current_id()
        top = self.rowAt(0)
        if top >= 0:
            self._kept_top = (self.items_model.card_at(top).id, -self.rowViewportPosition(top))

    def _restore(self) -> None:
        selection = QItemSelection()
        last = self.items_model.columnCount() - 1
        rows = self.items_model.rows_of(self._kept_ids | {self._kept_current, self._kept_top[0]})
        current = top = -1
        for row in rows:
            key = self.items_model.card_at(row).id
            if key in self._kept_ids:
                selection.select(self.items_model.index(row, 0), self.items_model.index(row, last))
            current = row if key == self._kept_current else current
            top = row if key == self._kept_top[0] else top
        if current >= 0:
            place = self.items_model.index(current, 0)
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if top >= 0:
            self.verticalScrollBar().setValue(top * ROW_HEIGHT + self._kept_top[1])
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    # -- keys and sizes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id():
            self.entered_item.emit(self.current_id())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard as a table, with a heading, as Excel and WPS paste it."""
        cards, chosen = self.selected_cards(), columns(COPIED)
        if not cards:
            return
        lines = ["\t".join(column.title for column in chosen)]
        today = self.items_model.items.today
        lines += ["\t".join(" ".join(column.text(card, today).split()) for column in chosen) for card in cards]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self, section: int = -1) -> None:
        """The title takes what room the others leave; where it is too little, some give way: the panel shows them."""
        if section == TITLE:
            return
        if section >= 0 and not self.isColumnHidden(section):
            self._widths[section] = self.horizontalHeader().sectionSize(section)
        head, width = self.horizontalHeader(), self.viewport().width()
        room = width - sum(self._widths[n] for n in range(len(self._widths)) if n != TITLE)
        for column in _GIVE_WAY:
            hide = room < _TITLE_LEAST
            room += self._widths[column] if hide else 0
            self.setColumnHidden(column, hide)
        head.resizeSection(TITLE, max(_TITLE_LEAST, room))
