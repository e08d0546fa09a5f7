"""The dialog that links an item to another by its code."""

from collections.abc import Mapping

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind
from tracker.domain.links import LinkKind
from tracker.domain.typed import code_from
from tracker.errors import UserError
from tracker.gui.operation_dialog import OperationDialog
from tracker.operations.links import AddLink
from tracker.operations.operation import Operation
from tracker.words import _


class LinkDialog(OperationDialog):
    """``others`` gives (id, title) by code."""

    def __init__(self, parent: QWidget, item: Item, others: Mapping[str, tuple[int, str]]) -> None:
        title = _("关联 {code}").format(code=item.code)
        super().__init__(parent, title=title, button=_("添加关联"))
        self._item, self._others = item, others
        self.kind = QComboBox()
        self.kind.addItem(_("同类再现：本事项是它的再次出现"), LinkKind.RECURS)
        self.kind.addItem(_("结转：本事项由它结转而来"), LinkKind.CONTINUES)
        if item.kind is ItemKind.COMMITMENT:
            self.kind.addItem(_("对应：本任务是为解决它"), LinkKind.ANSWERS)
        self.name(_("关联方式"), self.kind)
        self.code = QLineEdit()
        self.code.setPlaceholderText(_("输入编号或标题中的字"))
        lines = [f"{code}  {words[1]}" for code, words in others.items() if code != item.code]
        completer = QCompleter(QStringListModel(lines, self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()  # Qt's own, see names_edit
        if popup is not None:
            popup.setObjectName("completions")
        self.code.setCompleter(completer)
        self.name(_("关联到"), self.code)
        self.code.setFocus()

    def operation(self) -> Operation[object]:
        words = self.code.text().strip()
        code = code_from(words.split("  ")[0])
        found = self._others.get(code)
        if found is None:
            raise UserError(_("没有编号为“{code}”的事项。").format(code=words), _("请从提示中选择一项。"))
        return AddLink(self._item.id, found[0], LinkKind(self.kind.currentData()))
