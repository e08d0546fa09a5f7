"""工作台: what needs doing today, in words and numbers that lead to their items."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.cards import ItemCard
from tracker.gui.items.places import HISTORY, STATISTICS
from tracker.gui.summary.bars import BarList
from tracker.gui.summary.burndown import Burndown
from tracker.gui.summary.numbers import FILTERS, labels, numbers
from tracker.gui.summary.part_looks import bar_of, legend_entries, part_words
from tracker.gui.summary.section import Legend, Section
from tracker.gui.summary.tiles import TileRow
from tracker.gui.summary.todo_list import TodoList
from tracker.gui.summary.words import day_words, sentence, title_words
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button
from tracker.gui.widgets.empty_state import EmptyState
from tracker.gui.widgets.labels import heading, muted
from tracker.views.dashboard import Dashboard, dashboard
from tracker.views.parts import Part, in_part, of_unit
from tracker.views.summary import NO_UNIT
from tracker.views.trend import LEAST_ITEMS
from tracker.words import _

if TYPE_CHECKING:  # told of after the first paint
    from tracker.domain.journal import Record
    from tracker.gui.summary.recent import Recent
    from tracker.views.timeline import Names

_FIRST_TODOS = 8
_TWO_COLUMNS = 860  # pixels from which the parts stand beside each other
_LEAST_CHART = 5  # lines: the chart beside the list is no lower
_OTHERS = "\n"  # no unit is called so


class DashboardPage(QStackedWidget):
    """What one day asks for, painted from cards alone.

    ``place_wanted`` carries the key of a place, ``filter_wanted`` an ItemFilter and its title, ``item_wanted`` an id,
    ``asked`` the key of a window action (import_reports, new_item, open_demo).
    """

    place_wanted = Signal(str)
    filter_wanted = Signal(object, str)
    item_wanted = Signal(int)
    asked = Signal(str)
    first_painted = Signal()

    def __init__(self, office: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Dashboard | None = None
        self._all_todos = False
        self.setObjectName("page")
        self.setAccessibleName(_("工作台"))
        self.title = heading()
        self.sentence = muted(wrap=True)
        self.office = office
        self.day = muted()
        self.tiles = TileRow(theme, _("要办的和进度"))
        self.tiles.chosen.connect(self._choose_number)
        self.todos = TodoList(theme)
        self.todos.opened.connect(self.item_wanted)
        self.more = button("", self._toggle_todos, kind="link")
        self.nothing = muted(_("现在没有需要马上办的事项。"), wrap=True)
        self.told = muted(wrap=True)
        self.trend = Burndown(theme)
        self.trend.told.connect(self.told.setText)
        self.bars = BarList(theme, _("责任单位进度"))
        self.bars.chosen.connect(self._choose_bar)
        self.body = self._body()
        self.area = self._in_scroll(self.body)
        self.todos.walked.connect(lambda rect: self._bring(self.todos, rect))
        self.bars.walked.connect(lambda rect: self._bring(self.bars, rect))
        self.addWidget(self.area)

    # -- laid out

    def _body(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.day, 0, Qt.AlignmentFlag.AlignBottom)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(head)
        words.addWidget(self.sentence)
        lines = Legend(self._theme, [(_("未办结"), "accent"), (_("按时限应剩"), "muted")], lines=True)
        chart = _column(self.told, self.trend)
        self.todo_part = Section(_("先办这些"), _column(self.nothing, self.todos), self.more)
        self.trend_part = Section(_("销号进度"), chart, lines)
        self.unit_part = Section(_("各单位销号情况"), self.bars, Legend(self._theme, legend_entries()))
        self.all_steps = button(_("全部记录"), lambda: self.place_wanted.emit(HISTORY), kind="link")
        self._recent_room = QVBoxLayout()
        room = QWidget()
        self._recent_room.setContentsMargins(0, 0, 0, 0)
        room.setLayout(self._recent_room)
        self.recent_part = Section(_("最近动态"), room, self.all_steps)
        self._parts = QGridLayout()
        self._parts.setHorizontalSpacing(32)
        self._parts.setVerticalSpacing(22)
        self._arranged: tuple[int, list[Section]] = (0, [])
        body = _Canvas()
        self._wanted = {self.todo_part: True, self.trend_part: True, self.unit_part: True, self.recent_part: False}
        for part in self._wanted:
            part.setParent(body)
            part.hide()
        body.painted.connect(self.first_painted)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 10, 16, 20)
        column.setSpacing(18)
        column.addLayout(words)
        column.addWidget(self.tiles)
        column.addLayout(self._parts)
        column.addStretch(1)
        return body

    def _in_scroll(self, body: QWidget) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        return scroll

    def _arrange(self) -> None:
        """What there is to show in two columns where there is room, else in one."""
        columns = 2 if self.width() >= _TWO_COLUMNS else 1
        arranged = (columns, [part for part, wanted in self._wanted.items() if wanted])
        if arranged == self._arranged:
            return
        self._arranged = arranged
        for part, wanted in self._wanted.items():
            self._parts.removeWidget(part)
            part.setVisible(wanted)
        for place, part in enumerate(arranged[1]):
            self._parts.addWidget(part, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        self._parts.setColumnStretch(0, 1)
        self._parts.setColumnStretch(1, columns - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @cached_property
    def empty(self) -> "_Canvas":
        """What an empty ledger shows."""
        state = EmptyState(
            _("从一份报告开始"),
            steps=(
                _("导入法治政府建设年度报告（Word、PDF 或文本），也可以直接把文件拖进来"),
                _("核对读出的问题和计划任务，确认后写入台账"),
                _("明确责任单位和时限，登记进展、收集佐证；这里每天告诉您该办什么"),
            ),
            buttons=(
                ("import_reports", _("导入报告…")),
                ("new_item", _("新建事项…")),
                ("open_demo", _("打开示例台账")),
            ),
        )
        state.chosen.connect(self.asked)
        canvas = _Canvas()
        canvas.painted.connect(self.first_painted)
        column = QVBoxLayout(canvas)
        column.addWidget(state)
        self.addWidget(canvas)
        return canvas

    # -- what is shown

    def show_cards(self, cards: Sequence[ItemCard], today: date) -> None:
        """Show how ``cards`` stand at ``today``; what has not changed is not painted again."""
        shown = dashboard(cards, today)
        if shown == self._shown:
            return
        self._shown = shown
        if not shown.figures.total:
            self.setCurrentWidget(self.empty)
            return
        self.setCurrentWidget(self.area)
        self.title.setText(title_words(shown))
        self.sentence.setText(sentence(shown))
        self.day.setText("　".join(words for words in (self.office, day_words(today)) if words))
        self.tiles.show_numbers(numbers(shown.figures))
        self._show_todos(shown)
        self._show_trend(shown)
        self._show_units(shown)
        self._arrange()
        self._order_tabs()

    def show_recent(self, records: "Sequence[Record]", names: "Names") -> None:
        """Show the newest of ``records``, newest first; called when the cards are painted."""
        if self._shown is not None:
            self.recent.show_records(records, names, self._shown.today)
            self._wanted[self.recent_part] = True
            self._arrange()

    @cached_property
    def recent(self) -> "Recent":
        """The latest steps."""
        # the sentences of the history need the entities, which a start does not wait for
        from tracker.gui.summary.recent import Recent  # noqa: PLC0415

        made = Recent(self._theme)
        made.item_wanted.connect(self.item_wanted)
        self._recent_room.addWidget(made)
        QWidget.setTabOrder(self.all_steps, made)
        return made

    def _order_tabs(self) -> None:
        """Tab goes as one reads: numbers, list, chart, units, history."""
        stops = [*self.tiles.tiles, self.more, self.todos, self.trend, self.bars, self.all_steps]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_todos(self, shown: Dashboard) -> None:
        listed = shown.todos if self._all_todos else shown.todos[:_FIRST_TODOS]
        self.todos.show_todos(listed)
        self.todos.setVisible(bool(listed))
        self.nothing.setVisible(not listed)
        self.more.setVisible(len(shown.todos) > _FIRST_TODOS)
        if self._all_todos:
            self.more.setText(_("收起"))
        elif shown.to_do > len(shown.todos):
            self.more.setText(_("展开前 {n} 项").format(n=len(shown.todos)))
        else:
            self.more.setText(_("展开全部 {n} 项").format(n=shown.to_do))
        rows = min(max(len(listed), _LEAST_CHART), _FIRST_TODOS)
        self.trend.setFixedHeight(rows * self.todos.row_height - self.told.sizeHint().height())

    def _toggle_todos(self) -> None:
        self._all_todos = not self._all_todos
        if self._shown is not None:
            self._show_todos(self._shown)

    def _show_trend(self, shown: Dashboard) -> None:
        self._wanted[self.trend_part] = shown.figures.total >= LEAST_ITEMS
        self.trend.setVisible(shown.trend is not None)
        self.trend_part.beside[0].setVisible(shown.trend is not None)
        if shown.trend is None:
            self.trend_part.title.setText(_("销号进度"))
            self.told.setText(_("事项列入台账满一个月后，这里画出每月还有多少没有办结。"))
            return
        self.trend_part.title.setText(_("{year} 年销号进度").format(year=shown.trend.year))
        self.trend.show_trend(shown.trend, shown.today)

    def _show_units(self, shown: Dashboard) -> None:
        units = shown.units
        bars = [bar_of(row.unit, row.unit, row.totals) for row in units.busiest]
        if units.others_number:
            label = _("其余 {n} 个单位").format(n=units.others_number)
            bars.append(bar_of(_OTHERS, label, units.others, gathered=True))
        if units.nobody.total:
            bars.append(bar_of(NO_UNIT, _("未明确"), units.nobody))
        self.bars.show_bars(bars)
        self._wanted[self.unit_part] = shown.figures.total >= LEAST_ITEMS

    # -- what is chosen

    def _choose_number(self, key: str) -> None:
        if key in FILTERS:
            self.filter_wanted.emit(FILTERS[key], labels()[key])
        else:
            self.place_wanted.emit(key)

    def _choose_bar(self, unit: str, part: str) -> None:
        if unit == _OTHERS:
            self.place_wanted.emit(STATISTICS)
            return
        wanted, title = of_unit(unit), _("未明确") if unit == NO_UNIT else unit
        if part:
            wanted, title = in_part(wanted, Part(part)), f"{title} · {part_words()[Part(part)]}"
        self.filter_wanted.emit(wanted, title)

    def _bring(self, part: QWidget, rect: QRect) -> None:
        """Scroll so far that a line walked to is seen."""
        if part.hasFocus():
            middle = part.mapTo(self.body, rect.center())
            self.area.ensureVisible(self.area.width() // 2, middle.y(), 0, rect.height())


class _Canvas(QWidget):
    """Tells once that it was painted: what a start does not need waits for that."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._told:
            self._told = True
            self.painted.emit()


def _column(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return made
