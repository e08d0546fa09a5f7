"""The dialog that records a 催办 of one item or of many."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tracker.domain.cards import ItemCard
from tracker.errors import UserError
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.widgets.day_edit import DayEdit
from tracker.gui.widgets.labels import muted
from tracker.operations.operation import Operation
from tracker.operations.urgings import UrgeItems
from tracker.words import _

_MOST_LISTED = 4


class UrgeDialog(OperationDialog):
    """Asks for the words, the day and, where it is not simply who answers for each item, whom."""

    def __init__(self, parent: QWidget, cards: Sequence[ItemCard], today: date) -> None:
        one = _("催办 {code}").format(code=cards[0].code)
        super().__init__(
            parent,
            title=one if len(cards) == 1 else _("催办 {n} 项").format(n=len(cards)),
            words=_("把这次催办记入台账：何时、催了谁、说了什么。不会自动发送消息，不算进展，也不改状态。"),
            button=_("记录催办"),
        )
        self._ids = tuple(card.id for card in cards)
        self._alone = len(cards) == 1
        self.body.addWidget(muted(_listed(cards), wrap=True))
        self.whom = QLineEdit(_owners(cards) if len(cards) == 1 else "")
        self.whom.setPlaceholderText(_("不填就是各事项的牵头单位和责任人"))
        self.name(_("催办对象"), self.whom)
        self.day = DayEdit(today)
        self.name(_("日期"), self.day)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(84)
        self.words.setPlaceholderText(_("如：电话提醒，要求月底前报送进展"))
        self.name(_("内容（可不填）"), self.words)
        self.words.setFocus()

    def operation(self) -> Operation[object]:
        if self._alone and not self.whom.text().strip():
            raise UserError(_("还没有填写催办对象。"), _("请写明催了哪个单位或哪个人。"))
        return UrgeItems(
            self._ids,
            words=self.words.toPlainText().strip(),
            urged_on=self.day.day(),
            to_whom=self.whom.text().strip(),
        )


def _listed(cards: Sequence[ItemCard]) -> str:
    lines = [f"{card.code}　{card.title[:40]}" for card in cards[:_MOST_LISTED]]
    if len(cards) > len(lines):
        lines.append(_("……共 {n} 项").format(n=len(cards)))
    return "\n".join(lines)


def _owners(cards: Sequence[ItemCard]) -> str:
    return "、".join(dict.fromkeys(name for card in cards for name in (card.lead, card.person) if name))
