"""Files between the ledger and the person: evidence taken in, kept files opened and saved elsewhere."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.cards import ReportCard
from tracker.errors import UserError
from tracker.gui import ask
from tracker.gui.perform import show_error
from tracker.gui.tasks import Tasks
from tracker.ledger import Ledger
from tracker.progress import Progress
from tracker.words import _

if TYPE_CHECKING:
    from tracker.domain.evidence import Evidence, StoredFile, Subject


class Files(QObject):
    """``requested`` carries AddEvidence, once the files are kept. Copies handed out to be looked at go at the end."""

    requested = Signal(object)

    def __init__(self, ledger: Ledger, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._tasks, self._window = ledger, tasks, parent
        self._looked_at: Path | None = None

    # -- taking in

    def pick_evidence(self, item_id: int, subject: "Subject") -> None:
        """Ask for files, and add them to an item."""

        def take(paths: list[Path]) -> None:
            self.add_evidence(item_id, subject, paths)

        ask.for_files(self._window, _("添加佐证材料"), _("所有文件 (*)"), take)

    def add_evidence(self, item_id: int, subject: "Subject", paths: list[Path]) -> None:
        """Copy files into the store in a worker, then ask for them to prove ``subject`` of the item."""

        def keep(progress: Progress) -> "list[StoredFile]":
            return [self._ledger.keep_evidence(path, progress) for path in paths]

        # late: pydantic and the entities take a sixth of a start
        from tracker.operations.evidence import AddEvidence  # noqa: PLC0415

        def kept(files: "list[StoredFile]") -> None:
            self.requested.emit(AddEvidence(item_id, tuple(files), subject))

        self._tasks.start(keep, title=_("正在保存佐证材料"), parent=self._window, done=kept)

    # -- handing out

    def open_evidence(self, proof: "Evidence") -> Path | None:
        """Open a copy of a kept file under its own name; the kept one must not be changed by an editor."""
        return self._open(self._ledger.evidence.hand_out, proof.sha256, proof.name)

    def open_report(self, report: ReportCard) -> Path | None:
        """Open a copy of an imported file."""
        return self._open(self._ledger.report_files.hand_out, report.file_sha256, report.file_name)

    def save_evidence(self, proof: "Evidence") -> None:
        """Ask where, and save a copy there."""

        def save(target: Path) -> None:
            try:
                self._ledger.evidence.hand_out(proof.sha256, target)
            except UserError as error:
                show_error(error, self._window)

        ask.for_target(self._window, _("另存佐证材料"), Path.home() / proof.name, _("所有文件 (*)"), save)

    def _open(self, hand_out: Callable[[str, Path], Path], sha256: str, name: str) -> Path | None:
        if self._looked_at is None:
            self._looked_at = Path(tempfile.mkdtemp(prefix="tracker-"))
        target = self._looked_at / sha256[:8] / name
        try:
            if not target.exists():
                hand_out(sha256, target)
        except UserError as error:
            show_error(error, self._window)
            return None
        if not ask.open_outside(target):
            hint = _("文件的副本在 {file}，可以自己打开。").format(file=target)
            show_error(UserError(_("这台电脑没有能打开“{name}”的程序。").format(name=name), hint), self._window)
        return target

    def close(self) -> None:
        """Remove the copies that were looked at; one that a program still holds stays behind."""
        if self._looked_at is not None:
            shutil.rmtree(self._looked_at, ignore_errors=True)
