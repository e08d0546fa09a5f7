"""The database of an open ledger behind SQLAlchemy: transactions, questions and checks, with its faults in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from tracker.progress import Progress
from tracker.store import check, faults
from tracker.store.engine import open_engine, writing
from tracker.store.file_store import FileStore
from tracker.store.questions import Questions
from tracker.store.transaction import Transaction


class Database:
    """One engine on one file; made when the first question or operation needs more than the cards."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._engine = open_engine(file)
        self.ask = Questions(self.reading)

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A read transaction. Raises UserError for faults of the world."""
        with worded(self._file), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def transaction(self, *, now: datetime, today: date, actor: str) -> Iterator[Transaction]:
        """A write transaction: committed when the block ends well, taken back whole when it raises."""
        with worded(self._file), writing(self._engine).begin() as connection:
            yield Transaction(connection, now=now, today=today, actor=actor)

    def faults(self, *, evidence: FileStore, reports: FileStore, progress: Progress) -> list[str]:
        """All that is wrong with the ledger, as Chinese sentences."""
        with self.reading() as connection:
            return list(check.faults(connection, evidence=evidence, reports=reports, progress=progress))


@contextmanager
def worded(file: Path) -> Iterator[None]:
    """``faults.worded`` for what comes through SQLAlchemy, too."""
    with faults.worded(file):
        try:
            yield
        except DBAPIError as error:
            known = faults.in_words(error.orig, file)
            if known is None:
                raise
            raise known from error
