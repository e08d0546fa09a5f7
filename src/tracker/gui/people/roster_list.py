"""One list of the page, units or people: the table, what can be done with it, and what it says when it is empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tracker.gui.people.duplicates import Duplicates
from tracker.gui.people.roster_model import RosterModel, person_columns, unit_columns
from tracker.gui.people.roster_table import RosterTable
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.empty_state import EmptyState
from tracker.views.roster import Line, UnitLine
from tracker.words import _


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done with the selected lines; ``fits`` says when."""

    key: str
    text: str
    tip: str
    fits: Callable[[Sequence[Line]], bool]


def _one(lines: Sequence[Line]) -> bool:
    return len(lines) == 1


def acts(*, units: bool) -> tuple[Act, ...]:
    """What the buttons and the context menu offer, in their order."""
    moving = (
        Act("up", "↑", _("上移（Alt+↑），也可以拖动"), bool),
        Act("down", "↓", _("下移（Alt+↓），也可以拖动"), bool),
    )
    return (
        Act("items", _("查看事项"), _("列出写着它的事项（Ctrl+回车）"), _one),
        Act("edit", _("改名") if units else _("修改…"), _("处处随之更新（F2）"), _one),
        Act("merge", _("合并…"), _("按住 Ctrl 选中两个以上，合并为一个"), lambda lines: len(lines) > 1),
        Act(
            "retire", _("停用…"), _("不再列入可选，已有的事项和记录不变"), lambda lines: _one(lines) and lines[0].active
        ),
        Act("restore", _("恢复使用"), _("重新列入可选"), lambda lines: bool(lines) and not any(map(_active, lines))),
        Act(
            "drop",
            _("删除"),
            _("只能删除没有事项的名称（Delete）"),
            lambda lines: bool(lines) and all(map(_unused, lines)),
        ),
        *(moving if units else ()),
    )


def _active(line: Line) -> bool:
    return line.active


def _unused(line: Line) -> bool:
    return not line.tally.total and not (isinstance(line, UnitLine) and line.people)


class RosterList(QWidget):
    """``asked`` carries the key of what shall be done with the selected lines, or of add and import_roster."""

    asked = Signal(str)

    def __init__(self, theme: Theme, *, units: bool) -> None:
        super().__init__()
        self.units = units
        self.model = RosterModel(unit_columns() if units else person_columns(), theme, self)
        self.table = RosterTable(self.model, _("责任单位") if units else _("人员"))
        self.duplicates = Duplicates(theme)
        self.acts = acts(units=units)
        self.buttons: dict[str, QPushButton] = {}
        for act in self.acts:
            made = button(act.text, partial(self.asked.emit, act.key), tip=act.tip)
            made.setAccessibleName({"up": _("上移"), "down": _("下移")}.get(act.key, act.text))
            self.buttons[act.key] = made
        self.retired = QCheckBox(_("显示停用的"))
        self.retired.setChecked(True)
        self.retired.toggled.connect(self.model.show_retired)
        self.empty = self._empty()
        self.nothing = EmptyState(_("没有找到"), words=_("换几个字再找；也可以输入拼音首字母。"))
        self.stack = QStackedWidget()
        for page in (self.table, self.empty, self.nothing):
            self.stack.addWidget(page)
        self.bar = QWidget()
        self.bar.setLayout(row_of(*self.buttons.values(), None, self.retired, spacing=6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(8)
        column.addWidget(self.duplicates)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)
        self._wire()
        self._look()

    def _empty(self) -> EmptyState:
        buttons = (("import_roster", _("导入名单…")), ("add", _("新增单位") if self.units else _("新增人员")))
        if self.units:
            words = _("导入报告或明确责任时写到的单位会自动加入；也可以先从 Excel 导入一份名单。")
            made = EmptyState(_("还没有责任单位"), words=words, buttons=buttons)
        else:
            words = _("填写责任人、分管领导时写到的人会自动加入；也可以先从 Excel 导入一份名单。")
            made = EmptyState(_("还没有人员"), words=words, buttons=buttons)
        made.chosen.connect(self.asked)
        return made

    def _wire(self) -> None:
        table = self.table
        table.chosen.connect(self._look)
        table.items_asked.connect(lambda: self._ask("items"))
        table.drop_asked.connect(lambda: self._ask("drop"))
        table.move_asked.connect(lambda step: self._ask("up" if step < 0 else "down"))
        table.customContextMenuRequested.connect(self._open_menu)
        self.model.modelReset.connect(self._look)
        add = QShortcut(QKeySequence(Qt.Key.Key_Insert), self)
        add.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        add.activated.connect(lambda: self.asked.emit("add"))

    # -- showing

    def show_lines(self, lines: Sequence[Line], units: Sequence[str]) -> None:
        """Show ``lines``; ``units`` are the names that a person can be put into."""
        self.model.load(lines)
        self.table.delegate.know(units)
        self.duplicates.show_lines(lines)
        self.retired.setVisible(not all(map(_active, lines)))
        if lines and not self.table.currentIndex().isValid():
            self.table.go_to(self.model.shown[0].id if self.model.shown else 0)
        self._look()

    def look_for(self, words: str) -> None:
        """Show what has ``words`` in it."""
        self.model.look_for(words)

    def can(self, key: str) -> bool:
        """Whether something can be done with what is selected."""
        act = next(each for each in self.acts if each.key == key)
        free = self.model.in_own_order or key not in ("up", "down")
        return free and act.fits(self.table.selected())

    def order_after(self, step: int) -> tuple[int, ...]:
        """The numbers of all lines when the selected ones have gone one place up or down."""
        chosen = {line.id for line in self.table.selected()}
        shown = [line.id for line in self.model.shown]
        rows = range(len(shown)) if step < 0 else range(len(shown) - 1, -1, -1)
        for row in rows:
            other = row + step
            if shown[row] in chosen and 0 <= other < len(shown) and shown[other] not in chosen:
                shown[row], shown[other] = shown[other], shown[row]
        return self._whole(shown)

    def order_before(self, moved: Sequence[int], before: int) -> tuple[int, ...]:
        """The numbers of all lines when ``moved`` stand before another; 0 for the end."""
        rest = [line.id for line in self.model.shown if line.id not in moved]
        shown = [line.id for line in self.model.shown]
        while before in moved:  # dropped onto itself: before the next that stays
            at = shown.index(before) + 1
            before = shown[at] if at < len(shown) else 0
        place = rest.index(before) if before in rest else len(rest)
        return self._whole([*rest[:place], *moved, *rest[place:]])

    def _whole(self, shown: Sequence[int]) -> tuple[int, ...]:
        """``shown`` put back among the lines that are not shown."""
        present, fresh = set(shown), iter(shown)
        return tuple(next(fresh) if line.id in present else line.id for line in self.model.lines)

    def _look(self) -> None:
        for key, made in self.buttons.items():
            made.setEnabled(self.can(key))
        self.buttons["restore"].setVisible(self.can("restore"))
        self.buttons["retire"].setVisible(not self.can("restore"))
        page = self.table if self.model.shown else self.nothing if self.model.lines else self.empty
        self.stack.setCurrentWidget(page)
        self.bar.setVisible(bool(self.model.lines))

    def _ask(self, key: str) -> None:
        if self.can(key):
            self.asked.emit(key)

    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(self.table.viewport().mapToGlobal(place))

    def menu(self) -> QMenu:
        """What can be done with what is selected."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in self.acts:
            if self.can(act.key):
                text = {"up": _("上移"), "down": _("下移")}.get(act.key, act.text)
                made.addAction(text, partial(self.asked.emit, act.key))
        made.addSeparator()
        made.addAction(_("新增单位…") if self.units else _("新增人员…"), lambda: self.asked.emit("add"))
        return made
