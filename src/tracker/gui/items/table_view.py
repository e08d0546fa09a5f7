"""The table itself: keyboard, editing, groups, copying, and keeping selection and scrolling by item as rows change."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from tracker.domain.cards import ItemCard
from tracker.errors import UserError
from tracker.gui.items.bubble import Bubble
from tracker.gui.items.cell_delegate import CellDelegate
from tracker.gui.items.column_layout import ColumnLayout
from tracker.gui.items.headings import Headings
from tracker.gui.items.in_place import InPlace
from tracker.gui.items.kept_rows import KeptRows, chosen_rows
from tracker.gui.items.row_heights import RowHeights
from tracker.gui.items.table_columns import KEYS, PLACES
from tracker.gui.items.table_header import TableHeader
from tracker.gui.items.table_look import TableLook
from tracker.gui.items.table_model import ItemTableModel
from tracker.gui.items.type_to_find import TypeToFind
from tracker.gui.theme import Theme
from tracker.gui.widgets.clipboard import clipboard_data
from tracker.views.copying import copied
from tracker.words import _

_LOOK_PAUSE_MS = 300  # a width that is being dragged is told of once
_TYPED_MS = 1_500


class ItemTable(QTableView):
    """``current_changed`` tells the id of the item under the cursor, 0 for none or a heading.

    ``entered_item`` is Enter or a double click where the cell takes no entry. ``requested`` carries an Operation that
    a cell asks for, ``move_wanted`` an item and a Move that must be asked words for, ``extension_wanted`` an item
    whose deadline was fixed. A refusal of what was requested is to be given to ``refuse`` at once.
    """

    current_changed = Signal(int)
    selection_changed = Signal(int)  # how many rows
    entered_item = Signal(int)
    first_painted = Signal()
    requested = Signal(object)
    move_wanted = Signal(int, object)
    extension_wanted = Signal(int)
    only_unit_wanted = Signal(str)
    look_changed = Signal()

    def __init__(self, model: ItemTableModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items_model = model
        self.setAccessibleName(_("事项列表"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leads on to the panel; arrows move within
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # keys and clicks are ours: not all cells
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.bubble = Bubble(self.viewport())
        self.cells = CellDelegate(theme, model.items, self, self.bubble)
        self.setItemDelegate(self.cells)
        self._heights = RowHeights(self.verticalHeader())
        head = TableHeader(theme, self)
        self.setHorizontalHeader(head)
        self.setModel(model)
        # a header that shares the rows' selection asks row by row whether its columns are selected: 0.2 s for 10,000
        head.setSelectionModel(QItemSelectionModel(model, head))
        # signals, not the virtuals of the same names: Qt calls those while it destroys the view, and crashes
        self.selectionModel().selectionChanged.connect(lambda *_both: self._tell())
        self.selectionModel().currentChanged.connect(lambda *_both: self._tell())
        self.setSortingEnabled(True)
        self.columns = ColumnLayout(self, head)
        self._look_pause = self._pause(_LOOK_PAUSE_MS, self.look_changed.emit)
        self._typed_pause = self._pause(_TYPED_MS, self._typed_over)
        self._wire(head)
        self._others: Sequence[QAction] = ()
        self._find = TypeToFind()
        self.kept = KeptRows(self)
        self._headings, self._in_place = Headings(self), InPlace(self)
        self._told = 0
        self._painted = False
        QWidget.setTabOrder(head, self)

    def _wire(self, head: TableHeader) -> None:
        self.cells.requested.connect(self.requested)
        self.cells.move_wanted.connect(self.move_wanted)
        self.cells.ended.connect(lambda *how: self._in_place.ended(*how))
        head.menu_wanted.connect(self._open_header_menu)
        head.shift_wanted.connect(lambda column, by: self.columns.shift(KEYS[column], by))
        head.width_wanted.connect(lambda column, by: self.columns.widen(KEYS[column], by))
        head.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        head.sortIndicatorChanged.connect(lambda *_both: self._look_pause.start())
        self.columns.changed.connect(lambda: self._look_pause.start())
        self.doubleClicked.connect(self._double_clicked)
        self.items_model.modelAboutToBeReset.connect(lambda: self.kept.remember())
        self.items_model.modelReset.connect(self._after_reset)
        self.items_model.dataChanged.connect(lambda *_all: self._refresh_headings())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._typed_over())

    def _pause(self, milliseconds: int, act: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(act)
        return made

    # -- how it looks

    def look(self) -> TableLook:
        """Columns, order and groups as they are now."""
        items = self.items_model.items
        key, descending = items.sorted_by or (None, False)
        return TableLook(self.columns.columns(), key, descending, self.grouped_by())

    def set_look(self, look: TableLook) -> None:
        """Show columns, order and groups as they were; this is not told of by ``look_changed``."""
        self.columns.apply(look.columns)
        order = Qt.SortOrder.DescendingOrder if look.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(PLACES[look.sorted_by] if look.sorted_by else -1, order)
        if look.grouped_by != self.grouped_by():
            self.items_model.group(look.grouped_by)
        self._look_pause.stop()

    def grouped_by(self) -> str | None:
        """The key of the grouping in force."""
        grouping = self.items_model.items.grouping
        return grouping.key if grouping else None

    def group_by(self, key: str | None) -> None:
        """Part the rows into groups by a key of views/grouping; None for one list."""
        self.items_model.group(key)
        self._look_pause.start()

    def fold_all(self, *, folded: bool) -> None:
        """Show only the headings of all groups, or all items again."""
        self.items_model.fold([group.key for group in self.items_model.items.groups()], folded=folded)

    def column_menu(self) -> QMenu:
        """The columns to tick; for the window's menu bar."""
        from tracker.gui.items.table_menus import column_menu  # noqa: PLC0415 - nothing that a first paint needs

        return column_menu(self, self)

    def group_menu(self) -> QMenu:
        """The ways of grouping; for the window's menu bar."""
        from tracker.gui.items.table_menus import group_menu  # noqa: PLC0415 - as above

        return group_menu(self, self)

    def set_menu(self, actions: Sequence[QAction]) -> None:
        """The window's actions that stand in the rows' context menu; the table adds its own."""
        self._others = actions

    def know(self, units: Sequence[str], people: Sequence[str]) -> None:
        """The names to offer where owners are entered."""
        self.cells.units, self.cells.people = units, people

    # -- what is selected

    def current_card(self) -> ItemCard | None:
        """The item under the cursor."""
        index = self.currentIndex()
        return self.items_model.card_at(index.row()) if index.isValid() else None

    def current_id(self) -> int:
        """The id of the item under the cursor; 0 where there is none."""
        card = self.current_card()
        return card.id if card else 0

    def selected_cards(self) -> list[ItemCard]:
        """The selected items, from the top."""
        lines = self.items_model.items.lines
        cards = (lines[row] for first, last in chosen_rows(self) for row in range(first, last + 1))
        return [card for card in cards if isinstance(card, ItemCard)]

    def selected_rows(self) -> int:
        """How many items are selected; counted by ranges, so that all of 100,000 cost nothing."""
        return sum(self.items_model.items.cards_in(first, last) for first, last in chosen_rows(self))

    def select_first(self) -> None:
        """Put the cursor on the first item, where it is on none."""
        items = self.items_model.items
        if items.shown and not self.currentIndex().isValid():
            self.go_to(items.shown[0].id)

    def go_to(self, item_id: int) -> bool:
        """Put the cursor on an item, opening its group; False where it is not shown."""
        rows = self.items_model.rows_of({item_id})
        if not rows:
            group = self.items_model.items.folded_group_of(item_id)
            if group is None:
                return False
            self.items_model.fold([group], folded=False)
            rows = self.items_model.rows_of({item_id})
        self.kept.put_cursor(rows[0], max(0, self.currentIndex().column()))
        self.scrollTo(self.currentIndex())
        return True

    def _tell(self) -> None:
        self.selection_changed.emit(self.selected_rows())
        now = self.current_id()
        if now != self._told:
            self._told = now
            self.current_changed.emit(now)

    def _after_reset(self) -> None:
        self._heights.follow(self.items_model.items.heading_rows)
        self.kept.restore()
        self._tell()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._headings.paint()
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def _refresh_headings(self) -> None:
        if self.items_model.items.grouping is not None:
            self.viewport().update()

    # -- mouse and menus

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.cells.editing and not self.cells.leave(focus=False):
            self.cells.resume()  # as in a spreadsheet, a refused entry is mended or given up first
            return
        row = self.rowAt(event.position().toPoint().y())
        group = self.items_model.group_at(row) if row >= 0 else None
        if group is not None and event.button() == Qt.MouseButton.LeftButton:
            self._headings.toggle(group)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if row >= 0 and self.items_model.group_at(row) is not None:
            self.mousePressEvent(event)  # a quick second click on a heading is a second click
            return
        super().mouseDoubleClickEvent(event)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.isValid() and self.items_model.card_at(index.row()) is not None:
            self.edit_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from tracker.gui.items.table_menus import row_menu  # noqa: PLC0415 - as above

        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        row_menu(self, self._others).popup(place)

    def _open_header_menu(self, section: int, place: QPoint) -> None:
        from tracker.gui.items.table_menus import header_menu  # noqa: PLC0415 - as above

        header_menu(self, section).popup(place)

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif self._headings.pressed(key):
            pass
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.current_id():
            self.edit_current()
        elif key == Qt.Key.Key_Space and self._find.going:
            self.keyboardSearch(" ")
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        return self._headings.passed(super().moveCursor(action, modifiers), action)

    def keyboardSearch(self, search: str) -> None:
        """Letters that are typed find a row, by initials too; what is typed is shown at the edge."""
        going = self._find.going
        self._find.add(search)
        items = self.items_model.items
        start = self.currentIndex().row() + (0 if going else 1)
        row = self._find.find(items.lines, max(0, start), items.index.texts)
        if row >= 0:
            self.kept.put_cursor(row, max(0, self.currentIndex().column()))
            self.scrollTo(self.currentIndex())
        words = _("查找 {typed}") if row >= 0 else _("没有找到 {typed}")
        edge = QRect(6, self.viewport().height() - 4, 1, 1)
        self.bubble.say(words.format(typed=self._find.typed), edge, refusal=False)
        self._typed_pause.start()

    def _typed_over(self) -> None:
        if not self.cells.editing and not self._find.going:
            self.bubble.hide()

    # -- editing in place

    def edit_current(self) -> None:
        """Open the editor of the current cell, or ask for what its entry needs; elsewhere, lead to the panel."""
        self._in_place.enter()

    def refuse(self, error: UserError) -> bool:
        """Show beside the cell why what it asked for was refused; False where no cell asked for anything."""
        return self.cells.refuse(error)

    # -- copying and sizes

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard as a table, in the columns shown, as Excel and WPS paste it."""
        cards = self.selected_cards()
        if not cards:
            return
        shown = [key for key, _width in self.columns.columns()]
        table = copied(cards, shown, self.items_model.items.today)
        data = clipboard_data()
        data.setText(table.plain)
        data.setHtml(table.html)
        QGuiApplication.clipboard().setMimeData(data)

    def sizeHintForColumn(self, column: int) -> int:
        """What a double click on the edge of a column's heading makes it as wide as."""
        return self.columns.content_width(column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()
