"""Units and people as lines of a list, each with the items it answers for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.cards import ItemCard
from tracker.domain.status import Status

if TYPE_CHECKING:  # the window shows these lines before pydantic is needed
    from tracker.domain.people import Person, Unit


_DONE = frozenset(status for status in Status if not status.is_open)  # asked ten thousand times at once


class Tally(NamedTuple):
    """How many items name somebody: still open, overdue among these, and all."""

    open: int = 0
    overdue: int = 0
    total: int = 0


class UnitLine(NamedTuple):
    """One unit; an item counts once, whether the unit leads or supports."""

    id: int
    name: str
    active: bool
    tally: Tally
    people: int  # those in use


class PersonLine(NamedTuple):
    """One person; an item counts once, in whatever role."""

    id: int
    name: str
    active: bool
    tally: Tally
    unit: str
    duty: str
    phone: str


Line = UnitLine | PersonLine


def unit_lines(
    units: Sequence[Unit], people: Sequence[Person], cards: Iterable[ItemCard], today: date
) -> list[UnitLine]:
    """``units`` in their order."""
    tallies = _count(cards, today, of_units=True)
    members = Counter(person.unit_id for person in people if person.active)
    return [
        UnitLine(unit.id, unit.name, unit.active, tallies.get(unit.name, Tally()), members[unit.id]) for unit in units
    ]


def person_lines(
    units: Sequence[Unit], people: Sequence[Person], cards: Iterable[ItemCard], today: date
) -> list[PersonLine]:
    """``people`` by the order of their units, those of none last, each unit's in the order they came."""
    tallies = _count(cards, today, of_units=False)
    places = {unit.id: n for n, unit in enumerate(units)}
    names = {unit.id: unit.name for unit in units}
    ordered = sorted(people, key=lambda person: places.get(person.unit_id or 0, len(places)))
    return [
        PersonLine(
            person.id, person.name, person.active, tallies.get(person.name, Tally()),
            names.get(person.unit_id or 0, ""), person.duty, person.phone,
        )
        for person in ordered
    ]  # fmt: skip


def _count(cards: Iterable[ItemCard], today: date, *, of_units: bool) -> dict[str, Tally]:
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    named: dict[tuple[str, str], list[list[int]]] = {}  # the counts of those that two roles name: most recur
    for card in cards:
        roles = (card.lead, card.support) if of_units else (card.person, card.leader)
        mine = named.get(roles)
        if mine is None:
            names = {name for role in roles for name in role.split("、") if name}
            mine = named[roles] = [counts[name] for name in names]
        if not mine:
            continue
        is_open = card.status not in _DONE
        late = is_open and card.deadline_current is not None and card.deadline_current < today
        for count in mine:
            count[0] += is_open
            count[1] += late
            count[2] += 1
    return {name: Tally(*count) for name, count in counts.items()}
