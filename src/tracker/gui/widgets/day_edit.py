"""A day typed as the office writes it, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from tracker.domain.typed import day_from
from tracker.words import _


class DayEdit(QWidget):
    """2025-06-30, 2025.6.30, 2025年6月30日 and 2025年6月底 are understood; empty is no day."""

    changed = Signal()

    def __init__(self, day: date | None = None) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("如 2025-06-30"))
        self.line.setMinimumWidth(106)
        self.line.setMaximumWidth(130)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.pick = QToolButton()
        self.pick.setText("▼")
        self.pick.setProperty("kind", "pick")
        self.pick.setToolTip(_("从日历中选择"))
        self.pick.setAccessibleName(_("从日历中选择"))
        self.pick.clicked.connect(self._open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line)
        row.addWidget(self.pick)
        row.addStretch()
        self.setFocusProxy(self.line)
        self.show_day(day)

    def day(self) -> date | None:
        """The day typed; None where the line is empty. Raises UserError where it cannot be understood."""
        text = self.line.text().strip()
        return day_from(text) if text else None

    def show_day(self, day: date | None) -> None:
        """Write ``day`` into the line."""
        self.line.setText(day.isoformat() if day else "")

    def _open_calendar(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = QDate.fromString(self.line.text(), Qt.DateFormat.ISODate)
        if shown.isValid():
            calendar.setSelectedDate(shown)

        def take(chosen: QDate) -> None:
            self.line.setText(chosen.toString(Qt.DateFormat.ISODate))
            popup.close()
            self.changed.emit()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        column = QVBoxLayout(popup)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(calendar)
        popup.adjustSize()
        popup.move(self.mapToGlobal(self.rect().bottomLeft()))
        popup.show()
        calendar.setFocus()
