"""Items entered by mistake go with all that hangs on them, and come back whole."""

from pathlib import Path

import pytest

from tracker.domain.kinds import ItemKind
from tracker.domain.links import LinkKind
from tracker.domain.measures import Measure
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.dropping import DropItems
from tracker.operations.evidence import AddEvidence
from tracker.operations.items import AddItem
from tracker.operations.links import AddLink
from tracker.operations.measures import AddMeasure
from tracker.operations.notes import AddNote
from tracker.operations.people import AssignOwners
from tracker.operations.reports import Imported
from tracker.operations.reviews import SubmitItem
from tracker.operations.urgings import UrgeItems


def test_all_of_an_item_goes_and_comes_back(ledger: Ledger, imported: Imported, tmp_path: Path) -> None:
    other = ledger.ask.item_by_code(imported.added[0])
    item = ledger.perform(AddItem(ItemKind.COMMITMENT, 2025, "登记错了的任务")).value
    ledger.perform(AssignOwners(item.id, lead=("执法支队",), person=("赵强",)))
    measure = ledger.perform(AddMeasure(Measure(item_id=item.id, text="第一步"))).value
    ledger.perform(AddNote(item.id, "已开始"))
    ledger.perform(AddLink(item.id, other.id, LinkKind.ANSWERS))
    ledger.perform(UrgeItems((item.id,)))
    file = tmp_path / "证明.txt"
    file.write_text("证明", encoding="utf-8")
    stored = ledger.keep_evidence(file)
    ledger.perform(AddEvidence(item.id, (stored,)))
    before = ledger.ask.detail(item.id)
    assert before is not None
    assert measure in before.measures
    done = ledger.perform(DropItems((item.id,)))
    assert done.words == f"删除 {item.code}"
    assert ledger.ask.detail(item.id) is None
    there = ledger.ask.detail(other.id)
    assert there is not None
    assert there.links == ()
    assert ledger.evidence.place(stored.sha256).is_file()
    assert ledger.faults() == []
    ledger.undo()
    assert ledger.ask.detail(item.id) == before
    assert ledger.faults() == []
    ledger.redo()
    again = ledger.perform(AddItem(ItemKind.COMMITMENT, 2025, "另一项")).value
    assert again.code != item.code


def test_what_was_formally_handled_stays(ledger: Ledger, imported: Imported) -> None:
    item = ledger.ask.item_by_code(imported.added[0])
    ledger.perform(AssignOwners(item.id, lead=("执法支队",)))
    ledger.perform(SubmitItem(item.id, "已整改到位"))
    with pytest.raises(UserError, match="已有审核记录"):
        ledger.perform(DropItems((item.id,)))
    assert ledger.ask.detail(item.id) is not None
