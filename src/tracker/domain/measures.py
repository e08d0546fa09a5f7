"""Measures (整改措施): the steps towards an item's end."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from tracker.domain.entity import Entity
from tracker.words import N_


class Measure(Entity):
    """One step, with an owner and a deadline of its own where they differ from the item's."""

    kind_name: ClassVar[str] = N_("整改措施")

    item_id: int
    position: int = 0
    text: str = Field(min_length=1)
    unit_id: int | None = None
    person_id: int | None = None
    deadline: date | None = None
    deadline_text: str = ""
    done: bool = False
    done_on: date | None = None
    unfinished_reason: str = ""
