"""佐证材料: all evidence of the ledger, searched, looked at, handed out and checked."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.evidence import EvidenceState
from tracker.domain.evidence_cards import EvidenceCard
from tracker.domain.file_kinds import FileKind
from tracker.domain.filters import fold
from tracker.gui.evidence.evidence_model import EvidenceModel
from tracker.gui.evidence.evidence_table import EvidenceTable
from tracker.gui.evidence.preview_dialog import PreviewDialog
from tracker.gui.evidence.quiet import Quiet
from tracker.gui.files import Files
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.empty_state import EmptyState
from tracker.gui.widgets.labels import heading, muted
from tracker.views.evidence import EvidenceFilter, chosen, haystack, repeats
from tracker.words import _


class EvidencePage(QWidget):
    """``item_wanted`` carries the item that a file proves."""

    item_wanted = Signal(int)

    def __init__(self, theme: Theme, files: Files) -> None:
        super().__init__()
        self._theme, self._files = theme, files
        self._all: list[EvidenceCard] = []
        self._several: Mapping[str, int] = {}
        self._haystacks: dict[int, str] = {}
        self._quiet = Quiet(self)
        self.preview: PreviewDialog | None = None
        self.model = EvidenceModel(theme, self)
        self.table = EvidenceTable(theme, self.model, files.pictures, files.copies)
        self.table.opened.connect(self._open)
        self.table.looked_at.connect(self.look)
        self.table.current_changed.connect(self._enable)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda place: self.menu().popup(self.table.viewport().mapToGlobal(place))
        )
        files.pictures.came.connect(lambda _sha256: self.table.viewport().update())
        self.count = muted()
        self._make_filters()
        self.look_at = button(_("预览"), self.look, kind="", tip=_("空格"))
        self.open = button(_("打开"), self._open, kind="", tip=_("回车，或双击"))
        self.save = button(_("另存为…"), self._save, kind="")
        self.go = button(_("转到事项"), self._go, kind="")
        self.check = button(_("检查文件"), self.check_files, kind="", tip=_("逐个核对文件还在不在、内容有没有变"))
        self.verdict = muted(wrap=True)
        self.empty = EmptyState(
            _("还没有佐证材料"), words=_("打开一个事项，在“佐证”里拖入文件；这里会列出全部材料和它们证明的事项。")
        )
        self.nothing = EmptyState(
            _("没有符合条件的材料"), words=_("换一个词，或清除筛选。"), buttons=(("clear", _("清除筛选")),)
        )
        self.nothing.chosen.connect(lambda _key: self.clear())
        self._lay_out()
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(lambda: self._files.copy_evidence(self.table.chosen()))

    def _make_filters(self) -> None:
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("搜索文件名、事项、提供人，可用拼音首字母"))
        self.words.setAccessibleName(_("搜索佐证材料"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(220)
        self.words.textChanged.connect(lambda _text: self._show())
        self._states: list[EvidenceState | None] = [None, *EvidenceState]
        self.state = QComboBox()
        self.state.addItems([_("全部状态"), *(_(state.word) for state in EvidenceState)])
        self.state.setAccessibleName(_("核验状态"))
        self._kinds: list[FileKind | None] = [None, *FileKind]
        self.kind = QComboBox()
        self.kind.addItems([_("全部类型"), *(_(kind.word) for kind in FileKind)])
        self.kind.setAccessibleName(_("文件类型"))
        self.repeated = QCheckBox(_("只看重复"))
        self.repeated.setToolTip(_("同一个文件用于几个事项的，排在一起"))
        for box in (self.state, self.kind):
            box.currentIndexChanged.connect(lambda _index: self._show())
        self.repeated.toggled.connect(lambda _on: self._show())

    def _lay_out(self) -> None:
        filters = row_of(self.words, self.state, self.kind, self.repeated, None, self.verdict)
        filters.setStretch(0, 2)
        filters.setStretch(5, 1)
        self.stack = QStackedWidget()
        for page in (self.table, self.empty, self.nothing):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 0)
        column.setSpacing(8)
        acts = (self.look_at, self.open, self.save, self.go, self.check)
        column.addLayout(row_of(heading(_("佐证材料")), self.count, None, *acts))
        column.addLayout(filters)
        column.addWidget(self.stack, 1)
        self._filters = (self.words, self.state, self.kind, self.repeated)

    # -- showing

    def show_evidence(self, cards: Sequence[EvidenceCard]) -> None:
        """Show all evidence of the ledger; what was chosen stays chosen."""
        fresh = list(cards)
        if fresh == self._all and self.model.cards:
            return
        self._all, self._several = fresh, repeats(fresh)
        self._haystacks = _letters(fresh)
        self._show()
        # ten thousand names take a while to be read aloud; until then their letters are found
        self._quiet.start("sounds", partial(_sounds, fresh), self._keep_sounds)

    def _keep_sounds(self, haystacks: dict[int, str]) -> None:
        self._haystacks = haystacks
        if self.words.text().strip():
            self._show()

    def wanted(self) -> EvidenceFilter:
        """The filter as it is set."""
        return EvidenceFilter(
            words=self.words.text().strip(),
            state=self._states[self.state.currentIndex()],
            kind=self._kinds[self.kind.currentIndex()],
            repeated=self.repeated.isChecked(),
        )

    def clear(self) -> None:
        """Show all again."""
        for box in (self.state, self.kind):
            box.setCurrentIndex(0)
        self.repeated.setChecked(False)
        self.words.clear()

    def _show(self) -> None:
        current = self.table.current()
        shown = chosen(self._all, self.wanted(), self._haystacks, self._several)
        self.model.show_cards(shown, self._several)
        whole = len(shown) == len(self._all)
        count = _("{n} 份") if whole else _("{n} 份，共 {all} 份")
        self.count.setText(count.format(n=len(shown), all=len(self._all)))
        self.stack.setCurrentWidget(self.table if shown else self.nothing if self._all else self.empty)
        for part in (*self._filters, self.count):
            part.setVisible(bool(self._all))
        if shown:
            self.table.select(current.id if current and self.model.row_of(current.id) >= 0 else self.model.cards[0].id)
        self._enable()

    def _enable(self) -> None:
        some = bool(self.model.cards) and self.table.current() is not None
        for made in (self.look_at, self.open, self.save, self.go):
            made.setEnabled(some)
            made.setVisible(bool(self._all))
        self.check.setVisible(bool(self._all))

    # -- doing

    def menu(self) -> QMenu:
        """What can be done with the selected rows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in (
            (_("预览\t空格"), self.look),
            (_("打开\t回车"), self._open),
            (_("另存为…"), self._save),
            (_("复制文件\tCtrl+C"), lambda: self._files.copy_evidence(self.table.chosen())),
            (_("转到事项"), self._go),
        ):
            menu.addAction(words, act).setEnabled(self.table.current() is not None)
        return menu

    def look(self) -> None:
        """Preview the current file, and those below and above it."""
        current = self.table.current()
        if current is None:
            return
        cards = list(self.model.cards)
        self.preview = PreviewDialog(self.window(), self._theme, self._files.pictures, cards, cards.index(current))
        self.preview.open_wanted.connect(self._files.open_evidence)
        self.preview.save_wanted.connect(self._files.save_evidence)
        self.preview.went_to.connect(lambda at: self.table.select(cards[at].id))
        self.preview.finished.connect(self._looked)
        self.preview.open()

    def _looked(self) -> None:
        self.preview = None

    def _open(self) -> None:
        if (current := self.table.current()) is not None:
            self._files.open_evidence(current)

    def _save(self) -> None:
        self._files.save_all_evidence(self.table.chosen())

    def _go(self) -> None:
        if (current := self.table.current()) is not None:
            self.item_wanted.emit(current.item_id)

    def check_files(self) -> None:
        """Look whether each file is there and whole, and mark those that are not."""
        self._files.check_evidence(self._all, self._checked)

    def _checked(self, faults: Mapping[str, str]) -> None:
        self.model.show_faults(faults)
        wrong = sum(card.sha256 in faults for card in self._all)
        good = _("文件都在，内容没有变。")
        self.verdict.setText(_("{n} 份材料有问题，已标红。").format(n=wrong) if wrong else good)


def _letters(cards: Sequence[EvidenceCard]) -> dict[int, str]:
    """What is searched until the sounds are known."""
    return {card.id: fold(f"{card.name}\n{card.code}\n{card.title}\n{card.added_by}") for card in cards}


def _sounds(cards: Sequence[EvidenceCard]) -> dict[int, str]:
    return {card.id: haystack(card) for card in cards}
