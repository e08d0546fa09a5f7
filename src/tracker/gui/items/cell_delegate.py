"""Editing in the cells: what is entered becomes an operation; a refusal stands beside the cell, which stays open."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTableView, QWidget

from tracker.domain.cards import ItemCard
from tracker.domain.status import Move
from tracker.errors import UserError
from tracker.gui.items.bubble import Bubble
from tracker.gui.items.delegate import RowDelegate
from tracker.gui.items.item_list import ItemList
from tracker.gui.items.table_columns import KEYS
from tracker.gui.theme import Theme
from tracker.words import _

if TYPE_CHECKING:  # the editors need pydantic, and are made when somebody edits
    from tracker.gui.items.cell_editors import CellEditor

Index = QModelIndex | QPersistentModelIndex
_AROUND = 4  # pixels of the cell above and beneath an editor
_PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class CellDelegate(RowDelegate):
    """``requested`` carries an Operation; ``move_wanted`` an item and a Move that must be asked words for.

    ``ended`` tells how an entry was ended that is now saved or given up: the item, its column, how many editable
    cells on to go (as Tab does), and whether by Enter.
    """

    requested = Signal(object)
    move_wanted = Signal(int, object)
    ended = Signal(int, int, int, bool)

    def __init__(self, theme: Theme, items: ItemList, parent: QTableView, bubble: Bubble) -> None:
        super().__init__(theme, items, parent)
        self.units: Sequence[str] = ()
        self.people: Sequence[str] = ()
        self._table = parent
        self._bubble = bubble
        self._editor: QWidget | None = None
        self._card: ItemCard | None = None
        self._column = 0
        self._asking = self._refused = False

    @property
    def editing(self) -> bool:
        """Whether an editor is open."""
        return self._editor is not None

    # -- what Qt asks

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        from tracker.gui.items.cell_editors import MoveEditor, editor_of  # noqa: PLC0415 - pydantic, as said above

        card = self._items.lines[index.row()]
        assert isinstance(card, ItemCard)
        key = KEYS[index.column()]
        editor = editor_of(card, key, units=self.units, people=self.people)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(
            _("{code} 的{column}").format(
                code=card.code, column=index.model().headerData(index.column(), Qt.Orientation.Horizontal)
            )
        )
        if (line := editor.focusProxy()) is not None:
            line.installEventFilter(self)
        if isinstance(editor, MoveEditor):
            editor.picked.connect(lambda: self.leave(by_enter=True))
        self._editor, self._card, self._column = editor, card, index.column()
        editor.destroyed.connect(partial(self._forget, editor))  # with the whole window, Qt asks no delegate
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Nothing: an editor is made with its entry, and what is typed outlives a change of the row beneath it."""
        if self._bubble.isHidden() and (hint := cast("CellEditor", editor).hint):
            self._bubble.say(hint, editor.geometry(), refusal=False)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing: entries become operations, in ``commit``."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect
        room, hint = self._table.viewport().rect(), editor.sizeHint()
        width = min(max(cell.width(), hint.width()), room.width())
        height = max(cell.height() - 2 * _AROUND, min(hint.height(), room.height()))
        left = max(0, min(cell.left(), room.width() - width))
        top = cell.top() + _AROUND
        if top + height > room.height():
            top = max(0, cell.bottom() - height)
        editor.setGeometry(left, top, width, height)
        self._bubble.place(editor.geometry())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:
            self._bubble.hide()
        self._forget(editor)
        super().destroyEditor(editor, index)

    def _forget(self, editor: QWidget, *_gone: object) -> None:
        if editor is self._editor:
            self._editor = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        editor = self._editor
        if editor is None or watched not in (editor, editor.focusProxy()):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(Qt.Key(event.key()))
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _PASSING:
            focus = QApplication.focusWidget()
            if not self._asking and (focus is None or not editor.isAncestorOf(focus)) and focus is not editor:
                self.leave(focus=False)
        return False

    def _pressed(self, key: Qt.Key) -> bool:
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Return: lambda: self.leave(by_enter=True),
            Qt.Key.Key_Enter: lambda: self.leave(by_enter=True),
            Qt.Key.Key_Tab: lambda: self.leave(step=1),
            Qt.Key.Key_Backtab: lambda: self.leave(step=-1),
            Qt.Key.Key_Escape: self.give_up,
        }
        if key not in acts:
            return False
        acts[key]()
        return True

    # -- ending an entry

    def leave(self, *, by_enter: bool = False, step: int = 0, focus: bool = True) -> bool:
        """Ask for what is entered and close the editor; False where that was refused and it stays open."""
        if self._editor is None or self._card is None:
            return True
        item_id, column = self._card.id, self._column
        if not self._commit(by_enter=by_enter):
            return False
        self._close(focus=focus)
        self.ended.emit(item_id, column, step, by_enter)
        return True

    def resume(self) -> None:
        """Give the keyboard back to the open editor."""
        if self._editor is not None:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Close the editor and forget its entry."""
        self._close(focus=True)

    def refuse(self, error: UserError) -> bool:
        """Show why the operation just asked for was refused; False where none was asked for here."""
        if not self._asking:
            return False
        self._refused = True
        self._say(error)
        return True

    def _commit(self, *, by_enter: bool) -> bool:
        editor, card = self._editor, self._card
        assert editor is not None
        assert card is not None
        self._bubble.hide()
        try:
            wish = cast("CellEditor", editor).asked(by_enter=by_enter)
        except UserError as error:
            self._say(error)
            return False
        if isinstance(wish, Move):
            self._close(focus=True)
            self.move_wanted.emit(card.id, wish)
        elif wish is not None:
            self._asking, self._refused = True, False
            try:
                self.requested.emit(wish)
            finally:
                self._asking = False
            return not self._refused
        return True

    def _say(self, error: UserError) -> None:
        if self._editor is not None:
            self._bubble.say(str(error), self._editor.geometry(), refusal=True)

    def _close(self, *, focus: bool) -> None:
        editor, self._editor = self._editor, None
        self._bubble.hide()
        if editor is not None:  # it is gone already where the rows came anew
            self.closeEditor.emit(editor)
        if focus:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
