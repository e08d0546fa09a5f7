"""Reshaping candidates: one made of two, or two of one, with all that belongs to them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tracker.domain import titles, wording
from tracker.domain.drafts import Candidate, DraftDeadline, DraftOwners, Span, squeezed
from tracker.domain.kinds import ItemKind
from tracker.domain.reports import ExcerptRole


def merged(first: Candidate, second: Candidate, raw: str) -> Candidate:
    """``second`` made a part of ``first``, which keeps its kind and title; ``raw`` shows if they share a paragraph."""
    between = raw[max((s.end for s in first.spans), default=0) : min((s.start for s in second.spans), default=0)]
    measures = dict.fromkeys((*first.measures, *second.measures))
    return replace(
        first,
        text=first.text + ("\n" if "\n" in between else "") + second.text,
        spans=tuple(sorted({*first.spans, *second.spans}, key=lambda span: (span.start, span.end, span.role))),
        cause="\n".join(dict.fromkeys(cause for cause in (first.cause, second.cause) if cause)),
        measures=tuple(measures),
        deadline=_later(first.deadline, second.deadline),
        owners=_united(first.owners, second.owners),
        confidence=min(first.confidence, second.confidence),
    )


def _later(first: DraftDeadline | None, second: DraftDeadline | None) -> DraftDeadline | None:
    """The deadline of two items made one: what the report states before what is presumed, then the later day."""
    stated = [deadline for deadline in (first, second) if deadline and not deadline.presumed]
    if len(stated) < 2:
        return stated[0] if stated else first or second
    words = "、".join(dict.fromkeys(deadline.words for deadline in stated if deadline.words))
    latest = max(stated, key=lambda deadline: deadline.day or date.max)  # a standing duty never ends
    return replace(latest, words=words)


def _united(first: DraftOwners, second: DraftOwners) -> DraftOwners:
    """All names of both; nobody supports what they lead."""
    lead = tuple(dict.fromkeys(first.lead + second.lead))
    return DraftOwners(
        lead=lead,
        support=tuple(name for name in dict.fromkeys(first.support + second.support) if name not in lead),
        person=tuple(dict.fromkeys(first.person + second.person)),
        leader=tuple(dict.fromkeys(first.leader + second.leader)),
    )


def split(
    candidate: Candidate, raw: str, offset: int, presumed: DraftDeadline | None
) -> tuple[Candidate, Candidate] | None:
    """The two parts of ``candidate``; None where ``offset`` is not inside its words.

    The text is healed and its spans count in the raw text, so the place is found by counting letters, which healing
    never changes. What the report states elsewhere (the measures of a 整改情况 section) stays with the first part.
    """
    words = squeezed(candidate.text)
    own = [
        span
        for span in candidate.spans
        if span.role is ExcerptRole.STATEMENT or squeezed(raw[span.start : span.end]) in words
    ]
    before, marks, total = _letters_before(own, raw, offset)
    if not 0 < before < total:
        return None
    texts = wording.cut(candidate.text, before, marks)
    if not all(map(wording.letters, texts)):
        return None
    pieces = [_cut_span(span, raw, offset) if span in own else (span, None) for span in candidate.spans]
    causes = _cut_piece(candidate.cause, words, before)
    steps = [(step, _cut_piece(step.text, words, before)) for step in candidate.measures]
    keeps_title = squeezed(candidate.title) in squeezed(texts[0])
    first, second = (
        replace(
            candidate,
            title=candidate.title if part == 0 and keeps_title else titles.short_title(text),
            text=text,
            spans=tuple(piece for pair in pieces if (piece := pair[part])),
            cause=causes[part],
            measures=tuple(replace(step, text=pair[part]) for step, pair in steps if pair[part]),
            deadline=_deadline_of_part(candidate, texts, part, presumed),
        )
        for part, text in enumerate(texts)
    )
    return first, second


def _letters_before(spans: Sequence[Span], raw: str, offset: int) -> tuple[int, int, int]:
    """Letters of ``spans`` before ``offset``, the punctuation marks since the last of them, and all letters."""
    before = marks = total = done = 0
    for span in sorted(spans, key=lambda span: span.start):
        for place in range(max(span.start, done), span.end):  # spans of several roles may overlap
            letter = wording.counts(raw[place])
            total += letter
            if place < offset:
                before += letter
                marks = 0 if letter else marks + (not raw[place].isspace() and raw[place] not in "*_#")
        done = max(done, span.end)
    return before, marks, total


def _cut_span(span: Span, raw: str, offset: int) -> tuple[Span | None, Span | None]:
    if not span.start < offset < span.end:
        return (span, None) if span.end <= offset else (None, span)
    end = span.start + len(raw[span.start : offset].rstrip())
    start = span.end - len(raw[offset : span.end].lstrip())
    return (
        replace(span, end=end) if end > span.start else None,
        replace(span, start=start) if start < span.end else None,
    )


def _cut_piece(piece: str, words: str, before: int) -> tuple[str, str]:
    """A cause or measure parted where its item is; one that stands elsewhere is not."""
    at = words.find(squeezed(piece)) if piece else -1
    return (piece, "") if at < 0 else wording.cut(piece, max(0, before - at), marks=9)


def _deadline_of_part(
    candidate: Candidate, texts: Sequence[str], part: int, presumed: DraftDeadline | None
) -> DraftDeadline | None:
    """A stated deadline goes with its words; a task that is left without one is presumed to end with the year."""
    deadline = candidate.deadline
    if deadline is None or deadline.presumed or not deadline.words:
        return deadline
    there = [squeezed(deadline.words) in squeezed(text) for text in texts]
    if there[part] or there[0] == there[1]:
        return deadline
    return presumed if candidate.kind is ItemKind.COMMITMENT else None
