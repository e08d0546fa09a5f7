"""Progress notes (进展记录): appended, dated, signed; never edited away."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from tracker.domain.entity import Entity
from tracker.words import N_


class ProgressNote(Entity):
    """What was done until ``noted_on``, said by ``author``; ``percent`` where the author gave one."""

    kind_name: ClassVar[str] = N_("进展记录")

    item_id: int
    text: str = Field(min_length=1)
    percent: int | None = Field(default=None, ge=0, le=100)
    author: str = ""
    noted_on: date


def note_line(note: ProgressNote) -> str:
    """A note as a line of an official sheet: its day, its words, the percentage and who said it."""
    percent = f"（{note.percent}%）" if note.percent is not None else ""
    return f"{note.noted_on.isoformat()} {note.text}{percent}" + (f"——{note.author}" if note.author else "")
