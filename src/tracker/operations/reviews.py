"""销号: applying, closing, returning and withdrawing, each kept as a review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.domain.items import Item
from tracker.domain.kinds import Role
from tracker.domain.people import Assignment, Person
from tracker.domain.reviews import Review, check_reviewer
from tracker.domain.status import Move, moved
from tracker.operations.operation import Operation

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class SubmitItem(Operation[Item]):
    """申请销号."""

    item_id: int
    words: str = ""

    def run(self, tx: Transaction) -> Item:
        item = tx.get(Item, self.item_id)
        return _decide(tx, item, Move.SUBMIT, person=tx.actor, words=self.words)


@dataclass(frozen=True, slots=True)
class CloseItem(Operation[Item]):
    """审核销号 by somebody who does not answer for the item. Not undone but withdrawn."""

    reversible: ClassVar[bool] = False

    item_id: int
    reviewer: str
    words: str = ""

    def run(self, tx: Transaction) -> Item:
        item = tx.get(Item, self.item_id)
        responsible = tuple(
            tx.get(Person, row.person_id or 0).name
            for row in tx.find(Assignment, item_id=item.id, role=Role.PERSON.value)
        )
        check_reviewer(item, self.reviewer, responsible)
        closed = _decide(tx, item, Move.CLOSE, person=self.reviewer.strip(), words=self.words)
        return tx.put(closed.having(closed_on=tx.today, percent=100))


@dataclass(frozen=True, slots=True)
class ReturnItem(Operation[Item]):
    """退回 with a reason; the rounds are counted."""

    item_id: int
    reason: str
    reviewer: str = ""  # empty: who asks

    def run(self, tx: Transaction) -> Item:
        item = tx.get(Item, self.item_id)
        returned = _decide(tx, item, Move.RETURN, person=self.reviewer or tx.actor, words=self.reason)
        return tx.put(returned.having(return_count=item.return_count + 1))


@dataclass(frozen=True, slots=True)
class WithdrawClosing(Operation[Item]):
    """撤回销号 with a reason: the item is under way again, and its closing stays in the history."""

    item_id: int
    reason: str

    def run(self, tx: Transaction) -> Item:
        item = tx.get(Item, self.item_id)
        reopened = _decide(tx, item, Move.WITHDRAW, person=tx.actor, words=self.reason)
        return tx.put(reopened.having(closed_on=None))


def _decide(tx: Transaction, item: Item, move: Move, *, person: str, words: str) -> Item:
    status = moved(item.status, move, code=item.code, reason=words)
    tx.add(Review.entered(item_id=item.id, move=move, person=person, decided_on=tx.today, words=words))
    tx.tell(f"{item.code} {move.word}")
    return tx.put(item.having(status=status))
