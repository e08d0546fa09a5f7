"""The running program: one window at a time, on a ledger or on the start page."""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from tracker import paths, settings
from tracker.errors import UserError
from tracker.gui import appearance, ask, perform
from tracker.gui.main_window import MainWindow
from tracker.gui.new_ledger_dialog import NewLedgerDialog
from tracker.gui.start_page import StartPage
from tracker.gui.tasks import Tasks
from tracker.ledger import DATABASE, Ledger
from tracker.logs import log
from tracker.progress import Progress
from tracker.words import _

_RECENT = 8


class Application(QObject):
    """Opens ledgers into windows; the only one that knows there can be another."""

    def __init__(self) -> None:
        super().__init__()
        existing = QApplication.instance()
        self.qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
        self.qt.setApplicationName("fazhi-tracker")
        self.qt.setApplicationDisplayName("")
        appearance.dress(self.qt)
        self.window: QWidget | None = None
        self.tasks = Tasks(self)

    def run(self) -> int:
        """Stay until the last window is closed; the exit status."""
        perform.install_excepthook()
        status = self.qt.exec()
        self.tasks.shutdown()
        sys.excepthook = sys.__excepthook__
        return status

    def show_first(self, folder: Path | None) -> None:
        """Open ``folder``, else the last ledger, else the start page; what cannot be opened is said over that page."""
        last = settings.load().last_ledger
        wanted = folder or (Path(last) if last else None)
        if wanted is None and Ledger.is_ledger(paths.default_ledger()):
            wanted = paths.default_ledger()  # made by the command line
        if wanted is None or not self.open(wanted, quiet=folder is None):
            self.show_start()
            if wanted is not None and folder is not None:
                self.open(wanted)  # again, now with a window to say over why it cannot be opened

    def show_start(self) -> None:
        """Show the start page."""
        recent = [Path(entry) for entry in settings.load().recent_ledgers]
        page = StartPage([folder for folder in recent if Ledger.is_ledger(folder)])
        page.asked.connect(self._act)
        page.chosen.connect(self.open)
        self._show(page)

    def open(self, folder: Path, *, quiet: bool = False) -> bool:
        """Open the ledger in ``folder`` in place of the window there is. Refusals are shown unless ``quiet``."""
        try:
            ledger = Ledger(folder, actor=settings.load().person)
        except UserError as error:
            if not quiet and self.window is not None:
                perform.show_error(error, self.window)
            return False
        self._remember(ledger.folder)
        window = MainWindow(ledger)
        window.asked.connect(self._act)
        self._show(window)
        return True

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def _act(self, key: str) -> None:
        {"new_ledger": self.new_ledger, "open_ledger": self.ask_ledger, "open_demo": self.open_demo}[key]()

    def ask_ledger(self) -> None:
        """Ask for a ledger's folder, and open it."""
        if self.window is not None:
            ask.for_folder(self.window, _("选择台账文件夹（里面有 {name}）").format(name=DATABASE), self._take)

    def _take(self, folder: Path) -> None:
        self.open(folder)

    def new_ledger(self) -> None:
        """Ask for office and folder, make a ledger and open it."""
        if self.window is None:
            return
        default = paths.default_ledger()
        folder = default if not Ledger.is_ledger(default) else Path.home() / _("法治台账")
        dialog = NewLedgerDialog(self.window, folder)

        def make(office: str, place: Path) -> None:
            try:
                Ledger.create(place, office=office).close()
            except UserError as error:
                dialog.refuse(error)
                return
            dialog.accept()
            self.open(place)

        dialog.ordered.connect(make)
        dialog.open()

    def open_demo(self) -> None:
        """Build the sample ledger, where there is none yet, and open it."""
        # the readers that build it are loaded only when it is asked for
        from tracker.demo.build import ready_demo  # noqa: PLC0415

        folder = paths.data_folder() / "demo"  # where `tracker demo` keeps it

        def build(progress: Progress) -> Path:
            ready_demo(folder, progress=progress)
            return folder

        self.tasks.start(build, title=_("正在准备示例台账"), parent=self.window, done=self._take)

    def _remember(self, folder: Path) -> None:
        now = settings.load()
        recent = (str(folder), *(entry for entry in now.recent_ledgers if entry != str(folder)))
        try:
            settings.save(replace(now, last_ledger=str(folder), recent_ledgers=recent[:_RECENT]))
        except OSError as error:
            log.warning("settings not saved: %s", error)
