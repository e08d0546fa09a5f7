"""佐证: the files that prove an item, dropped in, opened, judged and taken out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QMenu, QVBoxLayout

from tracker.domain.cards import ItemDetail
from tracker.domain.evidence import WHOLE, Evidence, EvidenceState, Subject
from tracker.gui.detail.tab import Tab
from tracker.gui.theme import Theme, Tone
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.drops import dropped_files
from tracker.gui.widgets.entry_list import Entry, EntryList
from tracker.operations.evidence import DropEvidence, VerifyEvidence
from tracker.words import _

_TONES = {
    EvidenceState.UNVERIFIED: Tone.MUTED,
    EvidenceState.VERIFIED: Tone.GOOD,
    EvidenceState.RETURNED: Tone.ALERT,
}

_SHORT = 24  # characters of a measure or note in the list of what a file may prove


class EvidenceTab(Tab):
    """``files_dropped`` carries paths to keep; ``open_wanted`` and ``save_wanted`` an Evidence."""

    files_dropped = Signal(list)
    pick_wanted = Signal()
    open_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._shown = 0
        self.list = EntryList(theme, _("佐证材料"))
        self.list.opened.connect(lambda key: self._with(key, self.open_wanted.emit))
        self.list.deleted.connect(lambda _key: self._drop())
        self.list.current_changed.connect(lambda _key: self._enable())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda place: self.menu().popup(self.list.viewport().mapToGlobal(place))
        )
        self.zone = QFrame()
        self.zone.setProperty("kind", "drop")
        hint = QLabel(_("把文件拖到这里，或"))
        hint.setProperty("kind", "muted")
        self.pick = button(_("选择文件…"), self.pick_wanted.emit)
        inner = QVBoxLayout(self.zone)
        inner.setContentsMargins(12, 12, 12, 12)
        inner.addLayout(row_of(None, hint, self.pick, None))
        self.proves = QComboBox()
        self.proves.setAccessibleName(_("新增材料对应"))
        self.proves.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        name = QLabel(_("新增材料对应"))
        name.setProperty("kind", "muted")
        inner.addLayout(row_of(name, self.proves))
        self.open = button(_("打开"), lambda: self._with(self.list.current_key(), self.open_wanted.emit))
        self.save = button(_("另存为…"), lambda: self._with(self.list.current_key(), self.save_wanted.emit))
        self.verify = button(_("核验通过"), lambda: self._judge(EvidenceState.VERIFIED))
        self.send_back = button(_("退回"), lambda: self._judge(EvidenceState.RETURNED))
        self.drop = button(_("移除"), self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.zone)
        column.addWidget(self.list, 1)
        column.addLayout(row_of(self.open, self.save, self.verify, self.send_back, None, self.drop, spacing=6))

    def caption(self, detail: ItemDetail) -> str:
        return _("佐证 {n}").format(n=len(detail.evidence)) if detail.evidence else _("佐证")

    def show_detail(self, detail: ItemDetail) -> None:
        super().show_detail(detail)
        subjects = _subjects(detail)
        self.list.show_entries([_entry(proof, subjects) for proof in detail.evidence])
        chosen = self.subject() if self._shown == detail.item.id else WHOLE
        self._shown = detail.item.id
        self.proves.clear()
        for subject, words in subjects.items():
            self.proves.addItem(words, subject)
        self.proves.setCurrentIndex(max(0, list(subjects).index(chosen) if chosen in subjects else 0))
        self.zone.setVisible(self.editable)
        self._enable()

    def subject(self) -> Subject:
        """What the next files prove, as chosen."""
        chosen = self.proves.currentData()
        return chosen if isinstance(chosen, Subject) else WHOLE

    def menu(self) -> QMenu:
        """What can be done with the current file."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for made in (self.open, self.save, self.verify, self.send_back, self.drop):
            action = menu.addAction(made.text(), made.click)
            action.setEnabled(made.isEnabled())
        return menu

    def _enable(self) -> None:
        chosen = bool(self.list.current_key())
        for widget in (self.open, self.save):
            widget.setEnabled(chosen)
        for widget in (self.verify, self.send_back, self.drop):
            widget.setEnabled(chosen and self.editable)

    def _with(self, key: int, act: Callable[[Evidence], None]) -> None:
        proofs = self.detail.evidence if self.detail else ()
        for proof in proofs:
            if proof.id == key:
                act(proof)

    def _judge(self, state: EvidenceState) -> None:
        if key := self.list.current_key():
            self.requested.emit(VerifyEvidence(key, state))

    def _drop(self) -> None:
        if self.editable and (key := self.list.current_key()):
            self.requested.emit(DropEvidence(key))

    # -- files from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.editable and dropped_files(event):
            event.acceptProposedAction()
            self._over("true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over("false")

    def dropEvent(self, event: QDropEvent) -> None:
        self._over("false")
        files: list[Path] = dropped_files(event)
        if files and self.editable:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _over(self, over: str) -> None:
        self.zone.setProperty("over", over)
        self.zone.style().unpolish(self.zone)
        self.zone.style().polish(self.zone)


def _subjects(detail: ItemDetail) -> dict[Subject, str]:
    """What files of this item may prove, in words: the item, each measure, each note (newest first)."""
    found = {WHOLE: _("整个事项")}
    for measure in detail.measures:
        words = _("措施{n}：{text}").format(n=measure.position + 1, text=_short(measure.text))
        found[Subject(measure_id=measure.id)] = words
    for note in reversed(detail.notes):
        words = _("进展 {day}：{text}").format(day=note.noted_on.isoformat(), text=_short(note.text))
        found[Subject(note_id=note.id)] = words
    return found


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def _entry(proof: Evidence, subjects: dict[Subject, str]) -> Entry:
    day = proof.added_at.astimezone().date().isoformat()
    subject = Subject(proof.measure_id, proof.note_id)
    parts = (
        subjects.get(subject, "") if subject != WHOLE else "",
        size_words(proof.size),
        day,
        proof.added_by,
        _("校验码 {short}").format(short=proof.sha256[:8]),
        proof.remark,
    )
    words = " · ".join(part for part in parts if part)
    return Entry(proof.id, proof.name, words, mark=proof.state.word, tone=_TONES[proof.state])


def size_words(size: int) -> str:
    """A file's size as people say it."""
    if size < 1024:
        return _("{n} 字节").format(n=size)
    return f"{size / 1024:.0f} KB" if size < 1 << 20 else f"{size / (1 << 20):.1f} MB"
