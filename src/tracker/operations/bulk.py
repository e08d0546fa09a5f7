"""The same changes to many items: each item's stand or are refused by themselves, and all are one step."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tracker.domain.cards import ItemCard
from tracker.domain.items import Item
from tracker.domain.kinds import RectificationType, Role
from tracker.domain.status import Move
from tracker.errors import BugError, UserError
from tracker.operations.deadlines import ExtendDeadline, SetDeadline
from tracker.operations.items import EditItem, MoveItem
from tracker.operations.notes import AddNote
from tracker.operations.operation import Gradual, Operation
from tracker.operations.people import AssignOwners
from tracker.operations.reviews import ReturnItem, SubmitItem, WithdrawClosing

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction

# 审核销号 is missing on purpose: a formal decision is taken of each item by itself
MOVES = tuple(move for move in Move if move not in (Move.CLOSE, Move.ASSIGN))


@dataclass(frozen=True, slots=True)
class Part:
    """What shall happen to one item: all of it or nothing."""

    item_id: int
    operations: tuple[Operation[Any], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one part. ``refusal`` says why nothing was changed; without it ``changed`` may be False, too,
    where everything was as asked already."""

    item_id: int
    changed: bool
    refusal: UserError | None = None


@dataclass(frozen=True, slots=True)
class ForEach(Gradual[tuple[Outcome, ...]]):
    """Run each part by itself. ``words`` name what is changed: 牵头单位、完成时限."""

    parts: Sequence[Part]
    words: str

    def gradually(self, tx: Transaction) -> Generator[tuple[int, int], None, tuple[Outcome, ...]]:
        outcomes: list[Outcome] = []
        for part in self.parts:
            outcomes.append(_outcome(tx, part))
            yield len(outcomes), len(self.parts)
        tx.tell(f"批量修改 {sum(outcome.changed for outcome in outcomes)} 项的{self.words}")
        return tuple(outcomes)


def _outcome(tx: Transaction, part: Part) -> Outcome:
    before = tx.written
    try:
        with tx.attempt():
            for operation in part.operations:
                if not operation.reversible:
                    raise BugError(f"{type(operation).__name__} is a formal decision and must be a step of its own")
                operation.run(tx)
    except UserError as refusal:
        return Outcome(part.item_id, changed=False, refusal=refusal)
    return Outcome(part.item_id, changed=tx.written > before)


@dataclass(frozen=True, slots=True)
class MoveDeadline(Operation[Item]):
    """One day for items of all sorts: a first or presumed deadline is set, one that a person has fixed is extended.

    None makes a standing duty (长期坚持) of an item that has no fixed day.
    """

    item_id: int
    deadline: date | None
    reason: str = ""
    approver: str = ""

    def run(self, tx: Transaction) -> Item:
        item = tx.get(Item, self.item_id)
        fixed = item.deadline_original is not None and not item.deadline_presumed
        if self.deadline is None or not fixed:
            return SetDeadline(item.id, self.deadline).run(tx)
        if item.deadline_current == self.deadline:
            return item
        return ExtendDeadline(item.id, self.deadline, self.reason, self.approver).run(tx)


@dataclass(frozen=True, slots=True)
class AppendRemark(Operation[Item]):
    """Put words behind the remark that an item has."""

    item_id: int
    text: str

    def run(self, tx: Transaction) -> Item:
        remark = tx.get(Item, self.item_id).remark
        return EditItem(self.item_id, {"remark": f"{remark}\n{self.text}" if remark else self.text}).run(tx)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be changed of each item; None leaves a field as it is.

    ``owners`` are the names of each role that is given; those of the roles in ``adding`` come behind the present
    ones. ``deadline`` is in force where ``sets_deadline``; None is a standing duty.
    """

    owners: Mapping[Role, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    adding: frozenset[Role] = frozenset()
    sets_deadline: bool = False
    deadline: date | None = None
    reason: str = ""
    approver: str = ""
    sets_rectification: bool = False
    rectification: RectificationType | None = None
    move: Move | None = None
    move_words: str = ""
    percent: int | None = None
    remark: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """What is changed, as the step tells it; empty where nothing is."""
        said = [role.word for role in Role if role in self.owners]
        said += [
            word
            for asked, word in (
                (self.sets_deadline, "完成时限"),
                (self.sets_rectification, "整改类型"),
                (self.move, "状态"),
                (self.percent is not None, "完成率"),
                (self.remark, "备注"),
                (self.note, "进展"),
            )
            if asked
        ]
        return "、".join(said)

    def part_of(self, card: ItemCard) -> Part:
        """What that means for one item. The move comes first: what it opens again can then be changed."""
        key = card.id
        done: list[Operation[Any]] = []
        if self.move is not None:
            done.append(_move(key, self.move, self.move_words))
        if self.owners:
            done.append(AssignOwners(key, **{role.value: self._names(card, role) for role in self.owners}))
        if self.sets_deadline:
            done.append(MoveDeadline(key, self.deadline, self.reason, self.approver))
        values: dict[str, object] = {"rectification": self.rectification} if self.sets_rectification else {}
        if self.percent is not None and not self.note:
            values["percent"] = self.percent
        if values:
            done.append(EditItem(key, values))
        if self.remark:
            done.append(AppendRemark(key, self.remark))
        if self.note:
            done.append(AddNote(key, self.note, self.percent))
        return Part(key, tuple(done))

    def _names(self, card: ItemCard, role: Role) -> tuple[str, ...]:
        present: str = getattr(card, role.value)
        before = tuple(present.split("、")) if role in self.adding and present else ()
        return tuple(dict.fromkeys((*before, *self.owners[role])))


def _move(item_id: int, move: Move, words: str) -> Operation[Item]:
    match move:
        case Move.SUBMIT:
            return SubmitItem(item_id, words)
        case Move.RETURN:
            return ReturnItem(item_id, words)
        case Move.WITHDRAW:
            return WithdrawClosing(item_id, words)
    return MoveItem(item_id, move, words)
