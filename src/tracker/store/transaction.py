"""The one way to write: every row that is added, put or dropped leaves its before and after in the journal."""

import json
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from tracker.domain.entity import Entity
from tracker.domain.items import format_code
from tracker.domain.journal import Change, Image, StepRole
from tracker.domain.kinds import ItemKind
from tracker.domain.people import Assignment, Person, Unit
from tracker.errors import BugError, UserError
from tracker.store import tables
from tracker.store.images import ENTITIES, Written, image_of, images_of, item_of, journal_of_new, text_of
from tracker.store.mapping import TABLES, table
from tracker.words import _

E = TypeVar("E", bound=Entity)

_STEPS, _CHANGES, _SERIES = table(tables.StepRow), table(tables.ChangeRow), table(tables.CodeSeriesRow)
_STATEMENTS: dict[str, str] = {}  # the insert of each table, written once: it takes as long as a small edit
_CHANGE_COLUMNS = ("step_id", "table_name", "row_id", "item_id", "before", "after")
_NAMING: dict[type[Entity], str] = {Unit: "unit_id", Person: "person_id"}  # cards show names; rows keep numbers
_AT_ONCE = 1_000  # rows of the journal: some 20 ms
_MOST_NUMBERS = 900  # SQLite takes so many question marks in one statement, on every version
_SEQUENCE = "SELECT seq FROM sqlite_sequence WHERE name = ?"


class Transaction:
    """Reads and writes of one operation. ``now`` is UTC, ``today`` the office's own day, ``actor`` who asked.

    Every write is kept for the journal; the ledger stores them as one step when the operation has succeeded.
    """

    def __init__(self, connection: Connection, *, now: datetime, today: date, actor: str) -> None:
        self._connection = connection
        self.now = now
        self.today = today
        self.actor = actor
        self.words = ""
        self._given: dict[str, int] = {}  # the last number reserved in this transaction, by table
        self._journal: list[Written] = []
        self._seen: dict[tuple[type[Entity], int], Entity] = {}
        self._showing: set[int] = set()  # items that show a name which was changed

    def tell(self, words: str) -> None:
        """Say in one phrase what this step does; it names the step in history and in the undo menu."""
        self.words = words

    def defer_keys(self) -> None:
        """Let rows come and go in any order: whether those that others name are there is looked at in the end."""
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    # -- reading

    def get(self, kind: type[E], key: int) -> E:
        """The entity with ``key``. Raises UserError where it is no longer there."""
        found = self.seek(kind, key)
        if found is None:
            word = kind.kind_name
            raise UserError(_("这条{kind}已经不在台账里了。").format(kind=_(word)), _("请刷新后再试。"))
        return found

    def seek(self, kind: type[E], key: int) -> E | None:
        """The entity with ``key``, or None; nobody else writes meanwhile, so what was seen is not read again."""
        seen = self._seen.get((kind, key))
        if seen is not None:
            return cast(E, seen)
        kept = TABLES[kind]
        row = (
            self._connection.execute(select(kept).where(kept.c.id == bindparam("key")), {"key": key}).mappings().first()
        )
        if row is None:
            return None
        entity = kind.model_validate(dict(row))
        self._seen[(kind, key)] = entity
        return entity

    def find(self, kind: type[E], /, **equal: object) -> list[E]:
        """All entities whose columns equal what is given, or are one of a given set, oldest first."""
        kept = TABLES[kind]
        wanted = (
            kept.c[name].in_(value) if isinstance(value, (set, frozenset)) else kept.c[name] == value
            for name, value in equal.items()
        )
        query = select(kept).where(*wanted).order_by(kept.c.id)
        return [kind.model_validate(dict(row)) for row in self._connection.execute(query).mappings()]

    # -- writing

    def add(self, entity: E) -> E:
        """Keep a new entity; it comes back with its number."""
        return self.add_many([entity])[0]

    def add_many(self, entities: Sequence[E]) -> list[E]:
        """Keep new entities of one kind in one statement; one that brings a number (redo, ``numbers``) keeps it."""
        if not entities:
            return []
        kept = TABLES[type(entities[0])]
        missing = sum(not entity.id for entity in entities)
        fresh = iter(self.numbers(type(entities[0]), missing) if missing else ())
        added = [entity if entity.id else entity.model_copy(update={"id": next(fresh)}) for entity in entities]
        images = images_of(added)
        self._insert(kept, list(images[0]), [tuple(image.values()) for image in images])
        self._journal += journal_of_new(_plain(kept), added)
        return added

    def numbers(self, kind: type[Entity], count: int) -> range:
        """``count`` numbers never given to this kind, for entities that must know theirs before they are kept."""
        kept = TABLES[kind]
        given = self._connection.exec_driver_sql(_SEQUENCE, (kept.name,)).scalar() or 0
        first = max(given, self._given.get(kept.name, 0)) + 1
        self._given[kept.name] = first + count - 1
        return range(first, first + count)

    def _insert(self, kept: Table, columns: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
        """Insert rows of plain values: SQLAlchemy writes the statement, the driver takes the values as they are.

        Its usual way, a dictionary a row with a look at each value, takes half as long again (measured).
        """
        statement = _STATEMENTS.get(kept.name)
        if statement is None:
            compiled = insert(kept).compile(self._connection, column_keys=list(columns))
            if list(compiled.positiontup or ()) != list(columns):
                raise BugError(f"the columns of {kept.name} and of its entity are not in one order")
            statement = _STATEMENTS[_plain(kept)] = str(compiled)
        self._connection.connection.cursor().executemany(statement, rows)

    def put(self, entity: E) -> E:
        """Replace the stored entity of the same number; nothing happens where nothing differs."""
        kind = type(entity)
        former = self.get(kind, entity.id)
        if former == entity:
            return entity
        before, after = image_of(former), image_of(entity)
        kept = TABLES[kind]
        differing = {name: value for name, value in after.items() if before[name] != value}
        self._connection.execute(update(kept).where(kept.c.id == bindparam("key")), {"key": entity.id, **differing})
        self._journal.append((_plain(kept), entity.id, item_of(entity), text_of(former), text_of(entity)))
        self._seen[(kind, entity.id)] = entity
        if "name" in differing and kind in _NAMING:
            self._showing |= self._named_by(_NAMING[kind], entity.id)
        return entity

    def put_many(self, pairs: Sequence[tuple[E, E]]) -> None:
        """Replace many entities of one kind at once; each comes with its former self, as ``find`` gave it.

        One statement for all that differ in the same columns: a unit merged into another may have thousands of items.
        """
        changed = [(former, entity) for former, entity in pairs if former != entity]
        if not changed:
            return
        kind = type(changed[0][1])
        kept = TABLES[kind]
        rows: dict[tuple[str, ...], list[Image]] = {}
        for former, entity in changed:
            before, after = image_of(former), image_of(entity)
            differing = tuple(name for name, value in after.items() if before[name] != value)
            values = {f"new_{name}": after[name] for name in differing}
            rows.setdefault(differing, []).append({"key": entity.id, **values})
            self._journal.append((_plain(kept), entity.id, item_of(entity), text_of(former), text_of(entity)))
            self._seen[(kind, entity.id)] = entity
            if "name" in differing and kind in _NAMING:
                self._showing |= self._named_by(_NAMING[kind], entity.id)
        for names, values_of in rows.items():
            fresh: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
            self._connection.execute(update(kept).where(kept.c.id == bindparam("key")).values(fresh), values_of)

    def _named_by(self, column: str, key: int) -> set[int]:
        """The items whose cards show the unit or person ``key`` by its name."""
        kept = TABLES[Assignment]
        query = select(kept.c.item_id).where(kept.c[column] == key)
        return set(self._connection.execute(query).scalars())

    def drop(self, entity: Entity) -> None:
        """Take the entity out of its table; the journal keeps its last image."""
        self.drop_many([entity])

    def drop_many(self, entities: Sequence[Entity]) -> None:
        """Take entities of one kind out of their table in one statement."""
        if not entities:
            return
        kept = TABLES[type(entities[0])]
        statement = delete(kept).where(kept.c.id == bindparam("key"))
        self._connection.execute(statement, [{"key": entity.id} for entity in entities])
        for entity in entities:
            self._seen.pop((type(entity), entity.id), None)
            self._journal.append((_plain(kept), entity.id, item_of(entity), text_of(entity), None))

    def new_codes(self, kind: ItemKind, year: int, count: int) -> list[str]:
        """The next ``count`` codes of a series. The series is outside the journal on purpose: see its table."""
        series = _SERIES
        last = self._connection.execute(
            select(series.c.last).where(series.c.kind == kind.value, series.c.year == year)
        ).scalar()
        first = (last or 0) + 1
        self._connection.execute(
            upsert(series)
            .values(kind=kind.value, year=year, last=first + count - 1)
            .on_conflict_do_update(index_elements=["kind", "year"], set_={"last": first + count - 1})
        )
        return [format_code(kind, year, number) for number in range(first, first + count)]

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """What is written within stands or falls by itself: an error takes back its rows and their journal.

        Numbers that were given out stay given: none is ever given twice.
        """
        mark, words = len(self._journal), self.words
        savepoint = self._connection.begin_nested()
        try:
            yield
        except BaseException:
            savepoint.rollback()
            for table_name, row_id, *_images in self._journal[mark:]:
                self._seen.pop((ENTITIES[table_name], row_id), None)
            del self._journal[mark:]
            self.words = words
            raise
        savepoint.commit()

    # -- the journal

    @property
    def written(self) -> int:
        """How many rows this operation has written so far."""
        return len(self._journal)

    @property
    def changed_items(self) -> frozenset[int]:
        """The items whose rows, or whose children's rows, this operation has written; and those that show a name
        which it has changed."""
        written = {item_id for _table, _row, item_id, _before, _after in self._journal if item_id is not None}
        return frozenset(written | self._showing)

    @property
    def changed_tables(self) -> frozenset[str]:
        """The tables this operation has written to; none where nothing differed."""
        return frozenset(written[0] for written in self._journal)

    def changes_of(self, step_id: int) -> list[Change]:
        """What an earlier step changed, in the order it did so."""
        query = select(_CHANGES).where(_CHANGES.c.step_id == step_id).order_by(_CHANGES.c.id)
        return [
            Change(row["table_name"], row["row_id"], row["item_id"], _parsed(row["before"]), _parsed(row["after"]))
            for row in self._connection.execute(query).mappings()
        ]

    def current(self, changes: Sequence[Change]) -> dict[int, Entity]:
        """What the rows that ``changes`` of one table told of are now, by number; those that are gone are left out."""
        kind = ENTITIES[changes[0].table]
        numbers = [change.row_id for change in changes]
        found: dict[int, Entity] = {}
        for start in range(0, len(numbers), _MOST_NUMBERS):
            for entity in self.find(kind, id=frozenset(numbers[start : start + _MOST_NUMBERS])):
                found[entity.id] = entity
        return found

    def write_step(
        self, operation: str, *, role: StepRole = StepRole.DO, reverses: int | None = None, reversible: bool = True
    ) -> int:
        """Store the changes as one step and return its number; the caller makes sure there are any."""
        writing = self.writing_step(operation, role=role, reverses=reverses, reversible=reversible)
        while True:
            try:
                next(writing)
            except StopIteration as end:
                step_id: int = end.value
                return step_id

    def writing_step(
        self, operation: str, *, role: StepRole = StepRole.DO, reverses: int | None = None, reversible: bool = True
    ) -> Generator[tuple[int, int], None, int]:
        """As ``write_step``, a thousand changes at each ``next``, which gives how many of how many."""
        if not self.words:
            raise BugError(f"{operation} told nothing of what it did")
        written = self._connection.execute(
            insert(_STEPS),
            {
                "operation": operation,
                "words": self.words,
                "at": self.now.isoformat(timespec="seconds"),
                "actor": self.actor,
                "role": role.value,
                "reverses": reverses,
                "reversible": reversible,
            },
        )
        step_id = int(written.lastrowid)
        for start in range(0, len(self._journal), _AT_ONCE):
            some = self._journal[start : start + _AT_ONCE]
            self._insert(_CHANGES, _CHANGE_COLUMNS, [(step_id, *written) for written in some])
            yield start + len(some), len(self._journal)
        return step_id


def _plain(kept: Table) -> str:
    """The table's name as a plain str: of SQLAlchemy's own kind of str the driver asks, row by row, how to adapt it."""
    return str(kept.name)


def _parsed(text: str | None) -> Image | None:
    if text is None:
        return None
    image: Image = json.loads(text)
    return image
