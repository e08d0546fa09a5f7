"""Taking items out that were entered by mistake, with all that hangs on them; undo brings everything back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.deadlines import Extension
from tracker.domain.entity import Entity
from tracker.domain.evidence import Evidence
from tracker.domain.items import Item
from tracker.domain.links import Link
from tracker.domain.measures import Measure
from tracker.domain.notes import ProgressNote
from tracker.domain.people import Assignment
from tracker.domain.reports import Excerpt
from tracker.domain.reviews import Review
from tracker.domain.urgings import Urging
from tracker.errors import UserError
from tracker.operations.items import check_open
from tracker.operations.operation import Operation
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction

_CHILDREN: tuple[type[Entity], ...] = (
    Evidence,
    ProgressNote,
    Measure,
    Assignment,
    Excerpt,
    Extension,
    Review,
    Urging,
)  # fmt: skip - evidence first: it names measures and notes


@dataclass(frozen=True, slots=True)
class DropItems(Operation[None]):
    """Take ``item_ids`` out of the ledger. Kept files stay in the store, codes are never given again.

    Raises UserError where one is closed, or somebody has formally reviewed it: what was decided on is ended by
    调整/终止, with a reason, not taken out.
    """

    item_ids: tuple[int, ...]

    def run(self, tx: Transaction) -> None:
        items = [tx.get(Item, key) for key in self.item_ids]
        for item in items:
            check_open(item)
            if tx.find(Review, item_id=item.id):
                hint = _("确实不再办理的，请用“调整/终止”并写明理由。")
                raise UserError(_("{code} 已有审核记录，不能删除。").format(code=item.code), hint, field="status")
        for item in items:
            for kind in _CHILDREN:
                for row in tx.find(kind, item_id=item.id):
                    tx.drop(row)
            for link in (*tx.find(Link, from_id=item.id), *tx.find(Link, to_id=item.id)):
                tx.drop(link)
            tx.drop(item)
        codes = "、".join(item.code for item in items[:3])
        tx.tell(f"删除 {codes}" + (f" 等 {len(items)} 项" if len(items) > 3 else ""))
