"""The gap check (缺口检查): what a report under review leaves open, for a person to fill in before it is written."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tracker.domain.kinds import ItemKind
from tracker.domain.review import Decision, DraftReview, Entry
from tracker.words import _

_UNSURE = 0.7  # of a candidate's confidence
# 行政检查   次: a number that was to be filled in; blanks alone, for 8 次 is only set apart
_NO_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:[ \u3000\xa0]{2,}|_{2,}|[×xX]{2,})(?=[次件人项个份场期起名条](?![\u4e00-\u9fff]))"
)


@dataclass(frozen=True, slots=True)
class Gap:
    """What is open, in words; the first entry it is about, or the ``offset`` in the raw text."""

    words: str
    index: int | None = None
    offset: int | None = None


def gaps(review: DraftReview) -> list[Gap]:
    """All gaps of what may still be written; what is known or rejected has none."""
    found = []
    for words, is_open in _questions():
        indexes = [
            index
            for index, entry in enumerate(review.entries)
            if entry.known_as is None and entry.decision is not Decision.REJECTED and is_open(entry)
        ]
        if indexes:
            found.append(Gap(words.format(number=len(indexes)), index=indexes[0]))
    blanks = [match.start() for match in _NO_NUMBER.finditer(review.source.text)]
    if blanks:
        start = max(0, review.source.text.rfind("\n", 0, blanks[0]) + 1, blanks[0] - 6)
        words = review.source.text[start : blanks[0]].lstrip()
        found.append(Gap(_("“{words}”之后的数字未填").format(words=words), offset=blanks[0]))
    return found


def _no_deadline(entry: Entry) -> bool:
    return entry.candidate.deadline is None and entry.candidate.kind is ItemKind.COMMITMENT


def _presumed(entry: Entry) -> bool:
    return entry.candidate.deadline is not None and entry.candidate.deadline.presumed


def _questions() -> tuple[tuple[str, Callable[[Entry], bool]], ...]:
    return (
        (_("{number} 项把握不大，请细看"), lambda entry: entry.candidate.confidence < _UNSURE),
        (_("{number} 项任务没有时限"), _no_deadline),
        (_("{number} 项任务的时限是推定的"), _presumed),
        (_("{number} 项没有写明牵头单位"), lambda entry: not entry.candidate.owners.lead),
    )
