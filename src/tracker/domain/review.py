"""Reviewing a draft (核对导入): what a person decides about each candidate before anything is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tracker.domain import reshaping, titles, wording
from tracker.domain.drafts import Candidate, DraftDeadline, DraftMeasure, ImportDraft, Span
from tracker.domain.kinds import DeadlineKind, ItemKind
from tracker.domain.matching import known_code
from tracker.domain.reports import ExcerptRole, ReportKind
from tracker.errors import UserError
from tracker.words import _

MAX_TITLE = 200
YEARS = range(1990, 2100)  # of reports; the plan's year, one later, must be one that an item can have
_LONGEST_NAME = {"lead": 60, "support": 60, "person": 40, "leader": 40}


class Decision(StrEnum):
    """What a person said about a candidate."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Entry:
    """A candidate under review; ``known_as`` is the code of the item that the ledger already has of it."""

    candidate: Candidate
    decision: Decision = Decision.OPEN
    known_as: str | None = None

    @property
    def is_undecided(self) -> bool:
        return self.decision is Decision.OPEN and self.known_as is None

    @property
    def start(self) -> int:
        """Where its statement begins in the raw text."""
        spans = self.candidate.spans
        return min((span.start for span in spans if span.role is ExcerptRole.STATEMENT), default=_first(spans))


@dataclass(frozen=True, slots=True)
class DraftReview:
    """A draft and the decisions so far. Every change gives a new value, so that each earlier one can be returned to.

    ``source`` is the draft without its candidates: they are the ``entries``. ``present`` (code, original text) is
    what the ledger has of this report; a candidate that is in there is never written again, so it cannot be accepted.
    """

    source: ImportDraft
    entries: tuple[Entry, ...]
    present: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, draft: ImportDraft, present: Sequence[tuple[str, str]] = ()) -> "DraftReview":
        """The review of ``draft`` with nothing decided."""
        entries = tuple(Entry(candidate, known_as=known_code(candidate, present)) for candidate in draft.candidates)
        return cls(replace(draft, candidates=()), entries, tuple(present))

    # -- asking

    def count(self, decision: Decision) -> int:
        """How many of the candidates that are new to the ledger have this decision."""
        return sum(entry.decision is decision and entry.known_as is None for entry in self.entries)

    def count_kind(self, kind: ItemKind) -> int:
        return sum(entry.candidate.kind is kind for entry in self.entries)

    @property
    def known(self) -> int:
        return sum(entry.known_as is not None for entry in self.entries)

    @property
    def is_all_known(self) -> bool:
        """Whether there are candidates, and the ledger has every one."""
        return bool(self.entries) and self.known == len(self.entries)

    def next_undecided(self, index: int) -> int | None:
        """The first undecided entry after ``index``, beginning again at the top; None where all are decided."""
        order = [*range(index + 1, len(self.entries)), *range(min(index + 1, len(self.entries)))]
        return next((place for place in order if self.entries[place].is_undecided), None)

    def index_at(self, offset: int) -> int | None:
        """The entry whose words stand at ``offset`` of the raw text; the one with the narrowest span of several."""
        found = [
            (span.end - span.start, index)
            for index, entry in enumerate(self.entries)
            for span in entry.candidate.spans
            if span.start <= offset < span.end
        ]
        return min(found)[1] if found else None

    def section_ends(self) -> tuple[int, ...]:
        """Where each section of the outline ends, with all that is under it."""
        sections = self.source.sections
        return tuple(
            next((later.start for later in sections[n + 1 :] if later.level <= section.level), len(self.source.text))
            for n, section in enumerate(sections)
        )

    def section_counts(self) -> tuple[int, ...]:
        """How many candidates each section of the outline holds, with all that is under it."""
        starts = [entry.start for entry in self.entries]
        return tuple(
            sum(section.start <= start < end for start in starts)
            for section, end in zip(self.source.sections, self.section_ends(), strict=True)
        )

    def header_faults(self) -> dict[str, str]:
        """What is still missing of the report itself, by field, in sentences."""
        faults = {}
        if not self.source.title.strip():
            faults["title"] = _("请填写报告标题。")
        if not self.source.organization.strip():
            faults["organization"] = _("请填写单位名称。")
        if self.source.report_year is None:
            faults["report_year"] = _("请填写报告年度，例如 2024。")
        elif self.source.report_year not in YEARS:
            faults["report_year"] = _("报告年度要在 {first} 到 {last} 之间。").format(first=YEARS[0], last=YEARS[-1])
        return faults

    def accepted_draft(self) -> ImportDraft:
        """The draft with what was accepted alone, ready for ImportReport."""
        accepted = (e.candidate for e in self.entries if e.decision is Decision.ACCEPTED and e.known_as is None)
        return replace(self.source, candidates=tuple(accepted))

    # -- deciding

    def accept(self, index: int) -> "DraftReview":
        """With that one accepted; one that the ledger has already stays out."""
        return self._decided(index, Decision.ACCEPTED)

    def reject(self, index: int) -> "DraftReview":
        """With that one rejected; one that the ledger has already needs no decision."""
        return self._decided(index, Decision.REJECTED)

    def accept_all(self) -> "DraftReview":
        """With all undecided ones accepted: what was rejected stays rejected, what is known stays out."""
        return replace(
            self,
            entries=tuple(replace(e, decision=Decision.ACCEPTED) if e.is_undecided else e for e in self.entries),
        )

    def _decided(self, index: int, decision: Decision) -> "DraftReview":
        entry = self.entries[index]
        return self if entry.known_as else self._replaced(index, replace(entry, decision=decision))

    # -- correcting

    def edit(self, index: int, candidate: Candidate) -> "DraftReview":
        """With the candidate as a person corrected it. Raises UserError naming the field that is wrong."""
        candidate = replace(candidate, title=candidate.title.strip(), text=candidate.text.strip())
        if not candidate.title:
            raise UserError(_("短标题不能为空。"), _("请写一句能认出这一项的话。"), field="title")
        if len(candidate.title) > MAX_TITLE:
            raise UserError(_("短标题太长，最多 {limit} 个字。").format(limit=MAX_TITLE), field="title")
        if not candidate.text:
            raise UserError(_("原文不能为空。"), _("不要这一项时，请选“不采用”。"), field="text")
        for role, limit in _LONGEST_NAME.items():
            for name in getattr(candidate.owners, role):
                if len(name) > limit:
                    raise UserError(
                        _("“{name}…”太长，一个名称最多 {limit} 个字。").format(name=name[:10], limit=limit),
                        _("几个名称之间请用顿号分开。"),
                        field=role,
                    )
        return self._replaced(index, replace(self._checked(candidate), decision=self.entries[index].decision))

    def change_kind(self, index: int) -> "DraftReview":
        """With a problem as a task, or a task as a problem; the presumed deadline belongs to tasks alone."""
        candidate, deadline = self.entries[index].candidate, self.entries[index].candidate.deadline
        if candidate.kind is ItemKind.PROBLEM:
            changed = replace(candidate, kind=ItemKind.COMMITMENT, deadline=deadline or self._presumed())
        else:
            kept = None if deadline and deadline.presumed else deadline
            changed = replace(candidate, kind=ItemKind.PROBLEM, deadline=kept)
        return self._replaced(index, replace(self.entries[index], candidate=changed))

    def merge(self, index: int) -> "DraftReview":
        """With entry ``index`` made a part of the one before it. Raises UserError for the first one."""
        if index < 1:
            raise UserError(_("第一项的前面没有可以并入的事项。"))
        first, second = self.entries[index - 1 : index + 1]
        merged = self._checked(reshaping.merged(first.candidate, second.candidate, self.source.text))
        if first.decision is second.decision:
            merged = replace(merged, decision=first.decision)
        return replace(self, entries=(*self.entries[: index - 1], merged, *self.entries[index + 1 :]))

    def split(self, index: int, offset: int) -> "DraftReview":
        """With entry ``index`` parted at ``offset`` of the raw text. Raises UserError where that is not inside it."""
        entry = self.entries[index]
        parts = reshaping.split(entry.candidate, self.source.text, offset, self._presumed())
        if parts is None:
            raise UserError(
                _("光标不在第 {number} 项的原文中间，没有拆分。").format(number=index + 1),
                _("请先在原文里点一下要拆开的地方。"),
            )
        fresh = (replace(self._checked(part), decision=entry.decision) for part in parts)
        return replace(self, entries=(*self.entries[:index], *fresh, *self.entries[index + 1 :]))

    def place_for(self, start: int) -> int:
        """The place among the entries of one whose words begin at ``start``."""
        return sum(entry.start <= start for entry in self.entries)

    def add(self, kind: ItemKind, start: int, end: int) -> "DraftReview":
        """With the selected raw words as a new, accepted entry in its place. Raises UserError where none are words."""
        while start < end and not wording.counts(self.source.text[start]) and self.source.text[start] not in "（(“《":
            start += 1
        text = wording.healed(self.source.text[start:end])
        if not wording.letters(text):
            raise UserError(_("没有选中文字。"), _("请先在原文里选中一段话。"))
        candidate = Candidate(
            kind=kind,
            title=titles.short_title(text),
            text=text,
            spans=(Span(start, start + len(self.source.text[start:end].rstrip())),),
            section=self._section_at(start),
            deadline=self._presumed() if kind is ItemKind.COMMITMENT else None,
            reason=_("由人工从原文中选出"),
        )
        place, entry = self.place_for(start), self._checked(candidate)
        if entry.known_as is None:
            entry = replace(entry, decision=Decision.ACCEPTED)
        return replace(self, entries=(*self.entries[:place], entry, *self.entries[place:]))

    def with_header(self, *, title: str, organization: str, report_year: int | None, kind: ReportKind) -> "DraftReview":
        """With the report's own fields. Deadlines that rest on its year, presumed or told without one, move with it."""
        source = replace(
            self.source, title=title.strip(), organization=organization.strip(), report_year=report_year, kind=kind
        )
        moved = replace(self, source=source)
        if report_year not in YEARS or report_year == self.source.report_year:
            return moved
        years = 0 if self.source.report_year is None else (report_year or 0) - self.source.report_year
        return replace(moved, entries=tuple(moved._moved(entry, years) for entry in self.entries))

    # -- helpers

    def _replaced(self, index: int, entry: Entry) -> "DraftReview":
        if entry == self.entries[index]:
            return self
        return replace(self, entries=(*self.entries[:index], entry, *self.entries[index + 1 :]))

    def _checked(self, candidate: Candidate) -> Entry:
        """An undecided entry, matched anew: its words are others now."""
        return Entry(candidate, known_as=known_code(candidate, self.present))

    def _presumed(self) -> DraftDeadline | None:
        """The last day of the plan's year, where that is known."""
        year = self.source.plan_year
        if year is None or self.source.report_year not in YEARS:
            return None
        return DraftDeadline(DeadlineKind.DATE, date(year, 12, 31), presumed=True)

    def _moved(self, entry: Entry, years: int) -> Entry:
        candidate = entry.candidate
        deadline = _shifted(candidate.deadline, years)
        if candidate.kind is ItemKind.COMMITMENT and (deadline is None or deadline.presumed):
            deadline = self._presumed()
        measures = tuple(replace(step, deadline=_shifted(step.deadline, years)) for step in candidate.measures)
        return replace(entry, candidate=replace(candidate, deadline=deadline, measures=measures))

    def _section_at(self, offset: int) -> str:
        """The headings above ``offset``, as excerpts name them."""
        pairs = zip(self.source.sections, self.section_ends(), strict=True)
        return " › ".join(section.heading for section, end in pairs if section.start <= offset < end)


def _first(spans: Sequence[Span]) -> int:
    return min((span.start for span in spans), default=0)


def _shifted(deadline: DraftDeadline | None, years: int) -> DraftDeadline | None:
    """``deadline`` with its year moved, unless the report's own words name one."""
    if deadline is None or deadline.day is None or not years or re.search(r"\d{4}", deadline.words):
        return deadline
    day = deadline.day
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return replace(deadline, day=day.replace(year=day.year + years, day=last))


def one_line(text: str) -> str:
    """``text`` without line feeds: the form has one measure on each line."""
    return "".join(line.strip() for line in text.splitlines())


def with_measures(candidate: Candidate, texts: Sequence[str]) -> Candidate:
    """``candidate`` with these measures, each on one line; one whose words stay is kept as it was, deadline and all."""
    known = {one_line(step.text): step for step in candidate.measures}
    return replace(candidate, measures=tuple(known.get(text, DraftMeasure(text)) for text in texts))
