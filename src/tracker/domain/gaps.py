"""The gap check (缺口检查): what a report under review leaves open, for a person to fill in before it is written."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker.domain.goals import is_measurable
from tracker.domain.kinds import ItemKind
from tracker.domain.review import Decision, DraftReview, Entry
from tracker.domain.wording import circled
from tracker.words import _

_UNSURE = 0.7  # of a candidate's confidence
_NAMED = 3  # numbers that a sentence lists; beyond these it counts
_LONGEST_HEADING = 12
# 行政检查   次: a number that was to be filled in; blanks alone, for 8 次 is only set apart
_NO_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:[ \u3000\xa0]{2,}|_{2,}|[×xX]{2,})(?=[次件人项个份场期起名条](?![\u4e00-\u9fff]))"
)


@dataclass(frozen=True, slots=True)
class Gap:
    """What is open, in words; the entries it is about, or the ``offset`` in the raw text."""

    words: str
    indexes: tuple[int, ...] = ()
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a gap can be filled: the number of the gap, and its entry or its offset in the raw text."""

    gap: int
    index: int | None = None
    offset: int | None = None


def gaps(review: DraftReview) -> list[Gap]:
    """All gaps of what may still be written; what is known or rejected has none."""
    open_to = [
        (index, entry)
        for index, entry in enumerate(review.entries)
        if entry.known_as is None and entry.decision is not Decision.REJECTED
    ]
    found = []
    for words, is_open in (*_content(review), *_fields()):
        indexes = tuple(index for index, entry in open_to if is_open(index, entry))
        if indexes:
            found.append(Gap(words.format(which=_listed(indexes), number=len(indexes)), indexes))
    return found + _blanks(review)


def places(found: Sequence[Gap]) -> list[Place]:
    """Where each gap can be filled, gap by gap: what the keys for the next gap go through."""
    return [
        place
        for number, gap in enumerate(found)
        for place in ([Place(number, index) for index in gap.indexes] or [Place(number, offset=gap.offset)])
    ]


def _blanks(review: DraftReview) -> list[Gap]:
    """Numbers that were never filled in, each with its words and its heading."""
    text, found = review.source.text, []
    for match in _NO_NUMBER.finditer(text):
        blank = match.start()
        start = max(0, text.rfind("\n", 0, blank) + 1, blank - 6)
        words, heading = text[start:blank].lstrip(), review.heading_at(blank)
        if len(heading) > _LONGEST_HEADING:
            heading = heading[: _LONGEST_HEADING - 1] + "…"
        sentence = _("“{words}”之后的数字未填（{heading}）") if heading else _("“{words}”之后的数字未填")
        found.append(Gap(sentence.format(words=words, heading=heading), offset=blank))
    return found


def _listed(indexes: Sequence[int]) -> str:
    """①、③ … of the entries; of many only how many."""
    if len(indexes) > _NAMED:
        return _(" {number} 项").format(number=len(indexes))
    return " " + _("、").join(circled(index + 1) for index in indexes) + " "


_Question = tuple[str, Callable[[int, Entry], bool]]


def _content(review: DraftReview) -> tuple[_Question, ...]:
    """What the report itself leaves open."""
    has_tasks = review.count_kind(ItemKind.COMMITMENT) > 0
    partners = review.all_partners()
    return (
        (
            _("问题{which}没有对应的计划任务") if has_tasks else _("报告没有计划任务，问题{which}都没有对应"),
            lambda index, entry: _is_unanswered(entry, [review.entries[place] for place in partners[index]]),
        ),
        (_("计划任务{which}没有可衡量的目标"), lambda _index, entry: is_vague(entry)),
        (_("{number} 项与往年事项相似，请选择是否关联"), lambda _index, entry: entry.asked is not None),
    )


def _fields() -> tuple[_Question, ...]:
    """What the fields of an entry leave open."""
    return (
        (_("{number} 项把握不大，请细看"), lambda _index, entry: entry.candidate.confidence < _UNSURE),
        (_("{number} 项任务没有时限"), lambda _index, entry: _no_deadline(entry)),
        (_("{number} 项任务的时限是推定的"), lambda _index, entry: _presumed(entry)),
        (_("{number} 项没有写明牵头单位"), lambda _index, entry: not entry.candidate.owners.lead),
    )


def is_vague(entry: Entry) -> bool:
    """Whether it is a task whose success cannot be told."""
    return entry.candidate.kind is ItemKind.COMMITMENT and not is_measurable(entry.candidate)


def _is_unanswered(entry: Entry, partners: Sequence[Entry]) -> bool:
    """A problem without a task; one whose own measures the report states is answered by them."""
    if entry.candidate.kind is not ItemKind.PROBLEM or entry.candidate.measures:
        return False
    return all(partner.decision is Decision.REJECTED for partner in partners)


def _no_deadline(entry: Entry) -> bool:
    return entry.candidate.deadline is None and entry.candidate.kind is ItemKind.COMMITMENT


def _presumed(entry: Entry) -> bool:
    return entry.candidate.deadline is not None and entry.candidate.deadline.presumed
