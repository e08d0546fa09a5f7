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
_ORDER = "ORDER BY year DESC, kind DESC, id"
_MOST_MARKS = 900  # SQLite takes so many question marks in one statement, on every version

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
        return _cards(connection.execute(f"{CARDS} WHERE id IN ({marks}) {_ORDER}", tuple(ids)))


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
