"""The dialog before a move that wants a reviewer or words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tracker.domain.items import Item
from tracker.gui.detail.moves import MoveForm, Words
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.widgets.names_edit import NamesEdit
from tracker.operations.operation import Operation
from tracker.words import _


class MoveDialog(OperationDialog):
    """Asks what ``form`` wants for ``item``."""

    def __init__(self, parent: QWidget, item: Item, form: MoveForm, people: Sequence[str]) -> None:
        title = f"{_(form.move.word)} {item.code}"
        super().__init__(parent, title=title, words=form.says, button=_(form.move.word))
        self._item, self._form = item, form
        self.reviewer = NamesEdit()
        self.reviewer.know(people)
        if form.reviewer:
            self.name(_("审核人（不能是本事项的责任人）"), self.reviewer)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(96)
        required = form.words is Words.REQUIRED
        self.name(_("理由（必填）") if required else _("意见（可不填）"), self.words)
        (self.reviewer if form.reviewer else self.words).setFocus()

    def operation(self) -> Operation[object]:
        return self._form.build(self._item, self.words.toPlainText().strip(), self.reviewer.text().strip())
