"""The page of items: what is shown, the filters in force, the table, and what stands there when it is empty."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.filters import ItemFilter
from tracker.gui.items.places import Place, narrowed, place_groups
from tracker.gui.items.table_model import ItemTableModel
from tracker.gui.items.table_view import ItemTable
from tracker.gui.theme import Theme
from tracker.gui.widgets.empty_state import EmptyState
from tracker.gui.widgets.labels import heading, muted
from tracker.words import _


class ItemsPage(QWidget):
    """``asked`` carries the key of a window action (import_reports, new_item, clear_filter)."""

    asked = Signal(str)

    def __init__(self, model: ItemTableModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.model = model
        self._place: Place = place_groups()[0].places[0]
        self._search = ""
        self._report: tuple[int, str] | None = None
        self.title = heading()
        self.title.setWordWrap(False)
        self.year = QComboBox()
        self.year.setAccessibleName(_("年度"))
        self.year.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.year.currentIndexChanged.connect(self._refilter)
        self.search_chip = self._chip(self._drop_search)
        self.report_chip = self._chip(self._drop_report)
        self.count = muted()
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(10)
        for widget in (self.title, self.year, self.search_chip, self.report_chip):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.count)
        self.table = ItemTable(model, theme)
        self.table.selection_changed.connect(lambda _rows: self._say_count())
        self.nothing_yet = EmptyState(
            _("这个台账还没有事项"),
            steps=(
                _("导入法治政府建设年度报告（Word、PDF 或文本），也可以直接把文件拖进来"),
                _("核对读出的问题和计划任务，确认后写入台账"),
                _("明确责任单位和时限，登记进展、收集佐证，随时导出进度表"),
            ),
            buttons=(("import_reports", _("导入报告…")), ("new_item", _("手工新建事项"))),
        )
        self.no_hits = EmptyState(_("没有符合条件的事项"), words=" ", buttons=(("clear_filter", _("清除筛选")),))
        self.nothing_yet.chosen.connect(self.asked)
        self.no_hits.chosen.connect(self.asked)
        self.stack = QStackedWidget()
        for each in (self.table, self.nothing_yet, self.no_hits):
            self.stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
        model.modelReset.connect(self._after_reset)

    def _chip(self, drop: Callable[[], None]) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("kind", "chip")
        chip.setToolTip(_("点击取消这个条件"))
        chip.clicked.connect(drop)
        chip.hide()
        return chip

    # -- what is shown

    def wanted(self) -> ItemFilter:
        """The filter in force: the place, within the year and report chosen, and the search."""
        base = self._place.wanted or ItemFilter()
        if self._report:
            base = ItemFilter(reports=frozenset({self._report[0]}))
        year = self.year.currentData()
        return narrowed(base, year=year, search=self._search)

    def show_place(self, place: Place) -> None:
        """Show the items of one place of the navigation."""
        self._place, self._report = place, None
        self._refilter()

    def show_report(self, report_id: int, title: str) -> None:
        """Show the items that came from one report."""
        self._report = (report_id, title)
        self._refilter()

    def search(self, words: str) -> None:
        """Show only what has these words."""
        self._search = words.strip()
        self._refilter()

    def clear(self) -> None:
        """Drop year, report and search, keep the place."""
        self._search, self._report = "", None
        self.year.setCurrentIndex(0)
        self._refilter()

    def offer_years(self) -> None:
        """Fill the list of years from the cards; the choice stays where it can."""
        years = sorted({card.year for card in self.model.items.cards}, reverse=True)
        if years == [self.year.itemData(n) for n in range(1, self.year.count())]:
            return
        chosen = self.year.currentData()
        self.year.blockSignals(True)
        self.year.clear()
        self.year.addItem(_("全部年度"), None)
        for year in years:
            self.year.addItem(_("{year} 年").format(year=year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))
        self.year.blockSignals(False)

    def go_to(self, item_id: int) -> bool:
        """Put the cursor on an item, widening the filter where it hides it; False where it is gone."""
        if self.table.go_to(item_id):
            return True
        if all(card.id != item_id for card in self.model.items.cards):
            return False
        self._place = place_groups()[0].places[0]
        self.clear()
        return self.table.go_to(item_id)

    @property
    def place(self) -> Place:
        """The place that is shown."""
        return self._place

    def _drop_search(self) -> None:
        self.asked.emit("clear_search")

    def _drop_report(self) -> None:
        self._report = None
        self._refilter()

    def _refilter(self) -> None:
        self.model.filter(self.wanted())

    def _after_reset(self) -> None:
        self.title.setText(_("来自报告") if self._report else self._place.title)
        self.search_chip.setText(_("搜索：{words}  ✕").format(words=self._search[:16]))
        self.search_chip.setVisible(bool(self._search))
        self.report_chip.setText(f"{(self._report or (0, ''))[1][:24]}  ✕")
        self.report_chip.setVisible(self._report is not None)
        items = self.model.items
        self.year.setVisible(bool(items.cards))
        self.count.setVisible(bool(items.cards))
        if items.shown:
            self.stack.setCurrentWidget(self.table)
        elif items.cards:
            self.no_hits.words.setText(self._why_empty())
            self.stack.setCurrentWidget(self.no_hits)
        else:
            self.stack.setCurrentWidget(self.nothing_yet)
        self._say_count()

    def _why_empty(self) -> str:
        if self._search:
            return _("没有事项含有“{words}”。可以换个说法，或清除筛选后再看。").format(words=self._search)
        if self.year.currentData():
            return _("“{place}”在 {year} 年没有事项。可以改选“全部年度”。").format(
                place=self._place.title, year=self.year.currentData()
            )
        return _("“{place}”里现在没有事项，不需要处理。").format(place=self._place.title)

    def _say_count(self) -> None:
        shown = len(self.model.items.shown)
        rows = self.table.selected_rows()
        words = _("{n} 项").format(n=shown)
        self.count.setText(words + _(" · 已选 {n}").format(n=rows) if rows else words)

    def select_first(self) -> None:
        """Put the cursor on the first row, where there is none yet."""
        if self.model.items.shown and not self.table.currentIndex().isValid():
            self.table.selectionModel().setCurrentIndex(
                self.model.index(0, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )

    def focus_table(self) -> None:
        """Give the keyboard to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
