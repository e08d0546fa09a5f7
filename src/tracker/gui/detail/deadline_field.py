"""The deadline of an item: set, confirmed where it was presumed, extended once it is fixed."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.domain.cards import ItemDetail
from tracker.domain.kinds import STANDING_WORDS, DeadlineKind
from tracker.domain.lights import light, remaining
from tracker.errors import UserError
from tracker.gui.theme import LIGHT_TONES, Theme, Tone
from tracker.gui.widgets.day_edit import DayEdit
from tracker.gui.widgets.labels import Pill, muted, tint
from tracker.operations.deadlines import SetDeadline
from tracker.words import _


class DeadlineField(QWidget):
    """``requested`` carries SetDeadline; ``extension_wanted`` asks for the dialog of 延期."""

    requested = Signal(object)
    extension_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._item_id = 0
        self._shown: date | None = None
        self.day = DayEdit()
        self.day.line.editingFinished.connect(self._typed)
        self.day.changed.connect(self._changed)
        self.presumed = Pill(theme)
        self.presumed.say(_("推定"), Tone.WARN)
        self.confirm = QPushButton(_("确认"))
        self.confirm.setProperty("kind", "small")
        self.confirm.setToolTip(_("报告没有写明时限，这是程序推定的日子；确认后成为原定时限"))
        self.confirm.clicked.connect(self.set_day)
        self.standing = QCheckBox(_("长期坚持"))
        self.standing.clicked.connect(self._standing_clicked)
        self.fixed = QLabel()
        self.left = QLabel()
        self.extend = QPushButton(_("延期…"))
        self.extend.setToolTip(_("定下的时限不直接改：写明理由办理延期，原定时限一直保留"))
        self.extend.setProperty("kind", "small")
        self.extend.clicked.connect(self.extension_wanted)
        self.more = muted(wrap=True)
        self.refusal = QLabel()
        self.refusal.setProperty("kind", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.fixed.setContentsMargins(7, 0, 0, 0)
        self.standing.setContentsMargins(7, 0, 0, 0)
        self.more.setContentsMargins(7, 0, 0, 0)
        for widget in (self.fixed, self.left, self.day, self.presumed, self.confirm):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.extend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 1)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.standing)
        column.addWidget(self.more)
        column.addWidget(self.refusal)
        self.setFocusProxy(self.day)

    def show_detail(self, detail: ItemDetail, today: date, *, editable: bool) -> None:
        """Show the deadline as it stands at ``today``."""
        item = detail.item
        left = remaining(item.status, item.deadline_current, today)
        tint(self.left, self._theme, LIGHT_TONES[light(item.status, item.deadline_current, today)])
        self._item_id = item.id
        fixed = item.deadline_current is not None and not item.deadline_presumed
        standing = item.deadline_kind is DeadlineKind.STANDING and not fixed
        self.fixed.setVisible(fixed)
        self.left.setVisible(fixed and bool(left))
        self.extend.setVisible(fixed)
        self.extend.setEnabled(editable)
        self.day.setVisible(not fixed and not standing)
        self.presumed.setVisible(item.deadline_presumed)
        self.confirm.setVisible(not fixed and not standing)
        self.confirm.setText(_("确认") if item.deadline_presumed else _("设定"))
        self.standing.setVisible(not fixed)
        self.standing.setChecked(standing)
        for widget in (self.day, self.confirm, self.standing):
            widget.setEnabled(editable)
        self.fixed.setText(item.deadline_current.isoformat() if item.deadline_current else "")
        self.left.setText(left)
        more = []
        if item.deadline_original != item.deadline_current and item.deadline_original:
            more.append(
                _("原定 {day}，已延期 {n} 次").format(day=item.deadline_original.isoformat(), n=len(detail.extensions))
            )
        if item.deadline_text and item.deadline_text != STANDING_WORDS:
            more.append(_("原文：{words}").format(words=item.deadline_text))
        self.more.setText(_("；").join(more))
        self.more.setVisible(bool(more))
        if item.deadline_current != self._shown or not self.refusal.isVisible():
            self.day.show_day(item.deadline_current)
            self.refusal.hide()
        self._shown = item.deadline_current

    def refuse(self, error: UserError) -> None:
        """Show why the deadline was not set."""
        self.refusal.setText(str(error))
        self.refusal.show()

    def _typed(self) -> None:
        """Enter or leaving the line sets a day that differs from the one shown; a presumed one waits for 确认."""
        try:
            typed = self.day.day()
        except UserError as error:
            self.refuse(error)
            return
        if typed is not None and typed != self._shown:
            self.set_day()

    def _changed(self) -> None:
        self.refusal.hide()
        if not self.day.line.hasFocus():  # picked from the calendar
            self._typed()

    def set_day(self) -> None:
        """Ask for the day in the line to become the deadline."""
        try:
            day = self.day.day()
            if day is None:
                raise UserError(_("还没有填写日期。"), _("请写成 2025-06-30，或勾选长期坚持。"))
        except UserError as error:
            self.refuse(error)
            return
        self.refusal.hide()
        self.requested.emit(SetDeadline(self._item_id, day))

    def _standing_clicked(self, on: bool) -> None:
        if on:
            self.requested.emit(SetDeadline(self._item_id, None))
        else:  # a day must be given before the duty stops being a standing one
            self.standing.hide()
            self.day.show()
            self.confirm.show()
            self.day.setFocus()
