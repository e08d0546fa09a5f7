"""A ledger (台账): opened, changed by operations, asked questions, and telling its listeners what was touched."""

from __future__ import annotations

import gc
import getpass
from collections.abc import Callable, Collection, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from tracker.domain.cards import ItemCard
from tracker.domain.journal import Step, StepRole
from tracker.errors import UserError
from tracker.operations.operation import Gradual, Operation
from tracker.progress import Progress, silent
from tracker.store import cards
from tracker.store.migrations import HEAD
from tracker.store.revision import revision_of
from tracker.words import _

if TYPE_CHECKING:
    from tracker.domain.evidence import StoredFile
    from tracker.store.database import Database
    from tracker.store.file_store import FileStore
    from tracker.store.questions import Questions
    from tracker.store.transaction import Transaction

T = TypeVar("T")
Clock = Callable[[], datetime]

DATABASE = "ledger.db"


@dataclass(frozen=True, slots=True)
class Touched:
    """What one step changed: the items whose cards may differ, and the names of the tables."""

    items: frozenset[int]
    tables: frozenset[str]


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What came of an operation. ``step`` is None where nothing differed, so that nothing was written."""

    value: T
    step: int | None
    words: str
    touched: Touched


class Ledger:
    """One open ledger. All its methods belong to one thread; workers take values and give values.

    ``actor`` signs each step; ``clock`` gives the present time with its zone.
    """

    def __init__(self, folder: Path, *, actor: str = "", clock: Clock | None = None) -> None:
        """Open the ledger in ``folder``, upgrading an older one. Raises UserError where there is none to open."""
        self.folder = folder.absolute()
        self.file = self.folder / DATABASE
        self.actor = actor or _logged_on()
        self.clock = clock or _now
        if not self.file.is_file():
            raise UserError(
                _("文件夹 {folder} 里没有台账。").format(folder=self.folder),
                _("请选择里面有 ledger.db 的台账文件夹，或新建一个台账。"),
            )
        revision = revision_of(self.file)
        if revision != HEAD:
            from tracker.store.upgrade import upgrade  # noqa: PLC0415 - Alembic: 200 ms that few starts must pay

            upgrade(self.file, revision, self.folder / "backups")
        self._listeners: list[Callable[[Touched], None]] = []
        self._writing = False

    @classmethod
    def create(cls, folder: Path, *, office: str = "", actor: str = "", clock: Clock | None = None) -> Ledger:
        """Make a new ledger in ``folder`` and open it. Raises UserError where one is there or none can be written."""
        from tracker.store import creation  # noqa: PLC0415 - as with upgrade

        creation.create(folder.absolute(), DATABASE, office=office, now=(clock or _now)())
        return cls(folder, actor=actor, clock=clock)

    @staticmethod
    def is_ledger(folder: Path) -> bool:
        """Whether ``folder`` has a ledger's database in it."""
        return (folder / DATABASE).is_file()

    def close(self) -> None:
        """Let go of the database; the ledger cannot be used afterwards."""
        if "_database" in vars(self):
            self._database.close()

    @cached_property
    def _database(self) -> Database:
        from tracker.store.database import Database  # noqa: PLC0415 - SQLAlchemy: half of a start, and cards need none

        return Database(self.file)

    def today(self) -> date:
        """The office's own day."""
        return self.clock().astimezone().date()

    @cached_property
    def evidence(self) -> FileStore:
        """The files that prove something."""
        return self._store_of("evidence")

    @cached_property
    def report_files(self) -> FileStore:
        """The files that were imported."""
        return self._store_of("reports")

    def _store_of(self, name: str) -> FileStore:
        from tracker.store.file_store import FileStore  # noqa: PLC0415 - pydantic: a sixth of a start, as above

        store = FileStore(self.folder / name)
        with suppress(OSError):
            store.sweep()
        return store

    # -- asking

    def cards(self, ids: Collection[int] | None = None) -> list[ItemCard]:
        """All items as cards, or those of ``ids``, by year (newest first), kind and number."""
        with collector_paused():
            return cards.cards(self.file, ids)

    def office(self) -> str:
        """The name of the office that keeps this ledger."""
        return cards.office(self.file)

    @property
    def ask(self) -> Questions:
        """Everything else that can be asked."""
        return self._database.ask

    # -- changing

    def perform(self, operation: Operation[T]) -> Done[T]:
        """Run one operation in one transaction and record it as one step; tell the listeners after the commit.

        Raises UserError where a rule or the world forbids it; then nothing has changed.
        """
        return self._run(operation, role=StepRole.DO)

    def perform_gradually(self, operation: Gradual[T]) -> Generator[tuple[int, int], None, Done[T]]:
        """As ``perform``, a little at each ``next``, which gives how much is done and how much there is.

        It is one transaction: whoever closes the generator early takes everything back. Other operations are refused
        meanwhile, and questions see the ledger as it was.
        """
        with self._writes() as tx:
            value = yield from operation.gradually(tx)
            step = None
            if tx.written:
                step = yield from tx.writing_step(type(operation).__name__, reversible=operation.reversible)
        return self._told(tx, value, step)

    def undo(self) -> Done[None]:
        """Take back the last step that stands. Raises UserError where there is none or it is a formal decision."""
        step = self.ask.to_undo()
        if step is None:
            raise UserError(_("没有可以撤销的操作。"))
        return self._reverse(step, StepRole.UNDO)

    def redo(self) -> Done[None]:
        """Bring back what the last undo took. Raises UserError where there is none."""
        step = self.ask.to_redo()
        if step is None:
            raise UserError(_("没有可以重做的操作。"))
        return self._reverse(step, StepRole.REDO)

    def undo_step(self, step: Step) -> Done[None]:
        """Take back one given step, where nothing has touched its rows since. Raises UserError otherwise."""
        return self._reverse(step, StepRole.UNDO)

    def _reverse(self, step: Step, role: StepRole) -> Done[None]:
        from tracker.operations.reverse import ReverseStep  # noqa: PLC0415 - as with the files

        return self._run(ReverseStep(step), role=role, reverses=step.id)

    def _run(self, operation: Operation[T], *, role: StepRole, reverses: int | None = None) -> Done[T]:
        with self._writes() as tx:
            value = operation.run(tx)
            step = None
            if tx.written:
                name = type(operation).__name__
                step = tx.write_step(name, role=role, reverses=reverses, reversible=operation.reversible)
        return self._told(tx, value, step)

    @contextmanager
    def _writes(self) -> Iterator[Transaction]:
        """The transaction of one operation. Raises UserError while another is under way."""
        if self._writing:
            raise UserError(_("上一步还没有写完。"), _("请等它完成，或先取消。"))
        now = self.clock()
        self._writing = True
        try:
            with (
                collector_paused(),
                self._database.transaction(
                    now=now.astimezone(UTC), today=now.astimezone().date(), actor=self.actor
                ) as tx,
            ):
                yield tx
        finally:
            self._writing = False

    def _told(self, tx: Transaction, value: T, step: int | None) -> Done[T]:
        """What came of a step, after the listeners have heard of it."""
        touched = Touched(tx.changed_items, tx.changed_tables)
        if step is not None:
            for listener in tuple(self._listeners):
                listener(touched)
        return Done(value, step, tx.words, touched)

    def subscribe(self, listener: Callable[[Touched], None]) -> Callable[[], None]:
        """Call ``listener`` after each commit; the answer unsubscribes it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # -- files

    def keep_evidence(self, source: Path, progress: Progress = silent) -> StoredFile:
        """Copy a file into the store, ready for AddEvidence; may run in a worker. Raises UserError, Cancelled."""
        return self.evidence.take(source, progress)

    def keep_report(self, source: Path, progress: Progress = silent) -> StoredFile:
        """Copy an imported file into the store; may run in a worker. Raises UserError, Cancelled."""
        return self.report_files.take(source, progress)

    # -- proving

    def faults(self, progress: Progress = silent) -> list[str]:
        """All that is wrong with the ledger, as Chinese sentences; empty for a sound one."""
        return self._database.faults(evidence=self.evidence, reports=self.report_files, progress=progress)


@contextmanager
def collector_paused() -> Iterator[None]:
    """No garbage collection while much is made that stays: the collector would look at it again and again.

    An import of ten thousand items takes a third less time (measured); other operations end before one is due. It
    holds for all threads: one that collects holds up the others.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _now() -> datetime:
    return datetime.now(UTC)


def _logged_on() -> str:
    """The name this computer knows the person by; services and containers may have none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "本机用户"  # it signs steps: the same in every language
