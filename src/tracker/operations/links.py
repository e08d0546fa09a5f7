"""Links between items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind
from tracker.domain.links import Link, LinkKind
from tracker.errors import UserError
from tracker.operations.operation import Operation
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AddLink(Operation[Link]):
    """Say that one item recurs, continues or answers another."""

    from_id: int
    to_id: int
    kind: LinkKind

    def run(self, tx: Transaction) -> Link:
        here, there = tx.get(Item, self.from_id), tx.get(Item, self.to_id)
        if self.kind is LinkKind.ANSWERS and (here.kind, there.kind) != (ItemKind.COMMITMENT, ItemKind.PROBLEM):
            raise UserError(_("只有计划任务可以对应问题。"), _("请从计划任务出发，选择它要解决的问题。"), field="to_id")
        if tx.find(Link, from_id=here.id, to_id=there.id, kind=self.kind.value):
            raise UserError(
                _("{here} 与 {there} 已经有这个关联。").format(here=here.code, there=there.code),
                _("不用再加。"),
                field="to_id",
            )
        tx.tell(f"{here.code} {self.kind.word} {there.code}")
        return tx.add(Link.entered(from_id=here.id, to_id=there.id, kind=self.kind))


@dataclass(frozen=True, slots=True)
class DropLink(Operation[None]):
    """Take a link away."""

    link_id: int

    def run(self, tx: Transaction) -> None:
        link = tx.get(Link, self.link_id)
        here, there = tx.get(Item, link.from_id), tx.get(Item, link.to_id)
        tx.drop(link)
        tx.tell(f"取消 {here.code} 与 {there.code} 的关联")
