"""Which table keeps which entity."""

from typing import Any, cast

from sqlalchemy import Table
from sqlmodel import SQLModel

from tracker.domain.entity import Entity
from tracker.store import tables
from tracker.store.images import ENTITIES

_ROWS: dict[str, type[SQLModel]] = {
    "report": tables.ReportRow,
    "item": tables.ItemRow,
    "excerpt": tables.ExcerptRow,
    "unit": tables.UnitRow,
    "person": tables.PersonRow,
    "assignment": tables.AssignmentRow,
    "measure": tables.MeasureRow,
    "note": tables.NoteRow,
    "evidence": tables.EvidenceRow,
    "extension": tables.ExtensionRow,
    "review": tables.ReviewRow,
    "link": tables.LinkRow,
    "urging": tables.UrgingRow,
    "saved_view": tables.SavedViewRow,
}


def table(row: type[SQLModel]) -> Table:
    """The SQLAlchemy table behind a row class, typed."""
    return cast(Table, cast(Any, row).__table__)


TABLES: dict[type[Entity], Table] = {entity: table(_ROWS[name]) for name, entity in ENTITIES.items()}
