"""Typed keys: mypy refuses a report's number where an item's is asked for."""

from typing import NewType

ItemId = NewType("ItemId", int)
ReportId = NewType("ReportId", int)
ExcerptId = NewType("ExcerptId", int)
MeasureId = NewType("MeasureId", int)
UnitId = NewType("UnitId", int)
PersonId = NewType("PersonId", int)
NoteId = NewType("NoteId", int)
EvidenceId = NewType("EvidenceId", int)
StepId = NewType("StepId", int)
