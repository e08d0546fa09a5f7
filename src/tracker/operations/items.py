"""Making, editing and moving items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tracker.domain.field_words import field_word
from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind
from tracker.domain.reviews import Review
from tracker.domain.status import Move, Status, moved, rule
from tracker.errors import BugError, UserError
from tracker.operations.operation import Operation
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction

# Status, deadline, owners and code have operations with rules of their own.
EDITABLE = frozenset(
    {"title", "original_text", "cause", "goal", "standard", "rectification", "percent", "result", "remark"}
)


@dataclass(frozen=True, slots=True)
class AddItem(Operation[Item]):
    """Enter an item by hand; ``values`` as in EditItem."""

    kind: ItemKind
    year: int
    title: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    report_id: int | None = None

    def run(self, tx: Transaction) -> Item:
        _check_editable(self.values)
        code = tx.new_codes(self.kind, self.year, 1)[0]
        item = Item.entered(
            code=code, kind=self.kind, year=self.year, title=self.title, status=Status.UNASSIGNED,
            report_id=self.report_id, **self.values,
        )  # fmt: skip
        tx.tell(f"新建{self.kind.word} {code}")
        return tx.add(item)


@dataclass(frozen=True, slots=True)
class EditItem(Operation[Item]):
    """Change fields of an item that have no operation of their own; see EDITABLE."""

    item_id: int
    values: Mapping[str, Any]

    def run(self, tx: Transaction) -> Item:
        _check_editable(self.values)
        item = tx.get(Item, self.item_id)
        check_open(item)
        edited = item.having(**self.values)
        names = "、".join(field_word("item", name) for name in self.values)
        tx.tell(f"修改 {item.code} 的{names}")
        return tx.put(edited)


@dataclass(frozen=True, slots=True)
class MoveItem(Operation[Item]):
    """Any lawful move but those of 销号, which have operations of their own."""

    item_id: int
    move: Move
    reason: str = ""

    def run(self, tx: Transaction) -> Item:
        if self.move in (Move.SUBMIT, Move.CLOSE, Move.RETURN, Move.WITHDRAW):
            raise BugError(f"{self.move} has an operation of its own")
        item = tx.get(Item, self.item_id)
        status = moved(item.status, self.move, code=item.code, reason=self.reason)
        tx.tell(f"{item.code} {rule(self.move).word}")
        if self.reason:
            tx.add(Review(item_id=item.id, move=self.move, person=tx.actor, decided_on=tx.today, words=self.reason))
        return tx.put(item.having(status=status))


def check_open(item: Item) -> None:
    """Raise UserError where the item is closed: what was signed is not rewritten."""
    if item.status is Status.CLOSED:
        raise UserError(
            _("{code} 已销号，不能再改。").format(code=item.code), _("确需修改，请先撤回销号。"), field="status"
        )


def started(item: Item) -> Item:
    """``item`` under way, where work on it shows that it has begun."""
    if item.status in rule(Move.START).sources:
        return item.having(status=Status.UNDER_WAY)
    return item


def _check_editable(values: Mapping[str, Any]) -> None:
    if stray := set(values) - EDITABLE:
        raise BugError(f"not editable: {sorted(stray)}")
