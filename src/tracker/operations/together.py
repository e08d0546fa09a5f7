"""Several operations that a person asked for at once: one transaction, one step, one undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.errors import BugError
from tracker.operations.operation import Operation

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Together(Operation[list[Any]]):
    """Run ``operations`` in order; all of them stand or none does. Gives their values in the same order."""

    operations: Sequence[Operation[Any]]

    def run(self, tx: Transaction) -> list[Any]:
        values: list[Any] = []
        said: list[str] = []
        for operation in self.operations:
            if not operation.reversible:
                raise BugError(f"{type(operation).__name__} is a formal decision and must be a step of its own")
            before = tx.written
            values.append(operation.run(tx))
            if tx.written > before:
                said.append(tx.words)
        tx.tell("；".join(dict.fromkeys(said)))
        return values
