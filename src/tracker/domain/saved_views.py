"""Saved views (视图): a filter with the table's look, under a name of the office's own."""

from typing import ClassVar

from pydantic import Field

from tracker.domain.entity import Entity
from tracker.words import N_


class SavedView(Entity):
    """``body`` is JSON: what the view shows and how; the window and the command line read what they know of it."""

    kind_name: ClassVar[str] = N_("视图")

    name: str = Field(min_length=1, max_length=30)
    position: int = 0
    body: str = "{}"
