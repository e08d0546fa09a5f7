"""进展: what was done so far, and the composer of the next note."""

from datetime import date
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPlainTextEdit, QSpinBox, QVBoxLayout

from tracker.domain.cards import ItemDetail
from tracker.domain.notes import ProgressNote
from tracker.errors import UserError
from tracker.gui.detail.tab import Tab
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.day_edit import DayEdit
from tracker.gui.widgets.page_text import PageText
from tracker.operations.notes import AddNote
from tracker.words import _


class NotesTab(Tab):
    """Notes are appended, never edited; Ctrl+Enter saves."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.today = today
        self.list = PageText(theme, _("进展记录"))
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(_("做了什么、到什么程度、见哪份佐证……"))
        self.text.setAccessibleName(_("进展内容"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(84)
        self.with_percent = QCheckBox(_("完成率"))
        self.percent = QSpinBox()
        self.percent.setRange(0, 100)
        self.percent.setSingleStep(5)
        self.percent.setSuffix("%")
        self.percent.lineEdit().setTextMargins(6, 0, 0, 0)  # padding of the style sheet does not reach it
        self.percent.setAccessibleName(_("完成率"))
        self.percent.setMinimumWidth(78)
        self.percent.setEnabled(False)
        self.with_percent.toggled.connect(self.percent.setEnabled)
        self.day = DayEdit(today)
        self.day.line.setAccessibleName(_("日期"))
        self.save = button(_("登记进展"), self._save, kind="primary", tip="Ctrl+Enter")
        self.refusal = QLabel()
        self.refusal.setProperty("kind", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self.text)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._save)
        self.composer = QFrame()
        self.composer.setProperty("kind", "card")
        inner = QVBoxLayout(self.composer)
        inner.setContentsMargins(10, 10, 10, 10)
        inner.setSpacing(8)
        inner.addWidget(self.text)
        inner.addLayout(row_of(self.with_percent, self.percent, None))
        inner.addLayout(row_of(QLabel(_("日期")), self.day, None, self.save))
        inner.addWidget(self.refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.composer)
        column.addWidget(self.list, 1)

    def caption(self, detail: ItemDetail) -> str:
        return _("进展 {n}").format(n=len(detail.notes)) if detail.notes else _("进展")

    def show_detail(self, detail: ItemDetail) -> None:
        changed = self.detail is None or self.detail.item.id != detail.item.id
        super().show_detail(detail)
        self.composer.setVisible(self.editable)
        if changed:
            self._clear(detail)
        self.list.show_html("".join(map(_told, reversed(detail.notes))) or _nothing())

    def _clear(self, detail: ItemDetail) -> None:
        self.text.clear()
        self.with_percent.setChecked(False)
        self.percent.setValue(detail.item.percent)
        self.day.show_day(self.today)
        self.refusal.hide()

    def compose(self) -> None:
        """Put the cursor where the next note is written."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self.detail is None:
            return
        self.refusal.hide()
        percent = self.percent.value() if self.with_percent.isChecked() else None
        try:
            day = self.day.day()
        except UserError as error:
            self.refuse(error)
            return
        self.requested.emit(AddNote(self.detail.item.id, self.text.toPlainText().strip(), percent, day))
        if self.refusal.isHidden() and self.detail is not None:
            self._clear(self.detail)

    def refuse(self, error: UserError) -> bool:
        if super().refuse(error):
            return True
        self.refusal.setText(str(error))
        self.refusal.show()
        return True


def _told(note: ProgressNote) -> str:
    percent = f'　<span class="accent">{note.percent}%</span>' if note.percent is not None else ""
    head = f'<span class="muted">{note.noted_on.isoformat()}　{escape(note.author)}</span>{percent}'
    words = escape(note.text).replace("\n", "<br>")
    return f'<p style="margin: 8px 0 1px 0">{head}</p><div class="plain">{words}</div>'


def _nothing() -> str:
    return f'<p class="muted">{escape(_("还没有进展记录。登记后不能改写，只能继续补充。"))}</p>'
