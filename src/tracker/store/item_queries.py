"""Lists and details of items, read with column selects: no object is built that nobody asked for."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Integer, Select, func, literal, or_, select, type_coerce

from tracker.domain.cards import ItemCard, ItemDetail, LinkedItem, Owner
from tracker.domain.deadlines import Extension
from tracker.domain.entity import Entity
from tracker.domain.evidence import Evidence
from tracker.domain.filters import fold
from tracker.domain.items import DeadlineKind, Item, ItemKind, RectificationType
from tracker.domain.links import Link, LinkKind
from tracker.domain.measures import Measure
from tracker.domain.notes import ProgressNote
from tracker.domain.people import Assignment, Person, Role, Unit
from tracker.domain.reports import Excerpt, Report
from tracker.domain.reviews import Review
from tracker.domain.status import Status
from tracker.store.mapping import TABLES

E = TypeVar("E", bound=Entity)

_ITEM, _REPORT, _LINK = TABLES[Item], TABLES[Report], TABLES[Link]
_ASSIGNMENT, _UNIT, _PERSON = TABLES[Assignment], TABLES[Unit], TABLES[Person]
_MEASURE, _NOTE, _EVIDENCE, _EXTENSION = TABLES[Measure], TABLES[ProgressNote], TABLES[Evidence], TABLES[Extension]
_LEAD_IN = 60  # characters of the original on a row's second line

_KINDS, _STATUSES = {kind.value: kind for kind in ItemKind}, {status.value: status for status in Status}
_TYPES: dict[str | None, RectificationType | None] = {None: None, **{t.value: t for t in RectificationType}}
_DEADLINES: dict[str | None, DeadlineKind | None] = {None: None, **{k.value: k for k in DeadlineKind}}


def _owner_names() -> Any:
    """Names by role, each list in printed order; SQLite joins in the order the rows are fed."""
    fed = (
        select(_ASSIGNMENT.c.item_id, _ASSIGNMENT.c.role, func.coalesce(_UNIT.c.name, _PERSON.c.name).label("name"))
        .outerjoin(_UNIT, _UNIT.c.id == _ASSIGNMENT.c.unit_id)
        .outerjoin(_PERSON, _PERSON.c.id == _ASSIGNMENT.c.person_id)
        .order_by(_ASSIGNMENT.c.item_id, _ASSIGNMENT.c.position, _ASSIGNMENT.c.id)
        .subquery()
    )
    joined = [
        func.aggregate_strings(fed.c.name, "、").filter(fed.c.role == role.value).label(role.value) for role in Role
    ]
    return select(fed.c.item_id, *joined).group_by(fed.c.item_id).subquery("owners")


def cards_query() -> Select[Any]:
    """The one statement behind every list; columns in the order of ItemCard."""
    owners = _owner_names()
    measures = (
        select(
            _MEASURE.c.item_id, func.count().label("n"), func.sum(type_coerce(_MEASURE.c.done, Integer)).label("done")
        )
        .group_by(_MEASURE.c.item_id)
        .subquery("measures")
    )
    notes = (
        select(_NOTE.c.item_id, func.max(_NOTE.c.noted_on).label("last")).group_by(_NOTE.c.item_id).subquery("notes")
    )
    evidence = _counted(_EVIDENCE, "proof")
    extensions = _counted(_EXTENSION, "moved")
    item = _ITEM.c
    return (
        select(
            item.id, item.code, item.kind, item.year, item.title,
            func.substr(item.original_text, 1, _LEAD_IN),
            item.status, item.percent, item.rectification, item.deadline_kind, item.deadline_original,
            item.deadline_current, item.deadline_presumed, item.deadline_text,
            *(func.coalesce(owners.c[role.value], "") for role in Role),
            func.coalesce(measures.c.n, 0), func.coalesce(measures.c.done, 0),
            func.coalesce(evidence.c.n, 0), func.coalesce(extensions.c.n, 0),
            item.return_count, notes.c.last, item.closed_on, item.report_id, func.coalesce(_REPORT.c.title, ""),
        )
        .outerjoin(owners, owners.c.item_id == item.id)
        .outerjoin(measures, measures.c.item_id == item.id)
        .outerjoin(notes, notes.c.item_id == item.id)
        .outerjoin(evidence, evidence.c.item_id == item.id)
        .outerjoin(extensions, extensions.c.item_id == item.id)
        .outerjoin(_REPORT, _REPORT.c.id == item.report_id)
    )  # fmt: skip


def _counted(kept: Any, name: str) -> Any:
    return select(kept.c.item_id, func.count().label("n")).group_by(kept.c.item_id).subquery(name)


def cards(connection: Connection, ids: Collection[int] | None = None) -> list[ItemCard]:
    """All cards, or those of ``ids``, by year, kind and number of the code."""
    query = cards_query().order_by(_ITEM.c.year.desc(), _ITEM.c.kind.desc(), _ITEM.c.id)
    if ids is not None:
        query = query.where(_ITEM.c.id.in_(ids))
    day = date.fromisoformat
    return [
        ItemCard(
            key, code, _KINDS[kind], year, title, text, _STATUSES[status], percent, _TYPES[rectification],
            _DEADLINES[deadline_kind], original and day(original), current and day(current), bool(presumed), words,
            lead, support, person, leader, measures, done, evidence, extensions, returned,
            last and day(last), closed and day(closed), report_id, report_title,
        )
        for (
            key, code, kind, year, title, text, status, percent, rectification, deadline_kind, original, current,
            presumed, words, lead, support, person, leader, measures, done, evidence, extensions, returned, last,
            closed, report_id, report_title,
        ) in connection.execute(query)
    ]  # fmt: skip


def haystacks(connection: Connection, ids: Collection[int] | None = None) -> dict[int, str]:
    """The folded text of each item that a search looks through: its own words, measures, notes, names, evidence."""
    item = _ITEM.c
    own = select(
        item.id,
        item.code + "\n" + item.title + "\n" + item.original_text + "\n" + item.cause + "\n" + item.goal + "\n"
        + item.standard + "\n" + item.result + "\n" + item.remark,
    )  # fmt: skip
    names = (
        select(_ASSIGNMENT.c.item_id, func.coalesce(_UNIT.c.name, _PERSON.c.name))
        .outerjoin(_UNIT, _UNIT.c.id == _ASSIGNMENT.c.unit_id)
        .outerjoin(_PERSON, _PERSON.c.id == _ASSIGNMENT.c.person_id)
    )
    others: list[Select[Any]] = [
        select(_MEASURE.c.item_id, _MEASURE.c.text),
        select(_NOTE.c.item_id, _NOTE.c.text),
        select(_EVIDENCE.c.item_id, _EVIDENCE.c.name),
        names,
    ]
    texts: dict[int, str] = {}
    more: defaultdict[int, list[str]] = defaultdict(list)
    for query in others:
        for key, text in connection.execute(_only(query, ids)):
            more[key].append(text)
    for key, text in connection.execute(_only(own, ids)):
        texts[key] = fold("\n".join((text, *more[key])) if key in more else text)
    return texts


def _only(query: Select[Any], ids: Collection[int] | None) -> Select[Any]:
    return query if ids is None else query.where(query.selected_columns[0].in_(ids))


def details(connection: Connection, ids: Collection[int]) -> list[ItemDetail]:
    """Everything about the items of ``ids``, in that order; ids that are gone are left out."""
    items = {row.id: row for row in _rows(connection, Item, "id", ids)}
    owners, links = _owners(connection, ids), _links(connection, ids)
    children = {
        kind: _by_item(_rows(connection, kind, "item_id", ids))
        for kind in (Measure, ProgressNote, Evidence, Extension, Review, Excerpt)
    }
    report_ids = {item.report_id for item in items.values() if item.report_id}
    titles = dict(connection.execute(select(_REPORT.c.id, _REPORT.c.title).where(_REPORT.c.id.in_(report_ids))).all())
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
            report_title=titles.get(items[key].report_id or 0, ""),
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
