"""Keeping the list of units and people in order: order, retirement, return, merging, import from a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tracker.domain.items import Item
from tracker.domain.kinds import Role
from tracker.domain.measures import Measure
from tracker.domain.names import folded
from tracker.domain.people import Assignment, Person, Unit
from tracker.domain.roster import Deed, Difference, RosterRow, compare, nothing_near
from tracker.errors import UserError
from tracker.operations.operation import Operation
from tracker.operations.people import check_name
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction

N = TypeVar("N", Unit, Person)


@dataclass(frozen=True, slots=True)
class OrderUnits(Operation[None]):
    """Put the units into the office's own order; any that is not named follows as it stood."""

    unit_ids: tuple[int, ...]

    def run(self, tx: Transaction) -> None:
        place = {key: n for n, key in enumerate(self.unit_ids)}
        present = sorted(tx.find(Unit), key=lambda unit: (unit.position == 0, unit.position, unit.id))
        ordered = sorted(present, key=lambda unit: place.get(unit.id, len(place)))
        if ordered == present:
            return
        tx.put_many([(unit, unit.having(position=n)) for n, unit in enumerate(ordered, 1)])  # 0 is not placed yet
        tx.tell("调整责任单位的次序")


@dataclass(frozen=True, slots=True)
class RetireUnit(Operation[int]):
    """停用: the unit is not offered any more and stays on what it had.

    Open items that name it go to the unit ``heir_id``, with their unfinished measures and the unit's people; closed
    ones keep the name that was signed. Without an heir it is refused while open items name it, unless ``leave``.
    Gives the number of items handed over.
    """

    unit_id: int
    heir_id: int | None = None
    leave: bool = False

    def run(self, tx: Transaction) -> int:
        unit = tx.get(Unit, self.unit_id)
        heir = _heir(tx, unit, self.heir_id)
        return _retire(tx, unit, heir, leave=self.leave)


@dataclass(frozen=True, slots=True)
class RetirePerson(Operation[int]):
    """停用 of a person, as RetireUnit."""

    person_id: int
    heir_id: int | None = None
    leave: bool = False

    def run(self, tx: Transaction) -> int:
        person = tx.get(Person, self.person_id)
        heir = _heir(tx, person, self.heir_id)
        return _retire(tx, person, heir, leave=self.leave)


@dataclass(frozen=True, slots=True)
class ReactivateUnit(Operation[Unit]):
    """Offer a retired unit again."""

    unit_id: int

    def run(self, tx: Transaction) -> Unit:
        unit = tx.get(Unit, self.unit_id)
        tx.tell(f"恢复使用责任单位 {unit.name}")
        return tx.put(unit.having(active=True))


@dataclass(frozen=True, slots=True)
class ReactivatePerson(Operation[Person]):
    """Offer a retired person again."""

    person_id: int

    def run(self, tx: Transaction) -> Person:
        person = tx.get(Person, self.person_id)
        tx.tell(f"恢复使用人员 {person.name}")
        return tx.put(person.having(active=True))


@dataclass(frozen=True, slots=True)
class DropUnit(Operation[None]):
    """Take out a unit that nothing names; one that something names can only be retired or merged."""

    unit_id: int

    def run(self, tx: Transaction) -> None:
        unit = tx.get(Unit, self.unit_id)
        if any(tx.find(kind, unit_id=unit.id) for kind in (Assignment, Measure, Person)):
            raise UserError(
                _("“{name}”还有事项、措施或人员，不能删除。").format(name=unit.name),
                _("请停用它，或把它合并到另一个单位。"),
                field="name",
            )
        tx.drop(unit)
        tx.tell(f"删除责任单位 {unit.name}")


@dataclass(frozen=True, slots=True)
class DropPerson(Operation[None]):
    """Take out a person whom nothing names."""

    person_id: int

    def run(self, tx: Transaction) -> None:
        person = tx.get(Person, self.person_id)
        if any(tx.find(kind, person_id=person.id) for kind in (Assignment, Measure)):
            raise UserError(
                _("“{name}”还有事项或措施，不能删除。").format(name=person.name),
                _("请停用，或合并到另一个人。"),
                field="name",
            )
        tx.drop(person)
        tx.tell(f"删除人员 {person.name}")


@dataclass(frozen=True, slots=True)
class MergeUnits(Operation[Unit]):
    """Several units turn out to be one: what named the others names the kept one, on closed items too.

    The others leave the list, so that their names are free; the journal keeps each row before and after, and the
    history goes on calling them by their names. Where a unit now stood twice in one role, or beside its own lead,
    it stands once.
    """

    keep_id: int
    drop_ids: tuple[int, ...]

    def run(self, tx: Transaction) -> Unit:
        kept = tx.get(Unit, self.keep_id)
        others = _others(tx, kept, self.drop_ids)
        for unit in others:
            _bring_people(tx, unit, kept, tx.find(Person, unit_id=unit.id))
            _hand_over(tx, unit, kept)
            tx.drop(unit)
        tx.tell(f"把责任单位 {'、'.join(unit.name for unit in others)} 并入 {kept.name}")
        return tx.put(kept.having(active=kept.active or any(unit.active for unit in others)))


@dataclass(frozen=True, slots=True)
class MergePeople(Operation[Person]):
    """Several people turn out to be one, as MergeUnits; duty, phone and unit that the kept one lacks are taken over."""

    keep_id: int
    drop_ids: tuple[int, ...]

    def run(self, tx: Transaction) -> Person:
        kept = tx.get(Person, self.keep_id)
        others = _others(tx, kept, self.drop_ids)
        fuller = kept
        for person in others:
            _hand_over(tx, person, kept)
            tx.drop(person)
            fuller = fuller.having(
                unit_id=fuller.unit_id or person.unit_id,
                duty=fuller.duty or person.duty,
                phone=fuller.phone or person.phone,
                active=fuller.active or person.active,
            )
        tx.tell(f"把人员 {'、'.join(person.name for person in others)} 并入 {kept.name}")
        return tx.put(fuller)


@dataclass(frozen=True, slots=True)
class ImportRoster(Operation[list[Difference]]):
    """Write what ``rows`` of a file say into the list; gives what was done. Nothing is taken out, and an empty
    cell takes nothing away."""

    file_name: str
    rows: tuple[RosterRow, ...]

    def run(self, tx: Transaction) -> list[Difference]:
        units, people = tx.find(Unit), {person.id: person for person in tx.find(Person)}
        found = compare(self.rows, units, list(people.values()), near=nothing_near)
        made = [each for each in found if each.deed not in (Deed.SAME, Deed.UNCLEAR)]
        for each in made:
            if each.deed is Deed.NEW_UNIT:
                check_name(each.row.unit)
                tx.add(Unit.entered(name=each.row.unit))
            elif each.deed is Deed.BACK_UNIT:
                tx.put(tx.get(Unit, each.key).having(active=True))
        keys = {folded(unit.name): unit.id for unit in tx.find(Unit)}
        fresh = [_person(each.row, keys) for each in made if each.deed is Deed.NEW_PERSON]
        tx.add_many(fresh)
        for each in made:
            if each.deed is Deed.CHANGED:
                tx.put(_changed(people[each.key], each, keys))
        tx.tell(f"从《{self.file_name}》导入名单：{_counted(made)}")
        return made


# -- retiring and merging


def _heir(tx: Transaction, who: N, heir_id: int | None) -> N | None:
    if heir_id is None:
        return None
    heir = tx.get(type(who), heir_id)
    if heir.id == who.id:
        raise UserError(_("不能把“{name}”的事项移交给它自己。").format(name=who.name), _("请另选一个。"), field="heir")
    if not heir.active:
        raise UserError(
            _("“{name}”已停用，不能接收事项。").format(name=heir.name), _("请另选一个，或先恢复使用。"), field="heir"
        )
    return heir


def _others(tx: Transaction, kept: N, ids: Sequence[int]) -> list[N]:
    return [tx.get(type(kept), key) for key in dict.fromkeys(ids) if key != kept.id]


def _retire(tx: Transaction, who: N, heir: N | None, *, leave: bool) -> int:
    open_items = _open_items(tx, who)
    if open_items and heir is None and not leave:
        raise UserError(
            _("还有 {n} 项未销号的事项写着“{name}”。").format(n=len(open_items), name=who.name),
            _("请选择移交给谁，或者确认不移交。"),
            field="heir",
        )
    if heir is not None:
        _hand_over(tx, who, heir, open_items)
        if isinstance(who, Unit) and isinstance(heir, Unit):
            _bring_people(tx, who, heir, tx.find(Person, unit_id=who.id, active=True))
    tx.put(who.having(active=False))
    handed = f"，{len(open_items)} 项未销号事项移交 {heir.name}" if heir is not None and open_items else ""
    tx.tell(f"停用{who.kind_name} {who.name}{handed}")
    return len(open_items) if heir is not None else 0


def _bring_people(tx: Transaction, unit: Unit, heir: Unit, people: Sequence[Person]) -> None:
    tx.put_many([(person, person.having(unit_id=heir.id)) for person in people])


def _column(who: Unit | Person) -> str:
    return "unit_id" if isinstance(who, Unit) else "person_id"


def _open_items(tx: Transaction, who: Unit | Person) -> set[int]:
    """The items that are not done with and name ``who``, in a role or in a measure still to be done."""
    mine = {_column(who): who.id}
    named = {row.item_id for row in tx.find(Assignment, **mine)}
    named |= {step.item_id for step in tx.find(Measure, **mine) if not step.done}
    return {item.id for item in tx.find(Item, id=named) if item.status.is_open}


def _hand_over(tx: Transaction, who: N, heir: N, items: set[int] | None = None) -> None:
    """Write ``heir`` where ``who`` stands: on ``items`` and their unfinished measures, or everywhere for None."""
    column = _column(who)
    held: defaultdict[int, list[Assignment]] = defaultdict(list)
    for row in tx.find(Assignment, **{column: who.id}):
        if items is None or row.item_id in items:
            held[row.item_id].append(row)
    for row in tx.find(Assignment, **{column: heir.id}):
        if row.item_id in held:
            held[row.item_id].append(row)
    moved: list[tuple[Assignment, Assignment]] = []
    doubled: list[Assignment] = []
    for rows in held.values():
        once: set[object] = set()
        for row in sorted(rows, key=lambda row: (row.role is not Role.LEAD, row.position, row.id)):
            place = row.role if isinstance(who, Person) else "unit"  # who leads does not support as well
            if place in once:
                doubled.append(row)
            elif getattr(row, column) == who.id:
                moved.append((row, row.having(**{column: heir.id})))
            once.add(place)
    tx.put_many(moved)
    for row in doubled:
        tx.drop(row)
    for item_id, role in {(row.item_id, row.role) for row in doubled}:
        _close_ranks(tx, item_id, role)
    steps = tx.find(Measure, **{column: who.id})
    mine = (step for step in steps if items is None or (step.item_id in items and not step.done))
    tx.put_many([(step, step.having(**{column: heir.id})) for step in mine])


def _close_ranks(tx: Transaction, item_id: int, role: Role) -> None:
    """Number the holders of a role anew, in their order, after one has gone."""
    rows = sorted(tx.find(Assignment, item_id=item_id, role=role.value), key=lambda row: (row.position, row.id))
    tx.put_many([(row, row.having(position=n)) for n, row in enumerate(rows)])


# -- importing


def _person(row: RosterRow, units: dict[str, int]) -> Person:
    check_name(row.name)
    return Person.entered(name=row.name, unit_id=units.get(folded(row.unit)), duty=row.duty, phone=row.phone)


def _changed(person: Person, found: Difference, units: dict[str, int]) -> Person:
    fields = {change.field: change.after for change in found.changes}
    values: dict[str, object] = {name: fields[name] for name in ("duty", "phone") if name in fields}
    if "unit" in fields:
        values["unit_id"] = units.get(folded(fields["unit"]))
    return person.having(**values, active=True)


def _counted(made: Sequence[Difference]) -> str:
    counts = (
        ("新增责任单位 {} 个", Deed.NEW_UNIT),
        ("恢复责任单位 {} 个", Deed.BACK_UNIT),
        ("新增人员 {} 名", Deed.NEW_PERSON),
        ("更新人员 {} 名", Deed.CHANGED),
    )
    parts = [words.format(n) for words, deed in counts if (n := sum(each.deed is deed for each in made))]
    return "，".join(parts) or "没有变化"
