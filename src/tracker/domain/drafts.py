"""Drafts (导入草稿): what was read out of a report, before a person has accepted it."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date

from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.links import LinkKind
from tracker.domain.reports import ExcerptRole, ReportKind


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` (end not included) of the text of a draft."""

    start: int
    end: int
    role: ExcerptRole = ExcerptRole.STATEMENT
    page: int | None = None


@dataclass(frozen=True, slots=True)
class DraftDeadline:
    """A deadline as read: the report's own ``words``, and the last ``day`` they mean, perhaps only presumed (推定)."""

    kind: DeadlineKind
    day: date | None
    words: str = ""
    presumed: bool = False


@dataclass(frozen=True, slots=True)
class DraftOwners:
    """Names stated in the report, each list in the report's own order."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    leader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftMeasure:
    """A step that the report states for an item."""

    text: str
    deadline: DraftDeadline | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item as read. ``text`` is healed of line wraps and page numbers; ``spans`` count in the raw text."""

    kind: ItemKind
    title: str
    text: str
    spans: tuple[Span, ...]
    section: str = ""
    cause: str = ""
    measures: tuple[DraftMeasure, ...] = ()
    deadline: DraftDeadline | None = None
    owners: DraftOwners = field(default_factory=DraftOwners)
    rectification: RectificationType | None = None  # 整改类型, as the words speak for it
    confidence: float = 1.0  # 0 to 1
    reason: str = ""  # why the reader took this for an item, in Chinese


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A heading of the outline: level 1 for 一、, 2 for （一）, 3 for 1. and so on."""

    level: int
    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftLink:
    """A link to be made with the import. Each end is a candidate by its place in the draft, or an item by its code."""

    source: int | str
    target: int | str
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """All that was read from one file; ``text`` is the raw text that spans count in.

    A reader makes no ``links``: they are written with the items, so a person chooses them first.
    """

    file_name: str
    file_sha256: str
    text: str
    title: str
    organization: str
    report_year: int | None
    candidates: tuple[Candidate, ...]
    sections: tuple[DraftSection, ...] = ()
    kind: ReportKind = ReportKind.ANNUAL
    links: tuple[DraftLink, ...] = ()

    @property
    def plan_year(self) -> int | None:
        return None if self.report_year is None else self.report_year + 1

    @property
    def digest(self) -> str:
        return text_digest(self.text)


def squeezed(text: str) -> str:
    """Letters, digits and Chinese characters alone: what stays when only layout differs."""
    return re.sub(r"[\W_]+", "", text)


def text_digest(text: str) -> str:
    """The SHA-256 of the squeezed text."""
    return hashlib.sha256(squeezed(text).encode()).hexdigest()
