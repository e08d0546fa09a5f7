"""What is said of a file can be changed; the file itself cannot."""

from pathlib import Path

import pytest

from tracker.domain.evidence import WHOLE, Evidence, Subject
from tracker.domain.items import Item
from tracker.domain.measures import Measure
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.evidence import AddEvidence, EditEvidence
from tracker.operations.measures import AddMeasure
from tracker.operations.notes import AddNote
from tracker.operations.reviews import CloseItem, SubmitItem


@pytest.fixture
def proof(ledger: Ledger, problem: Item, tmp_path: Path) -> Evidence:
    file = tmp_path / "IMG_0001.JPG"
    file.write_bytes(b"picture")
    return ledger.perform(AddEvidence(problem.id, [ledger.keep_evidence(file)])).value[0]


def now(ledger: Ledger, proof: Evidence) -> Evidence:
    detail = ledger.ask.detail(proof.item_id)
    assert detail is not None
    return next(each for each in detail.evidence if each.id == proof.id)


def test_a_file_gets_a_better_name_a_remark_and_a_subject(ledger: Ledger, problem: Item, proof: Evidence) -> None:
    measure = ledger.perform(AddMeasure(Measure(item_id=problem.id, text="组织轮训"))).value
    ledger.perform(EditEvidence(proof.id, name="轮训签到表", remark="第 1 页", subject=Subject(measure_id=measure.id)))
    edited = now(ledger, proof)
    assert (edited.name, edited.remark, edited.measure_id) == ("轮训签到表.JPG", "第 1 页", measure.id)
    assert edited.sha256 == proof.sha256
    ledger.perform(EditEvidence(proof.id, subject=WHOLE))
    assert now(ledger, proof).measure_id is None
    assert now(ledger, proof).name == "轮训签到表.JPG", "what is not given stays"
    ledger.undo()
    ledger.undo()
    assert now(ledger, proof) == proof


@pytest.mark.parametrize("name", ["甲/乙", "甲:乙.jpg", 'a"b', "一\n二", "a?b"])
def test_a_name_that_no_computer_takes_is_refused(ledger: Ledger, proof: Evidence, name: str) -> None:
    with pytest.raises(UserError, match="文件名里不能有"):
        ledger.perform(EditEvidence(proof.id, name=name))


def test_an_empty_name_and_a_closed_item_are_refused(ledger: Ledger, problem: Item, proof: Evidence) -> None:
    with pytest.raises(UserError, match="不能为空"):
        ledger.perform(EditEvidence(proof.id, name=" "))
    ledger.perform(AddNote(problem.id, "办结", 100))
    ledger.perform(SubmitItem(problem.id))
    ledger.perform(CloseItem(problem.id, "吴敏"))
    with pytest.raises(UserError, match="已销号"):
        ledger.perform(EditEvidence(proof.id, name="别名"))
