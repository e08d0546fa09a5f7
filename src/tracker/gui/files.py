"""Files between the ledger and the person: evidence taken in, kept files opened, copied and saved elsewhere."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QDateTime, QObject, QUrl, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tracker.domain.cards import ReportCard
from tracker.errors import UserError
from tracker.gui import ask
from tracker.gui.perform import show_error
from tracker.gui.tasks import Tasks
from tracker.gui.widgets.clipboard import clipboard_data
from tracker.ledger import Ledger
from tracker.progress import Progress, silent
from tracker.words import _

if TYPE_CHECKING:
    from tracker.domain.evidence import StoredFile, Subject
    from tracker.gui.evidence.pictures import Pictures

_AT_ONCE = 8 << 20  # bytes that are copied between two key strokes; more goes into a worker


class Kept(Protocol):
    """What is known of a kept file, whoever keeps it: ``size`` is in bytes."""

    @property
    def sha256(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int: ...


Pair = tuple[Kept, Path]  # a kept file, and where a copy of it shall lie


class Files(QObject):
    """``requested`` carries AddEvidence, once the files are kept. Copies handed out to be looked at go at the end."""

    requested = Signal(object)

    def __init__(self, ledger: Ledger, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._tasks, self._window = ledger, tasks, parent
        self._looked_at: Path | None = None

    @cached_property
    def pictures(self) -> "Pictures":
        """The thumbnails and previews of evidence."""
        from tracker.gui.evidence.pictures import Pictures  # noqa: PLC0415 - nothing of it is in the first paint

        return Pictures(lambda sha256: self._ledger.evidence.place(sha256), self)

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

    def pasted(self) -> list[Path]:
        """The files that the clipboard has; a picture without a file, such as a screenshot, becomes one."""
        data = QApplication.clipboard().mimeData()
        places = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if places or not data.hasImage():
            return [place for place in places if place.is_file()]
        now = QDateTime.currentDateTime().toString("yyyy-MM-dd HHmmss")
        target = self._folder() / "pasted" / _("截图 {time}.png").format(time=now)
        target.parent.mkdir(exist_ok=True)
        quality = 90  # little compression, which is quick: a screen is a few megabytes at most
        return [target] if QApplication.clipboard().image().save(str(target), quality=quality) else []

    # -- handing out

    def open_evidence(self, proof: Kept) -> None:
        """Open a copy of a kept file under its own name; the kept one must not be changed by an editor."""
        target = self._beside(proof, "open")
        self._fetch([(proof, target)], lambda: self._open(target))

    def open_report(self, report: ReportCard) -> None:
        """Open a copy of an imported file."""
        target = self._folder() / "open" / report.file_sha256[:8] / report.file_name
        try:
            if not target.exists():
                self._ledger.report_files.hand_out(report.file_sha256, target)
        except UserError as error:
            show_error(error, self._window)
            return
        self._open(target)

    def copies(self, proofs: Sequence[Kept]) -> list[Path]:
        """Copies of kept files at once, to be dragged out of the window; none where that would take too long.

        Then the copies are made in a worker, and the next drag finds them.
        """
        pairs = self._pairs(proofs)
        self._fetch(pairs, lambda: None)
        return [target for _proof, target in pairs] if all(target.exists() for _proof, target in pairs) else []

    def copy_evidence(self, proofs: Sequence[Kept]) -> None:
        """Put kept files on the clipboard, to be pasted into a folder or a mail; their names paste as text."""

        pairs = self._pairs(proofs)

        def put() -> None:
            data = clipboard_data()
            data.setUrls([QUrl.fromLocalFile(str(target)) for _proof, target in pairs])
            data.setText("\n".join(proof.name for proof in proofs))
            QApplication.clipboard().setMimeData(data)

        if proofs:
            self._fetch(pairs, put)

    def save_evidence(self, proof: Kept) -> None:
        """Ask where, and save a copy there."""

        def save(target: Path) -> None:
            self._copy([(proof, target)], lambda: None)

        ask.for_target(self._window, _("另存佐证材料"), Path.home() / proof.name, _("所有文件 (*)"), save)

    def save_all_evidence(self, proofs: Sequence[Kept]) -> None:
        """Ask for a folder, and save copies there; a name that is taken gets a number, nothing is overwritten."""

        def save(folder: Path) -> None:
            taken: set[Path] = set()
            targets: list[tuple[Kept, Path]] = []
            for proof in proofs:
                target = _free(folder / proof.name, taken)
                taken.add(target)
                targets.append((proof, target))
            self._copy(targets, lambda: None)

        if len(proofs) == 1:
            self.save_evidence(proofs[0])
        elif proofs:
            ask.for_folder(self._window, _("另存 {n} 份佐证材料到").format(n=len(proofs)), save)

    def check_evidence(self, proofs: Sequence[Kept], then: Callable[[dict[str, str]], None]) -> None:
        """Look in a worker whether each file is there and has its content; ``then`` gets the faults by SHA-256."""
        store = self._ledger.evidence
        names = {proof.sha256: proof.name for proof in proofs}

        def work(progress: Progress) -> dict[str, str]:
            faults: dict[str, str] = {}
            for number, (sha256, name) in enumerate(names.items()):
                progress(number, len(names), name)
                whole = store.is_whole(sha256)
                if not whole:
                    faults[sha256] = _("文件不见了") if whole is None else _("内容已被改动或损坏")
            return faults

        self._tasks.start(work, title=_("检查佐证文件"), parent=self._window, done=then)

    def close(self) -> None:
        """Remove the copies that were looked at; one that a program still holds stays behind."""
        if "pictures" in vars(self):
            self.pictures.close()
        if self._looked_at is not None:
            shutil.rmtree(self._looked_at, ignore_errors=True)

    def _fetch(self, pairs: Sequence[Pair], then: Callable[[], None]) -> None:
        """Make the copies that are not there yet, then go on."""
        self._copy([pair for pair in pairs if not pair[1].exists()], then)

    def _copy(self, pairs: Sequence[Pair], then: Callable[[], None]) -> None:
        """Copy each kept file to its place, at once where they are small; then go on, unless one failed."""
        store = self._ledger.evidence

        def work(progress: Progress) -> None:
            for number, (proof, target) in enumerate(pairs):
                progress(number, len(pairs), proof.name)
                try:
                    store.hand_out(proof.sha256, target)
                except UserError:
                    if self._looked_at in target.parents:
                        target.unlink(missing_ok=True)  # half a file would be taken for the copy next time
                    raise

        if sum(proof.size for proof, _target in pairs) > _AT_ONCE:
            self._tasks.start(work, title=_("正在复制佐证材料"), parent=self._window, done=lambda _nothing: then())
            return
        try:
            work(silent)
        except UserError as error:
            show_error(error, self._window)
            return
        then()

    def _pairs(self, proofs: Sequence[Kept]) -> list[Pair]:
        return [(proof, self._beside(proof, "copies")) for proof in proofs]

    def _beside(self, proof: Kept, purpose: str) -> Path:
        """Where a copy lies, or would lie. What is opened may be edited there, so it is never what is copied."""
        return self._folder() / purpose / proof.sha256[:8] / proof.name

    def _folder(self) -> Path:
        if self._looked_at is None:
            self._looked_at = Path(tempfile.mkdtemp(prefix="tracker-"))
        return self._looked_at

    def _open(self, target: Path) -> None:
        if not ask.open_outside(target):
            hint = _("文件的副本在 {file}，可以自己打开。").format(file=target)
            show_error(UserError(_("这台电脑没有能打开“{name}”的程序。").format(name=target.name), hint), self._window)


def _free(target: Path, taken: set[Path]) -> Path:
    """``target``, or the same name with the first number that is free: 签到表 (2).pdf."""
    number, place = 2, target
    while place in taken or place.exists():
        place = target.with_name(f"{target.stem} ({number}){target.suffix}")
        number += 1
    return place
