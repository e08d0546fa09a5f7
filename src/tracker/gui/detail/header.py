"""The head of the panel: which item it is, where it stands, and what can be done next."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from tracker.domain.cards import ItemDetail
from tracker.domain.kinds import DeadlineKind
from tracker.domain.lights import light, remaining
from tracker.domain.status import Move, Status
from tracker.gui.detail.moves import other_moves, primary_move
from tracker.gui.theme import LIGHT_TONES, STATUS_TONES, Theme
from tracker.gui.widgets.buttons import button
from tracker.gui.widgets.flow import Flow
from tracker.gui.widgets.labels import ElidedLabel, Pill, tint
from tracker.words import _


class PanelHeader(QWidget):
    """``move_wanted`` carries a Move; ``note_wanted`` and ``evidence_wanted`` ask for their tabs, ``urging_wanted``
    for the dialog of 催办."""

    move_wanted = Signal(object)
    note_wanted = Signal()
    evidence_wanted = Signal()
    urging_wanted = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme, self.today = theme, today
        self._primary: Move | None = None
        self._second: Move | None = None
        self.origin = ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        self.origin.setProperty("kind", "muted")
        self.title = QLabel()
        self.title.setProperty("kind", "heading")
        self.title.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.status = Pill(theme)
        self.deadline = QLabel()
        self.returned = QLabel()
        state = QHBoxLayout()
        state.setSpacing(8)
        for label in (self.status, self.deadline, self.returned):
            state.addWidget(label)
        state.addStretch()
        self.first = button("", self._move_first, kind="primary")
        self.first.setObjectName("nextMove")
        self.note = button(_("登记进展"), self.note_wanted.emit, kind="head")
        self.evidence = button(_("添加佐证"), self.evidence_wanted.emit, kind="head")
        self.second = button("", self._move_second, kind="head")
        self.more = QPushButton(_("更多 ▼"))
        self.more.setProperty("kind", "head")
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.acts = Flow(gap=5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.origin)
        column.addWidget(self.title)
        column.addLayout(state)
        column.addWidget(self.acts)

    def show_detail(self, detail: ItemDetail) -> None:
        """Show one item."""
        item = detail.item
        section = next((excerpt.section for excerpt in detail.excerpts if excerpt.section), "")
        source = " ".join(part for part in (detail.report_title or _("手工登记"), section) if part)
        self.origin.setText(f"{item.code} · {_(item.kind.word)} · {source}")
        self.title.setText(item.title)
        self.status.say(_(item.status.word), STATUS_TONES[item.status])
        self.deadline.setText(self._deadline_words(detail))
        tint(self.deadline, self._theme, LIGHT_TONES[light(item.status, item.deadline_current, self.today)])
        self.returned.setText(_("已退回 {n} 次").format(n=item.return_count) if item.return_count else "")
        self._primary = primary_move(item)
        self.first.setText(_(self._primary.word) if self._primary else "")
        closed = item.status is Status.CLOSED
        others = list(other_moves(item))
        # 退回 is as usual as 审核销号; and a menu of one entry is a detour
        self._second = Move.RETURN if Move.RETURN in others else others[0] if len(others) == 1 else None
        self.second.setText(_(self._second.word) if self._second else "")
        self.menu.clear()
        for move in others:
            if move is not self._second:
                self.menu.addAction(f"{_(move.word)}…", partial(self.move_wanted.emit, move))
        if item.status.is_open:
            self.menu.addSeparator()
            self.menu.addAction(_("催办…"), self.urging_wanted.emit)
        offered = {
            self.first: self._primary is not None,
            self.note: not closed,
            self.evidence: not closed,
            self.second: self._second is not None,
            self.more: not self.menu.isEmpty(),
        }
        self.acts.flow([made for made, wanted in offered.items() if wanted])

    def _deadline_words(self, detail: ItemDetail) -> str:
        item = detail.item
        if item.closed_on:
            return _("{day} 销号").format(day=item.closed_on.isoformat())
        if item.deadline_current is None:
            return _("长期坚持") if item.deadline_kind is DeadlineKind.STANDING else _("未定时限")
        day = item.deadline_current.isoformat() + (_("（推定）") if item.deadline_presumed else "")
        left = remaining(item.status, item.deadline_current, self.today)
        return _("期限 {day}").format(day=day) + (f" · {left}" if left else "")

    def _move_first(self) -> None:
        if self._primary is not None:
            self.move_wanted.emit(self._primary)

    def _move_second(self) -> None:
        if self._second is not None:
            self.move_wanted.emit(self._second)
