"""The lines of a returned sheet's preview: what each would change, or why it is refused, and their ticks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from tracker.domain.returned import Entry, EntryChange, RowDifference
from tracker.gui.theme import Theme, Tone
from tracker.words import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


def change_words(change: EntryChange) -> str:
    """One field before and after: 进度：20% → 60%."""
    word = {
        Entry.PERCENT: _("进度"),
        Entry.NOTE: _("登记进展"),
        Entry.LEAD: _("牵头单位"),
        Entry.SUPPORT: _("配合单位"),
        Entry.PERSON: _("责任人"),
        Entry.LEADER: _("分管领导"),
        Entry.REMARK: _("备注"),
    }[change.entry]
    told = (
        _("{field}：{before} → {after}").format(field=word, before=change.before, after=change.after)
        if change.before
        else _("{field}：{after}").format(field=word, after=change.after)
    )
    if change.unknown:
        told += _("（名单里没有，将新增：{names}）").format(names=_("、").join(change.unknown))
    return told


def row_words(found: RowDifference) -> list[str]:
    """What a line does, or why nothing of it is written, each with its cell: 进度：20% → 60%（V3）."""
    if found.refusals:
        return [_("{place}：{why}").format(place=each.place, why=each.words) for each in found.refusals]
    return [_("{words}（{place}）").format(words=change_words(each), place=each.place) for each in found.changes]


class ReturnedModel(QAbstractTableModel):
    """An adapter over the lines that change something or are refused, and which of them are ticked."""

    def __init__(self, found: Sequence[RowDifference], theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        lines = [each for each in found if each.changes or each.refusals]
        self.lines = sorted(lines, key=lambda each: not each.refusals)  # what needs a look stands first
        self.off: set[int] = set()  # rows without their tick
        self._titles = (_("编号"), _("事项"), _("变化"), _("单元格"))
        self._alert, self._warn = QColor(theme.text_of(Tone.ALERT)), QColor(theme.text_of(Tone.WARN))
        self._muted = QColor(theme.text_of(Tone.MUTED))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role == Role.DisplayRole:
            return self._text(line, column)
        if role == Role.ToolTipRole:
            return "\n".join(row_words(line)) if column == 2 else self._text(line, column)
        if role == Role.CheckStateRole and column == 0 and line.can_be_written:
            return Qt.CheckState.Unchecked if index.row() in self.off else Qt.CheckState.Checked
        if role == Role.ForegroundRole:
            if line.refusals:
                return self._alert if column == 2 else self._muted
            if column == 2 and any(change.unknown for change in line.changes):
                return self._warn
        return None

    def _text(self, line: RowDifference, column: int) -> str:
        if column == 2:
            words = [each.words for each in line.refusals] or [change_words(each) for each in line.changes]
            told = " ".join(_("；").join(words).split("\n"))
            return _("不写入：{why}").format(why=told) if line.refusals else told
        places = [each.place for each in (line.refusals or line.changes)]
        return (line.row.code, line.title, "", _("、").join(dict.fromkeys(places)))[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._titles[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == 0 and self.lines[index.row()].can_be_written:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.off.discard(index.row())
        else:
            self.off.add(index.row())
        self.dataChanged.emit(index, index, [Role.CheckStateRole])
        return True

    def ticked(self) -> list[RowDifference]:
        """The lines that are to be written."""
        return [line for row, line in enumerate(self.lines) if line.can_be_written and row not in self.off]
