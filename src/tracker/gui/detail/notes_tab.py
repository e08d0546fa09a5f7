"""进展: what was done and urged so far, and the composer of the next note."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPlainTextEdit, QSpinBox, QVBoxLayout

from tracker.domain.cards import ItemDetail
from tracker.domain.notes import ProgressNote
from tracker.domain.urgings import Urging
from tracker.errors import UserError
from tracker.gui.detail.tab import Tab
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.day_edit import DayEdit
from tracker.gui.widgets.labels import muted
from tracker.gui.widgets.names_edit import NamesEdit
from tracker.gui.widgets.page_text import PageText
from tracker.operations.notes import AddNote
from tracker.words import _


@dataclass(frozen=True, slots=True)
class _Draft:
    """A note as it stands in the composer; ``day`` as typed."""

    code: str
    text: str
    with_percent: bool
    percent: int
    day: str
    author: str


class NotesTab(Tab):
    """Notes are appended, never edited; Ctrl+Enter saves. What was begun waits until its item is shown again."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.today = today
        self._drafts: dict[int, _Draft] = {}
        self.list = PageText(theme, _("进展记录"))
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(_("做了什么、到什么程度、见哪份佐证……"))
        self.text.setAccessibleName(_("进展内容"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(84)
        self.with_percent = QCheckBox(_("完成率"))
        self.with_percent.setToolTip(_("打钩才会同时更新事项的进度"))
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
        self.author = NamesEdit()
        self.author.setPlaceholderText(_("填写人，默认本人"))
        self.author.setAccessibleName(_("填写人"))
        self.author.setToolTip(_("替别人登记时写他的名字；不填就记为当前用户"))
        self.author.setMinimumWidth(80)
        self.kept = muted(_("上次没有登记的草稿"))
        self.save = button(_("登记进展"), self._save, kind="primary", tip="Ctrl+Enter")
        self.refusal = QLabel()
        self.refusal.setProperty("kind", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)
        self.composer = QFrame()
        self.composer.setProperty("kind", "card")
        inner = QVBoxLayout(self.composer)
        inner.setContentsMargins(10, 10, 10, 10)
        inner.setSpacing(8)
        inner.addWidget(self.kept)
        inner.addWidget(self.text)
        who = row_of(self.with_percent, self.percent, self.author)
        who.setStretch(2, 1)
        inner.addLayout(who)
        inner.addLayout(row_of(QLabel(_("日期")), self.day, None, self.save))
        inner.addWidget(self.refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.composer)
        column.addWidget(self.list, 1)

    def caption(self, detail: ItemDetail) -> str:
        count = len(detail.notes) + len(detail.urgings)
        return _("进展 {n}").format(n=count) if count else _("进展")

    def know(self, people: Sequence[str]) -> None:
        """The names to offer."""
        self.author.know(people)

    def show_detail(self, detail: ItemDetail) -> None:
        changed = self.detail is None or self.detail.item.id != detail.item.id
        if changed:
            self._keep()
        super().show_detail(detail)
        self.composer.setVisible(self.editable)
        if changed:
            self._write(detail)
        told = [(note.noted_on, 1, note.id, _told(note)) for note in detail.notes]
        told += [(urging.urged_on, 0, urging.id, _urged(urging)) for urging in detail.urgings]
        self.list.show_html("".join(words for *_order, words in sorted(told, reverse=True)) or _nothing())

    # -- the composer

    def commit(self) -> None:
        self._keep()

    def unsaved(self) -> list[str]:
        """The codes of items with a note that was begun and not saved."""
        self._keep()
        return [draft.code for draft in self._drafts.values()]

    def _keep(self) -> None:
        """Remember what stands in the composer for the item it was written for."""
        if self.detail is None:
            return
        item = self.detail.item
        self._drafts.pop(item.id, None)
        if self.text.toPlainText().strip():
            self._drafts[item.id] = _Draft(
                item.code, self.text.toPlainText(), self.with_percent.isChecked(), self.percent.value(),
                self.day.line.text(), self.author.text(),
            )  # fmt: skip

    def _write(self, detail: ItemDetail) -> None:
        """Put the draft of an item into the composer; an empty one of today where there is none."""
        draft = self._drafts.get(detail.item.id)
        self.kept.setVisible(draft is not None)
        self.text.setPlainText(draft.text if draft else "")
        self.with_percent.setChecked(draft.with_percent if draft else False)
        self.percent.setValue(draft.percent if draft else detail.item.percent)
        self.author.setText(draft.author if draft else "")
        self.day.show_day(self.today)
        if draft:
            self.day.line.setText(draft.day)
        self.refusal.hide()

    def compose(self) -> None:
        """Put the cursor where the next note is written."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self.detail is None or not self.editable:
            return
        self.refusal.hide()
        percent = self.percent.value() if self.with_percent.isChecked() else None
        try:
            day = self.day.day()
        except UserError as error:
            self.refuse(error)
            return
        item_id, words = self.detail.item.id, self.text.toPlainText().strip()
        self.requested.emit(AddNote(item_id, words, percent, day, self.author.text().strip()))
        if self.refusal.isHidden() and self.detail is not None:
            self._drafts.pop(item_id, None)
            self._write(self.detail)

    def refuse(self, error: UserError) -> bool:
        if super().refuse(error):
            return True
        self.refusal.setText(str(error))
        self.refusal.show()
        return True


def _told(note: ProgressNote) -> str:
    percent = f'　<span class="accent">{note.percent}%</span>' if note.percent is not None else ""
    head = f'<span class="muted">{note.noted_on.isoformat()}　{escape(note.author)}</span>{percent}'
    return _entry(head, note.text)


def _urged(urging: Urging) -> str:
    """One who was reminded, told apart from progress by its first word."""
    head = (
        f'<span class="muted">{urging.urged_on.isoformat()}　{escape(urging.urged_by)}</span>　'
        f'<span class="warn">{escape(_("催办"))}</span>'
    )
    whom = _("催办 {whom}").format(whom=urging.to_whom) if urging.to_whom else _("已催办")
    return _entry(head, _("{whom}：{words}").format(whom=whom, words=urging.words) if urging.words else whom)


def _entry(head: str, text: str) -> str:
    words = escape(text).replace("\n", "<br>")
    return f'<p style="margin: 8px 0 1px 0">{head}</p><div class="plain">{words}</div>'


def _nothing() -> str:
    return f'<p class="muted">{escape(_("还没有进展记录。登记后不能改写，只能继续补充。"))}</p>'
