"""Evidence (佐证材料): files kept by their SHA-256 under names of their own."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from tracker.domain.entity import Entity
from tracker.words import N_


class EvidenceState(StrEnum):
    """Whether somebody has looked at the file."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    RETURNED = "returned"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {
    EvidenceState.UNVERIFIED: N_("待核验"),
    EvidenceState.VERIFIED: N_("已核验"),
    EvidenceState.RETURNED: N_("已退回"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What of an item a file proves: one measure, one progress note, or neither: the item as a whole."""

    measure_id: int | None = None
    note_id: int | None = None


WHOLE = Subject()


class StoredFile(Entity):
    """A file in the ledger's store: found by ``sha256``, shown by ``name``; ``size`` in bytes."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    name: str = Field(min_length=1)
    size: int = Field(ge=0)


class Evidence(StoredFile):
    """One file as proof of one item (and of one measure or note of it); the same content may prove several."""

    kind_name: ClassVar[str] = N_("佐证材料")

    item_id: int
    measure_id: int | None = None
    note_id: int | None = None
    added_at: datetime
    added_by: str = ""
    state: EvidenceState = EvidenceState.UNVERIFIED
    remark: str = ""
