"""The dialog of 延期: the new day, why, and who agreed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tracker.domain.items import Item
from tracker.errors import UserError
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.widgets.day_edit import DayEdit
from tracker.gui.widgets.names_edit import NamesEdit
from tracker.operations.deadlines import ExtendDeadline
from tracker.operations.operation import Operation
from tracker.words import _


class ExtendDialog(OperationDialog):
    """Asks for the extension of one item's deadline."""

    def __init__(self, parent: QWidget, item: Item, people: Sequence[str]) -> None:
        now = item.deadline_current.isoformat() if item.deadline_current else ""
        words = _("现定时限 {now}。原定时限不会改变，每次延期都留有记录。").format(now=now)
        super().__init__(parent, title=_("延期 {code}").format(code=item.code), words=words, button=_("办理延期"))
        self._item = item
        self.day = DayEdit()
        self.name(_("新的时限"), self.day)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(84)
        self.name(_("延期理由（必填）"), self.reason)
        self.approver = NamesEdit()
        self.approver.know(people)
        self.name(_("批准人（可不填）"), self.approver)
        self.day.setFocus()

    def operation(self) -> Operation[object]:
        day = self.day.day()
        if day is None:
            raise UserError(_("还没有填写新的时限。"), _("请写成 2025-06-30 这样的日期。"))
        return ExtendDeadline(self._item.id, day, self.reason.toPlainText().strip(), self.approver.text().strip())
