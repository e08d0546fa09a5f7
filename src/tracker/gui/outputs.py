"""What leaves the window as a workbook or on paper: the items that are selected, shown, or all."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.domain.cards import ItemCard
from tracker.gui.tasks import Tasks
from tracker.ledger import Ledger

if TYPE_CHECKING:
    from tracker.gui.export.exporting import Exporting
    from tracker.gui.printing.printing import Printing


class Outputs(QObject):
    """Export and print, each with its own dialog."""

    def __init__(self, ledger: Ledger, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._tasks, self._window = ledger, tasks, parent

    def export(
        self, title: str, shown: Sequence[ItemCard], selected: Sequence[ItemCard], cards: Sequence[ItemCard]
    ) -> None:
        """Ask which items to export, and write them; ``title`` says what ``shown`` are."""
        from tracker.gui.export.scopes import scopes  # noqa: PLC0415 - as below

        self.exporting.start(scopes(title, shown, selected, cards))

    def print(self, shown: Sequence[ItemCard], selected: Sequence[ItemCard]) -> None:
        """Preview the progress sheet of what is selected, else of what is shown."""
        # one row is always selected: it is where one stands, not what one means
        cards = selected if len(selected) > 1 else shown
        self.printing.start([card.id for card in cards])

    @cached_property
    def exporting(self) -> "Exporting":
        """The way to a workbook."""
        # its dialog is loaded by the first export: a start does not wait for it
        from tracker.gui.export.exporting import Exporting  # noqa: PLC0415

        return Exporting(self._ledger, self._tasks, self._window)

    @cached_property
    def printing(self) -> "Printing":
        """The way to paper."""
        # Qt's printing is loaded by the first print
        from tracker.gui.printing.printing import Printing  # noqa: PLC0415

        return Printing(self._ledger, self._tasks, self._window)
