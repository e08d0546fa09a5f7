"""Progress notes: appended, never edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.items import Item
from tracker.domain.notes import ProgressNote
from tracker.errors import UserError
from tracker.operations.items import check_open, started
from tracker.operations.operation import Operation
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AddNote(Operation[ProgressNote]):
    """Say what was done; a percentage becomes the item's, and the item is under way. No day lies ahead."""

    item_id: int
    text: str
    percent: int | None = None
    noted_on: date | None = None  # None: today
    author: str = ""  # empty: who asks

    def run(self, tx: Transaction) -> ProgressNote:
        item = tx.get(Item, self.item_id)
        check_open(item)
        if self.noted_on is not None and self.noted_on > tx.today:
            raise UserError(_("进展日期不能晚于今天。"), _("请改正后再登记。"), field="noted_on")
        note = ProgressNote.entered(
            item_id=item.id, text=self.text, percent=self.percent, author=self.author or tx.actor,
            noted_on=self.noted_on or tx.today,
        )  # fmt: skip
        item = started(item)
        tx.put(item if self.percent is None else item.having(percent=self.percent))
        tx.tell(f"登记 {item.code} 的进展")
        return tx.add(note)
