"""Importing reports: each is read, compared with the ledger, reviewed, kept and written in one step; then the next."""

import hashlib
from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.drafts import ImportDraft
from tracker.domain.evidence import StoredFile
from tracker.domain.review import DraftReview
from tracker.domain.similar import SimilarItems
from tracker.errors import Cancelled, UserError
from tracker.gui.intake.review_dialog import ReviewDialog
from tracker.gui.perform import Performer, in_words, show_error
from tracker.gui.tasks import Tasks
from tracker.gui.theme import LIGHT, Theme
from tracker.intake.read_report import read_report
from tracker.ledger import Ledger
from tracker.operations.reports import Imported, ImportReport
from tracker.progress import Progress
from tracker.words import _


class Importing(QObject):
    """``imported`` carries the operations.reports.Imported of each report that was written."""

    imported = Signal(object)

    def __init__(
        self, ledger: Ledger, tasks: Tasks, performer: Performer, parent: QWidget, *, theme: Theme = LIGHT
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ledger, self._tasks, self._performer, self._window = ledger, tasks, performer, parent
        self._waiting: deque[Path] = deque()
        self._busy = False
        self.dialog: ReviewDialog | None = None  # the review that is open

    def start(self, paths: list[Path]) -> None:
        """Import ``paths`` one after another, behind those that are still waiting."""
        self._waiting.extend(paths)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        self.dialog = None
        self._busy = bool(self._waiting)
        if not self._busy:
            return
        path = self._waiting.popleft()

        def read(progress: Progress) -> ImportDraft:
            return read_report(path, progress)

        self._tasks.start(
            read,
            title=_("正在读取《{name}》").format(name=path.name),
            parent=self._window,
            done=lambda draft: QTimer.singleShot(0, self, lambda: self._compare(path, draft)),  # a turn of its own
            failed=lambda error: self._cannot_read(path, error),
        )

    def _cannot_read(self, path: Path, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._waiting.clear()  # who stops the reading of one of twenty files means all of them
        box = show_error(_named(error, path), self._window)
        if box is None:
            self._next()
        else:
            box.finished.connect(lambda _result: self._next())

    def use_theme(self, theme: Theme) -> None:
        """Dress the reviews that are opened from now on in other colours."""
        self._theme = theme

    def _compare(self, path: Path, draft: ImportDraft) -> None:
        """What the ledger has is asked for here, in one thread with all that asks it; the comparing is long work."""
        try:
            present = self._ledger.ask.report_texts(draft.digest)
            others = self._ledger.ask.items_of_others(draft.digest)
        except UserError as error:
            self._cannot_read(path, error)
            return

        def compare(progress: Progress) -> DraftReview:
            return DraftReview.of(draft, present, SimilarItems(others, progress))

        self._tasks.start(
            compare,
            title=_("正在与台账比较《{name}》").format(name=path.name),
            parent=self._window,
            done=lambda review: self._open(path, review),
            failed=lambda error: self._cannot_read(path, error),
        )

    def _open(self, path: Path, review: DraftReview) -> None:
        try:
            units = [unit.name for unit in self._ledger.ask.units() if unit.active]
            people = [person.name for person in self._ledger.ask.people() if person.active]
        except UserError as error:
            self._cannot_read(path, error)
            return
        dialog = ReviewDialog(review, self._window, theme=self._theme, units=units, people=people)
        dialog.setModal(True)
        dialog.confirmed.connect(lambda accepted: self._keep(path, accepted))
        dialog.finished.connect(lambda _result: self._close(dialog))
        self.dialog = dialog
        QTimer.singleShot(0, dialog, dialog.open)  # a turn of its own: making the dialog took long enough

    def _close(self, dialog: QDialog) -> None:
        dialog.deleteLater()
        self._next()

    def _keep(self, path: Path, draft: ImportDraft) -> None:
        """Copy the file into the ledger, where its report will be looked for; only then is anything written."""
        dialog = self.dialog
        if dialog is None:
            return

        def keep(progress: Progress) -> StoredFile:
            _refuse_changed(path, draft)
            return self._ledger.keep_report(path, progress)

        dialog.setEnabled(False)  # a second Ctrl+Enter would write twice
        self._tasks.start(
            keep,
            title=_("正在保存《{name}》").format(name=path.name),
            parent=dialog,
            done=lambda _kept: self._write(draft),
            failed=self._refuse,
        )

    def _write(self, draft: ImportDraft) -> None:
        done = self._performer.try_perform(ImportReport(draft))
        if isinstance(done, UserError):
            self._refuse(done)
            return
        QTimer.singleShot(0, self, lambda: self._show(done.value))  # a turn of its own: writing took long enough

    def _show(self, imported: Imported) -> None:
        dialog = self.dialog
        self.imported.emit(imported)
        if dialog is not None:
            dialog.accept()

    def _refuse(self, error: BaseException) -> None:
        if self.dialog is not None:
            self.dialog.setEnabled(True)
            self.dialog.refuse_writing(in_words(error))


def _refuse_changed(path: Path, draft: ImportDraft) -> None:
    """Raises UserError where the file is no longer the one that was reviewed: its copy would prove other words."""
    try:
        with path.open("rb") as reader:
            digest = hashlib.file_digest(reader, "sha256").hexdigest()
    except OSError:
        return  # the copying that follows meets the same fault and words it
    if digest != draft.file_sha256:
        raise UserError(
            _("《{name}》在核对期间被改动过，没有写入。").format(name=path.name),
            _("请取消后重新导入，核对新的内容。"),
        )


def _named(error: BaseException, path: Path) -> BaseException:
    """``error`` with the file's name in it: of several files a person must know which one."""
    if isinstance(error, Cancelled):
        return error
    words = in_words(error)
    if path.name in words.message:
        return words
    return UserError(_("《{name}》：{message}").format(name=path.name, message=words.message), words.hint)
