"""Reports (来源文件) that items come from, and the exact words they were taken from."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from tracker.domain.entity import Entity
from tracker.words import N_


class ReportKind(StrEnum):
    """What sort of paper it is."""

    ANNUAL = "annual"
    INSPECTION = "inspection"
    AUDIT = "audit"
    PATROL = "patrol"
    WORK_PLAN = "work_plan"
    OTHER = "other"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {
    ReportKind.ANNUAL: N_("法治政府建设年度报告"),
    ReportKind.INSPECTION: N_("督察反馈"),
    ReportKind.AUDIT: N_("审计报告"),
    ReportKind.PATROL: N_("巡察反馈"),
    ReportKind.WORK_PLAN: N_("工作要点"),
    ReportKind.OTHER: N_("其他来源"),
}


class Report(Entity):
    """One imported paper. ``text`` is what was read, and what the places of excerpts count in (characters);
    ``digest`` is the SHA-256 of its letters, digits and Chinese characters alone, so that the same report
    in another file format is known again."""

    kind_name: ClassVar[str] = N_("来源文件")

    kind: ReportKind = ReportKind.ANNUAL
    title: str = Field(min_length=1)
    organization: str = ""
    report_year: int | None = None
    plan_year: int | None = None
    file_name: str
    file_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    digest: str
    text: str
    imported_at: datetime


class ExcerptRole(StrEnum):
    """What the words of an excerpt are to the item."""

    STATEMENT = "statement"
    CAUSE = "cause"
    MEASURE = "measure"


class Excerpt(Entity):
    """The place in ``Report.text`` (characters ``start`` to ``end``) that an item, its cause or a measure came from."""

    kind_name: ClassVar[str] = N_("原文摘录")

    item_id: int
    report_id: int
    role: ExcerptRole = ExcerptRole.STATEMENT
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    page: int | None = None  # counted from 1, in papers that have pages
    section: str = ""  # the headings above it, such as 三、存在问题 › （一）
