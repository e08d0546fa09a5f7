"""Comparing what a report says with what the ledger already has."""

from collections.abc import Sequence

from tracker.domain.drafts import Candidate, squeezed


def known_code(candidate: Candidate, present: Sequence[tuple[str, str]]) -> str | None:
    """The code of the item of ``present`` (code, original text) that has the candidate's words; None for a new one.

    Only letters, digits and Chinese characters count, so that another layout or file format of the same report
    is known again; a part of an item, or one that holds it, counts as known too: somebody has split or merged it.
    """
    words = squeezed(candidate.text) if present else ""
    for code, text in present:
        there = squeezed(text)
        if there and (words in there or there in words):
            return code
    return None
