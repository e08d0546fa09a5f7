"""Bulk editing in the window: asks what to change, does it a little at a time, and shows what came of it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.cards import ItemCard
from tracker.gui.perform import in_words
from tracker.gui.slices import Slices
from tracker.gui.theme import Theme
from tracker.ledger import Done, Ledger
from tracker.words import _

if TYPE_CHECKING:
    from tracker.gui.items.bulk_dialog import BulkDialog
    from tracker.operations.bulk import ForEach, Outcome


class BulkEditing(QObject):
    """``performed`` carries the Done of what was changed; ``select_wanted`` the ids to select in the list."""

    performed = Signal(object)
    select_wanted = Signal(object)

    def __init__(self, ledger: Ledger, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._theme, self._window = ledger, theme, parent
        self._slices: Slices[Done[tuple[Outcome, ...]]] | None = None
        self.dialog: BulkDialog | None = None

    def start(
        self, cards: Sequence[ItemCard], *, units: Iterable[str], people: Iterable[str], retired: Iterable[str] = ()
    ) -> "BulkDialog | None":
        """Ask what to change of ``cards``; nothing happens for none. The names are those to offer."""
        if not cards:
            return None
        # its form and operations bring pydantic: the first paint needs neither
        from tracker.gui.items.bulk_dialog import BulkDialog  # noqa: PLC0415

        dialog = BulkDialog(self._window, self._theme, cards)
        dialog.form.know(units, people, retired=retired)
        dialog.requested.connect(self._run)
        dialog.select_wanted.connect(self.select_wanted)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()
        return dialog

    @property
    def busy(self) -> bool:
        """Whether items are being changed now."""
        return self._slices is not None

    def cancel(self) -> None:
        """Stop and take back what was done; to be called before the ledger is closed."""
        if self._slices is not None:
            self._slices.cancel()

    def _run(self, operation: "ForEach") -> None:
        self._slices = Slices(
            self._ledger.perform_gradually(operation),
            title=_("正在修改 {n} 项").format(n=len(operation.parts)),
            parent=self.dialog or self._window,
            done=self._done,
            failed=self._failed,
        )

    def _done(self, done: "Done[tuple[Outcome, ...]]") -> None:
        self._slices = None
        if done.step is not None:
            self.performed.emit(done)
        if self.dialog is not None:
            self.dialog.show_outcomes(done.value)

    def _failed(self, error: BaseException) -> None:
        self._slices = None
        if self.dialog is not None:
            self.dialog.refuse(in_words(error))

    def _forget(self) -> None:
        self.dialog = None
