"""All tables of a ledger, as SQLModel classes; tests prove that they agree with the domain and with the migrations.

Values are stored as JSON knows them (dates and enumerations as text), so that a row, its image in the journal
and the domain's own dump are the same thing.
"""

from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

# Without AUTOINCREMENT SQLite hands a dropped key out again, and the history would tell of two things under one number.
_KEYS_NEVER_RETURN: dict[str, Any] = {"sqlite_autoincrement": True}


class LedgerRow(SQLModel, table=True):
    """What is said of the ledger itself; one row."""

    __tablename__: ClassVar[Any] = "ledger"

    id: int = Field(primary_key=True)
    office: str
    created_at: str


class CodeSeriesRow(SQLModel, table=True):
    """The last number given in a series of codes. It only grows: a code taken back by undo is never given again."""

    __tablename__: ClassVar[Any] = "code_series"

    kind: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    last: int


class ReportRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "report"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    title: str
    organization: str
    report_year: int | None
    plan_year: int | None
    file_name: str
    file_sha256: str
    digest: str = Field(index=True)
    text: str
    imported_at: str


class ItemRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "item"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    kind: str
    year: int
    title: str
    original_text: str
    cause: str
    goal: str
    standard: str
    rectification: str | None
    status: str
    percent: int
    deadline_kind: str | None
    deadline_text: str
    deadline_presumed: bool
    deadline_original: str | None
    deadline_current: str | None
    result: str
    remark: str
    return_count: int
    closed_on: str | None
    report_id: int | None = Field(foreign_key="report.id", index=True)


class ExcerptRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "excerpt"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="item.id", index=True)
    report_id: int = Field(foreign_key="report.id", index=True)
    role: str
    start: int
    end: int
    page: int | None
    section: str


class UnitRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "unit"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    position: int
    active: bool


class PersonRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "person"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    unit_id: int | None = Field(foreign_key="unit.id", index=True)
    duty: str
    phone: str
    active: bool


class AssignmentRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "assignment"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="item.id", index=True)
    role: str
    unit_id: int | None = Field(foreign_key="unit.id", index=True)
    person_id: int | None = Field(foreign_key="person.id", index=True)
    position: int


class MeasureRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "measure"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="item.id", index=True)
    position: int
    text: str
    unit_id: int | None = Field(foreign_key="unit.id", index=True)
    person_id: int | None = Field(foreign_key="person.id", index=True)
    deadline: str | None
    deadline_text: str
    done: bool
    done_on: str | None
    unfinished_reason: str


class NoteRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "note"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="item.id", index=True)
    text: str
    percent: int | None
    author: str
    noted_on: str


class EvidenceRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "evidence"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(index=True)
    name: str
    size: int
    item_id: int = Field(foreign_key="item.id", index=True)
    measure_id: int | None = Field(foreign_key="measure.id", index=True)
    note_id: int | None = Field(foreign_key="note.id", index=True)
    added_at: str
    added_by: str
    state: str
    remark: str


class ExtensionRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "extension"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="item.id", index=True)
    from_date: str
    to_date: str
    reason: str
    approver: str
    asked_on: str
    late: bool


class ReviewRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "review"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="item.id", index=True)
    move: str
    person: str
    decided_on: str
    words: str


class LinkRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "link"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    from_id: int = Field(foreign_key="item.id", index=True)
    to_id: int = Field(foreign_key="item.id", index=True)
    kind: str


class UrgingRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "urging"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="item.id", index=True)
    urged_on: str
    urged_by: str
    to_whom: str
    words: str


class SavedViewRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "saved_view"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    position: int
    body: str


class StepRow(SQLModel, table=True):
    """The journal's heads; never changed, never dropped."""

    __tablename__: ClassVar[Any] = "step"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    operation: str
    words: str
    at: str
    actor: str
    role: str
    reverses: int | None = Field(foreign_key="step.id", index=True)
    reversible: bool


class ChangeRow(SQLModel, table=True):
    """The journal's rows: one changed row each, as JSON before and after."""

    __tablename__: ClassVar[Any] = "change"
    __table_args__ = _KEYS_NEVER_RETURN

    id: int | None = Field(default=None, primary_key=True)
    step_id: int = Field(foreign_key="step.id", index=True)
    table_name: str
    row_id: int
    item_id: int | None = Field(index=True)  # no foreign key: the journal outlives what it tells of
    before: str | None
    after: str | None
