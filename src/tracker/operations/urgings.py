"""催办: reminding those who answer for items, with the day on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.items import Item
from tracker.domain.kinds import Role
from tracker.domain.people import Assignment, Person, Unit
from tracker.domain.urgings import Urging
from tracker.errors import UserError
from tracker.operations.operation import Operation
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class UrgeItems(Operation[list[Urging]]):
    """Record that the owners of ``item_ids`` were reminded; ``to_whom`` empty names the lead and the person of each.

    Raises UserError where an item is no longer open, or ``urged_on`` lies ahead.
    """

    item_ids: tuple[int, ...]
    words: str = ""
    urged_on: date | None = None  # None: today
    to_whom: str = ""

    def run(self, tx: Transaction) -> list[Urging]:
        day = self.urged_on or tx.today
        if day > tx.today:
            raise UserError(_("催办日期不能晚于今天。"), _("请改正后再保存。"), field="urged_on")
        items = [tx.get(Item, key) for key in self.item_ids]
        for item in items:
            if not item.status.is_open:
                raise UserError(
                    _("{code} {status}，不需要催办。").format(code=item.code, status=_(item.status.word)),
                    _("请只选未销号的事项。"),
                    field="status",
                )
        made = tx.add_many(
            [
                Urging.entered(
                    item_id=item.id, urged_on=day, urged_by=tx.actor, words=self.words,
                    to_whom=self.to_whom or _owners(tx, item.id),
                )
                for item in items
            ]
        )  # fmt: skip
        tx.tell(f"催办 {_named(items)}")
        return made


def _owners(tx: Transaction, item_id: int) -> str:
    held = sorted(tx.find(Assignment, item_id=item_id), key=lambda row: row.position)
    units = [tx.get(Unit, row.unit_id).name for row in held if row.role is Role.LEAD and row.unit_id]
    people = [tx.get(Person, row.person_id).name for row in held if row.role is Role.PERSON and row.person_id]
    return "、".join((*units, *people))


def _named(items: Sequence[Item]) -> str:
    codes = "、".join(item.code for item in items[:3])
    return codes if len(items) <= 3 else f"{codes} 等 {len(items)} 项"
