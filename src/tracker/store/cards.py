"""The list of items, read straight from its view with sqlite3: the window's first paint waits for nothing else.

SQLAlchemy and SQLModel take longer to load than five thousand cards take to read and show (measured).
"""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from tracker.domain.cards import ItemCard
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.status import Status
from tracker.store.faults import worded

CARDS = "SELECT * FROM item_card"  # the view's columns stand in the order of ItemCard's fields
ADDED_ON = """CASE WHEN item.report_id IS NULL THEN (
    SELECT date(step.at, 'localtime') FROM change JOIN step ON step.id = change.step_id
    WHERE change.item_id = item.id AND change.table_name = 'item' AND change.before IS NULL LIMIT 1
) ELSE date(report.imported_at, 'localtime') END"""
_ORDER = "ORDER BY year DESC, kind DESC, id"
_MOST_MARKS = 900  # SQLite takes so many question marks in one statement, on every version

_NAMES = """coalesce((
    SELECT group_concat(name, '、') FROM (
        SELECT coalesce(unit.name, person.name) AS name FROM assignment
        LEFT JOIN unit ON unit.id = assignment.unit_id
        LEFT JOIN person ON person.id = assignment.person_id
        WHERE assignment.item_id = item.id AND assignment.role = '{role}'
        ORDER BY assignment.position, assignment.id
    )
), '')"""
# What the view says, asked of single items: the view adds up all children of all items before it looks for one, which
# takes 50 ms of ten thousand items, and is the quicker way for the whole list only (measured)
_FEW = f"""
SELECT item.id, item.code, item.kind, item.year, item.title, substr(item.original_text, 1, 60), item.status,
    item.percent, item.rectification, item.deadline_kind, item.deadline_original, item.deadline_current,
    item.deadline_presumed, item.deadline_text,
    {", ".join(_NAMES.format(role=role) for role in ("lead", "support", "person", "leader"))},
    (SELECT count(*) FROM measure WHERE item_id = item.id),
    (SELECT coalesce(sum(done), 0) FROM measure WHERE item_id = item.id),
    (SELECT count(*) FROM evidence WHERE item_id = item.id),
    (SELECT count(*) FROM extension WHERE item_id = item.id),
    item.return_count,
    (SELECT max(noted_on) FROM note WHERE item_id = item.id),
    item.closed_on, item.report_id, coalesce(report.title, ''), {ADDED_ON},
    (SELECT count(*) FROM urging WHERE item_id = item.id),
    (SELECT max(urged_on) FROM urging WHERE item_id = item.id)
FROM item LEFT JOIN report ON report.id = item.report_id
WHERE item.id IN ({{marks}}) ORDER BY item.year DESC, item.kind DESC, item.id
"""

_KINDS = {kind.value: kind for kind in ItemKind}
_STATUSES = {status.value: status for status in Status}
_TYPES: dict[str | None, RectificationType | None] = {None: None, **{kind.value: kind for kind in RectificationType}}
_DEADLINES: dict[str | None, DeadlineKind | None] = {None: None, **{kind.value: kind for kind in DeadlineKind}}


def cards(file: Path, ids: Collection[int] | None = None) -> list[ItemCard]:
    """All cards of the ledger in ``file``, or those of ``ids``, by year (newest first), kind and number."""
    with _reading(file) as connection:
        if ids is None:
            return _cards(connection.execute(f"{CARDS} {_ORDER}"))
        if len(ids) > _MOST_MARKS:
            wanted = frozenset(ids)
            return [card for card in _cards(connection.execute(f"{CARDS} {_ORDER}")) if card.id in wanted]
        marks = ",".join("?" * len(ids))
        return _cards(connection.execute(_FEW.format(marks=marks), tuple(ids)))


def office(file: Path) -> str:
    """The name of the office that keeps the ledger in ``file``."""
    with _reading(file) as connection:
        return str(connection.execute("SELECT office FROM ledger").fetchone()[0])


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    with worded(file), closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA query_only = ON")
        yield connection


def _cards(rows: sqlite3.Cursor) -> list[ItemCard]:
    day = date.fromisoformat
    return [
        ItemCard(
            key, code, _KINDS[kind], year, title, text, _STATUSES[status], percent, _TYPES[rectification],
            _DEADLINES[deadline_kind], original and day(original), current and day(current), bool(presumed), words,
            lead, support, person, leader, measures, done, evidence, extensions, returned,
            last and day(last), closed and day(closed), report_id, report_title, added and day(added), urgings,
            urged and day(urged),
        )
        for (
            key, code, kind, year, title, text, status, percent, rectification, deadline_kind, original, current,
            presumed, words, lead, support, person, leader, measures, done, evidence, extensions, returned, last,
            closed, report_id, report_title, added, urgings, urged,
        ) in rows
    ]  # fmt: skip
