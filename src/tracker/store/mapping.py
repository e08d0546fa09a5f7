"""Which table keeps which entity, and how an entity becomes a row's image and back."""

from typing import Any, cast

from sqlalchemy import Table
from sqlmodel import SQLModel

from tracker.domain.deadlines import Extension
from tracker.domain.entity import Entity
from tracker.domain.evidence import Evidence
from tracker.domain.items import Item
from tracker.domain.journal import Image
from tracker.domain.links import Link
from tracker.domain.measures import Measure
from tracker.domain.notes import ProgressNote
from tracker.domain.people import Assignment, Person, Unit
from tracker.domain.reports import Excerpt, Report
from tracker.domain.reviews import Review
from tracker.store import tables

ROWS: dict[type[Entity], type[SQLModel]] = {
    Report: tables.ReportRow,
    Item: tables.ItemRow,
    Excerpt: tables.ExcerptRow,
    Unit: tables.UnitRow,
    Person: tables.PersonRow,
    Assignment: tables.AssignmentRow,
    Measure: tables.MeasureRow,
    ProgressNote: tables.NoteRow,
    Evidence: tables.EvidenceRow,
    Extension: tables.ExtensionRow,
    Review: tables.ReviewRow,
    Link: tables.LinkRow,
}


def table(row: type[SQLModel]) -> Table:
    """The SQLAlchemy table behind a row class, typed."""
    return cast(Table, cast(Any, row).__table__)


TABLES: dict[type[Entity], Table] = {entity: table(row) for entity, row in ROWS.items()}
ENTITIES: dict[str, type[Entity]] = {kept.name: entity for entity, kept in TABLES.items()}


# Pydantic's serializer is asked directly below: model_dump's own checks take twice as long as its work, and an
# import keeps fifty thousand rows.


def image_of(entity: Entity) -> Image:
    """``entity`` as the row that keeps it: JSON values by column name."""
    image: Image = entity.__pydantic_serializer__.to_python(entity, mode="json")
    return image


def text_of(entity: Entity) -> str:
    """The image of ``entity`` as the journal writes it."""
    return entity.__pydantic_serializer__.to_json(entity).decode()


def item_of(entity: Entity) -> int | None:
    """The item whose history a change of ``entity`` belongs to; None for reports, units and people."""
    owner: int | None = getattr(entity, "item_id", None)
    if owner is not None:
        return owner
    if isinstance(entity, Item):
        return entity.id
    return entity.from_id if isinstance(entity, Link) else None
