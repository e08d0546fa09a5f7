"""The dialog of 合并: which of several names stays."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.widgets.labels import muted
from tracker.operations.operation import Operation
from tracker.operations.roster import MergePeople, MergeUnits
from tracker.views.roster import Line, UnitLine
from tracker.words import _


class MergeDialog(OperationDialog):
    """Offers ``lines`` (two or more) for keeping; the one with most items is proposed."""

    def __init__(self, parent: QWidget, lines: Sequence[Line]) -> None:
        self._units = isinstance(lines[0], UnitLine)
        title = _("合并责任单位") if self._units else _("合并人员")
        words = _("它们其实是同一个时才合并。保留哪一个名称？")
        super().__init__(parent, title=title, words=words, button=_("合并"))
        self._keys = [line.id for line in lines]
        self.choices = QButtonGroup(self)
        most = max(lines, key=lambda line: (line.active, line.tally.total))
        for line in lines:
            choice = QRadioButton(_words(line))
            choice.setChecked(line is most)
            self.choices.addButton(choice, line.id)
            self.body.addWidget(choice)
        self.body.addSpacing(6)
        then = _(
            "其余名称并入保留的这一个：事项（包括已销号的）、措施和人员都改到它名下，操作记录里仍写着原来的名称。这一步可以撤销。"
        )
        if not self._units:
            then = _(
                "其余的并入保留的这一个：事项（包括已销号的）和措施都改到他名下，空着的单位、职务、电话由其余的补上。这一步可以撤销。"
            )
        self.body.addWidget(muted(then, wrap=True))
        if self._units:
            reform = _("机构改革后换了单位的，请用“停用”移交：已销号的事项会保留当时的名称。")
            self.body.addWidget(muted(reform, wrap=True))
        chosen = self.choices.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def operation(self) -> Operation[object]:
        kept = self.choices.checkedId()
        others = tuple(key for key in self._keys if key != kept)
        return MergeUnits(kept, others) if self._units else MergePeople(kept, others)


def _words(line: Line) -> str:
    about = [_("{n} 项事项").format(n=line.tally.total)]
    if isinstance(line, UnitLine):
        about.append(_("{n} 名人员").format(n=line.people))
    else:
        about = [part for part in (line.unit, line.duty) if part] + about
    if not line.active:
        about.append(_("已停用"))
    return _("{name}（{about}）").format(name=line.name, about=" · ".join(about)).replace("&", "&&")
