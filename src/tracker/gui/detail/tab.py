"""What every tab of the panel is: shown one item at a time, asking for operations, told when one is refused."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.cards import ItemDetail
from tracker.domain.status import Status
from tracker.errors import UserError
from tracker.gui.operation_dialog import OperationDialog


class Tab(QWidget):
    """``requested`` carries an Operation. A tab is shown a detail only while it is in view, or when it comes there."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.detail: ItemDetail | None = None
        self.dialog: OperationDialog | None = None

    def show_detail(self, detail: ItemDetail) -> None:
        """Show one item."""
        self.detail = detail

    def commit(self) -> None:
        """Ask for what was typed and not yet saved."""

    def refuse(self, error: UserError) -> bool:
        """Show why the operation that was just asked for was refused; False where there is no place for it."""
        if self.dialog is not None:
            self.dialog.refuse(error)
            return True
        return False

    def caption(self, detail: ItemDetail) -> str:
        """The tab's own title, with its count."""
        raise NotImplementedError

    @property
    def editable(self) -> bool:
        """Whether the item may be changed at all: what was signed is not rewritten."""
        return self.detail is not None and self.detail.item.status is not Status.CLOSED

    def open_dialog(self, dialog: OperationDialog) -> None:
        """Show a dialog of this tab; its requests go the tab's way."""
        self.dialog = dialog
        dialog.requested.connect(self.requested)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None
