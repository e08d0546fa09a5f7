"""Undo writes rows back many at once, and nothing where one of them is needed or was changed since."""

from datetime import date

import pytest

from tracker.domain.items import Item
from tracker.domain.journal import Image
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.bulk import ForEach, MoveDeadline, Part
from tracker.operations.evidence import AddEvidence
from tracker.operations.items import EditItem
from tracker.operations.reports import Imported
from tracker.operations.together import Together


def rows(ledger: Ledger) -> dict[tuple[str, int], Image | None]:
    """All rows as the journal leaves them."""
    found: dict[tuple[str, int], Image | None] = {}
    for record in reversed(ledger.ask.history()):
        for change in record.changes:
            found[(change.table, change.row_id)] = change.after
    return {place: image for place, image in found.items() if image is not None}


def bulk(ledger: Ledger, day: date) -> None:
    parts = [Part(card.id, (MoveDeadline(card.id, day, "汛期"),)) for card in ledger.cards()]
    for _progress in ledger.perform_gradually(ForEach(parts, "完成时限")):
        pass


def test_rows_of_several_tables_in_turns_come_back_as_they_were(ledger: Ledger, imported: Imported) -> None:
    bulk(ledger, date(2025, 9, 30))
    before = rows(ledger)
    bulk(ledger, date(2025, 10, 31))  # of each item a new extension, and the item changed
    after = rows(ledger)
    assert len(after) == len(before) + 4
    ledger.undo()
    assert rows(ledger) == before
    assert [card.extensions for card in ledger.cards()] == [0, 0, 0, 0]
    ledger.redo()
    assert rows(ledger) == after
    assert ledger.faults() == []


def test_a_row_changed_twice_in_one_step_goes_back_all_the_way(ledger: Ledger, problem: Item) -> None:
    before = ledger.ask.item_by_code(problem.code)
    ledger.perform(Together((EditItem(problem.id, {"goal": "甲"}), EditItem(problem.id, {"goal": "乙"}))))
    ledger.undo()
    assert ledger.ask.item_by_code(problem.code) == before


def test_what_others_need_is_not_taken_away(ledger: Ledger, problem: Item) -> None:
    (imported,) = ledger.ask.history()
    ledger.perform(AddEvidence(problem.id, [ledger.keep_evidence(ledger.file)]))  # the item's own row stays as it is
    before = rows(ledger)
    with pytest.raises(UserError, match="还有别的内容依赖它"):
        ledger.undo_step(imported.step)
    assert rows(ledger) == before
    ledger.perform(EditItem(problem.id, {"goal": "甲"}))  # it can still be written to
    assert ledger.faults() == []


def test_what_was_changed_since_is_not_taken_back(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "甲"}))
    first = ledger.ask.history()[0]
    ledger.perform(EditItem(problem.id, {"goal": "乙"}))
    with pytest.raises(UserError, match="同一处又有了别的改动"):
        ledger.undo_step(first.step)
    assert ledger.ask.item_by_code(problem.code).goal == "乙"
