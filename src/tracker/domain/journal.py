"""The journal (操作记录): one append-only record of every change; undo is a further step, not a gap."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

Image = dict[str, Any]  # a row as stored: JSON values by column name


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
