"""The dialog that makes a new ledger: whose it is, and where it shall lie."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from tracker.errors import UserError
from tracker.gui import ask
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import heading, make_room, muted
from tracker.words import _


class NewLedgerDialog(QDialog):
    """``ordered`` carries (office, folder); the dialog stays until ``accept``, so that a refusal can be mended."""

    ordered = Signal(str, object)

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("新建台账"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        self.office = QLineEdit()
        self.office.setPlaceholderText(_("如：清河市城市管理局"))
        self.office.setAccessibleName(_("单位名称"))
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(_("保存位置"))
        self.folder.setToolTip(_("网络盘上多人同时写容易互相等待，请用本机磁盘"))
        self.refusal = QLabel()
        self.refusal.setProperty("kind", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.ok = button(_("新建"), self._order, kind="primary")
        self.ok.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(heading(_("新建台账")))
        column.addSpacing(4)
        for text, widget in ((_("单位名称（印在进度表上）"), self.office), (_("保存位置"), None)):
            name = QLabel(text)
            name.setProperty("kind", "name")
            column.addWidget(name)
            if widget is not None:
                column.addWidget(widget)
        column.addLayout(row_of(self.folder, button(_("浏览…"), self._browse, kind="")))
        column.addWidget(muted(_("请放在本机磁盘上；数据库、佐证和报告都在这个文件夹里。"), wrap=True))
        column.addWidget(self.refusal)
        column.addSpacing(8)
        column.addLayout(row_of(None, button(_("取消"), self.reject, kind=""), self.ok))
        self.office.setFocus()

    def refuse(self, error: UserError) -> None:
        """Say why no ledger was made."""
        self.refusal.setText(str(error))
        self.refusal.show()
        make_room(self)

    def _order(self) -> None:
        self.refusal.hide()
        if not self.folder.text().strip():
            self.refuse(UserError(_("还没有选择保存位置。"), _("请点“浏览…”选择一个文件夹。")))
            return
        self.ordered.emit(self.office.text().strip(), Path(self.folder.text().strip()))

    def _browse(self) -> None:
        def take(folder: Path) -> None:
            self.folder.setText(str(folder))

        ask.for_folder(self, _("保存位置"), take, start=Path(self.folder.text()).parent)
