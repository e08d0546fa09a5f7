"""Measures, notes, evidence, deadlines and links of an item."""

from datetime import date
from pathlib import Path

import pytest
from tests.unit.conftest import Clock

from tracker.domain.cards import ItemDetail
from tracker.domain.evidence import EvidenceState, Subject
from tracker.domain.items import Item
from tracker.domain.links import LinkKind
from tracker.domain.measures import Measure
from tracker.domain.status import Status
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.deadlines import ExtendDeadline, SetDeadline
from tracker.operations.evidence import AddEvidence, DropEvidence, VerifyEvidence
from tracker.operations.links import AddLink, DropLink
from tracker.operations.measures import AddMeasure, DropMeasure, EditMeasure, OrderMeasures
from tracker.operations.notes import AddNote


def detail(ledger: Ledger, item: Item) -> ItemDetail:
    found = ledger.ask.detail(item.id)
    assert found is not None
    return found


def test_measures_keep_their_order(ledger: Ledger, task: Item) -> None:
    third = ledger.perform(AddMeasure(Measure(item_id=task.id, text="检查验收"))).value
    first, second = detail(ledger, task).measures[:2]
    ledger.perform(OrderMeasures(task.id, (third.id, first.id)))
    assert [measure.text for measure in detail(ledger, task).measures] == ["检查验收", "印发清单", "组织培训"]
    ledger.perform(DropMeasure(second.id))
    assert [measure.text for measure in detail(ledger, task).measures] == ["检查验收", "印发清单"]


def test_a_ticked_measure_is_dated_and_starts_the_item(ledger: Ledger, task: Item) -> None:
    measure = detail(ledger, task).measures[0]
    ledger.perform(EditMeasure(measure.id, {"done": True}))
    after = detail(ledger, task)
    assert after.measures[0].done_on == date(2025, 5, 20)
    assert after.item.status is Status.UNDER_WAY
    assert ledger.cards([task.id])[0].measures_done == 1
    ledger.perform(EditMeasure(measure.id, {"done": False}))
    assert detail(ledger, task).measures[0].done_on is None


def test_notes_are_appended_dated_and_signed(ledger: Ledger, task: Item) -> None:
    ledger.perform(AddNote(task.id, "印发了责任清单", 40))
    ledger.perform(AddNote(task.id, "补记三月的培训", noted_on=date(2025, 3, 12), author="王小河"))
    after = detail(ledger, task)
    assert [(note.noted_on, note.author, note.percent) for note in after.notes] == [
        (date(2025, 3, 12), "王小河", None),
        (date(2025, 5, 20), "陈法规", 40),
    ]
    assert (after.item.percent, after.item.status) == (40, Status.UNDER_WAY)
    assert ledger.cards([task.id])[0].last_note == date(2025, 5, 20)
    with pytest.raises(UserError, match="不能大于 100"):
        ledger.perform(AddNote(task.id, "过头了", 120))


def test_evidence_is_linked_verified_and_removed_but_its_file_stays(
    ledger: Ledger, task: Item, problem: Item, tmp_path: Path
) -> None:
    files = []
    for name in ("通知.txt", "签到表.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
        files.append(ledger.keep_evidence(tmp_path / name))
    first, second = ledger.perform(AddEvidence(task.id, files)).value
    assert ledger.perform(AddEvidence(task.id, files)).step is None  # the same proof twice is one
    ledger.perform(AddEvidence(problem.id, files[:1]))  # but it may prove two items
    note = ledger.perform(AddNote(problem.id, "印发通知")).value
    measure = ledger.perform(AddMeasure(Measure(item_id=problem.id, text="下发通知"))).value
    for subject in (Subject(note_id=note.id), Subject(measure_id=measure.id)):  # and two things of one item
        ledger.perform(AddEvidence(problem.id, files, subject))
    assert [(proof.measure_id, proof.note_id) for proof in detail(ledger, problem).evidence] == [
        (None, None), (None, note.id), (None, note.id), (measure.id, None), (measure.id, None),
    ]  # fmt: skip
    ledger.perform(DropMeasure(measure.id))
    assert [proof.measure_id for proof in detail(ledger, problem).evidence] == [None] * 5
    ledger.perform(VerifyEvidence(first.id, EvidenceState.VERIFIED, "与原件一致"))
    ledger.perform(DropEvidence(second.id))
    kept = detail(ledger, task).evidence
    assert [(proof.name, proof.state, proof.remark) for proof in kept] == [
        ("通知.txt", EvidenceState.VERIFIED, "与原件一致")
    ]
    assert ledger.evidence.is_whole(second.sha256)
    ledger.undo()
    assert len(detail(ledger, task).evidence) == 2
    assert ledger.faults() == []


def test_the_original_deadline_stays_through_extensions(ledger: Ledger, problem: Item, clock: Clock) -> None:
    ledger.perform(SetDeadline(problem.id, date(2025, 6, 30), "6月底前"))
    ledger.perform(ExtendDeadline(problem.id, date(2025, 9, 30), "等待批复", "李副局长"))
    clock.set(date(2025, 10, 8))
    ledger.perform(ExtendDeadline(problem.id, date(2025, 12, 31), "继续等待"))
    after = detail(ledger, problem)
    assert (after.item.deadline_original, after.item.deadline_current) == (date(2025, 6, 30), date(2025, 12, 31))
    assert after.item.deadline_text == "6月底前"
    assert [(e.from_date, e.to_date, e.late) for e in after.extensions] == [
        (date(2025, 6, 30), date(2025, 9, 30), False),
        (date(2025, 9, 30), date(2025, 12, 31), True),
    ]
    with pytest.raises(UserError, match="延期"):
        ledger.perform(SetDeadline(problem.id, date(2026, 1, 31)))


def test_a_standing_duty_is_not_extended(ledger: Ledger, problem: Item) -> None:
    ledger.perform(SetDeadline(problem.id, None))
    with pytest.raises(UserError, match="还没有完成时限"):
        ledger.perform(ExtendDeadline(problem.id, date(2025, 9, 30), "理由"))


def test_links_are_seen_from_both_ends(ledger: Ledger, task: Item, problem: Item) -> None:
    link = ledger.perform(AddLink(task.id, problem.id, LinkKind.ANSWERS)).value
    assert [(seen.code, seen.outgoing) for seen in detail(ledger, task).links] == [(problem.code, True)]
    assert [(seen.code, seen.outgoing) for seen in detail(ledger, problem).links] == [(task.code, False)]
    with pytest.raises(UserError, match="已经有这个关联"):
        ledger.perform(AddLink(task.id, problem.id, LinkKind.ANSWERS))
    with pytest.raises(UserError, match="只有计划任务"):
        ledger.perform(AddLink(problem.id, task.id, LinkKind.ANSWERS))
    ledger.perform(DropLink(link.id))
    assert detail(ledger, task).links == ()
