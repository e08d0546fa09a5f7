"""The bar of filter chips above the table: conditions in force, usual ones at rest, every column, and grouping."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from tracker.domain.card_fields import FIELDS
from tracker.domain.cards import ItemCard
from tracker.domain.conditions import Condition
from tracker.domain.filters import ItemFilter
from tracker.gui.items.chip import Chip
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button
from tracker.gui.widgets.flow import Flow
from tracker.gui.widgets.labels import muted
from tracker.views.filter_words import Part, field_title, filter_parts
from tracker.views.grouping import groupings
from tracker.words import _

USUAL = ("status", "unit", "deadline", "rectification", "year")  # what is asked for every day
CardsLeft = Callable[[str], tuple[Sequence[ItemCard], date]]


class FilterBar(QWidget):
    """``changed`` carries the ItemFilter that is now wanted; ``group_wanted`` the key of a column or None.

    ``cards_left`` gives the cards that all conditions but the one on a column leave, and the day that lights and
    periods are told by; popups count their choices in them. ``save_wanted`` asks for a new view of what is shown,
    ``replace_wanted`` to keep it in the view that is open.
    """

    changed = Signal(object)
    group_wanted = Signal(object)
    search_dropped = Signal()
    clear_wanted = Signal()
    save_wanted = Signal()
    replace_wanted = Signal()

    def __init__(self, theme: Theme, cards_left: CardsLeft) -> None:
        super().__init__()
        self._theme, self._cards_left = theme, cards_left
        self._wanted, self._words = ItemFilter(), ""
        self._parts: tuple[Part, ...] = ()
        self._group: str | None = None
        self.setAccessibleName(_("筛选"))
        self.chips: list[Chip] = []  # in force, in the order shown
        self.resting = {field: self._resting(field) for field in USUAL}
        self.search = Chip(self)
        self.search.dropped.connect(self.search_dropped)
        self.more = Chip(self)
        self.more.say(_("＋ 筛选"), in_force=False, arrow=False, tip=_("按任何一列筛选"))
        self.more.wanted.connect(self._offer_columns)
        self.group = Chip(self)
        self.group.wanted.connect(self._offer_groups)
        self.group.dropped.connect(lambda: self._choose_group(None))
        self.clear = self._link(_("清除筛选"), self.clear_wanted.emit, _("取消所有条件和搜索，留在这里"))
        self.save = self._link(_("存为视图…"), self.save_wanted.emit, _("记住现在的筛选、排序、分组和列，以后一点就到"))
        self.replace = self._link("", self.replace_wanted.emit, _("把现在的筛选、排序、分组和列存进这个视图"))
        self.flow = Flow()
        self.count = muted()
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setFixedHeight(self.more.sizeHint().height())
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.setSpacing(10)
        row.addWidget(self.flow, 1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self.group.say(_("分组"), in_force=False)
        self.show_filter(ItemFilter(), "")
        self.show_group(None)

    def _resting(self, field: str) -> Chip:
        chip = Chip(self)
        title = field_title(field)
        chip.say(title, in_force=False, tip=_("按“{column}”筛选").format(column=title))
        chip.wanted.connect(lambda: self.open_field(field, chip))
        return chip

    def _link(self, words: str, act: Callable[[], None], tip: str) -> QPushButton:
        made = button(words, act, kind="link", tip=tip)
        made.setParent(self)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    # -- what is shown

    def show_filter(
        self, wanted: ItemFilter, words: str, *, reports: Mapping[int, str] = MappingProxyType({}), view: str = ""
    ) -> None:
        """Show the conditions of ``wanted`` as chips, and that the list is searched for ``words``.

        ``reports`` gives titles of reports; ``view`` is the name of the saved view that this is a change of.
        """
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        self._wanted, self._words, self._parts = wanted, words, filter_parts(wanted, reports)
        while len(self.chips) > len(self._parts):
            gone = self.chips.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.chips) < len(self._parts):
            self.chips.append(self._in_force(len(self.chips)))
        for chip, part in zip(self.chips, self._parts, strict=True):
            chip.say(part.words, in_force=True, opens=part.field in FIELDS)
        self.search.say(_("搜索：{words}").format(words=words), in_force=True, opens=False)
        self.replace.setText(_("更新“{name}”").format(name=view))
        asked = {part.field for part in self._parts}
        rest = [chip for field, chip in self.resting.items() if field not in asked]
        ends = [self.clear, self.save] if self._parts or words else [self.save] if self._group else []
        shown = [*self.chips, *([self.search] if words else []), *rest, self.more, self.group, *ends]
        for widget in (*self.resting.values(), self.search, self.clear, self.save, self.replace):
            widget.setVisible(widget in shown)
        self.flow.flow([*shown, *([self.replace] if view else [])], optional=rest)
        if focused is not None:  # the chip that had the keyboard may be gone: its neighbour takes it, not the window
            (self.chips[min(focused, len(self.chips) - 1)] if self.chips else self.more).setFocus()

    def show_group(self, key: str | None) -> None:
        """Show by what the list is grouped."""
        self._group = key
        if key is None:
            self.group.say(_("分组"), in_force=False, tip=_("把列表按单位、状态等分成组"))
        else:
            self.group.say(_("分组：{by}").format(by=groupings()[key].title), in_force=True)
        self.flow.arrange()

    def show_count(self, shown: int, selected: int) -> None:
        """Say how many items are shown and how many of them are selected."""
        words = _("{n} 项").format(n=shown)
        self.count.setText(words + _(" · 已选 {n}").format(n=selected) if selected else words)

    def _in_force(self, place: int) -> Chip:
        chip = Chip(self)
        chip.wanted.connect(lambda: self._open_part(place, chip))
        chip.dropped.connect(lambda: self.changed.emit(self._parts[place].rest))
        return chip

    # -- choosing

    def _open_part(self, place: int, chip: Chip) -> None:
        self.open_field(self._parts[place].field, chip)

    def open_field(self, field: str, under: QWidget | None = None) -> QWidget:
        """Open the popup of a column beneath a chip; beneath ＋ 筛选 where none is given."""
        # the popups bring the calendar and the list of ticks; the first paint needs neither
        from tracker.gui.items.filter_popup import popup_for  # noqa: PLC0415

        cards, today = self._cards_left(field)
        popup = popup_for(self, self._theme, field, self._wanted.condition(field), cards, today)
        popup.changed.connect(lambda condition: self._choose(field, condition))
        popup.closed.connect(lambda: self._focus_field(field))
        popup.open_under(under if under is not None and under.isVisible() else self.more)
        return popup

    def _focus_field(self, field: str) -> None:
        """The keyboard returns to the chip that the popup belongs to, wherever it stands now."""
        places = [place for place, part in enumerate(self._parts) if part.field == field]
        chip = self.chips[places[0]] if places else self.resting.get(field, self.more)
        (chip if chip.isVisible() else self.more).setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, field: str, condition: Condition | None) -> None:
        wanted = self._wanted.without(field) if condition is None else self._wanted.having(condition)
        if wanted != self._wanted:
            self.changed.emit(wanted)

    def _offer_columns(self) -> None:
        menu = self._menu()
        for field in FIELDS:
            action = menu.addAction(field_title(field))
            action.setCheckable(True)
            action.setChecked(self._wanted.condition(field) is not None)
            action.triggered.connect(lambda _on=False, field=field: self.open_field(field))
        self._popup(menu, self.more)

    def _offer_groups(self) -> None:
        menu = self._menu()
        ways = ((None, _("不分组")), *((key, way.title) for key, way in groupings().items()))
        for key, words in ways:
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(key == self._group)
            action.triggered.connect(lambda _on=False, key=key: self._choose_group(key))
            menu.addAction(action)
        self._popup(menu, self.group)

    def _choose_group(self, key: str | None) -> None:
        self.show_group(key)
        self.group_wanted.emit(key)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _popup(self, menu: QMenu, under: QWidget) -> None:
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))
