"""What every operation is: a value that says what is asked, and how it is done in one transaction."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


T_co = TypeVar("T_co", covariant=True)


class Operation(ABC, Generic[T_co]):
    """Subclasses are frozen dataclasses. ``reversible`` is False for decisions that have their own way back (销号)."""

    reversible: ClassVar[bool] = True

    @abstractmethod
    def run(self, tx: Transaction) -> T_co:
        """Do it, and ``tx.tell`` what was done. Raises UserError where a rule of the office forbids it."""


class Gradual(Operation[T_co]):
    """An operation on so many items that a window does it a little at a time; see ``Ledger.perform_gradually``."""

    @abstractmethod
    def gradually(self, tx: Transaction) -> Generator[tuple[int, int], None, T_co]:
        """Do it, giving after each little how much is done and how much there is."""

    def run(self, tx: Transaction) -> T_co:
        steps = self.gradually(tx)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                value: T_co = end.value
                return value
