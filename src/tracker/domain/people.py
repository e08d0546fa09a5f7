"""Units (责任单位) and people, and who answers for what."""

from typing import ClassVar

from pydantic import Field, model_validator

from tracker.domain.entity import Entity
from tracker.domain.kinds import Role
from tracker.words import N_, _


class Unit(Entity):
    """A section, team or office that can answer for an item."""

    kind_name: ClassVar[str] = N_("责任单位")

    name: str = Field(min_length=1, max_length=60)
    position: int = 0
    active: bool = True


class Person(Entity):
    """Somebody who answers, supports or leads."""

    kind_name: ClassVar[str] = N_("人员")

    name: str = Field(min_length=1, max_length=40)
    unit_id: int | None = None
    duty: str = ""
    phone: str = ""
    active: bool = True


class Assignment(Entity):
    """One name in one role of one item; ``position`` keeps the order in which names are printed."""

    kind_name: ClassVar[str] = N_("责任分工")

    item_id: int
    role: Role
    unit_id: int | None = None
    person_id: int | None = None
    position: int = 0

    @model_validator(mode="after")
    def _names_one(self) -> "Assignment":
        missing, other = (self.unit_id, self.person_id) if self.role.is_units else (self.person_id, self.unit_id)
        if missing is None or other is not None:
            raise ValueError(_("牵头、配合写单位，责任人、分管领导写人员"))
        return self
