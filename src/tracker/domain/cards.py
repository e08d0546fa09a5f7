"""Cards (事项卡): read models; what a table row, a panel or a sheet shows of one item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.status import Status

if TYPE_CHECKING:  # a list of cards is shown before pydantic is loaded
    from tracker.domain.deadlines import Extension
    from tracker.domain.evidence import Evidence
    from tracker.domain.items import Item
    from tracker.domain.kinds import Role
    from tracker.domain.links import LinkKind
    from tracker.domain.measures import Measure
    from tracker.domain.notes import ProgressNote
    from tracker.domain.reports import Excerpt, ReportKind
    from tracker.domain.reviews import Review
    from tracker.domain.urgings import Urging


class ItemCard(NamedTuple):
    """One row of a list. Names of one role are joined with 、 in their printed order."""

    id: int
    code: str
    kind: ItemKind
    year: int
    title: str
    text: str  # the first 60 characters of the original, for a row's second line
    status: Status
    percent: int
    rectification: RectificationType | None
    deadline_kind: DeadlineKind | None
    deadline_original: date | None
    deadline_current: date | None
    deadline_presumed: bool
    deadline_text: str
    lead: str
    support: str
    person: str
    leader: str
    measures: int
    measures_done: int
    evidence: int
    extensions: int
    return_count: int
    last_note: date | None
    closed_on: date | None
    report_id: int | None
    report_title: str
    added_on: date | None  # since when the ledger knows it
    urgings: int
    last_urged: date | None


@dataclass(frozen=True, slots=True)
class Owner:
    """A name in a role, with the key of its unit or person."""

    role: Role
    name: str
    unit_id: int | None
    person_id: int | None


@dataclass(frozen=True, slots=True)
class LinkedItem:
    """Another item seen from this one; ``outgoing`` when this one recurs, continues or answers it."""

    link_id: int
    kind: LinkKind
    outgoing: bool
    item_id: int
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """Everything that is known of one item but its history."""

    item: Item
    owners: tuple[Owner, ...] = ()
    measures: tuple[Measure, ...] = ()
    notes: tuple[ProgressNote, ...] = ()  # oldest first
    evidence: tuple[Evidence, ...] = ()
    extensions: tuple[Extension, ...] = ()
    reviews: tuple[Review, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    links: tuple[LinkedItem, ...] = ()
    urgings: tuple[Urging, ...] = ()  # oldest first
    report_title: str = ""
    added_on: date | None = None

    def names(self, role: Role) -> tuple[str, ...]:
        """Who holds ``role``, in printed order."""
        return tuple(owner.name for owner in self.owners if owner.role is role)


@dataclass(frozen=True, slots=True)
class ReportCard:
    """One line of the list of reports, without the text."""

    id: int
    kind: ReportKind
    title: str
    organization: str
    report_year: int | None
    file_name: str
    file_sha256: str
    digest: str
    imported_at: datetime
    problems: int
    commitments: int
