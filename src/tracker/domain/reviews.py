"""Reviews (销号审核): each application, closing, return and withdrawal of one item."""

from datetime import date
from typing import ClassVar

from tracker.domain.entity import Entity
from tracker.domain.items import Item
from tracker.domain.status import Move
from tracker.errors import UserError
from tracker.words import N_, _


class Review(Entity):
    """One decision about an item: what, by whom, when and with which words."""

    kind_name: ClassVar[str] = N_("销号审核")

    item_id: int
    move: Move
    person: str = ""
    decided_on: date
    words: str = ""


def check_reviewer(item: Item, reviewer: str, responsible: tuple[str, ...]) -> None:
    """Raise UserError unless ``reviewer`` is named and is none of those who answer for the item."""
    if not reviewer.strip():
        raise UserError(
            _("销号 {code} 要写明审核人。").format(code=item.code), _("请填写审核人姓名。"), field="reviewer"
        )
    if reviewer.strip() in responsible:
        raise UserError(
            _("{name} 是 {code} 的责任人，不能审核自己负责的事项。").format(name=reviewer.strip(), code=item.code),
            _("请由责任人以外的人审核。"),
            field="reviewer",
        )
