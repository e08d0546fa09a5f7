"""The fields of a bulk edit: those that are ticked are changed, and typing into one ticks it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.cards import ItemCard
from tracker.domain.kinds import RectificationType, Role
from tracker.domain.status import Move, Status, lawful_moves, rule
from tracker.errors import UserError
from tracker.gui.widgets.day_edit import DayEdit
from tracker.gui.widgets.labels import muted
from tracker.gui.widgets.unknown_names import NamesEntry
from tracker.operations.bulk import MOVES, Changes
from tracker.words import _


class BulkForm(QWidget):
    """``changes`` are what the ticked fields ask for; the counts beside the moves are those of ``cards``."""

    def __init__(self, cards: Sequence[ItemCard]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.ticks: dict[str, QCheckBox] = {}
        self.names: dict[Role, NamesEntry] = {}
        self.ways: dict[Role, QComboBox] = {}
        for role in Role:
            self._add_role(role)
        self._add_deadline(cards)
        self.rectification = QComboBox()
        self._types: tuple[RectificationType | None, ...] = (*RectificationType, None)
        self.rectification.addItems([_(kind.word) for kind in RectificationType] + [_("（空）")])
        self._add("rectification", _("整改类型"), self.rectification)
        self.rectification.activated.connect(lambda _n: self._touch("rectification"))
        self._add_move(cards)
        self.percent = QSpinBox()
        self.percent.setRange(0, 100)
        self.percent.setSuffix(" %")
        self.percent.lineEdit().setTextMargins(6, 0, 0, 0)  # padding of the style sheet does not reach it
        self.percent.setMaximumWidth(110)
        self.percent.valueChanged.connect(lambda _n: self._touch("percent"))
        self._add("percent", _("进度"), self.percent)
        self.remark = QLineEdit()
        self.remark.setPlaceholderText(_("加在原有备注后面，另起一行"))
        self.remark.textEdited.connect(lambda _text: self._touch("remark"))
        self._add("remark", _("备注"), self.remark)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(64)
        self.note.setPlaceholderText(_("给每一项登记同一条进展，日期是今天"))
        self.note.textChanged.connect(lambda: self._touch("note"))
        self._add("note", _("进展记录"), self.note)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    # -- its parts

    def _add(self, key: str, title: str, *editors: QWidget) -> None:
        tick = QCheckBox(title)
        tick.setToolTip(_("打钩的才会修改"))
        self.ticks[key] = tick
        first = editors[0]
        for editor in editors:
            if not editor.accessibleName():
                editor.setAccessibleName(title)
        box = first
        if len(editors) > 1:
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            for editor in editors:
                column.addWidget(editor)
        row = self._grid.rowCount()
        self._grid.addWidget(tick, row, 0, Qt.AlignmentFlag.AlignTop)
        tick.setMinimumHeight(first.sizeHint().height() if not isinstance(first, QPlainTextEdit) else 30)
        self._grid.addWidget(box, row, 1)
        tick.clicked.connect(lambda on: first.setFocus() if on else None)

    def _touch(self, key: str) -> None:
        self.ticks[key].setChecked(True)

    def _add_role(self, role: Role) -> None:
        entry, way = NamesEntry(), QComboBox()
        entry.edit.setPlaceholderText(_("几个名称用“、”隔开；留空就是清除"))
        entry.edit.textEdited.connect(lambda _text: self._touch(role.value))
        way.addItems([_("改为"), _("加上")])
        way.setAccessibleName(_("{role}：改为还是加上").format(role=_(role.word)))
        way.setToolTip(_("“改为”换掉原来的；“加上”排在原来的后面"))
        self.names[role], self.ways[role] = entry, way
        line = QFrame()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(entry, 1)
        line.setFocusProxy(entry)
        entry.setAccessibleName(_(role.word))
        self._add(role.value, _(role.word), line)

    def _add_deadline(self, cards: Sequence[ItemCard]) -> None:
        self.day, self.standing = DayEdit(), QCheckBox(_("长期坚持"))
        line = QFrame()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.day)
        row.addWidget(self.standing)
        row.addStretch()
        line.setFocusProxy(self.day)
        self.day.line.setAccessibleName(_("完成时限"))
        self.reason, self.approver = QLineEdit(), QLineEdit()
        self.reason.setPlaceholderText(_("延期理由"))
        self.reason.setAccessibleName(_("延期理由"))
        self.approver.setPlaceholderText(_("批准人（可不填）"))
        self.approver.setAccessibleName(_("批准人"))
        self._fixed = sum(map(_has_fixed_deadline, cards))
        extension = QFrame()
        inner = QGridLayout(extension)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        words = _("其中 {n} 项的时限已经定下，按延期办理，要写理由；原定时限不变。").format(n=self._fixed)
        inner.addWidget(muted(words, wrap=True), 0, 0, 1, 2)
        inner.addWidget(self.reason, 1, 0)
        inner.addWidget(self.approver, 1, 1)
        inner.setColumnStretch(0, 3)
        inner.setColumnStretch(1, 2)
        self._add("deadline", _("完成时限"), line, extension)
        extension.setVisible(bool(self._fixed))
        self.day.changed.connect(lambda: self._touch("deadline"))
        self.standing.clicked.connect(lambda on: self._say_standing(on=on))

    def _say_standing(self, *, on: bool) -> None:
        self.day.setEnabled(not on)
        self._touch("deadline")

    def _add_move(self, cards: Sequence[ItemCard]) -> None:
        counts = Counter(move for card in cards for move in lawful_moves(card.status))
        self._moves = tuple(move for move in MOVES if counts[move])
        self.move_choice = QComboBox()
        self.move_choice.addItems(
            [
                _("{move}（{n} 项可办）").format(move=_(move.word), n=counts[move])
                if counts[move] < len(cards)
                else _(move.word)
                for move in self._moves
            ]
        )
        self.move_words = QLineEdit()
        self.move_words.setAccessibleName(_("理由或意见"))
        self.move_words.textEdited.connect(lambda _text: self._touch("move"))
        self.move_choice.activated.connect(lambda _n: self._touch("move"))
        self.move_choice.currentIndexChanged.connect(lambda _n: self._ask_words())
        hint = muted(_("销号要逐项审核，不能批量办理。"), wrap=True)
        self._add("move", _("状态"), self.move_choice, self.move_words, hint)
        self.ticks["move"].setEnabled(bool(self._moves))
        self.move_choice.setEnabled(bool(self._moves))
        self._ask_words()

    def _ask_words(self) -> None:
        move = self._move()
        self.move_words.setVisible(move is Move.SUBMIT or (move is not None and rule(move).needs_reason))
        self.move_words.setPlaceholderText(_("意见（可不填）") if move is Move.SUBMIT else _("理由（必填）"))

    def _move(self) -> Move | None:
        place = self.move_choice.currentIndex()
        return self._moves[place] if 0 <= place < len(self._moves) else None

    # -- what is asked

    def know(self, units: Iterable[str], people: Iterable[str], *, retired: Iterable[str] = ()) -> None:
        """The names to offer; ``retired`` are those that are offered no more."""
        units, people, retired = tuple(units), tuple(people), tuple(retired)
        for role, entry in self.names.items():
            entry.edit.know(units if role.is_units else people, retired)

    def changes(self) -> Changes:
        """What the ticked fields ask for. Raises UserError where an entry is missing or cannot be understood."""
        on = {key for key, tick in self.ticks.items() if tick.isChecked()}
        if not on:
            raise UserError(_("还没有选要改什么。"), _("请在要改的项目前打钩，再填写。"))
        owners = {role: entry.names() for role, entry in self.names.items() if role.value in on}
        adding = frozenset(role for role in owners if self.ways[role].currentIndex() == 1)
        for role in adding:
            if not owners[role]:
                raise UserError(_("没有写要加上的{role}。").format(role=_(role.word)), _("请填写名称，或改选“改为”。"))
        move = self._move() if "move" in on else None
        words = self.move_words.text().strip()
        if move is not None and rule(move).needs_reason and not words:
            raise UserError(_("“{move}”要写明理由。").format(move=_(move.word)), _("请填写理由后再办。"))
        note, remark = self.note.toPlainText().strip(), self.remark.text().strip()
        for key, text, name in (("note", note, _("进展记录")), ("remark", remark, _("备注"))):
            if key in on and not text:
                raise UserError(_("没有填写{name}。").format(name=name), _("请填写内容，或去掉前面的钩。"))
        return Changes(
            owners=owners,
            adding=adding,
            sets_deadline="deadline" in on,
            deadline=self._deadline() if "deadline" in on else None,
            reason=self.reason.text().strip(),
            approver=self.approver.text().strip(),
            sets_rectification="rectification" in on,
            rectification=self._types[self.rectification.currentIndex()] if "rectification" in on else None,
            move=move,
            move_words=words,
            percent=self.percent.value() if "percent" in on else None,
            remark=remark if "remark" in on else "",
            note=note if "note" in on else "",
        )

    def _deadline(self) -> date | None:
        if self.standing.isChecked():
            return None
        day = self.day.day()
        if day is None:
            raise UserError(_("还没有填写完成时限。"), _("请写成 2025-06-30 这样的日期，或选“长期坚持”。"))
        if self._fixed and not self.reason.text().strip():
            raise UserError(
                _("其中 {n} 项的时限已经定下，延期要写明理由。").format(n=self._fixed),
                _("请填写延期理由，或只选还没有定下时限的事项。"),
            )
        return day


def _has_fixed_deadline(card: ItemCard) -> bool:
    """Whether another day would be an extension; a closed item is refused anyhow."""
    return card.deadline_original is not None and not card.deadline_presumed and card.status is not Status.CLOSED
