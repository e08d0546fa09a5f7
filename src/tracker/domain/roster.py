"""A list of units and people out of a file, compared with those of the ledger: what is new, changed, or unclear."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.names import folded, nearest
from tracker.words import _

if TYPE_CHECKING:  # the page shows differences before pydantic is needed
    from tracker.domain.people import Person, Unit


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of the file: a person, or a unit alone where ``name`` is empty. Empty texts say nothing."""

    place: str  # where it stands, as people find it: 名单!B5
    unit: str = ""
    name: str = ""
    duty: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be understood, with its place and why."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadRoster:
    """What a file says."""

    file_name: str
    rows: tuple[RosterRow, ...]
    unread: tuple[Unread, ...] = ()


class Deed(StrEnum):
    """What a line of the file would do to the ledger."""

    NEW_UNIT = "new_unit"
    BACK_UNIT = "back_unit"  # retired in the ledger, named by the file
    NEW_PERSON = "new_person"
    CHANGED = "changed"
    UNCLEAR = "unclear"  # several people have this name
    SAME = "same"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a person before and after, in words; ``field`` is unit, duty, phone or active."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What one line does: ``key`` is the number of the unit or person that is there already, 0 for a new one.

    ``near`` is a unit or person of the ledger whose name is much alike: perhaps the same, written otherwise.
    """

    deed: Deed
    row: RosterRow
    key: int = 0
    changes: tuple[FieldChange, ...] = ()
    near: str = ""


Near = Callable[[str, Sequence[str]], str]


def nearest_of(name: str, known: Sequence[str]) -> str:
    """The known name that ``name`` may be another spelling of; empty where there is none."""
    return "".join(nearest(name, known, most=1))


def nothing_near(name: str, known: Sequence[str]) -> str:
    """For those who write what a person has looked at already."""
    return ""


def compare(
    rows: Sequence[RosterRow], units: Sequence[Unit], people: Sequence[Person], *, near: Near = nearest_of
) -> list[Difference]:
    """What ``rows`` would do, one difference a line, units before the people that need them.

    A person is known again by name and unit; by the name alone where only one has it, here and in the file.
    """
    return [*_units(rows, units, near), *_people(rows, units, people, near)]


def only(rows: Sequence[RosterRow], left_out: Collection[Difference]) -> tuple[RosterRow, ...]:
    """``rows`` without what a person unticked: a unit that is left out is left out of its people's lines too."""
    units = {folded(each.row.unit) for each in left_out if each.deed in (Deed.NEW_UNIT, Deed.BACK_UNIT)}
    gone = {(each.row.place, each.row.name) for each in left_out if each.deed not in (Deed.NEW_UNIT, Deed.BACK_UNIT)}
    kept = (row for row in rows if (row.place, row.name) not in gone)
    bare = (replace(row, unit="") if folded(row.unit) in units else row for row in kept)
    return tuple(row for row in bare if row.unit or row.name)


def _units(rows: Sequence[RosterRow], units: Sequence[Unit], near: Near) -> list[Difference]:
    known = {folded(unit.name): unit for unit in units}
    names = [unit.name for unit in units]
    found: dict[str, Difference] = {}
    for row in rows:
        key = folded(row.unit)
        if not key or key in found:
            continue
        unit = known.get(key)
        bare = RosterRow(row.place, row.unit)
        if unit is None:
            found[key] = Difference(Deed.NEW_UNIT, bare, near=near(row.unit, names))
        elif not unit.active:
            found[key] = Difference(Deed.BACK_UNIT, bare, unit.id)
        elif not row.name:
            found[key] = Difference(Deed.SAME, bare, unit.id)
    return list(found.values())


def _people(rows: Sequence[RosterRow], units: Sequence[Unit], people: Sequence[Person], near: Near) -> list[Difference]:
    unit_names = {unit.id: unit.name for unit in units}
    by_name: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_name[folded(person.name)].append(person)
    names = [person.name for person in people]
    in_file = Counter(folded(row.name) for row in rows if row.name)
    taken: set[int] = set()
    found: list[Difference] = []
    for row in rows:
        key = folded(row.name)
        if not key:
            continue
        free = [person for person in by_name[key] if person.id not in taken]
        fits = [person for person in free if _of_unit(person, row.unit, unit_names)]
        if not fits and row.unit:
            fits = [person for person in free if person.unit_id is None]
        if not fits and len(free) == in_file[key] == 1:
            fits = free
        if not row.unit and len(fits) > 1:
            found.append(Difference(Deed.UNCLEAR, row))
        elif fits:
            taken.add(fits[0].id)
            changes = _changes(row, fits[0], unit_names)
            found.append(Difference(Deed.CHANGED if changes else Deed.SAME, row, fits[0].id, changes))
        else:
            alike = "" if by_name[key] else near(row.name, names)
            found.append(Difference(Deed.NEW_PERSON, row, near=alike))
    return found


def _of_unit(person: Person, unit: str, names: dict[int, str]) -> bool:
    return not unit or folded(names.get(person.unit_id or 0, "")) == folded(unit)


def _changes(row: RosterRow, person: Person, names: dict[int, str]) -> tuple[FieldChange, ...]:
    unit = names.get(person.unit_id or 0, "")
    pairs = (
        ("unit", unit, row.unit if folded(row.unit) != folded(unit) else ""),
        ("duty", person.duty, row.duty),
        ("phone", person.phone, row.phone),
    )
    changes = [FieldChange(field, before, after) for field, before, after in pairs if after and after != before]
    if not person.active:
        changes.append(FieldChange("active", _("停用"), _("在册")))
    return tuple(changes)
