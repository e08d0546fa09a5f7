"""佐证: the files that prove an item, dropped in, looked at, judged, handed out and taken out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QMenu, QVBoxLayout

from tracker.domain.cards import ItemDetail
from tracker.domain.evidence import WHOLE, Evidence, EvidenceState, Subject
from tracker.gui.detail.evidence_dialog import EvidenceDialog
from tracker.gui.detail.tab import Tab
from tracker.gui.evidence.preview_dialog import PreviewDialog
from tracker.gui.files import Files
from tracker.gui.theme import Theme, Tone
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.drops import dropped_files
from tracker.gui.widgets.entry_list import Entry, EntryList
from tracker.gui.widgets.flow import Flow
from tracker.gui.widgets.labels import muted
from tracker.operations.evidence import DropEvidence, VerifyEvidence
from tracker.operations.operation import Operation
from tracker.operations.together import Together
from tracker.views.evidence import size_words, subjects
from tracker.words import _

STATE_TONES = {
    EvidenceState.UNVERIFIED: Tone.MUTED,
    EvidenceState.VERIFIED: Tone.GOOD,
    EvidenceState.RETURNED: Tone.ALERT,
}


class EvidenceTab(Tab):
    """``files_dropped`` carries paths to keep; ``open_wanted`` and ``save_wanted`` an Evidence.

    Space previews, Enter opens, F2 renames, Del takes out, Ctrl+C copies the files and Ctrl+V adds copied ones.
    """

    files_dropped = Signal(list)
    pick_wanted = Signal()
    open_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._theme = theme
        self._shown = 0
        self._files: Files | None = None
        self.preview: PreviewDialog | None = None
        self.list = EntryList(theme, _("佐证材料"))
        self.list.opened.connect(lambda _key: self._open())
        self.list.deleted.connect(lambda _key: self._drop())
        self.list.looked_at.connect(lambda _key: self.look())
        self.list.renamed.connect(lambda _key: self._edit())
        self.list.current_changed.connect(lambda _key: self._enable())
        self.list.selectionModel().selectionChanged.connect(lambda *_both: self._enable())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda place: self.menu().popup(self.list.viewport().mapToGlobal(place))
        )
        self.empty = muted(_("还没有佐证材料。把文件或截图拖进来，或复制后在这里按 Ctrl+V。"), wrap=True)
        self._make_zone()
        self.look_at = button(_("预览"), self.look, tip=_("空格"))
        self.open = button(_("打开"), self._open, tip=_("回车，或双击"))
        self.verify = button(
            _("核验通过"), lambda: self._judge(EvidenceState.VERIFIED), tip=_("看过材料，能证明所对应的内容")
        )
        self.send_back = button(
            _("退回"), lambda: self._judge(EvidenceState.RETURNED), tip=_("不合要求；缺什么按 F2 写在备注里")
        )
        self.more = button(_("更多 ▼"), self._show_menu, tip=_("另存、复制、改名、移除；也可以在材料上点右键"))
        self._bind()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.zone)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        acts = Flow(gap=5)
        acts.flow([self.look_at, self.open, self.verify, self.send_back, self.more])
        column.addWidget(acts)

    def _make_zone(self) -> None:
        self.zone = QFrame()
        self.zone.setProperty("kind", "drop")
        hint = QLabel(_("把文件拖到这里，或"))
        hint.setProperty("kind", "muted")
        hint.setWordWrap(True)
        self.pick = button(_("选择文件…"), self.pick_wanted.emit)
        inner = QVBoxLayout(self.zone)
        inner.setContentsMargins(12, 12, 12, 12)
        choose = row_of(hint, self.pick)
        choose.setStretch(0, 1)
        inner.addLayout(choose)
        self.proves = QComboBox()
        self.proves.setToolTip(_("写明证明哪一条措施或进展，审核时一眼看得出"))
        self.proves.setAccessibleName(_("新增材料对应"))
        self.proves.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        name = QLabel(_("新增材料对应"))
        name.setProperty("kind", "muted")
        inner.addLayout(row_of(name, self.proves))

    def _bind(self) -> None:
        for keys, act in (
            (QKeySequence.StandardKey.Copy, self._copy),
            (QKeySequence.StandardKey.Paste, self._paste),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def use_files(self, files: Files) -> None:
        """Show pictures of the files, and hand them out."""
        self._files = files
        self.list.show_pictures(files.pictures.paint)
        self.list.let_drag_out(lambda keys: files.copies(self._proofs(keys)))
        files.pictures.came.connect(lambda _sha256: self.list.viewport().update())

    # -- showing

    def caption(self, detail: ItemDetail) -> str:
        return _("佐证 {n}").format(n=len(detail.evidence)) if detail.evidence else _("佐证")

    def show_detail(self, detail: ItemDetail) -> None:
        super().show_detail(detail)
        found = subjects(detail)
        self.list.show_entries([_entry(proof, found) for proof in detail.evidence])
        if detail.evidence and not self.list.current_key():
            self.list.select(detail.evidence[0].id)
        chosen = self.subject() if self._shown == detail.item.id else WHOLE
        self._shown = detail.item.id
        self.proves.clear()
        for subject, words in found.items():
            self.proves.addItem(words, subject)
        self.proves.setCurrentIndex(max(0, list(found).index(chosen) if chosen in found else 0))
        self.zone.setVisible(self.editable)
        self.empty.setVisible(not detail.evidence)
        self._enable()

    def subject(self) -> Subject:
        """What the next files prove, as chosen."""
        chosen = self.proves.currentData()
        return chosen if isinstance(chosen, Subject) else WHOLE

    def chosen(self) -> list[Evidence]:
        """The selected files; the current one where none is."""
        return self._proofs(self.list.chosen_keys() or [self.list.current_key()])

    def _proofs(self, keys: Sequence[int]) -> list[Evidence]:
        return [proof for proof in (self.detail.evidence if self.detail else ()) if proof.id in keys]

    def menu(self) -> QMenu:
        """What can be done with the selected files."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        some, one = bool(self.chosen()), len(self.chosen()) == 1
        for words, act, enabled in (
            (_("预览\t空格"), self.look, one),
            (_("打开\t回车"), self._open, one),
            (_("另存为…"), self.save, some),
            (_("复制文件\tCtrl+C"), self._copy, some),
            ("", None, False),
            (_("修改…\tF2"), self._edit, one and self.editable),
            (_("核验通过"), lambda: self._judge(EvidenceState.VERIFIED), some and self.editable),
            (_("退回"), lambda: self._judge(EvidenceState.RETURNED), some and self.editable),
            ("", None, False),
            (_("移除\tDel"), self._drop, some and self.editable),
        ):
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(words, act).setEnabled(enabled)
        return menu

    def _show_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _enable(self) -> None:
        some = bool(self.list.current_key())
        for widget in (self.look_at, self.open, self.more):
            widget.setEnabled(some)
        for widget in (self.verify, self.send_back):
            widget.setEnabled(some and self.editable)

    # -- looking and handing out

    def look(self) -> None:
        """Preview the current file, and the others one after another."""
        proofs = list(self.detail.evidence) if self.detail else []
        at = next((n for n, proof in enumerate(proofs) if proof.id == self.list.current_key()), -1)
        if at < 0 or self._files is None:
            return
        self.preview = PreviewDialog(self.window(), self._theme, self._files.pictures, proofs, at)
        self.preview.open_wanted.connect(self.open_wanted)
        self.preview.save_wanted.connect(self.save_wanted)
        self.preview.went_to.connect(lambda place: self.list.select(proofs[place].id))
        self.preview.finished.connect(self._looked)
        self.preview.open()

    def _looked(self) -> None:
        self.preview = None

    def _open(self) -> None:
        for proof in self._proofs([self.list.current_key()]):
            self.open_wanted.emit(proof)

    def save(self) -> None:
        """Ask for the selected files to be saved elsewhere."""
        chosen = self.chosen()
        if len(chosen) > 1 and self._files is not None:
            self._files.save_all_evidence(chosen)
        else:
            for proof in chosen:
                self.save_wanted.emit(proof)

    def _copy(self) -> None:
        if self._files is not None:
            self._files.copy_evidence(self.chosen())

    # -- asking

    def _edit(self) -> None:
        chosen = self._proofs([self.list.current_key()])
        if self.detail is not None and chosen and self.editable:
            self.open_dialog(EvidenceDialog(self, chosen[0], subjects(self.detail)))

    def _judge(self, state: EvidenceState) -> None:
        self._ask([VerifyEvidence(proof.id, state) for proof in self.chosen()])

    def _drop(self) -> None:
        if self.editable:
            self._ask([DropEvidence(proof.id) for proof in self.chosen()])

    def _ask(self, operations: Sequence[Operation[object]]) -> None:
        if len(operations) > 1:
            self.requested.emit(Together(operations))
        elif operations:
            self.requested.emit(operations[0])

    # -- files from outside

    def _paste(self) -> None:
        if self._files is not None and self.editable and (files := self._files.pasted()):
            self.files_dropped.emit(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.editable and dropped_files(event) and event.source() is not self.list:
            event.acceptProposedAction()
            self._over("true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over("false")

    def dropEvent(self, event: QDropEvent) -> None:
        self._over("false")
        files: list[Path] = dropped_files(event)
        if files and self.editable and event.source() is not self.list:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _over(self, over: str) -> None:
        self.zone.setProperty("over", over)
        self.zone.style().unpolish(self.zone)
        self.zone.style().polish(self.zone)


def _entry(proof: Evidence, words: dict[Subject, str]) -> Entry:
    subject = Subject(proof.measure_id, proof.note_id)
    parts = (
        words.get(subject, "") if subject != WHOLE else "",
        size_words(proof.size),
        proof.added_at.astimezone().date().isoformat(),
        proof.added_by,
        _("校验码 {short}").format(short=proof.sha256[:8]),
        proof.remark,
    )
    said = " · ".join(part for part in parts if part)
    tone = STATE_TONES[proof.state]
    return Entry(proof.id, proof.name, said, mark=_(proof.state.word), tone=tone, picture=(proof.sha256, proof.name))
