"""From healed text to candidates: the entries of each region, with what the report says of each."""

from dataclasses import dataclass, replace

from tracker.domain.drafts import Candidate, DraftMeasure, DraftSection, Span
from tracker.domain.kinds import ItemKind
from tracker.domain.numbering import without_number
from tracker.domain.reports import ExcerptRole
from tracker.domain.titles import short_title
from tracker.intake import causes, masthead, outline, rules
from tracker.intake.deadlines import Years, find_deadline, presumed
from tracker.intake.healing import Healed
from tracker.intake.lists import Entry, entries, trimmed
from tracker.intake.masthead import Masthead
from tracker.intake.owners import find_owners
from tracker.intake.regions import Region, find_regions, sentences
from tracker.intake.rules import Topic
from tracker.words import _


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was found in one paper."""

    masthead: Masthead
    sections: tuple[DraftSection, ...]
    candidates: tuple[Candidate, ...]


def extract(healed: Healed) -> Extracted:
    """All problems and commitments of a report, in its own order."""
    head = masthead.read(healed)
    root = outline.build(healed, start=head.start, end=head.end, report_year=head.report_year)
    regions = find_regions(healed, root, report_year=head.report_year)
    written = None if head.signed_on is None else head.signed_on.year
    years = Years(None if head.report_year is None else head.report_year + 1, written)
    candidates: list[Candidate] = []
    for region in regions:
        if region.topic & (Topic.PROBLEM | Topic.PLAN):
            candidates.extend(_region_candidates(healed, region, _region_years(region, years)))
    candidates = _with_answers(healed, regions, candidates)
    return Extracted(head, outline.sections(healed, root), tuple(candidates))


def _region_years(region: Region, years: Years) -> Years:
    """A half-year's paper plans for the other half of the same year."""
    if years.plan is not None and "下半年" in region.node.heading:
        return replace(years, plan=years.plan - 1)
    return years


def _region_candidates(healed: Healed, region: Region, years: Years) -> list[Candidate]:
    untrimmed = entries(healed, region.node, region.start, region.end, plan=not region.topic & Topic.PROBLEM)
    listed = trimmed(healed, untrimmed)
    found = [_dated(_candidate(healed, region, entry, listed, years), years) for entry in listed]
    shared = _shared_cause(healed, untrimmed, listed)
    if shared is None:
        return found
    cause = without_number(healed.text[shared[0] : shared[1]])
    spans = healed.spans(shared[0], shared[1], ExcerptRole.CAUSE)
    return [
        replace(one, cause=cause, spans=(*one.spans, *spans)) if one.kind is ItemKind.PROBLEM and not one.cause else one
        for one in found
    ]


def _shared_cause(healed: Healed, untrimmed: list[Entry], listed: list[Entry]) -> tuple[int, int] | None:
    """究其原因… said behind the last entry of all of them."""
    for entry, short in zip(reversed(untrimmed), reversed(listed), strict=False):
        for at, sentence in sentences(healed.text, short.end, entry.end):
            if rules.SHARED_CAUSE.match(sentence.strip()):
                return at, at + len(sentence.rstrip())
    return None


def _kind(region: Region, text: str) -> ItemKind:
    if region.topic & Topic.PROBLEM and region.topic & Topic.PLAN:  # one list under a heading that promised both
        return ItemKind.COMMITMENT if rules.leans(short_title(text)) is Topic.PLAN else ItemKind.PROBLEM
    return ItemKind.PROBLEM if region.topic & Topic.PROBLEM else ItemKind.COMMITMENT


def _candidate(healed: Healed, region: Region, entry: Entry, listed: list[Entry], years: Years) -> Candidate:
    text = healed.text[entry.start : entry.end]
    kind = _kind(region, text)
    spans = list(healed.spans(entry.start, entry.end))
    cause = ""
    measures: tuple[DraftMeasure, ...] = ()
    if kind is ItemKind.PROBLEM:
        cause, measures, more = _inner(healed, entry, years)
        spans.extend(more)
    else:
        measures = _steps(healed, entry, years)
    return Candidate(
        kind=kind,
        title=short_title(text),
        text=text,
        spans=tuple(spans),
        section=outline.section_path(healed, entry.under),
        cause=cause,
        measures=measures,
        deadline=find_deadline(text, years, problem=kind is ItemKind.PROBLEM),
        owners=find_owners(text),
        confidence=_confidence(region, entry, kind, text),
        reason=_reason(healed, region, entry, listed),
    )


def _inner(healed: Healed, entry: Entry, years: Years) -> tuple[str, tuple[DraftMeasure, ...], list[Span]]:
    """The cause and the measures that a problem tells of itself."""
    text = healed.text[entry.start : entry.end]
    spans: list[Span] = []
    cause = ""
    place = causes.cause_range(text)
    if place:
        cause = text[place[0] : place[1]]
        spans.extend(healed.spans(entry.start + place[0], entry.start + place[1], ExcerptRole.CAUSE))
    measures: tuple[DraftMeasure, ...] = ()
    place = causes.measure_range(text)
    if place:
        spans.extend(healed.spans(entry.start + place[0], entry.start + place[1], ExcerptRole.MEASURE))
        steps = [child for child in entry.node.children if child.start >= entry.start + place[0]] if entry.node else []
        texts = [healed.text[child.start : min(child.end, entry.end)].strip() for child in steps]
        measures = tuple(_measure(one, years) for one in texts or [text[place[0] : place[1]].strip()])
    return cause, measures, spans


def _steps(healed: Healed, entry: Entry, years: Years) -> tuple[DraftMeasure, ...]:
    """The list inside a task: its steps."""
    if entry.node is None:
        return ()
    inside = [child for child in entry.node.children if child.start < entry.end]
    if not inside:
        return ()
    rank = min(child.rank for child in inside)
    steps = [child for child in inside if child.rank == rank]
    return tuple(_measure(healed.text[child.start : min(child.end, entry.end)].strip(), years) for child in steps)


def _measure(text: str, years: Years) -> DraftMeasure:
    return DraftMeasure(without_number(text), find_deadline(text, years))


def _with_answers(healed: Healed, regions: list[Region], candidates: list[Candidate]) -> list[Candidate]:
    """Problems with the causes and measures that sections of their own tell of them."""
    problems = [index for index, one in enumerate(candidates) if one.kind is ItemKind.PROBLEM]
    if not problems:
        return candidates
    result = list(candidates)
    texts = [candidates[index].text for index in problems]
    for region in regions:
        if not region.topic & (Topic.CAUSE | Topic.MEASURE):
            continue
        listed = trimmed(
            healed, entries(healed, region.node, region.start, region.end, plan=bool(region.topic & Topic.MEASURE))
        )
        answers = [without_number(healed.text[entry.start : entry.end]) for entry in listed]
        role = ExcerptRole.CAUSE if region.topic & Topic.CAUSE else ExcerptRole.MEASURE
        for index, own in zip(problems, causes.matched(texts, answers), strict=True):
            for answer in own:
                spans = healed.spans(listed[answer].start, listed[answer].end, role)
                result[index] = _answered(result[index], answers[answer], spans, role)
    return result


def _answered(candidate: Candidate, answer: str, spans: tuple[Span, ...], role: ExcerptRole) -> Candidate:
    if role is ExcerptRole.CAUSE:
        cause = f"{candidate.cause}\n{answer}" if candidate.cause else answer
        return replace(candidate, cause=cause, spans=(*candidate.spans, *spans))
    return replace(candidate, measures=(*candidate.measures, DraftMeasure(answer)), spans=(*candidate.spans, *spans))


def _dated(candidate: Candidate, years: Years) -> Candidate:
    """A promise without a day is due at the end of the plan's year, marked as presumed."""
    if candidate.kind is ItemKind.COMMITMENT and candidate.deadline is None:
        return replace(candidate, deadline=presumed(years))
    return candidate


def _confidence(region: Region, entry: Entry, kind: ItemKind, text: str) -> float:
    sure = 0.95 if entry.numbered else 0.75
    if region.cued:
        sure -= 0.2
    lean = rules.leans(short_title(text))
    if lean and (lean is Topic.PROBLEM) != (kind is ItemKind.PROBLEM):
        sure -= 0.15
    if len(text) < 10:
        sure -= 0.2
    return round(max(0.05, sure), 2)


def _reason(healed: Healed, region: Region, entry: Entry, listed: list[Entry]) -> str:
    heading = region.node.heading or _("正文")
    if region.cued:
        words = healed.text[region.start : region.start + 16].strip() + "…"
        return _("由“{words}”一句引出，报告没有为它另立标题。").format(words=words)
    if entry.numbered and entry.node is not None:
        number = healed.text[entry.node.start : entry.node.content].strip(" 、.．")
        return _("“{heading}”之下编号为“{number}”的一项。").format(heading=heading, number=number)
    if len(listed) == 1:
        return _("“{heading}”之下没有编号的一段，可能含有几项，请核对是否拆分。").format(heading=heading)
    return _("“{heading}”之下没有编号，按段落分项。").format(heading=heading)
