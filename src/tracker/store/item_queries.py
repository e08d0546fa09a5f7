"""What is searched of items, and everything about a few of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, func, literal, literal_column, or_, select

from tracker.domain.cards import ItemDetail, LinkedItem, Owner
from tracker.domain.deadlines import Extension
from tracker.domain.entity import Entity
from tracker.domain.evidence import Evidence
from tracker.domain.haystacks import Part, haystack
from tracker.domain.items import Item
from tracker.domain.kinds import Role
from tracker.domain.links import Link, LinkKind
from tracker.domain.measures import Measure
from tracker.domain.notes import ProgressNote
from tracker.domain.people import Assignment, Person, Unit
from tracker.domain.reports import Excerpt, Report
from tracker.domain.reviews import Review
from tracker.domain.urgings import Urging
from tracker.store.cards import ADDED_ON
from tracker.store.mapping import TABLES

E = TypeVar("E", bound=Entity)

_ITEM, _REPORT, _LINK = TABLES[Item], TABLES[Report], TABLES[Link]
_ASSIGNMENT, _UNIT, _PERSON = TABLES[Assignment], TABLES[Unit], TABLES[Person]
_MEASURE, _NOTE, _EVIDENCE = TABLES[Measure], TABLES[ProgressNote], TABLES[Evidence]

_OWN = (
    (Part.CODE, _ITEM.c.code), (Part.TEXT, _ITEM.c.original_text), (Part.CAUSE, _ITEM.c.cause),
    (Part.GOAL, _ITEM.c.goal), (Part.STANDARD, _ITEM.c.standard), (Part.RESULT, _ITEM.c.result),
    (Part.REMARK, _ITEM.c.remark),
)  # fmt: skip
_CHILDREN = ((Part.MEASURE, _MEASURE.c.text), (Part.NOTE, _NOTE.c.text), (Part.EVIDENCE, _EVIDENCE.c.name))


def haystacks(connection: Connection, ids: Collection[int] | None = None) -> dict[int, str]:
    """What a search looks through of each item: its own words, measures, notes, names, evidence, and their sounds."""
    own: ColumnElement[str] = literal("")
    for part, words in _OWN:  # put together by SQLite: one text for each item comes over, not seven
        own = own + part.value + words
    names = (
        select(_ASSIGNMENT.c.item_id, func.coalesce(_UNIT.c.name, _PERSON.c.name))
        .outerjoin(_UNIT, _UNIT.c.id == _ASSIGNMENT.c.unit_id)
        .outerjoin(_PERSON, _PERSON.c.id == _ASSIGNMENT.c.person_id)
    )
    owners: defaultdict[int, list[str]] = defaultdict(list)
    for key, name in connection.execute(_only(names, ids)):
        owners[key].append(name)
    more: defaultdict[int, list[str]] = defaultdict(list)
    for part, words in _CHILDREN:
        for key, text in connection.execute(_only(select(words.table.c.item_id, words), ids)):
            more[key].append(part.value + text)
    return {
        key: haystack(title, owners.get(key, ()), "".join((marked, *more.get(key, ()))))
        for key, title, marked in connection.execute(_only(select(_ITEM.c.id, _ITEM.c.title, own), ids))
    }


def _only(query: Select[Any], ids: Collection[int] | None) -> Select[Any]:
    return query if ids is None else query.where(query.selected_columns[0].in_(ids))


def details(connection: Connection, ids: Collection[int]) -> list[ItemDetail]:
    """Everything about the items of ``ids``, in that order; ids that are gone are left out."""
    items = {row.id: row for row in _rows(connection, Item, "id", ids)}
    owners, links = _owners(connection, ids), _links(connection, ids)
    children = {
        kind: _by_item(_rows(connection, kind, "item_id", ids))
        for kind in (Measure, ProgressNote, Evidence, Extension, Review, Excerpt, Urging)
    }
    report_ids = {item.report_id for item in items.values() if item.report_id}
    titles = dict(connection.execute(select(_REPORT.c.id, _REPORT.c.title).where(_REPORT.c.id.in_(report_ids))).all())
    days = connection.execute(
        select(_ITEM.c.id, literal_column(ADDED_ON))
        .outerjoin(_REPORT, _REPORT.c.id == _ITEM.c.report_id)
        .where(_ITEM.c.id.in_(ids))
    )
    added = {key: date.fromisoformat(day) for key, day in days if day}
    return [
        ItemDetail(
            item=items[key],
            owners=tuple(owners[key]),
            measures=tuple(sorted(children[Measure][key], key=lambda measure: measure.position)),
            notes=tuple(sorted(children[ProgressNote][key], key=lambda note: note.noted_on)),
            evidence=tuple(children[Evidence][key]),
            extensions=tuple(children[Extension][key]),
            reviews=tuple(children[Review][key]),
            excerpts=tuple(children[Excerpt][key]),
            links=tuple(links[key]),
            urgings=tuple(sorted(children[Urging][key], key=lambda urging: urging.urged_on)),
            report_title=titles.get(items[key].report_id or 0, ""),
            added_on=added.get(key),
        )
        for key in ids
        if key in items
    ]


def _rows(connection: Connection, kind: type[E], column: str, ids: Collection[int]) -> list[E]:
    kept = TABLES[kind]
    query = select(kept).where(kept.c[column].in_(ids)).order_by(kept.c.id)
    return [kind.model_validate(dict(row)) for row in connection.execute(query).mappings()]


def _by_item(rows: Iterable[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.item_id].append(row)
    return found


def _owners(connection: Connection, ids: Collection[int]) -> defaultdict[int, list[Owner]]:
    query = (
        select(
            _ASSIGNMENT.c.item_id, _ASSIGNMENT.c.role, func.coalesce(_UNIT.c.name, _PERSON.c.name),
            _ASSIGNMENT.c.unit_id, _ASSIGNMENT.c.person_id,
        )
        .outerjoin(_UNIT, _UNIT.c.id == _ASSIGNMENT.c.unit_id)
        .outerjoin(_PERSON, _PERSON.c.id == _ASSIGNMENT.c.person_id)
        .where(_ASSIGNMENT.c.item_id.in_(ids))
        .order_by(_ASSIGNMENT.c.position, _ASSIGNMENT.c.id)
    )  # fmt: skip
    found: defaultdict[int, list[Owner]] = defaultdict(list)
    for key, role, name, unit_id, person_id in connection.execute(query):
        found[key].append(Owner(Role(role), name, unit_id, person_id))
    return found


def _links(connection: Connection, ids: Collection[int]) -> defaultdict[int, list[LinkedItem]]:
    found: defaultdict[int, list[LinkedItem]] = defaultdict(list)
    for here, there, outgoing in ((_LINK.c.from_id, _LINK.c.to_id, True), (_LINK.c.to_id, _LINK.c.from_id, False)):
        query = (
            select(here, _LINK.c.id, _LINK.c.kind, _ITEM.c.id, _ITEM.c.code, _ITEM.c.title)
            .join(_ITEM, _ITEM.c.id == there)
            .where(here.in_(ids))
            .order_by(_LINK.c.id)
        )
        for key, link_id, kind, other, code, title in connection.execute(query):
            found[key].append(LinkedItem(link_id, LinkKind(kind), outgoing, other, code, title))
    return found


def item_by_code(connection: Connection, code: str) -> Item | None:
    """The item with this code."""
    row = connection.execute(select(_ITEM).where(_ITEM.c.code == code)).mappings().first()
    return None if row is None else Item.model_validate(dict(row))


def similar_codes(connection: Connection, start: str, limit: int = 5) -> list[str]:
    """Some codes that begin like ``start``, for a message about one that does not exist."""
    query = select(_ITEM.c.code).where(or_(_ITEM.c.code.startswith(start, autoescape=True), literal(not start)))
    return list(connection.execute(query.order_by(_ITEM.c.code).limit(limit)).scalars())
