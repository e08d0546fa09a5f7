"""Items (事项): what must be put right, or was promised for next year."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from tracker.domain.entity import Entity
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.status import Status
from tracker.words import N_

TITLE_LENGTH = 40  # a table cell holds so much; the original text is kept whole beside it


class Item(Entity):
    """One 事项. Owners, measures, notes and evidence are rows of their own that name this item.

    ``percent`` runs from 0 to 100. ``deadline_original`` (原定) never changes once a person has set it;
    ``deadline_current`` (现定) moves by extensions. ``deadline_presumed`` marks a date the program proposed
    because the report states none (推定); ``deadline_text`` keeps the report's own words.
    """

    kind_name: ClassVar[str] = N_("事项")

    code: str = Field(pattern=r"^\d{4}-[问计]-\d{2,}$")
    kind: ItemKind
    year: int = Field(ge=1990, le=2100)  # the report's year for a problem, the plan's for a commitment
    title: str = Field(min_length=1, max_length=200)
    original_text: str = ""
    cause: str = ""
    goal: str = ""
    standard: str = ""
    rectification: RectificationType | None = None
    status: Status = Status.UNCONFIRMED
    percent: int = Field(default=0, ge=0, le=100)
    deadline_kind: DeadlineKind | None = None
    deadline_text: str = ""
    deadline_presumed: bool = False
    deadline_original: date | None = None
    deadline_current: date | None = None
    result: str = ""
    remark: str = ""
    return_count: int = Field(default=0, ge=0)
    closed_on: date | None = None
    report_id: int | None = None


def format_code(kind: ItemKind, year: int, number: int) -> str:
    """The code printed on every sheet: 2023-问-01, 2024-计-03."""
    return f"{year}-{kind.mark}-{number:02d}"
