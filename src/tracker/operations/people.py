"""Units, people, and who answers for an item or a measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.items import Item
from tracker.domain.kinds import Role
from tracker.domain.measures import Measure
from tracker.domain.people import Assignment, Person, Unit
from tracker.domain.status import Move, Status, rule
from tracker.domain.typed import names_from
from tracker.errors import UserError
from tracker.operations.items import check_open
from tracker.operations.measures import AddMeasure, EditMeasure
from tracker.operations.operation import Operation
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AssignOwners(Operation[Item]):
    """Set who holds each role that is given; None leaves a role as it is, an empty tuple clears it.

    Names that the ledger does not know yet become new units or people. ``forget`` names those that were entered by
    mistake a moment ago and are corrected now: they leave the list again, if nothing else names them.
    """

    item_id: int
    lead: tuple[str, ...] | None = None
    support: tuple[str, ...] | None = None
    person: tuple[str, ...] | None = None
    leader: tuple[str, ...] | None = None
    forget: tuple[str, ...] = ()

    def run(self, tx: Transaction) -> Item:
        item = tx.get(Item, self.item_id)
        check_open(item)
        wanted = {Role.LEAD: self.lead, Role.SUPPORT: self.support, Role.PERSON: self.person, Role.LEADER: self.leader}
        given = {role: names for role, names in wanted.items() if names is not None}
        added: list[str] = []
        for role, names in given.items():
            added += set_role(tx, item.id, role, names)
        for role in given:
            _forget(tx, role, self.forget)
        said = "，".join(f"{role.word}{'、'.join(names) or '（无）'}" for role, names in given.items())
        new = f"（新加入名单：{'、'.join(dict.fromkeys(added))}）" if added else ""
        tx.tell(f"明确 {item.code} 的责任：{said}{new}")
        if self.lead and item.status in rule(Move.ASSIGN).sources:
            item = tx.put(item.having(status=Status.NOT_STARTED))
        return item


@dataclass(frozen=True, slots=True)
class SaveMeasure(Operation[Measure]):
    """Add a measure (number 0) or change its words, day and owners, who are given by name; unknown ones are added."""

    measure: Measure
    unit: str = ""
    person: str = ""

    def run(self, tx: Transaction) -> Measure:
        keys = {
            "unit_id": _key_of(tx, Role.LEAD, self.unit, self.measure.unit_id),
            "person_id": _key_of(tx, Role.PERSON, self.person, self.measure.person_id),
        }
        if not self.measure.id:
            return AddMeasure(self.measure.having(**keys)).run(tx)
        values = {"text": self.measure.text, "deadline": self.measure.deadline, **keys}
        return EditMeasure(self.measure.id, values).run(tx)


@dataclass(frozen=True, slots=True)
class SaveUnit(Operation[Unit]):
    """Add a unit (number 0) or change one; its items follow, closed ones too: it is the same unit by another name."""

    unit: Unit

    def run(self, tx: Transaction) -> Unit:
        check_name(self.unit.name)
        for other in tx.find(Unit, name=self.unit.name):
            if other.id != self.unit.id:
                taken = (
                    _("已经有名为“{name}”的责任单位。")
                    if other.active
                    else _("已经有名为“{name}”的责任单位（已停用）。")
                )
                raise UserError(
                    taken.format(name=other.name), _("请换一个名称；如果是同一个单位，请合并。"), field="name"
                )
        former = tx.seek(Unit, self.unit.id) if self.unit.id else None
        if former is not None and former.name != self.unit.name:
            tx.tell(f"责任单位 {former.name} 改名为 {self.unit.name}")
        else:
            tx.tell(f"{'修改' if self.unit.id else '新增'}责任单位 {self.unit.name}")
        return tx.put(self.unit) if self.unit.id else tx.add(self.unit)


@dataclass(frozen=True, slots=True)
class SavePerson(Operation[Person]):
    """Add a person (number 0) or change one. ``unit`` puts the person into the unit of that name, new or not;
    None leaves the unit as it is, an empty name is none. Two people of one name must be of two units."""

    person: Person
    unit: str | None = None

    def run(self, tx: Transaction) -> Person:
        check_name(self.person.name)
        person = self.person
        if self.unit is not None:
            person = person.having(unit_id=_key_of(tx, Role.LEAD, self.unit, person.unit_id))
        former = tx.seek(Person, person.id) if person.id else None
        if former is None or (former.name, former.unit_id) != (person.name, person.unit_id):
            _check_namesakes(tx, person)
        if former is not None and former.name != person.name:
            tx.tell(f"人员 {former.name} 改名为 {person.name}")
        else:
            tx.tell(f"{'修改' if person.id else '新增'}人员 {person.name}")
        return tx.put(person) if person.id else tx.add(person)


def check_name(name: str) -> None:
    """Raise UserError where ``name`` could not be told apart from two names in a row."""
    if names_from(name) not in ((name.strip(),), ()):
        raise UserError(
            _("名称“{name}”里不能有逗号、顿号或分号。").format(name=name),
            _("这些符号用来分开几个名称。"),
            field="name",
        )


def _check_namesakes(tx: Transaction, person: Person) -> None:
    for other in tx.find(Person, name=person.name):
        if other.id != person.id and (other.unit_id == person.unit_id or None in (other.unit_id, person.unit_id)):
            taken = _("已经有名为“{name}”的人员。") if other.active else _("已经有名为“{name}”的人员（已停用）。")
            hint = _(
                "如果是同一个人，请直接使用或合并；如果是重名，请写上各自的单位，或写成“张三（执法）”这样以便区分。"
            )
            raise UserError(taken.format(name=other.name), hint, field="name")


def set_role(tx: Transaction, item_id: int, role: Role, names: Sequence[str]) -> list[str]:
    """Make ``names`` the holders of ``role``, in this order, touching only what differs; those that were new."""
    present = sorted(tx.find(Assignment, item_id=item_id, role=role.value), key=lambda row: (row.position, row.id))
    held = _held(tx, present)
    added: list[str] = []
    wanted = [
        Assignment(item_id=item_id, role=role, position=n, **_key(tx, role, name, held, added))
        for n, name in enumerate(_each_once(names))
    ]
    if [_without_id(row) for row in present] == [_without_id(row) for row in wanted]:
        return added
    for row in present:
        tx.drop(row)
    tx.add_many(wanted)
    return added


def _each_once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))


def _without_id(row: Assignment) -> Assignment:
    return row.model_copy(update={"id": 0})


def _held(tx: Transaction, rows: Sequence[Assignment]) -> set[int]:
    """The numbers of those who hold the role now: of two people with one name, who is there stays."""
    return {row.unit_id or row.person_id or 0 for row in rows}


def _key(tx: Transaction, role: Role, name: str, held: set[int], added: list[str]) -> dict[str, int]:
    kind: type[Unit] | type[Person] = Unit if role.is_units else Person
    found: list[Unit] | list[Person] = tx.find(Unit, name=name) if role.is_units else tx.find(Person, name=name)
    best = min(found, key=lambda each: (each.id not in held, not each.active, each.id), default=None)
    if best is None:
        best = tx.add(kind.entered(name=name))
        added.append(name)
    return {"unit_id" if role.is_units else "person_id": best.id}


def _key_of(tx: Transaction, role: Role, name: str, former: int | None) -> int | None:
    """The number of one name; None for no name."""
    names = _each_once([name])
    if not names:
        return None
    check_name(names[0])
    return next(iter(_key(tx, role, names[0], {former or 0}, []).values()))


def _forget(tx: Transaction, role: Role, names: Sequence[str]) -> None:
    """Take out of the list those of ``names`` that nothing names."""
    for name in names:
        if role.is_units:
            for unit in tx.find(Unit, name=name):
                if not any(tx.find(kind, unit_id=unit.id) for kind in (Assignment, Measure, Person)):
                    tx.drop(unit)
        else:
            for person in tx.find(Person, name=name):
                if not any(tx.find(kind, person_id=person.id) for kind in (Assignment, Measure)):
                    tx.drop(person)
