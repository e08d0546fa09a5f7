"""The quiet line above the page: what is overdue, due soon or waiting, until it is put away for the day."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from tracker.gui.widgets.buttons import button
from tracker.gui.widgets.flow import Flow
from tracker.views.reminders import Reminder
from tracker.words import _


class ReminderBar(QFrame):
    """``place_wanted`` carries the key of a place; ``urge_wanted`` asks to 催办 what is overdue; ``put_away`` is told
    when a person wants no more of it today."""

    place_wanted = Signal(str)
    urge_wanted = Signal()
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "reminder")
        self.setAccessibleName(_("今日提醒"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._is_away = False
        self.title = QLabel(_("今日提醒"))
        self.title.setProperty("kind", "name")
        self.overdue = self._number("overdue", "alert")
        self.soon = self._number("due_in_week", "warn")
        self.waiting = self._number("submitted", "accent")
        self.urge = button(_("催办逾期…"), self.urge_wanted.emit, tip=_("给逾期事项的责任单位记一次催办，记下日期"))
        self.close_it = button(
            _("今天不再提醒"), self._put_away, kind="link", tip=_("明天还会提醒；不想要可在设置里关掉")
        )
        self._flow = Flow(gap=14)
        self._flow.flow((self.title, self.overdue, self.soon, self.waiting))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._flow, 1)
        row.addWidget(self.urge)
        row.addWidget(self.close_it)
        self.hide()

    def _number(self, place: str, tone: str) -> QPushButton:
        made = button("", lambda: self.place_wanted.emit(place), kind="link")
        made.setProperty("tone", tone)
        return made

    def show_reminder(self, reminder: Reminder) -> None:
        """Show what is to be done; nothing where there is nothing, or where it was put away."""
        shown: list[QPushButton] = []
        for made, ids, words in (
            (self.overdue, reminder.overdue, _("逾期 {n} 项")),
            (self.soon, reminder.soon, _("7 天内到期 {n} 项")),
            (self.waiting, reminder.waiting, _("待审核 {n} 项")),
        ):
            made.setText(words.format(n=len(ids)))
            shown += [made] if ids else []
        self._flow.flow((self.title, *shown))
        self.urge.setVisible(bool(reminder.overdue))
        self.setVisible(not self._is_away and not reminder.is_empty)

    def wake(self, *, away: bool) -> None:
        """Another day, or the start: whether it was put away already."""
        self._is_away = away

    def _put_away(self) -> None:
        self._is_away = True
        self.hide()
        self.put_away.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._put_away()
        else:
            super().keyPressEvent(event)
