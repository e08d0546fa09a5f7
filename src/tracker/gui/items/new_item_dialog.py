"""The dialog that enters an item by hand."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from tracker.domain.kinds import ItemKind
from tracker.gui.operation_dialog import OperationDialog
from tracker.operations.items import AddItem
from tracker.operations.operation import Operation
from tracker.words import _


class NewItemDialog(OperationDialog):
    """Kind, year, title and text; all else is filled in afterwards in the panel."""

    def __init__(self, parent: QWidget, today: date, kind: ItemKind = ItemKind.PROBLEM) -> None:
        words = _("编号自动生成。时限、责任单位等建好后在右边填写。")
        super().__init__(parent, title=_("新建事项"), words=words, button=_("新建"))
        self.kind = QComboBox()
        for each in ItemKind:
            self.kind.addItem(_(each.word), each)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.name(_("类别"), self.kind)
        self.year = QSpinBox()
        self.year.setRange(1990, 2100)
        self.year.setValue(today.year)
        self.year.lineEdit().setTextMargins(6, 0, 0, 0)  # padding of the style sheet does not reach it
        self.name(_("年度（问题填报告年度，计划任务填计划年度）"), self.year)
        self.title = QLineEdit()
        self.title.setPlaceholderText(_("一句话，最好不超过 40 字"))
        self.name(_("短标题（必填）"), self.title)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(96)
        self.name(_("原文（可不填）"), self.text)
        self.title.setFocus()

    def operation(self) -> Operation[object]:
        kind, title = ItemKind(self.kind.currentData()), self.title.text().strip()
        return AddItem(kind, self.year.value(), title, {"original_text": self.text.toPlainText().strip()})
