"""Returned sheets in the window: read in a worker, compared, shown, and written in slices as one step."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.cards import ItemCard
from tracker.errors import Cancelled, UserError
from tracker.gui import ask
from tracker.gui.gathering import gather
from tracker.gui.perform import in_words, show_error
from tracker.gui.slices import Slices
from tracker.gui.tasks import Tasks
from tracker.gui.theme import Theme
from tracker.ledger import Done, Ledger
from tracker.progress import Progress
from tracker.words import _

if TYPE_CHECKING:
    from tracker.domain.cards import ItemDetail
    from tracker.domain.returned import ReturnedSheet, RowDifference
    from tracker.gui.items.returned_dialog import ReturnedDialog
    from tracker.operations.bulk import ForEach, Outcome

Otherwise = Callable[[list[Path]], None]
SHEET_SUFFIXES = (".xlsx", ".xlsm", ".csv")


class Returning(QObject):
    """``performed`` carries the Done of what was written; ``select_wanted`` the ids to select in the list.

    ``cards`` gives all items. Several files are shown one after another.
    """

    performed = Signal(object)
    select_wanted = Signal(object)

    def __init__(
        self, ledger: Ledger, tasks: Tasks, theme: Theme, cards: Callable[[], Sequence[ItemCard]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ledger, self._tasks, self._theme, self._cards, self._window = ledger, tasks, theme, cards, parent
        self._waiting: list[Path] = []
        self._strange: list[Path] = []  # what was offered and is no returned sheet
        self._otherwise: Otherwise | None = None
        self._reading = False
        self._slices: QObject | None = None
        self._cancel: Callable[[], None] = lambda: None
        self.dialog: ReturnedDialog | None = None

    def ask(self) -> None:
        """Ask for returned files."""
        kinds = _("表格 ({patterns});;所有文件 (*)").format(patterns=" ".join(f"*{each}" for each in SHEET_SUFFIXES))
        ask.for_files(self._window, _("读入收回的表"), kinds, self.start)

    def start(self, files: Sequence[Path], otherwise: Otherwise | None = None) -> None:
        """Read ``files`` and show what each would change; they wait while others are being read or shown.

        Those that are no returned sheets go to ``otherwise``, in the end; without it the reason is shown.
        """
        self._waiting += files
        if self._reading or self.dialog is not None:
            self._otherwise = self._otherwise or otherwise
            return
        self._otherwise = otherwise
        self._next()

    @property
    def busy(self) -> bool:
        """Whether a file is being read or items are being changed now."""
        return self._reading or self._slices is not None

    def cancel(self) -> None:
        """Stop and take back what was done; to be called before the ledger is closed."""
        self._waiting.clear()
        if self._slices is not None:
            self._cancel()

    # -- reading

    def _next(self) -> None:
        if not self._waiting:
            if self._strange and self._otherwise is not None:
                self._otherwise(self._strange)
            self._strange = []
            return
        path = self._waiting.pop(0)

        def read(progress: Progress) -> "ReturnedSheet":
            from tracker.intake.returned import read_returned  # noqa: PLC0415 - openpyxl, for those who read a sheet

            return read_returned(path, progress)

        def failed(error: BaseException) -> None:
            self._reading = False
            if isinstance(error, Cancelled):
                self._waiting.clear()
            elif isinstance(error, UserError) and self._otherwise is not None:
                self._strange.append(path)
            else:
                show_error(error, self._window)
            self._next()

        self._reading = True
        title = _("正在读取《{name}》").format(name=path.name)
        self._tasks.start(read, title=title, parent=self._window, done=self._gather, failed=failed)

    def _gather(self, sheet: "ReturnedSheet") -> None:
        """Read what is known of the items that the sheet names, a little at a time; then compare."""
        wanted = {row.code for row in sheet.rows}
        cards = {card.id: card for card in self._cards() if card.code in wanted}

        def failed(error: BaseException) -> None:
            self._slices, self._reading = None, False
            if not isinstance(error, Cancelled):
                show_error(error, self._window)

        slices: Slices[list[ItemDetail]] = Slices(
            gather(self._ledger, list(cards)),
            title=_("正在比对《{name}》").format(name=sheet.file_name),
            parent=self._window,
            done=lambda details: self._compare(sheet, cards, details),
            failed=failed,
        )
        self._slices, self._cancel = slices, slices.cancel

    def _compare(self, sheet: "ReturnedSheet", cards: dict[int, ItemCard], details: "list[ItemDetail]") -> None:
        self._slices = None
        units = [unit.name for unit in self._ledger.ask.units()]
        people = [person.name for person in self._ledger.ask.people()]

        def work(_progress: Progress) -> "list[RowDifference]":
            from tracker.domain.returned import compare  # noqa: PLC0415 - pydantic, as with the file

            return compare(sheet.rows, details, units=units, people=people)

        def failed(error: BaseException) -> None:
            self._reading = False
            if not isinstance(error, Cancelled):
                show_error(error, self._window)

        title = _("正在比对《{name}》").format(name=sheet.file_name)
        self._tasks.start(
            work,
            title=title,
            parent=self._window,
            done=lambda found: self._preview(sheet, found, cards),
            failed=failed,
        )

    # -- showing and writing

    def _preview(self, sheet: "ReturnedSheet", found: "list[RowDifference]", cards: dict[int, ItemCard]) -> None:
        self._reading = False
        from tracker.gui.items.returned_dialog import ReturnedDialog  # noqa: PLC0415 - pydantic, by its operations

        dialog = ReturnedDialog(self._window, self._theme, sheet, found, cards)
        dialog.requested.connect(self._run)
        dialog.select_wanted.connect(self.select_wanted)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _run(self, operation: "ForEach") -> None:
        slices: Slices[Done[tuple[Outcome, ...]]] = Slices(
            self._ledger.perform_gradually(operation),
            title=_("正在修改 {n} 项").format(n=len(operation.parts)),
            parent=self.dialog or self._window,
            done=self._done,
            failed=self._failed,
        )
        self._slices, self._cancel = slices, slices.cancel

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

    def _closed(self) -> None:
        self.dialog = None
        self._next()
