"""Exporting from the window: ask, read in slices, write in a worker, offer to open what came out."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from tracker import settings
from tracker.errors import Cancelled
from tracker.gui import ask
from tracker.gui.export.export_dialog import ExportDialog, ExportOrder
from tracker.gui.export.scopes import Scope
from tracker.gui.gathering import gather
from tracker.gui.perform import in_words
from tracker.gui.slices import Slices
from tracker.gui.tasks import Tasks
from tracker.ledger import Ledger, collector_paused
from tracker.logs import log
from tracker.progress import Progress
from tracker.words import _

if TYPE_CHECKING:
    from tracker.domain.cards import ItemDetail


class Exporting(QObject):
    """The way of one export; lives as long as the window."""

    def __init__(self, ledger: Ledger, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._tasks, self._window = ledger, tasks, parent
        self.dialog: ExportDialog | None = None

    def start(self, scopes: Sequence[Scope]) -> None:
        """Ask what to export, and do it."""
        today = self._ledger.today()
        folder = Path(settings.load().export_folder or self._ledger.folder / "exports")
        if not folder.is_dir():
            folder = self._ledger.folder
        name = f"整改进度表 {today.isoformat()}.xlsx"  # an official form is Chinese in every language
        self.dialog = ExportDialog(self._window, scopes, target=folder / name)
        self.dialog.ordered.connect(self._write)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _write(self, order: ExportOrder) -> None:
        """Read what is known of the items, a little at a time; then write it."""
        dialog = self.dialog
        if dialog is None:
            return

        def failed(error: BaseException) -> None:
            if not isinstance(error, Cancelled):
                dialog.refuse(in_words(error))

        Slices(
            gather(self._ledger, order.scope.item_ids),
            title=_("导出进度表"),
            parent=dialog,
            done=lambda details: self._lay_out(dialog, order, details),
            failed=failed,
        )

    def _lay_out(self, dialog: ExportDialog, order: ExportOrder, details: "Sequence[ItemDetail]") -> None:
        # openpyxl and its sheets are loaded by the action that needs them, not by the start of the window
        from tracker.sheets.export import export_progress, free_name  # noqa: PLC0415

        office, today = self._ledger.office(), self._ledger.today()

        def work(progress: Progress) -> Path:
            with collector_paused():
                return export_progress(
                    details, order.target, office=office, as_of=today, kind=order.scope.kind, progress=progress
                )

        def failed(error: BaseException) -> None:
            if isinstance(error, Cancelled):
                return
            free = free_name(order.target) if order.target.exists() else None
            dialog.refuse(in_words(error), free)

        self._tasks.start(work, title=_("导出进度表"), parent=dialog, done=self._written, failed=failed)

    def _written(self, target: Path) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        try:
            settings.save(replace(settings.load(), export_folder=str(target.parent)))
        except OSError as error:  # a read-only profile forgets the folder; the export is done all the same
            log.warning("settings not saved: %s", error)
        self.offer(target)

    def offer(self, target: Path) -> QMessageBox:
        """Say where the file is, and offer to open it."""
        box = QMessageBox(QMessageBox.Icon.Information, _("导出完成"), target.name, parent=self._window)
        box.setInformativeText(str(target.parent))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_file = box.addButton(_("打开文件"), QMessageBox.ButtonRole.AcceptRole)
        open_folder = box.addButton(_("打开所在文件夹"), QMessageBox.ButtonRole.ActionRole)
        close = box.addButton(_("关闭"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(close)
        open_file.clicked.connect(lambda: ask.open_outside(target))
        open_folder.clicked.connect(lambda: ask.open_outside(target.parent))
        box.open()
        return box
