"""All evidence of a ledger in one question."""

from pathlib import Path

from tracker.domain.evidence import Subject
from tracker.domain.items import Item
from tracker.domain.measures import Measure
from tracker.ledger import Ledger
from tracker.operations.evidence import AddEvidence
from tracker.operations.measures import AddMeasure
from tracker.operations.notes import AddNote


def test_each_file_is_told_with_its_item_and_what_it_proves(
    ledger: Ledger, problem: Item, task: Item, tmp_path: Path
) -> None:
    assert ledger.ask.all_evidence() == []
    file = tmp_path / "签到表.txt"
    file.write_text("签到", encoding="utf-8")
    kept = ledger.keep_evidence(file)
    measure = ledger.perform(AddMeasure(Measure(item_id=problem.id, text="组织轮训"))).value
    note = ledger.perform(AddNote(problem.id, "完成轮训")).value
    ledger.perform(AddEvidence(problem.id, [kept], Subject(measure_id=measure.id)))
    ledger.perform(AddEvidence(problem.id, [kept], Subject(note_id=note.id)))
    ledger.perform(AddEvidence(task.id, [kept]))
    whole, by_note, by_measure = ledger.ask.all_evidence()
    assert (whole.code, whole.title, whole.name, whole.size) == (task.code, task.title, "签到表.txt", kept.size)
    assert (whole.measure, whole.noted_on) == (None, "")
    assert by_note.noted_on == note.noted_on.isoformat()
    assert (by_measure.measure, by_measure.measure_text) == (measure.position + 1, "组织轮训")
    assert by_measure.item_id == problem.id
    assert by_measure.added_by == "陈法规"
