"""Links (关联) between items: the same problem again, a task carried over, a task that answers a problem."""

from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator

from tracker.domain.entity import Entity
from tracker.words import N_, _


class LinkKind(StrEnum):
    """How the item ``from_id`` stands to the item ``to_id``."""

    RECURS = "recurs"
    CONTINUES = "continues"
    ANSWERS = "answers"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {LinkKind.RECURS: N_("同类再现"), LinkKind.CONTINUES: N_("结转"), LinkKind.ANSWERS: N_("对应")}


class Link(Entity):
    """``from_id`` recurs, continues or answers ``to_id``: a later problem an earlier one, a task a problem."""

    kind_name: ClassVar[str] = N_("关联")

    from_id: int
    to_id: int
    kind: LinkKind

    @model_validator(mode="after")
    def _two_items(self) -> "Link":
        if self.from_id == self.to_id:
            raise ValueError(_("不能与自己关联"))
        return self
