"""The notice of names that may mean the same: pair by pair, merged or told apart."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from tracker.domain import pinyin
from tracker.domain.names import Likeness, alike_people, alike_units
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.entry_list import Entry, EntryList
from tracker.gui.widgets.labels import muted
from tracker.views.roster import Line, PersonLine, UnitLine
from tracker.words import _

_MOST = 200  # names that are compared with each other: as many units take 30 ms, and offices have some dozens
_SEEN = 3  # pairs; the next are scrolled to


class Pair(NamedTuple):
    """Two lines that may be one."""

    first: Line
    second: Line
    why: Likeness


def pairs_of(lines: Sequence[Line]) -> list[Pair]:
    """The pairs among those of ``lines`` that are in use, the surest first."""
    used = [line for line in lines if line.active][:_MOST]
    units = bool(used) and isinstance(used[0], UnitLine)
    find: Callable[..., list[tuple[int, int, Likeness]]] = alike_units if units else alike_people
    found = find([line.name for line in used], by_sound=pinyin.ready())
    return [Pair(used[one], used[other], why) for one, other, why in found]


class Duplicates(QFrame):
    """``merge_wanted`` carries the two numbers of a pair. What was told apart stays so while the program runs."""

    merge_wanted = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._apart: set[tuple[int, int]] = set()
        self._compared: tuple[object, ...] = ()
        self._found: list[Pair] = []
        self._shown: list[Pair] = []
        self.words = muted()
        self.toggle = button("", self._toggle)
        self.merge = button(_("合并…"), lambda: self._with_current(self._merge), tip=_("合并这一对（回车）"))
        self.apart = button(
            _("不是同一个"), lambda: self._with_current(self._tell_apart), tip=_("不再提示这一对（Delete）")
        )
        self.list = EntryList(theme, _("可能重复的名称"))
        self.list.opened.connect(lambda _key: self._with_current(self._merge))
        self.list.deleted.connect(lambda _key: self._with_current(self._tell_apart))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(row_of(self.words, None, self.merge, self.apart, self.toggle))
        column.addWidget(self.list)
        self._open(False)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Look for pairs in ``lines``; the same names are not compared again."""
        names = (pinyin.ready(), *((line.id, line.name, line.active) for line in lines))
        if names != self._compared:
            self._compared = names
            self._found = pairs_of(lines)
        by_id = {line.id: line for line in lines}
        self._found = [Pair(by_id[pair.first.id], by_id[pair.second.id], pair.why) for pair in self._found]
        self._show()

    def _show(self) -> None:
        self._shown = [pair for pair in self._found if (pair.first.id, pair.second.id) not in self._apart]
        self.words.setText(_("可能重复的名称：{n} 对").format(n=len(self._shown)))
        self.list.show_entries([_entry(n, pair) for n, pair in enumerate(self._shown, 1)])
        if self._shown and not self.list.current_key():
            self.list.select(1)
        rows = min(len(self._shown), _SEEN)
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(row) for row in range(rows)) + 2 * self.list.frameWidth())
        self.setVisible(bool(self._shown))

    def _toggle(self) -> None:
        self._open(self.list.isHidden())
        if not self.list.isHidden():
            self.list.setFocus()

    def _open(self, on: bool) -> None:
        for widget in (self.list, self.merge, self.apart):
            widget.setVisible(on)
        self.toggle.setText(_("收起") if on else _("查看"))

    def _with_current(self, act: Callable[[Pair], None]) -> None:
        key = self.list.current_key()
        if 1 <= key <= len(self._shown):
            act(self._shown[key - 1])

    def _merge(self, pair: Pair) -> None:
        self.merge_wanted.emit(pair.first.id, pair.second.id)

    def _tell_apart(self, pair: Pair) -> None:
        self._apart.add((pair.first.id, pair.second.id))
        self._show()


def _entry(key: int, pair: Pair) -> Entry:
    title = _("{one}  ↔  {other}").format(one=_told(pair.first), other=_told(pair.second))
    counts = _("事项 {one} 项、{other} 项").format(one=pair.first.tally.total, other=pair.second.tally.total)
    return Entry(key, title, f"{_(pair.why.word)} · {counts}")


def _told(line: Line) -> str:
    """Two people of one name are told by their units."""
    if isinstance(line, PersonLine) and line.unit:
        return _("{name}（{unit}）").format(name=line.name, unit=line.unit)
    return line.name
