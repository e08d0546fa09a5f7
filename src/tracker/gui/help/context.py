"""Which chapter of the manual tells of a place in the window, and F1 in every dialog."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

PROPERTY = "help"  # a widget may name its chapter itself
CHAPTERS = {  # by class
    "Navigation": "dashboard",
    "DashboardPage": "dashboard",
    "ReminderBar": "reminders",
    "UrgeDialog": "reminders",
    "ReviewDialog": "import",
    "ReportsPage": "import",
    "ItemsPage": "items",
    "BulkDialog": "editing",
    "ViewDialog": "items",
    "NewItemDialog": "editing",
    "DetailPanel": "detail",
    "EvidenceTab": "evidence",
    "EvidenceDialog": "evidence",
    "EvidencePage": "evidence",
    "PreviewDialog": "evidence",
    "ExtendDialog": "deadlines",
    "MoveDialog": "closing",
    "PeoplePage": "people",
    "ImportDialog": "people",
    "ReturnedDialog": "export",
    "MergeDialog": "people",
    "RetireDialog": "people",
    "StatisticsPage": "dashboard",
    "ExportDialog": "export",
    "HistoryPage": "undo",
    "CheckDialog": "undo",
    "SettingsDialog": "settings",
    "NewLedgerDialog": "data",
    "StartPage": "data",
    "AboutDialog": "questions",
    "PackDialog": "questions",
}


def chapter_for(widget: QWidget | None) -> str:
    """The chapter that tells of ``widget`` or of the nearest thing around it; "" for the beginning of the manual."""
    while widget is not None:
        named = widget.property(PROPERTY)
        if isinstance(named, str) and named:
            return named
        for kind in type(widget).__mro__:
            if kind.__name__ in CHAPTERS:
                return CHAPTERS[kind.__name__]
        widget = widget.parentWidget()
    return ""


class DialogHelp(QObject):
    """Gives F1 to each dialog when it is first used: the key of the main window's menu does not reach there."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._equipped: set[int] = set()
        app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or id(dialog) in self._equipped:
            return
        key = id(dialog)
        self._equipped.add(key)
        dialog.destroyed.connect(lambda: self._equipped.discard(key))
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog)
        shortcut.activated.connect(lambda: self._show(dialog))

    def _show(self, dialog: QDialog) -> None:
        # the reader of Markdown is needed only when somebody asks for help
        from tracker.gui.help.manual_window import show_manual  # noqa: PLC0415

        show_manual(dialog, chapter=chapter_for(QApplication.focusWidget() or dialog))
