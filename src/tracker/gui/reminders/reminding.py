"""Reminding one person of one ledger: when the quiet line is shown, and when the tray gives its daily notice."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from tracker import paths, settings
from tracker.domain.cards import ItemCard
from tracker.gui.reminders.reminder_bar import ReminderBar
from tracker.logs import log
from tracker.views.reminders import Reminder, reminder

if TYPE_CHECKING:
    from tracker.gui.reminders.tray import Tray

_NOTICE = "#notice"  # behind a ledger's folder in the settings: the day of the last notice of the tray


class Reminding(QObject):
    """Owns the bar and, where it is wanted, the tray. ``urge_wanted`` carries the ids of what is overdue."""

    place_wanted = Signal(str)
    urge_wanted = Signal(object)
    window_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._key, self._window = str(folder), parent
        self._today: date | None = None
        self.now = Reminder()
        self.bar = ReminderBar()
        self.bar.place_wanted.connect(self.place_wanted)
        self.bar.urge_wanted.connect(lambda: self.urge_wanted.emit(self.now.overdue))
        self.bar.put_away.connect(lambda: self._remember(self._key, self._today))
        self.tray: Tray | None = None

    def show(self, cards: Iterable[ItemCard], today: date) -> None:
        """Remind of ``cards`` as they stand at ``today``."""
        if today != self._today:
            self._today = today
            chosen = settings.load()
            self.bar.wake(away=not chosen.remind or chosen.seen.get(self._key) == today.isoformat())
        self.now = reminder(cards, today)
        self.bar.show_reminder(self.now)

    def apply(self, chosen: settings.Settings) -> None:
        """Follow the settings: the bar at once, the tray up or down."""
        away = not chosen.remind or (self._today is not None and chosen.seen.get(self._key) == self._today.isoformat())
        self.bar.wake(away=away)
        self.bar.show_reminder(self.now)
        # few desktops have one, and fewer people want it: the start does not wait for it
        from tracker.gui.reminders.tray import Tray  # noqa: PLC0415

        if chosen.tray and self.tray is None and Tray.is_available():
            self.tray = Tray(QIcon(str(paths.resources() / "icons" / "app.svg")), self._window)
            self.tray.opened.connect(self.window_wanted)
            self.tray.place_wanted.connect(self.place_wanted)
            self.tray.quit_wanted.connect(self.quit_wanted)
            self.tray.show()
        elif self.tray is not None and not chosen.tray:
            self.tray.hide()
            self.tray.deleteLater()
            self.tray = None

    def look(self, now: datetime) -> None:
        """Give today's notice where its hour has come; to be called every minute."""
        if self.tray is None:
            return
        from tracker.gui.reminders.tray import is_due  # noqa: PLC0415 - loaded with the tray

        chosen = settings.load()
        if is_due(now, chosen.notice_at, chosen.seen.get(self._key + _NOTICE, "")):
            self.tray.tell(self.now)
            self._remember(self._key + _NOTICE, now.date())

    def close(self) -> None:
        """Take the sign down, or it would stay until the mouse passes over it."""
        if self.tray is not None:
            self.tray.hide()

    def _remember(self, key: str, day: date | None) -> None:
        if day is None:
            return
        now = settings.load()
        try:
            settings.save(replace(now, seen={**now.seen, key: day.isoformat()}))
        except OSError as error:  # a profile that cannot be written reminds again: no harm
            log.warning("settings not saved: %s", error)
