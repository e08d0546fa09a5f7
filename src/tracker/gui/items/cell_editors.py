"""The editors of the table's cells; each gives the operation that its entry asks for."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from tracker.domain.cards import ItemCard
from tracker.domain.kinds import DeadlineKind
from tracker.domain.status import Move
from tracker.domain.typed import deadline_from, names_from, percent_from
from tracker.errors import UserError
from tracker.gui.detail.moves import form_of
from tracker.gui.items.editable import NAMES, offered_moves
from tracker.gui.widgets.day_edit import DayEdit
from tracker.gui.widgets.names_edit import NamesEdit
from tracker.operations.deadlines import SetDeadline
from tracker.operations.items import EditItem, MoveItem
from tracker.operations.notes import AddNote
from tracker.operations.operation import Operation
from tracker.operations.people import AssignOwners
from tracker.words import _

_PERCENT_STEP = 5


class CellEditor(Protocol):
    """What the table needs of an editor, which is a widget too."""

    hint: str  # said beside the cell while nothing is wrong

    def asked(self, *, by_enter: bool) -> Operation[object] | Move | None:
        """What the entry asks for: an operation, a move that wants words first, or nothing. Raises UserError."""


class OwnerEditor(NamesEdit):
    """Names of one role, parted by 、."""

    def __init__(self, card: ItemCard, role: str, names: Iterable[str]) -> None:
        super().__init__()
        self.hint = ""
        self._card, self._role = card, role
        self.know(names)
        self.setText(getattr(card, role))
        self.setPlaceholderText(_("多个名称用顿号分开"))

    def asked(self, *, by_enter: bool) -> Operation[object] | Move | None:
        names = names_from(self.text())
        if names == names_from(getattr(self._card, self._role)):
            return None
        return AssignOwners(self._card.id, **{self._role: names})


class DeadlineEditor(DayEdit):
    """A first deadline: a day, or 长期坚持. Enter confirms a presumed one as it stands."""

    def __init__(self, card: ItemCard) -> None:
        super().__init__(card.deadline_current)
        self._card = card
        self.hint = _("这是推定的时限，按回车确认，或改成别的日子") if card.deadline_presumed else ""
        if card.deadline_kind is DeadlineKind.STANDING and card.deadline_current is None:
            self.line.setText(_("长期坚持"))
        self.line.setPlaceholderText(_("如 2025-06-30，或 长期坚持"))
        self._shown = self.line.text()

    def asked(self, *, by_enter: bool) -> Operation[object] | Move | None:
        text = self.line.text().strip()
        if text == self._shown and not (by_enter and self._card.deadline_presumed):
            return None
        if not text:
            raise UserError(_("还没有填写日期。"), _("请写成 2025-06-30，或写长期坚持。"))
        return SetDeadline(self._card.id, deadline_from(text))


class PercentEditor(QLineEdit):
    """A number; words after it are kept as a progress note. The arrows up and down step."""

    def __init__(self, card: ItemCard) -> None:
        super().__init__()
        self.hint = _("数字后面可以接着写进展，如：60 完成第二期轮训")
        self._card = card
        self.setText(str(card.percent))

    def asked(self, *, by_enter: bool) -> Operation[object] | Move | None:
        number, _blank, words = self.text().strip().partition(" ")
        percent = percent_from(number)
        if words.strip():
            return AddNote(self._card.id, words.strip(), percent)
        return None if percent == self._card.percent else EditItem(self._card.id, {"percent": percent})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: _PERCENT_STEP, Qt.Key.Key_Down: -_PERCENT_STEP}.get(Qt.Key(event.key()), 0)
        number, blank, words = self.text().partition(" ")
        if step and number.isdigit():
            self.setText(f"{min(100, max(0, int(number) + step))}{blank}{words}")
        elif not step:
            super().keyPressEvent(event)


class MoveEditor(QListWidget):
    """The moves that are lawful now; those that want words first stand with an ellipsis."""

    picked = Signal()  # by mouse

    def __init__(self, card: ItemCard) -> None:
        super().__init__()
        self.hint = ""
        self._card = card
        self._moves = offered_moves(card.status)
        self.setObjectName("moves")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for move in self._moves:
            self.addItem(QListWidgetItem(_(move.word) + ("…" if form_of(move).asks else "")))
        self.setCurrentRow(0)
        self.itemClicked.connect(lambda _item: self.picked.emit())

    def showEvent(self, event: QShowEvent) -> None:
        self.doItemsLayout()  # the rows were laid out before the style sheet came over them
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        around = 2 * self.frameWidth() + 10
        row = max(self.sizeHintForRow(0), 24)
        return QSize(max(110, self.sizeHintForColumn(0) + around + 12), row * self.count() + around)

    def asked(self, *, by_enter: bool) -> Operation[object] | Move | None:
        if not by_enter:
            return None  # a list that is left is not a choice
        move = self._moves[self.currentRow()]
        return move if form_of(move).asks else MoveItem(self._card.id, move)


def editor_of(card: ItemCard, key: str, *, units: Iterable[str], people: Iterable[str]) -> QWidget:
    """The editor of one cell."""
    if key in NAMES:
        return OwnerEditor(card, key, units if key in ("lead", "support") else people)
    if key == "deadline":
        return DeadlineEditor(card)
    return PercentEditor(card) if key == "percent" else MoveEditor(card)
