"""The dialog before an export: which items, into which file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tracker.errors import UserError
from tracker.gui import ask
from tracker.gui.export.scopes import Scope
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import heading, make_room, muted
from tracker.words import _

WORKBOOKS = "Excel (*.xlsx)"


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What was chosen."""

    scope: Scope
    target: Path


class ExportDialog(QDialog):
    """``ordered`` carries an ExportOrder; the dialog stays until ``accept``, so that a refusal can be mended."""

    ordered = Signal(object)

    def __init__(self, parent: QWidget, scopes: Sequence[Scope], *, target: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("导出进度表"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._scopes = scopes
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(heading(_("导出进度表")))
        words = _("A4 横向，表头每页重复，数据截至今天，可直接打印签字；另附可筛选的“明细”工作表。")
        column.addWidget(muted(words, wrap=True))
        column.addSpacing(6)
        column.addWidget(_name(_("范围")))
        self.choice = QButtonGroup(self)
        for n, scope in enumerate(scopes):
            radio = QRadioButton(_("{title}（{n} 项）").format(title=scope.title, n=len(scope.item_ids)))
            radio.setEnabled(bool(scope.item_ids))
            self.choice.addButton(radio, n)
            column.addWidget(radio)
        first = next((n for n, scope in enumerate(scopes) if scope.item_ids), 0)
        self.choice.button(first).setChecked(True)
        column.addSpacing(4)
        column.addWidget(_name(_("保存到")))
        self.target = QLineEdit(str(target))
        self.target.setAccessibleName(_("保存到"))
        column.addLayout(row_of(self.target, button(_("浏览…"), self._browse, kind="")))
        self.refusal = QLabel()
        self.refusal.setProperty("kind", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.other_name = QPushButton()
        self.other_name.setProperty("kind", "link")
        self.other_name.clicked.connect(self._take_other_name)
        self.other_name.hide()
        column.addWidget(self.refusal)
        column.addWidget(self.other_name, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        self.ok = button(_("导出"), self._order, kind="primary")
        self.ok.setDefault(True)
        column.addLayout(row_of(None, button(_("取消"), self.reject, kind=""), self.ok))
        self._free: Path | None = None

    def refuse(self, error: UserError, free: Path | None = None) -> None:
        """Say why nothing was written; ``free`` is a name that would do."""
        self.refusal.setText(str(error))
        self.refusal.show()
        self._free = free
        self.other_name.setVisible(free is not None)
        if free is not None:
            self.other_name.setText(_("改存为 {name}").format(name=free.name))
        make_room(self)

    def _order(self) -> None:
        self.refusal.hide()
        self.other_name.hide()
        try:
            if not self.target.text().strip():
                raise UserError(_("还没有选择保存的位置。"), _("请点“浏览…”选择。"))
        except UserError as error:
            self.refuse(error)
            return
        target = Path(self.target.text().strip())
        if target.suffix.lower() != ".xlsx":
            target = target.with_name(f"{target.name}.xlsx")
        self.ordered.emit(ExportOrder(self._scopes[self.choice.checkedId()], target))

    def _browse(self) -> None:
        def take(target: Path) -> None:
            self.target.setText(str(target))

        ask.for_target(self, _("保存到"), Path(self.target.text()), WORKBOOKS, take)

    def _take_other_name(self) -> None:
        if self._free is not None:
            self.target.setText(str(self._free))
            self._order()


def _name(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "name")
    return label
