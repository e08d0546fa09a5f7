"""What ``--json`` prints: plain objects with stable English keys, the same in every language; README lists them."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tracker.domain.cards import ItemCard, ItemDetail, ReportCard
from tracker.domain.journal import Record
from tracker.domain.kinds import DeadlineKind
from tracker.domain.lights import light, remaining
from tracker.domain.measures import Measure
from tracker.views.columns import card_of
from tracker.views.roster import PersonLine, UnitLine
from tracker.views.timeline import Names, sentences
from tracker.words import in_chinese

Json = dict[str, Any]
Place = Callable[[str], Path]  # where the content with a SHA-256 lies


@in_chinese()
def item_object(card: ItemCard, today: date) -> Json:
    """One item of ``list --json``. Days are ISO or null; names of one role are one text joined with 、."""
    lamp = light(card.status, card.deadline_current, today)
    return {
        "code": card.code,
        "kind": card.kind.value,
        "kind_word": card.kind.word,
        "title": card.title,
        "year": card.year,
        "status": card.status.value,
        "status_word": card.status.word,
        "type": card.rectification and card.rectification.value,
        "type_word": card.rectification.word if card.rectification else "",
        "deadline": _day(card.deadline_current),
        "deadline_original": _day(card.deadline_original),
        "deadline_presumed": card.deadline_presumed,
        "deadline_standing": card.deadline_kind is DeadlineKind.STANDING,
        "deadline_text": card.deadline_text,
        "light": lamp.value,
        "light_word": lamp.word,
        "remaining": remaining(card.status, card.deadline_current, today),
        "lead": card.lead,
        "support": card.support,
        "person": card.person,
        "leader": card.leader,
        "percent": card.percent,
        "measures": card.measures,
        "measures_done": card.measures_done,
        "evidence": card.evidence,
        "extensions": card.extensions,
        "returns": card.return_count,
        "last_note": _day(card.last_note),
        "closed_on": _day(card.closed_on),
        "report": card.report_title,
    }


def detail_object(detail: ItemDetail, today: date, *, names: Names, place: Place) -> Json:
    """The object of ``show --json``: that of the list, the long texts, and ``details`` with every row."""
    item = detail.item
    return {
        **item_object(card_of(detail), today),
        "original_text": item.original_text,
        "cause": item.cause,
        "goal": item.goal,
        "standard": item.standard,
        "result": item.result,
        "remark": item.remark,
        "details": {
            "measures": [measure_object(row, names) for row in detail.measures],
            "notes": [
                {"date": _day(note.noted_on), "text": note.text, "percent": note.percent, "author": note.author}
                for note in detail.notes
            ],
            "evidence": evidence_objects(detail, place),
            "extensions": [
                {
                    "from": _day(row.from_date), "to": _day(row.to_date), "reason": row.reason,
                    "approver": row.approver, "date": _day(row.asked_on), "late": row.late,
                }
                for row in detail.extensions
            ],
            "reviews": [
                {
                    "move": row.move.value, "move_word": row.move.word, "person": row.person,
                    "date": _day(row.decided_on), "words": row.words,
                }
                for row in detail.reviews
            ],
            "urgings": [
                {"date": _day(row.urged_on), "by": row.urged_by, "to": row.to_whom, "words": row.words}
                for row in detail.urgings
            ],
            "excerpts": [
                {"role": row.role.value, "start": row.start, "end": row.end, "page": row.page, "section": row.section}
                for row in detail.excerpts
            ],
            "links": [
                {
                    "kind": row.kind.value, "kind_word": row.kind.word, "outgoing": row.outgoing, "code": row.code,
                    "title": row.title,
                }
                for row in detail.links
            ],
        },
    }  # fmt: skip


def measure_object(measure: Measure, names: Mapping[tuple[str, int], str]) -> Json:
    """One measure; its ``number`` counts from 1 within the item, as verbs take it."""
    return {
        "number": measure.position + 1,
        "text": measure.text,
        "done": measure.done,
        "done_on": _day(measure.done_on),
        "deadline": _day(measure.deadline),
        "deadline_text": measure.deadline_text,
        "unit": names.get(("unit", measure.unit_id or 0), ""),
        "person": names.get(("person", measure.person_id or 0), ""),
        "unfinished_reason": measure.unfinished_reason,
    }


def evidence_objects(detail: ItemDetail, place: Place) -> list[Json]:
    """The files of one item; ``number`` counts from 1 within the item, ``path`` is where the content lies."""
    places = {measure.id: measure.position + 1 for measure in detail.measures}
    notes = {note.id: number for number, note in enumerate(detail.notes, 1)}
    return [
        {
            "code": detail.item.code,
            "number": number,
            "name": proof.name,
            "size": proof.size,
            "sha256": proof.sha256,
            "state": proof.state.value,
            "state_word": proof.state.word,
            "measure": places.get(proof.measure_id or 0),
            "note": notes.get(proof.note_id or 0),
            "added_at": proof.added_at.astimezone().isoformat(timespec="seconds"),
            "added_by": proof.added_by,
            "remark": proof.remark,
            "path": str(place(proof.sha256)),
        }
        for number, proof in enumerate(detail.evidence, start=1)
    ]


@in_chinese()
def record_object(record: Record, names: Names) -> Json:
    """One step of ``history --json``; ``changes`` are sentences, as the window shows them in Chinese."""
    step = record.step
    return {
        "step": step.id,
        "at": step.at.astimezone().isoformat(timespec="seconds"),
        "actor": step.actor,
        "operation": step.operation,
        "words": step.words,
        "role": step.role.value,
        "reverses": step.reverses,
        "reversible": step.reversible,
        "changes": sentences(record, names),
    }


def report_object(report: ReportCard) -> Json:
    """One paper of ``reports --json``."""
    return {
        "id": report.id,
        "kind": report.kind.value,
        "kind_word": report.kind.word,
        "title": report.title,
        "organization": report.organization,
        "report_year": report.report_year,
        "file_name": report.file_name,
        "file_sha256": report.file_sha256,
        "imported_at": report.imported_at.astimezone().isoformat(timespec="seconds"),
        "problems": report.problems,
        "commitments": report.commitments,
    }


def unit_object(line: UnitLine) -> Json:
    """One unit of ``unit list --json``."""
    return {"name": line.name, "active": line.active, **line.tally._asdict(), "people": line.people}


def person_object(line: PersonLine) -> Json:
    """One person of ``person list --json``."""
    return {
        "name": line.name, "unit": line.unit, "duty": line.duty, "phone": line.phone, "active": line.active,
        **line.tally._asdict(),
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
