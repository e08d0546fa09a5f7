"""The journal (操作记录): one append-only record of every change; undo is a further step, not a gap."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

Image = dict[str, Any]  # a row as stored: JSON values by column name
# columns that name a row of another table by its number
REFERENCES = {"unit_id": "unit", "person_id": "person", "report_id": "report", "from_id": "item", "to_id": "item"}


class StepRole(StrEnum):
    """Whether a step was asked for, takes one back, or brings one back."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; ``before`` is None for a new row, ``after`` for one taken out."""

    table: str
    row_id: int
    item_id: int | None
    before: Image | None
    after: Image | None


@dataclass(frozen=True, slots=True)
class Step:
    """What a person asked for at one time (UTC), in words; its changes are asked for apart."""

    id: int
    operation: str
    words: str
    at: datetime
    actor: str
    role: StepRole = StepRole.DO
    reverses: int | None = None
    reversible: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """A step with the rows it changed; of one item only, where that was asked for."""

    step: Step
    changes: tuple[Change, ...]


def mentioned(records: Iterable[Record]) -> dict[str, set[int]]:
    """The numbers, by table, that ``records`` name rows by: who tells of them wants their names."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for record in records:
        for change in record.changes:
            if change.item_id:
                found["item"].add(change.item_id)
            for image in (change.before, change.after):
                for column, table in REFERENCES.items():
                    if image is not None and (number := image.get(column)):
                        found[table].add(number)
    return dict(found)
