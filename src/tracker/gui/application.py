"""The running program: one window at a time, on a ledger or on the start page."""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tracker import paths, settings, words
from tracker.errors import UserError
from tracker.gui import appearance, ask, perform
from tracker.gui.main_window import MainWindow
from tracker.gui.new_ledger_dialog import NewLedgerDialog
from tracker.gui.start_page import StartPage
from tracker.gui.tasks import Tasks
from tracker.gui.theme import LIGHT
from tracker.ledger import DATABASE, Ledger
from tracker.logs import log
from tracker.progress import Progress
from tracker.words import _

_RECENT = 8
_HELP_MS = 600


class Application(QObject):
    """Opens ledgers into windows; the only one that knows there can be another."""

    def __init__(self) -> None:
        super().__init__()
        existing = QApplication.instance()
        self.qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
        self.qt.setApplicationName("fazhi-tracker")
        self.qt.setApplicationDisplayName("")
        self.window: QWidget | None = None
        self.tasks = Tasks(self)
        self.theme = LIGHT
        self._dress(settings.load())
        QTimer.singleShot(_HELP_MS, self, self._help_dialogs)
        self.qt.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def _help_dialogs(self) -> None:
        # nobody asks a dialog for help before there is one
        from tracker.gui.help.context import DialogHelp  # noqa: PLC0415

        DialogHelp(self.qt)

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

    def open(self, folder: Path, *, quiet: bool = False, person: str | None = None) -> bool:
        """Open the ledger in ``folder`` in place of the window there is. Refusals are shown unless ``quiet``.

        ``person`` signs the steps; None for the name in the settings.
        """
        try:
            ledger = Ledger(folder, actor=settings.load().person if person is None else person)
        except UserError as error:
            if not quiet and self.window is not None:
                perform.show_error(error, self.window)
            return False
        self._remember(ledger.folder)
        window = MainWindow(ledger, theme=self.theme)
        window.asked.connect(self._act)
        window.ledger_wanted.connect(self._take)
        self._show(window)
        return True

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def _act(self, key: str) -> None:
        acts = {
            "new_ledger": self.new_ledger,
            "open_ledger": self.ask_ledger,
            "open_demo": self.open_demo,
            "settings": self.ask_settings,
        }
        acts[key]()

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

    # -- a person's own choices

    def ask_settings(self) -> None:
        """Ask for the choices of this person on this computer, and follow them at once."""
        if self.window is None:
            return
        # few starts come here
        from tracker.gui.reminders.tray import Tray  # noqa: PLC0415
        from tracker.gui.settings.settings_dialog import SettingsDialog  # noqa: PLC0415

        signed = self.window.ledger.actor if isinstance(self.window, MainWindow) else ""
        dialog = SettingsDialog(self.window, settings.load(), signed=signed, tray_available=Tray.is_available())
        dialog.chosen.connect(self._settle)
        dialog.open()

    def _settle(self, chosen: settings.Settings) -> None:
        before = settings.load()
        try:
            settings.save(chosen)
        except OSError as error:
            hint = _("这些选择只在这次打开期间有效。请检查 {file} 能否写入。").format(file=paths.settings_file())
            refusal = UserError(_("设置没有保存：{reason}。").format(reason=error.strerror or error), hint)
            perform.show_error(refusal, self.window)
        looks = ("person", "language", "theme", "font_points")
        if any(getattr(before, name) != getattr(chosen, name) for name in looks):
            words.choose_language(chosen.language)
            self._dress(chosen)
            self._tell_manual(before.language != chosen.language)
            self._show_again(chosen)
        elif isinstance(self.window, MainWindow):
            self.window.reminding.apply(chosen)

    def _show_again(self, chosen: settings.Settings) -> None:
        """Make the window anew: colours, sizes and words are chosen when widgets are made."""
        if not isinstance(self.window, MainWindow):
            self.show_start()
            return
        place = self.window.place
        if self.open(self.window.ledger.folder, person=chosen.person):
            self.window.navigation.go(place)

    def _dress(self, chosen: settings.Settings) -> None:
        self.theme = appearance.theme_named(chosen.theme)
        appearance.dress(self.qt, self.theme, chosen.font_points)

    def _follow_desktop(self) -> None:
        chosen = settings.load()
        if chosen.theme == "system" and appearance.theme_named("system") is not self.theme:
            self._dress(chosen)
            self._tell_manual(False)
            self._show_again(chosen)

    def _tell_manual(self, language_changed: bool) -> None:
        """The manual has a window of its own, which may be open."""
        # few have it open, and nobody at the start
        from tracker.gui.help.manual_window import close_manual, use_theme  # noqa: PLC0415

        if language_changed:
            close_manual()
        else:
            use_theme(self.theme)

    def _remember(self, folder: Path) -> None:
        now = settings.load()
        recent = (str(folder), *(entry for entry in now.recent_ledgers if entry != str(folder)))
        try:
            settings.save(replace(now, last_ledger=str(folder), recent_ledgers=recent[:_RECENT]))
        except OSError as error:
            log.warning("settings not saved: %s", error)
