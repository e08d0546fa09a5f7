"""Evidence cards: read models; what a row of the list of all evidence shows of one file."""

from datetime import datetime
from typing import NamedTuple

from tracker.domain.evidence import EvidenceState


class EvidenceCard(NamedTuple):
    """One file as proof of one item. ``measure`` is the number of the step it proves, ``noted_on`` the note's day."""

    id: int
    sha256: str
    name: str
    size: int
    item_id: int
    code: str
    title: str
    state: EvidenceState
    added_at: datetime
    added_by: str
    remark: str
    measure: int | None = None
    measure_text: str = ""
    noted_on: str = ""
