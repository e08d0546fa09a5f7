"""统计: figures for handing in, as a table with a chart beside it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from tracker.domain.cards import ItemCard
from tracker.domain.filters import ItemFilter
from tracker.domain.status import Status
from tracker.gui.summary.bars import Bar, BarList, Segment
from tracker.gui.summary.part_looks import bar_of, legend_entries, part_words
from tracker.gui.summary.section import Legend
from tracker.gui.summary.stat_table import StatTable, groupings
from tracker.gui.theme import STATUS_TONES, Theme, Tone
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.empty_state import EmptyState
from tracker.gui.widgets.labels import heading, muted
from tracker.views.parts import Part, in_part
from tracker.views.stat_columns import group_word
from tracker.views.statistics import Grouping, StatRow, statistics
from tracker.words import _

_LEAST_CHART = 124  # pixels: four bars
_CHART = 300  # pixels; where the table leaves less, the chart stands below it
_MONTH_COLOURS = {"on_time": "good", "late": "warn", "undated": "faint"}
_TONE_COLOURS = {Tone.MUTED: "faint", Tone.PLAIN: "faint"}


class StatisticsPage(QWidget):
    """``filter_wanted`` carries an ItemFilter and its title, ``asked`` the key of a window action."""

    filter_wanted = Signal(object, str)
    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._cards: Sequence[ItemCard] = ()
        self._today = date.min
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("统计方式"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        for grouping, words in groupings():
            self.tabs.setTabData(self.tabs.addTab(words), grouping)
        self.tabs.currentChanged.connect(lambda _at: self._count())
        self.copy = button(
            _("复制表格"), lambda: self._copy(), kind="", tip=_("复制整张表，可直接粘贴到 Excel、WPS 或 Word（Ctrl+C）")
        )
        self.said = muted()
        self.table = StatTable(theme)
        self.table.row_wanted.connect(self._go)
        self.table.stats.modelReset.connect(self._draw)
        self.bars = BarList(theme, _("统计图"))
        self.bars.chosen.connect(self._choose)
        self.bars.walked.connect(self._bring)
        self.legend = Legend(theme, legend_entries())
        self.month_legend = Legend(theme, [(_month_words()[key], colour) for key, colour in _MONTH_COLOURS.items()])
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setMinimumHeight(_LEAST_CHART)
        self.room = QWidget()
        padded = QVBoxLayout(self.room)
        padded.setContentsMargins(4, 4, 10, 4)
        padded.addWidget(self.bars)
        padded.addStretch(1)
        self.area.setWidget(self.room)
        chart = QVBoxLayout()
        chart.setSpacing(4)
        for legend in (self.legend, self.month_legend):
            chart.addWidget(legend, 0, Qt.AlignmentFlag.AlignRight)
        chart.addWidget(self.area, 1)
        self.both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.both.setSpacing(24)
        self.both.addWidget(self.table, 5)
        self.both.addLayout(chart, 2)
        self.nothing = muted(_("还没有销号的事项。"))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        counted = QWidget()
        column = QVBoxLayout(counted)
        column.setContentsMargins(16, 6, 16, 10)
        column.setSpacing(8)
        column.addLayout(row_of(heading(_("统计")), None, self.said, self.copy))
        column.addWidget(self.tabs)
        column.addWidget(self.nothing)
        column.addLayout(self.both, 1)
        self.empty = EmptyState(
            _("还没有可统计的事项"),
            words=_("有了事项，这里按单位、状态、年度等列出销号率、逾期和延期，可以复制到报告里。"),
            buttons=(("import_reports", _("导入报告…")), ("new_item", _("新建事项…"))),
        )
        self.empty.chosen.connect(self.asked)
        self.stack = QStackedWidget()
        self.stack.addWidget(counted)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        for before, after in ((self.tabs, self.table), (self.table, self.bars), (self.bars, self.copy)):
            QWidget.setTabOrder(before, after)

    # -- what is shown

    def show_cards(self, cards: Sequence[ItemCard], today: date) -> None:
        """Count ``cards`` as they stand at ``today``."""
        self._cards, self._today = cards, today
        self.stack.setCurrentIndex(0 if cards else 1)
        self._count()

    @property
    def grouping(self) -> Grouping:
        """What is counted by."""
        return Grouping(self.tabs.tabData(self.tabs.currentIndex()))

    def show_grouping(self, grouping: Grouping) -> None:
        """Count by ``grouping``."""
        self.tabs.setCurrentIndex([key for key, _words in groupings()].index(grouping))

    def _count(self) -> None:
        if self._today == date.min:
            return
        shown = statistics(self._cards, self.grouping, self._today)
        if shown != self.table.stats.shown:
            self.table.show_statistics(shown)
            self._fit()
        any_rows, by_month = bool(shown.rows), shown.grouping is Grouping.MONTH
        words = _("截至 {day}，已销号 {n} 项") if by_month else _("截至 {day}，共 {n} 项")
        self.said.setText(words.format(day=self._today.isoformat(), n=shown.whole.totals.total))
        self.nothing.setVisible(not any_rows)
        for widget in (self.table, self.area):
            widget.setVisible(any_rows)
        self.copy.setEnabled(any_rows)
        self.legend.setVisible(any_rows and not by_month and shown.grouping is not Grouping.STATUS)
        self.month_legend.setVisible(any_rows and by_month)

    def _draw(self) -> None:
        """The bars stand in the order of the table."""
        if (shown := self.table.stats.shown) is not None:
            self.bars.show_bars([_bar(shown.grouping, row) for row in self.table.stats.rows])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.table.stats.shown is None:
            return
        beside = self.stack.width() >= self.table.wanted_width() + _CHART
        self.both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.both.setStretch(0, 3 if beside else 5)
        self.table.setMinimumWidth(self.table.wanted_width() if beside else 0)
        self.both.setAlignment(self.table, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))

    def _bring(self, rect: QRect) -> None:
        middle = self.bars.mapTo(self.room, rect.center())
        self.area.ensureVisible(middle.x(), middle.y(), 0, rect.height())

    # -- what is chosen

    def _copy(self) -> None:
        self.table.copy_table()
        self.said.setText(_("已复制 {n} 行，可以粘贴了").format(n=self.table.stats.rowCount()))

    def _go(self, row: StatRow | None) -> None:
        if row is None:
            self.filter_wanted.emit(ItemFilter(), _("全部事项"))
        else:
            title = _("{what}：{words}").format(what=group_word(self.grouping), words=row.label)
            self.filter_wanted.emit(row.wanted, title)

    def _choose(self, key: str, part: str) -> None:
        row = next(row for row in self.table.stats.rows if row.key == key)
        if part not in set(Part):
            self._go(row)
            return
        title = f"{row.label} · {part_words()[Part(part)]}"
        self.filter_wanted.emit(in_part(row.wanted, Part(part)), title)


def _bar(grouping: Grouping, row: StatRow) -> Bar:
    tally = row.tally
    total = tally.totals.total
    if grouping is Grouping.STATUS:
        tone = STATUS_TONES[Status(row.key)]
        segment = Segment("", total, row.label, _TONE_COLOURS.get(tone, tone.value))
        return Bar(row.key, row.label, (segment,), str(total))
    if grouping is Grouping.MONTH:
        counts = {"on_time": tally.on_time, "late": tally.late, "undated": total - tally.on_time - tally.late}
        words = _month_words()
        segments = tuple(Segment(key, counts[key], words[key], colour) for key, colour in _MONTH_COLOURS.items())
        return Bar(row.key, row.label, segments, str(total))
    return bar_of(row.key, row.label, tally.totals)


def _month_words() -> dict[str, str]:
    return {"on_time": _("按期"), "late": _("超期"), "undated": _("没有时限")}
