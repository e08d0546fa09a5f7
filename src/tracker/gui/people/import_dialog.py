"""The preview of an imported list: what it would add and change, ticked line by line, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tracker.domain.roster import Deed, Difference, FieldChange, ReadRoster, only
from tracker.errors import UserError
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.people.roster_table import ToneDelegate
from tracker.gui.theme import Theme, Tone
from tracker.gui.widgets.labels import muted
from tracker.operations.operation import Operation
from tracker.operations.roster import ImportRoster
from tracker.words import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ORDER = (Deed.NEW_UNIT, Deed.BACK_UNIT, Deed.NEW_PERSON, Deed.CHANGED, Deed.UNCLEAR)
_ROW_HEIGHT = 32


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line of the preview; ``difference`` None is one that could not be read."""

    what: str
    name: str
    unit: str
    words: str
    place: str
    tone: Tone
    difference: Difference | None = None

    @property
    def can_be_ticked(self) -> bool:
        return self.difference is not None and self.difference.deed is not Deed.UNCLEAR


def preview(read: ReadRoster, differences: Sequence[Difference]) -> list[PreviewLine]:
    """The lines of a preview: what is new, what changes, what is unclear; what is there already is left out."""
    lines = [
        _line(each)
        for each in sorted(
            (each for each in differences if each.deed is not Deed.SAME), key=lambda d: _ORDER.index(d.deed)
        )
    ]
    lines += [PreviewLine(_("读不懂"), "", "", fault.words, fault.place, Tone.ALERT) for fault in read.unread]
    return lines


def _line(found: Difference) -> PreviewLine:
    row = found.row
    what, tone = {
        Deed.NEW_UNIT: (_("新增单位"), Tone.GOOD),
        Deed.BACK_UNIT: (_("恢复单位"), Tone.ACCENT),
        Deed.NEW_PERSON: (_("新增人员"), Tone.GOOD),
        Deed.CHANGED: (_("更新人员"), Tone.ACCENT),
        Deed.UNCLEAR: (_("分不清"), Tone.ALERT),
        Deed.SAME: ("", Tone.MUTED),
    }[found.deed]
    words = [_change(change) for change in found.changes]
    if found.deed is Deed.NEW_PERSON:
        words += [part for part in (row.duty, row.phone) if part]
    if found.deed is Deed.BACK_UNIT:
        words.append(_("台账里已停用，名单里还有"))
    if found.deed is Deed.UNCLEAR:
        words.append(_("台账里有几个同名的人，请在名单里写明单位"))
    if found.near:
        words.append(_("与已有的“{name}”相近，是否同一个？").format(name=found.near))
        tone = Tone.WARN
    return PreviewLine(
        what, row.name or row.unit, row.unit if row.name else "", _("；").join(words), row.place, tone, found
    )


def _change(change: FieldChange) -> str:
    word = {"unit": _("单位"), "duty": _("职务"), "phone": _("电话"), "active": _("状态")}[change.field]
    if not change.before:
        return _("{field}：{after}").format(field=word, after=change.after)
    return _("{field}：{before} → {after}").format(field=word, before=change.before, after=change.after)


class PreviewModel(QAbstractTableModel):
    """An adapter over finished lines, and which of them are ticked."""

    def __init__(self, lines: Sequence[PreviewLine], theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines = tuple(lines)
        self.off: set[int] = set()  # rows without their tick
        self._titles = (_("操作"), _("名称"), _("单位"), _("内容"), _("位置"))
        self._colours = {tone: QColor(theme.text_of(tone)) for tone in Tone}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return (line.what, line.name, line.unit, line.words, line.place)[index.column()]
        if role == Role.CheckStateRole and index.column() == 0 and line.can_be_ticked:
            return Qt.CheckState.Unchecked if index.row() in self.off else Qt.CheckState.Checked
        if role == Role.ForegroundRole:
            plain = Tone.PLAIN if line.difference is not None else Tone.MUTED
            return self._colours[line.tone if index.column() in (0, 3) else plain]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._titles[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == 0 and self.lines[index.row()].can_be_ticked:
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

    def left_out(self) -> list[Difference]:
        """What was unticked."""
        return [line.difference for row in self.off if (line := self.lines[row]).difference is not None]


class ImportDialog(OperationDialog):
    """Shows what ``read`` would do; nothing is written before its button is pressed."""

    def __init__(self, parent: QWidget, theme: Theme, read: ReadRoster, differences: Sequence[Difference]) -> None:
        super().__init__(parent, title=_("导入名单《{name}》").format(name=read.file_name), button=_("写入名单"))
        self.resize(900, 560)
        self._read = read
        lines = preview(read, differences)
        self.model = PreviewModel(lines, theme, self)
        same = sum(each.deed is Deed.SAME for each in differences)
        self.body.addWidget(muted(_summary(lines, same, len(read.unread)), wrap=True))
        self.table = QTableView()
        self.table.setObjectName("roster")
        self.table.setAccessibleName(_("名单中的变化"))
        self.table.setModel(self.model)
        self.table.setItemDelegate(ToneDelegate(self.table))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        for section, width in enumerate((116, 150, 150, 200, 110)):
            head.resizeSection(section, width)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(
            muted(_("空着的格子不会清掉已有的内容；名单里没有的人和单位不受影响。写入后可以一步撤销。"), wrap=True)
        )
        can_write = any(line.can_be_ticked for line in lines)
        self.ok.setEnabled(can_write)
        if can_write:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus()

    def operation(self) -> Operation[object]:
        rows = only(self._read.rows, self.model.left_out())
        ticked = sum(line.can_be_ticked for line in self.model.lines) - len(self.model.off)
        if not ticked:
            raise UserError(_("没有选中要写入的内容。"), _("请至少勾选一行，或取消。"))
        return ImportRoster(self._read.file_name, rows)


def _summary(lines: Sequence[PreviewLine], same: int, unread: int) -> str:
    counts = [
        (_("新增单位 {n} 个"), Deed.NEW_UNIT),
        (_("恢复单位 {n} 个"), Deed.BACK_UNIT),
        (_("新增人员 {n} 名"), Deed.NEW_PERSON),
        (_("更新人员 {n} 名"), Deed.CHANGED),
        (_("分不清 {n} 行"), Deed.UNCLEAR),
    ]
    parts = [
        words.format(n=n)
        for words, deed in counts
        if (n := sum(line.difference is not None and line.difference.deed is deed for line in lines))
    ]
    parts += [_("已有、没有变化 {n} 行").format(n=same)] if same else []
    parts += [_("读不懂 {n} 处").format(n=unread)] if unread else []
    return _("{words}。").format(words=_("，").join(parts)) if parts else ""
