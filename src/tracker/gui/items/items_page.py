"""The page of items: the filter in force, the table, and what stands there when it is empty."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.cards import ItemCard
from tracker.domain.filters import ItemFilter, Scope
from tracker.gui.items.filter_bar import FilterBar
from tracker.gui.items.places import Place, all_items
from tracker.gui.items.table_model import ItemTableModel
from tracker.gui.items.table_view import ItemTable
from tracker.gui.theme import Theme
from tracker.gui.widgets.empty_state import EmptyState
from tracker.words import _


class ItemsPage(QWidget):
    """``asked`` carries the key of a window action (import_reports, new_item, clear_filter, clear_search, save_view).

    What is shown is the place of the navigation, within the scope, narrowed by the chips and by the search. A saved
    view has no conditions of its own beyond its chips, so that each of them can be changed.
    """

    asked = Signal(str)
    group_wanted = Signal(object)  # the key of a column, or None
    replace_view_wanted = Signal(object)  # the View that shall become what is shown

    def __init__(self, model: ItemTableModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.model = model
        self._place, self._scope = all_items(), Scope()
        self._chips, self._search = ItemFilter(), ""
        self._report_title = ""
        self.bar = FilterBar(theme, self._left_without)
        self.bar.changed.connect(self.show_filter)
        self.bar.group_wanted.connect(self.group_wanted)
        self.bar.search_dropped.connect(lambda: self.asked.emit("clear_search"))
        self.bar.clear_wanted.connect(self._clear_asked)
        self.bar.save_wanted.connect(lambda: self.asked.emit("save_view"))
        self.bar.replace_wanted.connect(lambda: self.replace_view_wanted.emit(self._place.view))
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
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        model.modelReset.connect(self._after_reset)

    # -- what is shown

    @property
    def place(self) -> Place:
        """The place that is shown."""
        return self._place

    @property
    def title(self) -> str:
        """What the list shows, for exports and for the window's title."""
        return _("来自报告") if self._chips.reports and self._report_title else self._place.title

    def own_filter(self) -> ItemFilter:
        """The place, the chips and the search, without the scope: what a saved view keeps."""
        base = ItemFilter() if self._place.view else self._place.wanted or ItemFilter()
        return base.also(self._chips).also(ItemFilter(search=self._search))

    def wanted(self) -> ItemFilter:
        """The filter in force."""
        return self.own_filter().within(self._scope)

    def show_place(self, place: Place) -> None:
        """Show the items of one place of the navigation, without chips; a saved view with its own."""
        self._place, self._report_title = place, ""
        self._chips = place.view.wanted.in_columns() if place.view else ItemFilter()
        self._refilter()

    def show_filter(self, chips: ItemFilter) -> None:
        """Narrow the place by ``chips``, in place of those there are."""
        self._chips = chips.in_columns()
        self._refilter()

    def show_report(self, report_id: int, title: str) -> None:
        """Show the items that came from one report."""
        self._place, self._report_title = all_items(), title
        self.show_filter(ItemFilter(reports=frozenset({report_id})))

    def search(self, words: str) -> None:
        """Show only what has these words."""
        self._search = words.strip()
        self._refilter()

    def set_scope(self, scope: Scope) -> None:
        """Show every place within ``scope`` from now on."""
        if scope != self._scope:
            self._scope = scope
            self._refilter()

    def clear(self) -> None:
        """Drop the chips and the search, keep the place and the scope."""
        self._search = ""
        self.show_filter(ItemFilter())

    def show_group(self, key: str | None) -> None:
        """Let the bar say by what the table is grouped."""
        self.bar.show_group(key)

    def go_to(self, item_id: int) -> bool:
        """Put the cursor on an item, widening the filter where it hides it; False where it is gone."""
        if self.table.go_to(item_id):
            return True
        if all(card.id != item_id for card in self.model.items.cards):
            return False
        self._place = all_items()
        self.clear()
        if not self.table.go_to(item_id):
            self.asked.emit("clear_scope")
            self.set_scope(Scope())
        return self.table.go_to(item_id)

    def _clear_asked(self) -> None:
        if self._place.view:  # a view without its conditions would be all items under a wrong name
            self.asked.emit("clear_filter")
            return
        self.clear()
        self.asked.emit("clear_search")

    def _left_without(self, field: str) -> tuple[Sequence[ItemCard], date]:
        items = self.model.items
        return items.left_by(self.wanted().without(field)), items.today

    def _refilter(self) -> None:
        self.model.filter(self.wanted())

    # -- what is said

    def _after_reset(self) -> None:
        items = self.model.items
        view = self._place.view
        changed = view is not None and self._chips != view.wanted.in_columns()
        self.bar.show_filter(
            self._chips, self._search, reports=self._report_titles(), view=view.name if view and changed else ""
        )
        self.bar.setVisible(bool(items.cards))
        if items.shown:
            self.stack.setCurrentWidget(self.table)
        elif items.cards:
            self.no_hits.words.setText(self._why_empty())
            self.stack.setCurrentWidget(self.no_hits)
        else:
            self.stack.setCurrentWidget(self.nothing_yet)
        self._say_count()

    def _report_titles(self) -> Mapping[int, str]:
        asked = self._chips.reports
        found = {card.report_id: card.report_title for card in self.model.items.cards if card.report_id in asked}
        return {key: found.get(key, self._report_title) for key in asked}

    def _why_empty(self) -> str:
        if self._search:
            return _("没有事项含有“{words}”。可以换个说法，或清除筛选后再看。").format(words=self._search)
        if self._chips != ItemFilter():
            return _("“{place}”里没有同时符合这些条件的事项。可以去掉一两个条件再看。").format(place=self.title)
        if self._scope != Scope():
            return _("“{place}”在所选的年度和单位里没有事项。可以在左上角改选。").format(place=self.title)
        return _("“{place}”里现在没有事项，不需要处理。").format(place=self.title)

    def _say_count(self) -> None:
        self.bar.show_count(len(self.model.items.shown), self.table.selected_rows())

    # -- the cursor

    def select_first(self) -> None:
        """Put the cursor on the first item, where there is none yet."""
        self.table.select_first()

    def focus_table(self) -> None:
        """Give the keyboard to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
