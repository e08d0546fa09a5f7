"""The menus of the table: of its header, of its columns, of its groups, and of its rows."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from tracker.gui.items.editable import is_editable
from tracker.gui.items.table_columns import KEYS, table_columns
from tracker.views.grouping import first_name, groupings
from tracker.words import _

if TYPE_CHECKING:
    from tracker.gui.items.table_view import ItemTable


class _TickMenu(QMenu):
    """Stays open while its entries are ticked: several columns are chosen at once."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


def column_menu(table: "ItemTable", parent: QWidget) -> QMenu:
    """The columns to tick, and how they come back as they were; filled whenever it opens."""
    menu = _TickMenu(_("选择列"), parent)

    def fill() -> None:
        menu.clear()
        columns = table.columns
        menu.addAction(_("自动列宽"), columns.fit_contents)
        menu.addAction(_("恢复默认列"), columns.reset)
        menu.addSeparator()
        for column in table_columns():
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(columns.is_chosen(column.key))
            action.toggled.connect(lambda on, key=column.key: columns.choose(key, shown=on))

    menu.aboutToShow.connect(fill)
    fill()
    return menu


def group_menu(table: "ItemTable", parent: QWidget) -> QMenu:
    """The ways of grouping, of which one is on; filled whenever it opens."""
    menu = QMenu(_("分组"), parent)

    def fill() -> None:
        menu.clear()
        now = table.grouped_by()
        _choice(menu, _("不分组"), now is None, lambda: table.group_by(None))
        for key, grouping in groupings().items():
            _choice(menu, _("按{what}").format(what=grouping.title), now == key, partial(table.group_by, key))
        menu.addSeparator()
        for words, folded in ((_("全部折叠"), True), (_("全部展开"), False)):
            action = menu.addAction(words)
            action.setEnabled(now is not None)
            action.triggered.connect(partial(table.fold_all, folded=folded))

    menu.aboutToShow.connect(fill)
    fill()
    return menu


def header_menu(table: "ItemTable", section: int) -> QMenu:
    """What can be done with one column, and with all of them."""
    menu = QMenu(table)
    menu.aboutToHide.connect(menu.deleteLater)
    head, columns = table.horizontalHeader(), table.columns
    if section >= 0:
        key = KEYS[section]
        menu.addAction(_("升序"), lambda: head.setSortIndicator(section, Qt.SortOrder.AscendingOrder))
        menu.addAction(_("降序"), lambda: head.setSortIndicator(section, Qt.SortOrder.DescendingOrder))
    menu.addAction(_("恢复台账顺序"), lambda: head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)).setEnabled(
        head.sortIndicatorSection() >= 0
    )
    menu.addSeparator()
    if section >= 0:
        if key in groupings() and table.grouped_by() != key:
            menu.addAction(_("按此列分组"), lambda: table.group_by(key))
        order = [each for each, _width in columns.columns()]
        menu.addAction(_("左移"), lambda: columns.shift(key, -1)).setEnabled(key != order[0])
        menu.addAction(_("右移"), lambda: columns.shift(key, 1)).setEnabled(key != order[-1])
        menu.addAction(_("隐藏此列"), lambda: columns.choose(key, shown=False)).setEnabled(len(order) > 1)
        menu.addSeparator()
    menu.addMenu(group_menu(table, menu))
    menu.addMenu(column_menu(table, menu))
    return menu


def row_menu(table: "ItemTable", others: Sequence[QAction]) -> QMenu:
    """What can be done with the selected rows: the window's actions, and the table's own."""
    menu = QMenu(table)
    menu.aboutToHide.connect(menu.deleteLater)
    index, card = table.currentIndex(), table.current_card()
    if card is not None and is_editable(card, KEYS[index.column()]):
        title = table_columns()[index.column()].title
        menu.addAction(_("编辑“{column}”\tF2").format(column=title), table.edit_current)
        menu.addSeparator()
    menu.addActions(list(others))
    if others:
        menu.addSeparator()
    if table.selected_rows():
        menu.addAction(_("复制所选行\tCtrl+C"), table.copy_rows)
    if card is not None and card.lead:
        unit = first_name(card.lead)
        menu.addAction(_("只看“{unit}”").format(unit=unit), lambda: table.only_unit_wanted.emit(unit))
    if index.isValid() and (key := KEYS[index.column()]) in groupings() and table.grouped_by() != key:
        menu.addAction(_("按“{what}”分组").format(what=groupings()[key].title), lambda: table.group_by(key))
    if table.grouped_by() is not None:
        menu.addAction(_("全部折叠"), lambda: table.fold_all(folded=True))
        menu.addAction(_("全部展开"), lambda: table.fold_all(folded=False))
        menu.addAction(_("取消分组"), lambda: table.group_by(None))
    return menu


def _choice(menu: QMenu, words: str, on: bool, act: Callable[[], None]) -> None:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _on=False: act())
