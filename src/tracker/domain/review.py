"""Reviewing a draft (核对导入): what a person decides about each candidate before anything is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tracker.domain import pairing, reshaping, titles, wording
from tracker.domain.correction import corrected, shifted
from tracker.domain.drafts import Candidate, DraftDeadline, DraftLink, ImportDraft, Span
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.links import LinkKind
from tracker.domain.matching import known_code
from tracker.domain.reports import ExcerptRole, ReportKind
from tracker.domain.similar import Similar, SimilarItems, chosen_again
from tracker.errors import UserError
from tracker.words import _

YEARS = range(1990, 2100)  # of reports; the plan's year, one later, must be one that an item can have
_NO_OTHERS = SimilarItems()


class Decision(StrEnum):
    """What a person said about a candidate."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Entry:
    """A candidate under review; ``known_as`` is the code of the item that the ledger already has of it.

    ``key`` stays with it while others are merged, split or added; ``similar`` are items of other reports.
    """

    candidate: Candidate
    decision: Decision = Decision.OPEN
    known_as: str | None = None
    key: int = 0
    similar: tuple[Similar, ...] = ()

    @property
    def is_undecided(self) -> bool:
        return self.decision is Decision.OPEN and self.known_as is None

    @property
    def asked(self) -> Similar | None:
        """The likest item of another report that nobody has said anything to; None where all is said."""
        undecided = (one for one in self.similar if not one.decided)
        settled = self.known_as is not None or any(one.link for one in self.similar)
        return None if settled else next(undecided, None)

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
    ``others`` are the items of other reports. ``pairs`` (keys of a task and of the problem that it answers) are
    proposed from the words, and hold unless a person takes them away.
    """

    source: ImportDraft
    entries: tuple[Entry, ...]
    present: tuple[tuple[str, str], ...] = ()
    others: SimilarItems = _NO_OTHERS
    pairs: frozenset[tuple[int, int]] = frozenset()

    @classmethod
    def of(
        cls, draft: ImportDraft, present: Sequence[tuple[str, str]] = (), others: SimilarItems | None = None
    ) -> "DraftReview":
        """The review of ``draft`` with nothing decided; with thousands of items in the ledger, work for a worker."""
        bare = cls(replace(draft, candidates=()), (), tuple(present), others or _NO_OTHERS)
        entries = tuple(bare._checked(candidate, key) for key, candidate in enumerate(draft.candidates))
        found = frozenset((pair.task, pair.problem) for pair in pairing.pairs(draft.candidates))
        return replace(bare, entries=entries, pairs=found)

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

    def partners(self, index: int) -> tuple[int, ...]:
        """The entries that ``index`` is paired with: the tasks that answer a problem, the problems of a task."""
        return self.all_partners()[index]

    def all_partners(self) -> list[tuple[int, ...]]:
        """The partners of every entry, in one go: there may be hundreds."""
        places = {entry.key: place for place, entry in enumerate(self.entries)}
        found: list[list[int]] = [[] for _entry in self.entries]
        for task, problem in self.pairs:
            if task in places and problem in places:
                found[places[task]].append(places[problem])
                found[places[problem]].append(places[task])
        return [tuple(sorted(others)) for others in found]

    @property
    def asked(self) -> int:
        """How many candidates resemble an item of another report without anybody having said what that means."""
        return sum(entry.asked is not None and entry.decision is not Decision.REJECTED for entry in self.entries)

    def accepted_draft(self) -> ImportDraft:
        """The draft with what was accepted alone, and the links it has, ready for ImportReport."""
        accepted = [e for e in self.entries if e.decision is Decision.ACCEPTED and e.known_as is None]
        candidates = tuple(entry.candidate for entry in accepted)
        return replace(self.source, candidates=candidates, links=tuple(self._links(accepted)))

    def _links(self, accepted: Sequence[Entry]) -> Iterable[DraftLink]:
        """The links of what is accepted: within the report, to what it left in the ledger before, to other reports."""
        ends: dict[int, int | str] = {entry.key: entry.known_as for entry in self.entries if entry.known_as}
        ends |= {entry.key: place for place, entry in enumerate(accepted)}
        for task, problem in sorted(self.pairs):
            if task in ends and problem in ends and (isinstance(ends[task], int) or isinstance(ends[problem], int)):
                yield DraftLink(ends[task], ends[problem], LinkKind.ANSWERS)
        for place, entry in enumerate(accepted):
            for one in entry.similar:
                if one.link is None:
                    continue
                later = one.link is LinkKind.ANSWERS or (self._year_of(entry.candidate.kind) or 0) >= one.item.year
                yield DraftLink(place, one.item.code, one.link) if later else DraftLink(one.item.code, place, one.link)

    def _year_of(self, kind: ItemKind) -> int | None:
        return self.source.report_year if kind is ItemKind.PROBLEM else self.source.plan_year

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
        candidate = corrected(candidate)
        former = self.entries[index]
        if _is_standing(candidate) and not _is_standing(former.candidate) and candidate.rectification is None:
            candidate = replace(candidate, rectification=RectificationType.CONTINUOUS)
        if candidate == former.candidate:
            return self
        fresh = self._checked(candidate, former.key)
        similar = chosen_again(fresh.similar, former.similar)
        return self._replaced(index, replace(fresh, decision=former.decision, similar=similar))

    def choose_link(self, index: int, code: str, link: LinkKind | None) -> "DraftReview":
        """With what a person says of the similar item ``code``: how they belong together, or None that they do not."""
        entry = self.entries[index]
        similar = tuple(
            replace(one, link=link, decided=True) if one.item.code == code else one for one in entry.similar
        )
        return self._replaced(index, replace(entry, similar=similar))

    def pair(self, index: int, other: int, *, answers: bool) -> "DraftReview":
        """With the task and the problem at these places paired or not. Raises UserError where they are of one kind."""
        one, two = self.entries[index], self.entries[other]
        if one.candidate.kind is two.candidate.kind:
            raise UserError(_("只有计划任务可以对应问题。"))
        task, problem = (one, two) if one.candidate.kind is ItemKind.COMMITMENT else (two, one)
        link = {(task.key, problem.key)}
        return replace(self, pairs=self.pairs | link if answers else self.pairs - link)

    def change_kind(self, index: int) -> "DraftReview":
        """With a problem as a task, or a task as a problem; the presumed deadline belongs to tasks alone."""
        candidate, deadline = self.entries[index].candidate, self.entries[index].candidate.deadline
        if candidate.kind is ItemKind.PROBLEM:
            changed = replace(candidate, kind=ItemKind.COMMITMENT, deadline=deadline or self._presumed())
        else:
            kept = None if deadline and deadline.presumed else deadline
            changed = replace(candidate, kind=ItemKind.PROBLEM, deadline=kept)
        entry = self.entries[index]
        similar = self.others.like(changed)
        return self._replaced(index, replace(entry, candidate=changed, similar=similar))._paired_anew(entry.key)

    def merge(self, index: int) -> "DraftReview":
        """With entry ``index`` made a part of the one before it. Raises UserError for the first one."""
        if index < 1:
            raise UserError(_("第一项的前面没有可以并入的事项。"))
        first, second = self.entries[index - 1 : index + 1]
        merged = self._checked(reshaping.merged(first.candidate, second.candidate, self.source.text), first.key)
        merged = replace(merged, similar=chosen_again(merged.similar, first.similar + second.similar))
        if first.decision is second.decision:
            merged = replace(merged, decision=first.decision)
        if first.candidate.kind is second.candidate.kind:
            into = {second.key: first.key}
            moved = frozenset((into.get(task, task), into.get(problem, problem)) for task, problem in self.pairs)
        else:
            moved = frozenset(pair for pair in self.pairs if second.key not in pair)
        return replace(self, entries=(*self.entries[: index - 1], merged, *self.entries[index + 1 :]), pairs=moved)

    def split(self, index: int, offset: int) -> "DraftReview":
        """With entry ``index`` parted at ``offset`` of the raw text. Raises UserError where that is not inside it."""
        entry = self.entries[index]
        parts = reshaping.split(entry.candidate, self.source.text, offset, self._presumed())
        if parts is None:
            raise UserError(
                _("光标不在第 {number} 项的原文中间，没有拆分。").format(number=index + 1),
                _("请先在原文里点一下要拆开的地方。"),
            )
        keys = (entry.key, self._next_key())
        first, second = (
            replace(self._checked(part, key), decision=entry.decision) for part, key in zip(parts, keys, strict=True)
        )
        first = replace(first, similar=chosen_again(first.similar, entry.similar))
        split = replace(self, entries=(*self.entries[:index], first, second, *self.entries[index + 1 :]))
        return split._paired_anew(*keys)

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
        place, entry = self.place_for(start), self._checked(candidate, self._next_key())
        if entry.known_as is None:
            entry = replace(entry, decision=Decision.ACCEPTED)
        added = replace(self, entries=(*self.entries[:place], entry, *self.entries[place:]))
        return added._paired_anew(entry.key)

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

    def _checked(self, candidate: Candidate, key: int) -> Entry:
        """An undecided entry, matched anew: its words are others now."""
        known = known_code(candidate, self.present)
        return Entry(candidate, known_as=known, key=key, similar=() if known else self.others.like(candidate))

    def _next_key(self) -> int:
        return max((entry.key for entry in self.entries), default=-1) + 1

    def _paired_anew(self, *keys: int) -> "DraftReview":
        """With the pairs of these entries proposed anew, and all others as they are."""
        candidates = [entry.candidate for entry in self.entries]
        places = [place for place, entry in enumerate(self.entries) if entry.key in keys]
        found = {
            (self.entries[pair.task].key, self.entries[pair.problem].key)
            for place in places
            for pair in pairing.pairs_of(candidates, place)
        }
        kept = {pair for pair in self.pairs if not set(pair) & set(keys)}
        return replace(self, pairs=frozenset(kept | found))

    def _presumed(self) -> DraftDeadline | None:
        """The last day of the plan's year, where that is known."""
        year = self.source.plan_year
        if year is None or self.source.report_year not in YEARS:
            return None
        return DraftDeadline(DeadlineKind.DATE, date(year, 12, 31), presumed=True)

    def _moved(self, entry: Entry, years: int) -> Entry:
        candidate = entry.candidate
        deadline = shifted(candidate.deadline, years)
        if candidate.kind is ItemKind.COMMITMENT and (deadline is None or deadline.presumed):
            deadline = self._presumed()
        measures = tuple(replace(step, deadline=shifted(step.deadline, years)) for step in candidate.measures)
        return replace(entry, candidate=replace(candidate, deadline=deadline, measures=measures))

    def heading_at(self, offset: int) -> str:
        """The last heading above ``offset``; empty before the first."""
        above = [section.heading for section in self.source.sections if section.start <= offset]
        return above[-1] if above else ""

    def _section_at(self, offset: int) -> str:
        """The headings above ``offset``, as excerpts name them."""
        pairs = zip(self.source.sections, self.section_ends(), strict=True)
        return " › ".join(section.heading for section, end in pairs if section.start <= offset < end)


def _is_standing(candidate: Candidate) -> bool:
    return candidate.deadline is not None and candidate.deadline.kind is DeadlineKind.STANDING


def _first(spans: Sequence[Span]) -> int:
    return min((span.start for span in spans), default=0)
