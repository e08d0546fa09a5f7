"""Setting a deadline once, and extending it afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.deadlines import Extension, extended, with_deadline
from tracker.domain.items import Item
from tracker.operations.items import check_open
from tracker.operations.operation import Operation

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class SetDeadline(Operation[Item]):
    """The first deadline, or a presumed one confirmed; ``deadline`` None for a standing duty (长期坚持)."""

    item_id: int
    deadline: date | None
    text: str = ""

    def run(self, tx: Transaction) -> Item:
        item = tx.get(Item, self.item_id)
        check_open(item)
        dated = with_deadline(item, self.deadline, text=self.text)
        tx.tell(f"确定 {item.code} 的时限为{self.deadline.isoformat() if self.deadline else '长期坚持'}")
        return tx.put(dated)


@dataclass(frozen=True, slots=True)
class ExtendDeadline(Operation[Item]):
    """Move the current deadline; the original stays and the extension is kept as a row."""

    item_id: int
    to_date: date
    reason: str
    approver: str = ""

    def run(self, tx: Transaction) -> Item:
        item = tx.get(Item, self.item_id)
        check_open(item)
        later = extended(item, self.to_date, reason=self.reason)
        old = item.deadline_current or self.to_date
        tx.add(
            Extension.entered(
                item_id=item.id, from_date=old, to_date=self.to_date, reason=self.reason, approver=self.approver,
                asked_on=tx.today, late=tx.today > old,
            )
        )  # fmt: skip
        tx.tell(f"{item.code} 延期至 {self.to_date.isoformat()}")
        return tx.put(later)
