"""All evidence of a ledger as light rows."""

from datetime import datetime

from sqlalchemy import Connection, select

from tracker.domain.evidence import Evidence, EvidenceState
from tracker.domain.evidence_cards import EvidenceCard
from tracker.domain.items import Item
from tracker.domain.measures import Measure
from tracker.domain.notes import ProgressNote
from tracker.store.mapping import TABLES

_EVIDENCE, _ITEM, _MEASURE, _NOTE = (TABLES[kind].c for kind in (Evidence, Item, Measure, ProgressNote))


def all_evidence(connection: Connection) -> list[EvidenceCard]:
    """Each file of each item, the latest first."""
    query = (
        select(
            _EVIDENCE.id, _EVIDENCE.sha256, _EVIDENCE.name, _EVIDENCE.size, _ITEM.id, _ITEM.code, _ITEM.title,
            _EVIDENCE.state, _EVIDENCE.added_at, _EVIDENCE.added_by, _EVIDENCE.remark, _MEASURE.position,
            _MEASURE.text, _NOTE.noted_on,
        )
        .join(TABLES[Item], _ITEM.id == _EVIDENCE.item_id)
        .outerjoin(TABLES[Measure], _MEASURE.id == _EVIDENCE.measure_id)
        .outerjoin(TABLES[ProgressNote], _NOTE.id == _EVIDENCE.note_id)
        .order_by(_EVIDENCE.added_at.desc(), _EVIDENCE.id.desc())
    )  # fmt: skip
    states = {state.value: state for state in EvidenceState}
    return [
        EvidenceCard(
            key, sha256, name, size, item_id, code, title, states[state], datetime.fromisoformat(added_at), added_by,
            remark, None if position is None else position + 1, text or "", noted_on or "",
        )
        for key, sha256, name, size, item_id, code, title, state, added_at, added_by, remark, position, text, noted_on
        in connection.execute(query)
    ]  # fmt: skip
