"""The dialog of 停用: who takes over what is still open."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from tracker.errors import UserError
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.widgets.labels import muted
from tracker.gui.widgets.names_edit import NamesEdit
from tracker.operations.operation import Operation
from tracker.operations.roster import RetirePerson, RetireUnit
from tracker.views.roster import Line, PersonLine, UnitLine
from tracker.words import _


class RetireDialog(OperationDialog):
    """Asks for the heir of ``line`` among ``others``, or that there is none."""

    def __init__(self, parent: QWidget, line: Line, others: Sequence[Line]) -> None:
        words = _("停用后不再列入可选的名称，已有的事项和记录不变。")
        if line.tally.open:
            words = _("“{name}”还有 {n} 项未销号的事项。").format(name=line.name, n=line.tally.open) + words
        super().__init__(parent, title=_("停用 {name}").format(name=line.name), words=words, button=_("确认停用"))
        self._line = line
        self._others = {other.name: other.id for other in others if other.active and other.id != line.id}
        choices = QButtonGroup(self)
        self.hand_over = QRadioButton(_("把未销号的事项移交给"))
        self.heir = NamesEdit()
        self.heir.know(self._others)
        self.heir.setPlaceholderText(_("名称或拼音首字母"))
        self.heir.setAccessibleName(_("移交给"))
        self.leave = QRadioButton(_("不移交，这些事项仍由它负责到底"))
        for choice in (self.hand_over, self.leave):
            choices.addButton(choice)
        self.hand_over.setChecked(True)
        self.hand_over.toggled.connect(self.heir.setEnabled)
        self.body.addWidget(self.hand_over)
        self.body.addWidget(self.heir)
        self.body.addWidget(self.leave)
        then = _("已销号的事项保留原来的名称；没有做完的措施和在册人员一并转过去。")
        if isinstance(line, PersonLine):
            then = _("已销号的事项保留原来的名称；没有做完的措施一并转过去。")
        self.body.addWidget(muted(then, wrap=True))
        self.heir.setFocus()

    def operation(self) -> Operation[object]:
        heir: int | None = None
        if self.hand_over.isChecked():
            name = self.heir.text().strip()
            if not name:
                raise UserError(_("还没有填写移交给谁。"), _("请填写名称，或选“不移交”。"))
            if name not in self._others:
                raise UserError(_("在册的名单里没有“{name}”。").format(name=name), _("请从列出的名称中选择。"))
            heir = self._others[name]
        retire = RetireUnit if isinstance(self._line, UnitLine) else RetirePerson
        return retire(self._line.id, heir, leave=heir is None)
