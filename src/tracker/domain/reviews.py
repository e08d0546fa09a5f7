"""Reviews (销号审核): each application, closing, return and withdrawal of one item."""

from datetime import date
from typing import ClassVar

from tracker.domain.entity import Entity
from tracker.domain.items import Item
from tracker.domain.status import Move
from tracker.errors import UserError


class Review(Entity):
    """One decision about an item: what, by whom, when and with which words."""

    kind_name: ClassVar[str] = "销号审核"

    item_id: int
    move: Move
    person: str = ""
    decided_on: date
    words: str = ""


def check_reviewer(item: Item, reviewer: str, responsible: tuple[str, ...]) -> None:
    """Raise UserError unless ``reviewer`` is named and is none of those who answer for the item."""
    if not reviewer.strip():
        raise UserError(f"销号 {item.code} 要写明审核人。", "请填写审核人姓名。", field="reviewer")
    if reviewer.strip() in responsible:
        raise UserError(
            f"{reviewer.strip()} 是 {item.code} 的责任人，不能审核自己负责的事项。",
            "请由责任人以外的人审核。",
            field="reviewer",
        )
