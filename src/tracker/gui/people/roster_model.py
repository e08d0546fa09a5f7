"""The Qt model of units or of people: an adapter over finished lines; found and ordered without Qt's proxies."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from tracker.domain import pinyin
from tracker.gui.theme import Theme, Tone
from tracker.views.roster import Line, PersonLine, UnitLine
from tracker.words import _

Index = QModelIndex | QPersistentModelIndex
L = TypeVar("L", bound=Line)
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column(Generic[L]):
    """One column; ``field`` names what an edit of it changes, empty where it is no entry of a person."""

    title: str
    width: int
    value: Callable[[L], str | int]
    field: str = ""
    tip: str = ""
    tone: Tone = Tone.PLAIN


def unit_columns() -> tuple[Column[UnitLine], ...]:
    """The columns of units, from left to right."""
    return (
        Column(_("单位名称"), 300, lambda line: line.name, "name"),
        Column(_("未销号"), 84, lambda line: line.tally.open, tip=_("牵头或配合的事项中，还没有办完的")),
        Column(_("逾期"), 74, lambda line: line.tally.overdue, tone=Tone.ALERT, tip=_("未销号的事项中，过了时限的")),
        Column(_("全部事项"), 88, lambda line: line.tally.total, tip=_("牵头或配合过的全部事项，包括已销号的")),
        Column(_("人员"), 74, lambda line: line.people, tip=_("在册人员")),
        Column(_("状态"), 80, _state),
    )


def person_columns() -> tuple[Column[PersonLine], ...]:
    """The columns of people, from left to right."""
    return (
        Column(_("姓名"), 150, lambda line: line.name, "name"),
        Column(_("单位"), 190, lambda line: line.unit, "unit"),
        Column(_("职务"), 120, lambda line: line.duty, "duty"),
        Column(_("电话"), 130, lambda line: line.phone, "phone"),
        Column(_("未销号"), 84, lambda line: line.tally.open, tip=_("担任责任人或分管领导的事项中，还没有办完的")),
        Column(_("逾期"), 74, lambda line: line.tally.overdue, tone=Tone.ALERT, tip=_("未销号的事项中，过了时限的")),
        Column(_("全部事项"), 88, lambda line: line.tally.total, tip=_("担任过责任人或分管领导的全部事项")),
        Column(_("状态"), 80, _state),
    )


def _state(line: Line) -> str:
    return _("在册") if line.active else _("停用")


class RosterModel(QAbstractTableModel):
    """``edited`` carries (number, field, what was typed); ``moved`` (numbers that were dragged, before which one).

    Nothing is changed here: what is asked for comes back as new lines.
    """

    edited = Signal(int, str, str)
    moved = Signal(object, int)

    def __init__(self, columns: Sequence[Column[Any]], theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)  # all of one kind, and lines of that kind
        self.shown: list[Line] = []
        self.lines: list[Line] = []
        self.sorted_by = -1
        self._descending = False
        self._words = ""
        self._with_retired = True
        self._dragged: tuple[int, ...] = ()
        self._colours = {tone: QColor(theme.text_of(tone)) for tone in Tone}

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.shown[index.row()], self.columns[index.column()]
        if role in (Role.DisplayRole, Role.EditRole):
            value = column.value(line)
            return value if role == Role.EditRole or isinstance(value, str) or value else "—"
        if role == Role.ForegroundRole:
            return self._colours[column.tone if line.active and column.value(line) != 0 else Tone.MUTED]
        if role == Role.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Role.ToolTipRole:
            return str(column.value(line)) if column.field else column.tip
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Role.DisplayRole:
            return self.columns[section].title
        if role == Role.ToolTipRole:
            return self.columns[section].tip
        return self._alignment(section) if role == Role.TextAlignmentRole else None

    def _alignment(self, section: int) -> int:
        side = Qt.AlignmentFlag.AlignLeft
        if self.lines and isinstance(self.columns[section].value(self.lines[0]), int):
            side = Qt.AlignmentFlag.AlignRight
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled  # between rows, not onto one
        if self.columns[index.column()].field:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.in_own_order else flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        column, line = self.columns[index.column()], self.shown[index.row()]
        text = str(value).strip()
        if role == Role.EditRole and column.field and text != column.value(line):
            self.edited.emit(line.id, column.field, text)
        return False

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if row < 0:
            row = parent.row() if parent.isValid() else len(self.shown)
        before = self.shown[row].id if row < len(self.shown) else 0
        self.moved.emit(self._dragged, before)
        return False  # the rows move when the ledger says so; Qt must not take them out

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        self._dragged = tuple(dict.fromkeys(self.shown[index.row()].id for index in indexes))
        return super().mimeData(indexes)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column, -1 for the own order: the office's of units, the units' of people."""
        self.sorted_by, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._show()

    # -- what the page tells

    @property
    def in_own_order(self) -> bool:
        """Whether all lines stand as the office ordered them, so that they can be moved."""
        return self.sorted_by < 0 and not self._words

    def load(self, lines: Sequence[Line]) -> None:
        """Show ``lines``."""
        if list(lines) != self.lines:
            self.lines = list(lines)
            self._show()

    def look_for(self, words: str) -> None:
        """Show the lines that have ``words`` in one of their texts, by characters or by sound."""
        self._words = words.strip()
        self._show()

    def show_retired(self, on: bool) -> None:
        """Show those that are retired too, or not."""
        self._with_retired = on
        self._show()

    def rows_of(self, ids: Collection[int]) -> list[int]:
        """Where the lines of ``ids`` stand."""
        return [row for row, line in enumerate(self.shown) if line.id in ids]

    def _show(self) -> None:
        found = [line for line in self.lines if (line.active or self._with_retired) and self._fits(line)]
        if self.sorted_by >= 0:
            value = self.columns[self.sorted_by].value
            ordered = pinyin.sort_key if pinyin.ready() else pinyin.rough_key
            found.sort(key=lambda line: _sort_key(value(line), ordered), reverse=self._descending)
        self.beginResetModel()
        self.shown = found
        self.endResetModel()

    def _fits(self, line: Line) -> bool:
        if not self._words:
            return True
        texts = (value for column in self.columns if column.field and (value := column.value(line)))
        if pinyin.ready():
            return any(pinyin.sounds_like(str(text), self._words) for text in texts)
        return any(self._words.casefold() in str(text).casefold() for text in texts)


def _sort_key(value: str | int, ordered: Callable[[str], Any]) -> Any:
    return value if isinstance(value, int) else ordered(value)
