"""催办: that somebody was reminded of an item, when and by whom; kept apart from progress, for it is none."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from tracker.domain.entity import Entity
from tracker.words import N_


class Urging(Entity):
    """``urged_by`` reminded ``to_whom`` (names as they stood on that day) of an item."""

    kind_name: ClassVar[str] = N_("催办记录")

    item_id: int
    urged_on: date
    urged_by: str = ""
    to_whom: str = ""
    words: str = Field(default="", max_length=500)
