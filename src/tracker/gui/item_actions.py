"""What is done to the selected items, by way of a dialog: a new one, 催办, changes of many, taking out."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.cards import ItemCard
from tracker.domain.kinds import ItemKind
from tracker.errors import UserError
from tracker.gui import ask
from tracker.gui.items.bulk_editing import BulkEditing
from tracker.gui.operation_dialog import OperationDialog
from tracker.ledger import Ledger
from tracker.words import _

_MOST_NAMED = 5


class ItemActions(QObject):
    """``requested`` carries an Operation; its hearer calls ``refuse`` at once where it is refused.

    ``selected`` gives the cards that are meant, from the top. Dialogs and operations are loaded when they are asked
    for: a start needs none.
    """

    requested = Signal(object)

    def __init__(
        self, ledger: Ledger, bulk: BulkEditing, selected: Callable[[], Sequence[ItemCard]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ledger, self._bulk, self._selected, self._window = ledger, bulk, selected, parent
        self.dialog: OperationDialog | None = None

    def refuse(self, error: UserError) -> bool:
        """Say in the dialog that asked why it was refused; False where none is open."""
        if self.dialog is None:
            return False
        self.dialog.refuse(error)
        return True

    def new_item(self, today: date, kind: ItemKind, then: Callable[[], None]) -> None:
        """Ask for a new item; ``then`` is called when the dialog is over."""
        from tracker.gui.items.new_item_dialog import NewItemDialog  # noqa: PLC0415

        self.show(NewItemDialog(self._window, today, kind), then)

    def urge(self, today: date, cards: Sequence[ItemCard] | None = None) -> None:
        """Ask for a 催办 of ``cards``, else of those selected; what needs no more work is left out."""
        open_ones = [card for card in (self._selected() if cards is None else cards) if card.status.is_open]
        if not open_ones:
            ask.tell(self._window, _("催办"), _("所选的事项都已办结，不需要催办。"), _("请选择未销号的事项。"))
            return
        from tracker.gui.reminders.urge_dialog import UrgeDialog  # noqa: PLC0415

        self.show(UrgeDialog(self._window, open_ones, today))

    def bulk_edit(self) -> None:
        """Ask what to change of the selected items."""
        units, people = self._ledger.ask.units(), self._ledger.ask.people()
        self._bulk.start(
            self._selected(),
            units=[unit.name for unit in units if unit.active],
            people=[person.name for person in people if person.active],
            retired=[
                *(unit.name for unit in units if not unit.active),
                *(person.name for person in people if not person.active),
            ],
        )

    def drop(self) -> None:
        """Ask whether the selected items shall be taken out, and do it."""
        cards = list(self._selected())
        if not cards:
            return
        from tracker.operations.dropping import DropItems  # noqa: PLC0415

        operation = DropItems(tuple(card.id for card in cards))
        lines = [f"{card.code}　{card.title[:30]}" for card in cards[:_MOST_NAMED]]
        if len(cards) > len(lines):
            lines.append(_("……共 {n} 项").format(n=len(cards)))
        more = _("连同措施、进展和佐证记录一起删除，可以撤销；只用于登记错了的事项，不再办理的请用“调整/终止”。")
        ask.whether(
            self._window,
            _("删除这 {n} 个事项？").format(n=len(cards)),
            "\n".join((*lines, "", more)),
            _("删除"),
            lambda: self.requested.emit(operation),
        )

    def show(self, dialog: OperationDialog, then: Callable[[], None] = lambda: None) -> None:
        """Open ``dialog``; its requests go this way."""

        def finished() -> None:
            self.dialog = None
            then()

        self.dialog = dialog
        dialog.requested.connect(self.requested)
        dialog.finished.connect(finished)
        dialog.open()
