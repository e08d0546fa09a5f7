"""The office's own views."""

from sqlalchemy import Connection, select

from tracker.domain.saved_views import SavedView
from tracker.store.mapping import TABLES

_VIEW = TABLES[SavedView]


def saved_views(connection: Connection) -> list[SavedView]:
    """All saved views in the office's order."""
    query = select(_VIEW).order_by(_VIEW.c.position, _VIEW.c.id)
    return [SavedView.model_validate(dict(row)) for row in connection.execute(query).mappings()]
