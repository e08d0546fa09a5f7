"""What the journal tells: history, and which step undo or redo would take."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from tracker.domain.items import Item
from tracker.domain.journal import Change, Record, Step, StepRole, mentioned
from tracker.domain.people import Person, Unit
from tracker.domain.reports import Report
from tracker.store import tables
from tracker.store.mapping import TABLES, table

_MOST_NUMBERS = 900  # SQLite takes so many question marks in one statement, on every version
_STEP, _CHANGE, _ITEM = table(tables.StepRow), table(tables.ChangeRow), TABLES[Item]


def history(
    connection: Connection, *, item_id: int | None = None, limit: int = 200, most: int | None = None
) -> list[Record]:
    """The latest steps, newest first; those that touched ``item_id`` only, where given.

    Of each step the first ``most`` changes come: an import of ten thousand items has sixty thousand, which take most
    of a second to read, and nobody reads them in a list.
    """
    query = select(_STEP).order_by(_STEP.c.id.desc()).limit(limit)
    if item_id is not None:
        query = query.where(_STEP.c.id.in_(select(_CHANGE.c.step_id).where(_CHANGE.c.item_id == item_id)))
    steps = [_step(row) for row in connection.execute(query).mappings()]
    changes = _changes(connection, [step.id for step in steps], item_id, most)
    return [Record(step, tuple(changes[step.id])) for step in steps]


def _changes(
    connection: Connection, step_ids: Sequence[int], item_id: int | None, most: int | None
) -> defaultdict[int, list[Change]]:
    wanted = _CHANGE.c.step_id == _STEP.c.id
    if item_id is not None:
        wanted &= _CHANGE.c.item_id == item_id
    elif most is not None:
        # the changes of a step were written in one go, so that their numbers follow each other; to count them first
        # takes 40 ms of a step with a hundred thousand (measured)
        same = _CHANGE.alias("same")
        first = select(func.min(same.c.id)).where(same.c.step_id == _STEP.c.id).correlate(_STEP).scalar_subquery()
        wanted &= _CHANGE.c.id < first + most
    query = select(_CHANGE).select_from(_STEP.join(_CHANGE, wanted)).where(_STEP.c.id.in_(step_ids))
    found: defaultdict[int, list[Change]] = defaultdict(list)
    for row in connection.execute(query.order_by(_CHANGE.c.id)).mappings():
        before, after = (row[name] and json.loads(row[name]) for name in ("before", "after"))
        found[row["step_id"]].append(Change(row["table_name"], row["row_id"], row["item_id"], before, after))
    return found


def names(connection: Connection, records: Sequence[Record] | None = None) -> dict[tuple[str, int], str]:
    """What the numbers in images stand for: names of units and people, codes of items, by table and number.

    Those that ``records`` mention suffice to tell of them; None gives all. A unit that was merged into another is
    gone, but the steps before tell of it: its last image has its name.
    """
    wanted = None if records is None else mentioned(records)
    present: dict[tuple[str, int], str] = {}
    for column in (TABLES[Unit].c.name, TABLES[Person].c.name, _ITEM.c.code, TABLES[Report].c.title):
        query = select(column.table.c.id, column)
        if wanted is not None:
            numbers = wanted.get(column.table.name, set())
            if not numbers:
                continue
            if len(numbers) <= _MOST_NUMBERS:
                query = query.where(column.table.c.id.in_(numbers))
        present |= {(column.table.name, key): word for key, word in connection.execute(query)}
    gone = select(_CHANGE.c.table_name, _CHANGE.c.row_id, _CHANGE.c.before).where(
        _CHANGE.c.item_id.is_(None),  # has an index, and units and people belong to no item
        _CHANGE.c.after.is_(None),
        _CHANGE.c.table_name.in_([TABLES[Unit].name, TABLES[Person].name]),
    )
    last = {(name, key): json.loads(before)["name"] for name, key, before in connection.execute(gone)}
    return {**last, **present}


def last_to_undo(connection: Connection) -> Step | None:
    """The newest step that stands: neither an undo itself nor taken back by one."""
    return _newest(connection, select(_STEP).where(_STEP.c.role != StepRole.UNDO.value, _not_reversed()))


def last_to_redo(connection: Connection) -> Step | None:
    """The newest undo that nothing new was done after, and that was not itself taken back."""
    last_done = select(func.coalesce(func.max(_STEP.c.id), 0)).where(_STEP.c.role == StepRole.DO.value)
    return _newest(
        connection,
        select(_STEP).where(
            _STEP.c.role == StepRole.UNDO.value, _not_reversed(), _STEP.c.id > last_done.scalar_subquery()
        ),
    )


def _not_reversed() -> Any:
    later = _STEP.alias("later")
    return ~select(later.c.id).where(later.c.reverses == _STEP.c.id).exists()


def _newest(connection: Connection, query: Select[Any]) -> Step | None:
    row = connection.execute(query.order_by(_STEP.c.id.desc()).limit(1)).mappings().first()
    return None if row is None else _step(row)


def _step(row: Any) -> Step:
    return Step(
        id=row["id"],
        operation=row["operation"],
        words=row["words"],
        at=datetime.fromisoformat(row["at"]),
        actor=row["actor"],
        role=StepRole(row["role"]),
        reverses=row["reverses"],
        reversible=bool(row["reversible"]),
    )
