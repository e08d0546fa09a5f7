"""The popups of the chips: values to tick, numbers and days from and to; what is chosen is in force at once."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tracker.domain.card_fields import DAYS, NUMBERS
from tracker.domain.cards import ItemCard
from tracker.domain.conditions import OPEN_STATUSES, AnyOf, Between, Condition, During, Period
from tracker.errors import UserError
from tracker.gui.items.tick_list import TickList
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button
from tracker.gui.widgets.day_edit import DayEdit
from tracker.gui.widgets.labels import muted
from tracker.views.filter_choices import periods_in, searched, values_in
from tracker.views.filter_words import field_title
from tracker.words import _

_WIDTH = 276
_SEARCHED = 9  # more values than these have a line to search them
_LEADING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FilterPopup(QFrame):
    """``changed`` carries the condition now chosen, None for none; Esc gives back the one it began with."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget, field: str, condition: Condition | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popup")
        self.setAccessibleName(_("筛选：{column}").format(column=field_title(field)))
        self.setFixedWidth(_WIDTH)
        self.field = field
        self._first = condition
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 10, 10, 8)
        self.column.setSpacing(6)

    def open_under(self, chip: QWidget) -> None:
        """Show it beneath ``chip``, within the screen."""
        self.adjustSize()
        at = chip.mapToGlobal(QPoint(0, chip.height() + 2))
        room = chip.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        if at.y() + self.height() > room.bottom():
            at.setY(max(room.top(), chip.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        self.move(at)
        self.show()
        self.start()

    def start(self) -> None:
        """Give the keyboard to the first entry."""
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def clear(self) -> None:
        """Choose nothing."""
        raise NotImplementedError

    def _foot(self, *buttons: QPushButton) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        for each in buttons:
            row.addWidget(each)
        row.addStretch()
        row.addWidget(button(_("清除"), self.clear, kind="link", tip=_("不按这一列筛选")))
        row.addWidget(button(_("好"), self.close))
        self.column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.changed.emit(self._first)
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()


class ValuesPopup(FilterPopup):
    """Values to tick; typing part of one, or its initials, finds it."""

    def __init__(
        self, parent: QWidget, theme: Theme, field: str, condition: AnyOf | None, cards: Sequence[ItemCard], today: date
    ) -> None:
        super().__init__(parent, field, condition)
        chosen = condition.values if condition else frozenset()
        self._all = values_in(field, cards, today, sorted(chosen))
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("查找，可输拼音首字母"))
        self.line.setAccessibleName(_("查找可选的值"))
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list = TickList(theme)
        self.list.setAccessibleName(field_title(field))
        self.list.ticks.ticked = set(chosen)
        self.list.show_choices(self._all)
        self.list.setFixedHeight(self.list.wanted_height(len(self._all)))
        self.list.toggled.connect(self._toggle)
        self.list.installEventFilter(self)
        self.nothing = muted(_("没有这样的值。"))
        self.column.addWidget(self.line)
        self.column.addWidget(self.list)
        self.column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        self.all_found = button(_("全选找到的"), self._tick_found, kind="link")
        self.open_ones = button(_("未销号"), self._tick_open, kind="link", tip=_("所有还要办的状态"))
        self._foot(self.open_ones, self.all_found)
        # only now: shown before they stand in the popup, they would be windows of their own for a moment
        self.line.setVisible(len(self._all) > _SEARCHED)
        self.nothing.setVisible(not self._all)
        self.open_ones.setVisible(field == "status")
        self.all_found.hide()

    def start(self) -> None:
        (self.list if self.line.isHidden() else self.line).setFocus(Qt.FocusReason.PopupFocusReason)

    def clear(self) -> None:
        self._choose(frozenset())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.line and event.key() in _LEADING:
                self.list.press(event)
                return True
            if watched is self.line and event.key() == Qt.Key.Key_Space:
                self.list.toggle_current()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take_found()
                return True
            if watched is self.list and event.text().isprintable() and event.text().strip() and self.line.isVisible():
                self.line.setFocus()  # typing in the list searches it
                self.line.insert(event.text())
                return True
        return super().eventFilter(watched, event)

    def _take_found(self) -> None:
        """Enter: what was searched for and stands under the cursor is meant, ticked or not."""
        index = self.list.currentIndex()
        if self.line.text().strip() and index.isValid():
            key = self.list.ticks.shown[index.row()].key
            if key not in self.list.ticks.ticked:
                self._toggle(key)
        self.close()

    def _find(self, typed: str) -> None:
        found = searched(self.field, self._all, typed)
        self.list.show_choices(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.all_found.setVisible(bool(typed.strip()) and len(found) > 1)

    def _toggle(self, key: str) -> None:
        self._choose(frozenset(self.list.ticks.ticked ^ {key}))

    def _tick_found(self) -> None:
        self._choose(frozenset(self.list.ticks.ticked | {choice.key for choice in self.list.ticks.shown}))

    def _tick_open(self) -> None:
        self._choose(OPEN_STATUSES)

    def _choose(self, keys: frozenset[str]) -> None:
        ticks = self.list.ticks
        ticks.tick(sorted(ticks.ticked - keys), on=False)
        ticks.tick(sorted(keys), on=True)
        self.changed.emit(AnyOf(self.field, keys) if keys else None)


class NumberPopup(FilterPopup):
    """A number from and to; an empty entry is no limit."""

    def __init__(self, parent: QWidget, field: str, condition: Between | None) -> None:
        super().__init__(parent, field, condition)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        self.low, self.high = QLineEdit(), QLineEdit()
        for row, (line, name) in enumerate(((self.low, _("不少于")), (self.high, _("不超过")))):
            label = QLabel(name)
            label.setBuddy(line)
            line.setAccessibleName(f"{field_title(field)} {name}")
            line.setValidator(QIntValidator(-99_999, 99_999, line))
            line.setPlaceholderText(_("不限"))
            line.textChanged.connect(self._tell)
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
        self._show(condition)
        self.column.addLayout(grid)
        if field == "remaining":
            self.column.addWidget(muted(_("到期限还有几天；负数是已逾期的天数。"), wrap=True))
        self._foot()

    def start(self) -> None:
        self.low.setFocus(Qt.FocusReason.PopupFocusReason)
        self.low.selectAll()

    def clear(self) -> None:
        self._show(None)
        self._tell()

    def _show(self, condition: Between | None) -> None:
        for line, value in ((self.low, condition and condition.low), (self.high, condition and condition.high)):
            line.blockSignals(True)
            line.setText("" if value is None else str(value))
            line.blockSignals(False)

    def _tell(self) -> None:
        low, high = (_whole(line.text()) for line in (self.low, self.high))
        self.changed.emit(None if low is None and high is None else Between(self.field, low, high))


def _whole(text: str) -> int | None:
    return int(text) if text.strip() not in ("", "-", "+") else None


class DaysPopup(FilterPopup):
    """Periods to tick, told by today, and days from and to."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        field: str,
        condition: During | None,
        cards: Sequence[ItemCard],
        today: date,
    ) -> None:
        super().__init__(parent, field, condition)
        offered = periods_in(field, cards, today)
        self.list = TickList(theme)
        self.list.setAccessibleName(field_title(field))
        self.list.ticks.ticked = set(condition.periods if condition else ())
        self.list.show_choices(offered)
        self.list.setFixedHeight(self.list.wanted_height(len(offered)))
        self.list.toggled.connect(self._toggle)
        self.column.addWidget(self.list)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        self.first = DayEdit(condition.first if condition else None)
        self.last = DayEdit(condition.last if condition else None)
        for row, (edit, name) in enumerate(((self.first, _("从")), (self.last, _("到")))):
            label = QLabel(name)
            label.setBuddy(edit)
            edit.line.setAccessibleName(f"{field_title(field)} {name}")
            edit.changed.connect(self._tell)
            edit.line.editingFinished.connect(self._is_whole)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.fault = QLabel()
        self.fault.setProperty("kind", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.column.addWidget(self.fault)
        self._foot()

    def start(self) -> None:
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def clear(self) -> None:
        self.list.ticks.tick(sorted(self.list.ticks.ticked), on=False)
        self.first.show_day(None)
        self.last.show_day(None)
        self._tell()

    def _toggle(self, key: str) -> None:
        self.list.ticks.tick([key], on=key not in self.list.ticks.ticked)
        self._tell()

    def _tell(self) -> None:
        try:
            first, last = self.first.day(), self.last.day()
        except UserError:
            return  # half a day while it is typed: what was in force stays until it is whole
        self.fault.hide()
        periods = frozenset(Period(key) for key in self.list.ticks.ticked)
        self.changed.emit(During(self.field, periods, first, last) if periods or first or last else None)

    def _is_whole(self) -> bool:
        """Whether both days can be understood; says why not."""
        try:
            self.first.day(), self.last.day()
        except UserError as error:
            self.fault.setText(str(error))
            self.fault.show()
            self.adjustSize()
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_whole():
            return
        super().keyPressEvent(event)


def popup_for(
    parent: QWidget, theme: Theme, field: str, condition: Condition | None, cards: Sequence[ItemCard], today: date
) -> FilterPopup:
    """The popup of a column. ``cards`` are those that the other conditions leave: its choices are counted in them."""
    if field in NUMBERS:
        return NumberPopup(parent, field, condition if isinstance(condition, Between) else None)
    if field in DAYS:
        return DaysPopup(parent, theme, field, condition if isinstance(condition, During) else None, cards, today)
    return ValuesPopup(parent, theme, field, condition if isinstance(condition, AnyOf) else None, cards, today)
