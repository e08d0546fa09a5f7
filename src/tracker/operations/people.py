"""Units, people, and who answers for an item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.items import Item
from tracker.domain.kinds import Role
from tracker.domain.people import Assignment, Person, Unit
from tracker.domain.status import Move, Status, rule
from tracker.errors import UserError
from tracker.operations.items import check_open
from tracker.operations.operation import Operation

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AssignOwners(Operation[Item]):
    """Set who holds each role that is given; None leaves a role as it is, an empty tuple clears it.

    Names that the ledger does not know yet become new units or people.
    """

    item_id: int
    lead: tuple[str, ...] | None = None
    support: tuple[str, ...] | None = None
    person: tuple[str, ...] | None = None
    leader: tuple[str, ...] | None = None

    def run(self, tx: Transaction) -> Item:
        item = tx.get(Item, self.item_id)
        check_open(item)
        wanted = {Role.LEAD: self.lead, Role.SUPPORT: self.support, Role.PERSON: self.person, Role.LEADER: self.leader}
        given = {role: names for role, names in wanted.items() if names is not None}
        for role, names in given.items():
            set_role(tx, item.id, role, names)
        said = "，".join(f"{role.word}{'、'.join(names) or '（无）'}" for role, names in given.items())
        tx.tell(f"明确 {item.code} 的责任：{said}")
        if self.lead and item.status in rule(Move.ASSIGN).sources:
            item = tx.put(item.having(status=Status.NOT_STARTED))
        return item


@dataclass(frozen=True, slots=True)
class SaveUnit(Operation[Unit]):
    """Add a unit (number 0) or change one; its items follow."""

    unit: Unit

    def run(self, tx: Transaction) -> Unit:
        if any(unit.id != self.unit.id for unit in tx.find(Unit, name=self.unit.name)):
            raise UserError(
                f"已经有名为“{self.unit.name}”的责任单位。", "请换一个名称，或直接使用已有的。", field="name"
            )
        tx.tell(f"{'修改' if self.unit.id else '新增'}责任单位 {self.unit.name}")
        return tx.put(self.unit) if self.unit.id else tx.add(self.unit)


@dataclass(frozen=True, slots=True)
class SavePerson(Operation[Person]):
    """Add a person (number 0) or change one."""

    person: Person

    def run(self, tx: Transaction) -> Person:
        tx.tell(f"{'修改' if self.person.id else '新增'}人员 {self.person.name}")
        return tx.put(self.person) if self.person.id else tx.add(self.person)


def set_role(tx: Transaction, item_id: int, role: Role, names: Sequence[str]) -> None:
    """Make ``names`` the holders of ``role``, in this order, touching only what differs."""
    wanted = [
        Assignment(item_id=item_id, role=role, position=n, **_key(tx, role, name)) for n, name in _numbered(names)
    ]
    present = tx.find(Assignment, item_id=item_id, role=role.value)
    if [_without_id(row) for row in present] == [_without_id(row) for row in wanted]:
        return
    for row in present:
        tx.drop(row)
    tx.add_many(wanted)


def _numbered(names: Sequence[str]) -> list[tuple[int, str]]:
    clean = [name.strip() for name in names if name.strip()]
    return list(enumerate(dict.fromkeys(clean)))


def _without_id(row: Assignment) -> Assignment:
    return row.model_copy(update={"id": 0})


def _key(tx: Transaction, role: Role, name: str) -> dict[str, int]:
    if role.is_units:
        unit = next(iter(tx.find(Unit, name=name)), None)
        return {"unit_id": (unit or tx.add(Unit.entered(name=name))).id}
    person = next(iter(tx.find(Person, name=name)), None)
    return {"person_id": (person or tx.add(Person.entered(name=name))).id}
