"""The way into the import: files asked for or dropped; the review itself is loaded when it is first needed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from tracker.gui import ask
from tracker.gui.perform import Performer
from tracker.gui.tasks import Tasks
from tracker.gui.theme import LIGHT, Theme
from tracker.gui.widgets.drops import dropped_files
from tracker.ledger import Ledger
from tracker.words import _

if TYPE_CHECKING:
    from tracker.gui.intake.importing import Importing

REPORT_SUFFIXES = (".docx", ".pdf", ".txt")


class ImportDoor(QObject):
    """``imported`` carries the value of each import that was confirmed."""

    imported = Signal(object)

    def __init__(
        self, ledger: Ledger, tasks: Tasks, performer: Performer, parent: QWidget, *, theme: Theme = LIGHT
    ) -> None:
        """``theme`` is the window's: the review is dressed like it."""
        super().__init__(parent)
        self._theme = theme
        self._ledger, self._tasks, self._performer, self._window = ledger, tasks, performer, parent
        self._importing: Importing | None = None

    def ask(self) -> None:
        """Ask for report files."""
        kinds = _("报告 ({patterns});;所有文件 (*)").format(patterns=" ".join(f"*{s}" for s in REPORT_SUFFIXES))
        ask.for_files(self._window, _("导入报告"), kinds, self.start)

    def start(self, files: list[Path]) -> None:
        """Read, review and import ``files``."""
        self.door().start(files)

    def use_theme(self, theme: Theme) -> None:
        """Dress the reviews that are opened from now on in other colours."""
        self._theme = theme
        if self._importing is not None:
            self._importing.use_theme(theme)

    def door(self) -> "Importing":
        """The import itself, made when it is first needed."""
        if self._importing is None:
            # the readers and the review are loaded by the first import, not by the start of the window
            from tracker.gui.intake.importing import Importing  # noqa: PLC0415

            self._importing = Importing(self._ledger, self._tasks, self._performer, self._window, theme=self._theme)
            self._importing.imported.connect(self.imported)
        return self._importing


def report_files(event: QDropEvent) -> list[Path]:
    """The reports that a drag carries."""
    return [file for file in dropped_files(event) if file.suffix.lower() in REPORT_SUFFIXES]
