"""The sign in the desktop's tray, with one notice a day; only where a person wants it and the desktop has a tray."""

from datetime import datetime, time

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from tracker.views.reminders import Reminder
from tracker.words import _

_SHOWN_MS = 10_000


class Tray(QObject):
    """``opened`` asks for the window, ``place_wanted`` for one of its places."""

    opened = Signal()
    place_wanted = Signal(str)
    quit_wanted = Signal()

    def __init__(self, icon: QIcon, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(icon, self)
        self._menu = QMenu(parent)
        self._menu.addAction(_("打开台账"), self.opened.emit)
        self._menu.addAction(_("查看逾期事项"), lambda: self.place_wanted.emit("overdue"))
        self._menu.addSeparator()
        self._menu.addAction(_("退出"), self.quit_wanted.emit)
        self._icon.setContextMenu(self._menu)
        self._icon.setToolTip(_("法治整改台账"))
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.opened)
        self.notices: list[str] = []  # what was said, the latest last

    @staticmethod
    def is_available() -> bool:
        """Whether the desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Put the sign up."""
        self._icon.show()

    def hide(self) -> None:
        """Take it down."""
        self._icon.hide()

    def tell(self, reminder: Reminder) -> None:
        """Say what is to be done; nothing where there is nothing."""
        self._icon.setToolTip(reminder.sentence or _("法治整改台账"))
        if reminder.is_empty:
            return
        self.notices.append(reminder.sentence)
        self._icon.showMessage(_("今日提醒"), reminder.sentence, self._icon.icon(), _SHOWN_MS)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()


def is_due(now: datetime, notice_at: str, last_day: str) -> bool:
    """Whether today's notice is to be given: its hour has come, and none was given today.

    An hour that cannot be read counts as nine o'clock.
    """
    try:
        hour = time.fromisoformat(notice_at)
    except ValueError:
        hour = time(9)
    return now.time() >= hour and last_day != now.date().isoformat()
