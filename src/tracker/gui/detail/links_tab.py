"""关联: the items that this one recurs, continues or answers, and those that do so to it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from tracker.domain.cards import ItemDetail, LinkedItem
from tracker.domain.links import LinkKind
from tracker.gui.detail.link_dialog import LinkDialog
from tracker.gui.detail.tab import Tab
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button
from tracker.gui.widgets.entry_list import Entry, EntryList
from tracker.gui.widgets.flow import Flow
from tracker.gui.widgets.labels import muted
from tracker.operations.links import DropLink
from tracker.words import _

Others = Mapping[str, tuple[int, str]]  # all items: (id, title) by code


class LinksTab(Tab):
    """``others`` is asked for when a link is to be made; ``go_wanted`` carries the item to show instead."""

    go_wanted = Signal(int)

    def __init__(self, theme: Theme, others: Callable[[], Others]) -> None:
        super().__init__()
        self._others = others
        self.list = EntryList(theme, _("关联事项"))
        self.list.opened.connect(self._go)
        self.list.deleted.connect(lambda _key: self._drop())
        self.list.current_changed.connect(lambda _key: self._enable())
        words = _("还没有关联。可以把连年出现的同类问题连起来，或注明计划任务是为解决哪个问题。")
        self.empty = muted(words, wrap=True)
        self.add = button(_("添加关联…"), self._add, tip=_("检查时常问：这个问题往年有没有，当时怎么改的"))
        self.go = button(_("转到该事项"), lambda: self._go(self.list.current_key()))
        self.drop = button(_("取消关联"), self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        acts = Flow(gap=6)
        acts.flow([self.add, self.go, self.drop])
        column.addWidget(acts)

    def caption(self, detail: ItemDetail) -> str:
        return _("关联 {n}").format(n=len(detail.links)) if detail.links else _("关联")

    def show_detail(self, detail: ItemDetail) -> None:
        super().show_detail(detail)
        self.list.show_entries([_entry(link) for link in detail.links])
        self.empty.setVisible(not detail.links)
        self._enable()

    def _enable(self) -> None:
        for widget in (self.go, self.drop):
            widget.setEnabled(bool(self.list.current_key()))

    def _add(self) -> None:
        if self.detail is not None:
            self.open_dialog(LinkDialog(self, self.detail.item, self._others()))

    def _go(self, key: int) -> None:
        for link in self.detail.links if self.detail else ():
            if link.link_id == key:
                self.go_wanted.emit(link.item_id)

    def _drop(self) -> None:
        if key := self.list.current_key():
            self.requested.emit(DropLink(key))


def _entry(link: LinkedItem) -> Entry:
    return Entry(link.link_id, f"{link.code}  {link.title}", relation(link))


def relation(link: LinkedItem) -> str:
    """How the two stand, seen from this one."""
    match link.kind, link.outgoing:
        case LinkKind.RECURS, True:
            return _("本事项是它的再次出现")
        case LinkKind.RECURS, False:
            return _("后来再次出现")
        case LinkKind.CONTINUES, True:
            return _("由它结转而来")
        case LinkKind.CONTINUES, False:
            return _("结转到它")
        case LinkKind.ANSWERS, True:
            return _("本任务为解决这个问题")
    return _("解决本问题的任务")
