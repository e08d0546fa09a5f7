"""催办 is recorded, shown on cards, taken back by undo, and no progress."""

from datetime import date, timedelta

import pytest

from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.people import AssignOwners
from tracker.operations.reports import Imported
from tracker.operations.reviews import CloseItem, SubmitItem
from tracker.operations.urgings import UrgeItems


def test_an_urging_names_the_owners_of_that_day(ledger: Ledger, imported: Imported) -> None:
    first, second = (ledger.ask.item_by_code(code) for code in imported.added[:2])
    ledger.perform(AssignOwners(first.id, lead=("执法支队", "法制科"), person=("赵强",)))
    done = ledger.perform(UrgeItems((first.id, second.id), words="请于周五前报送进展"))
    assert done.words == f"催办 {first.code}、{second.code}"
    assert done.touched.items == {first.id, second.id}
    detail = ledger.ask.detail(first.id)
    assert detail is not None
    (urging,) = detail.urgings
    assert (urging.to_whom, urging.words, urging.urged_on) == (
        "执法支队、法制科、赵强",
        "请于周五前报送进展",
        ledger.today(),
    )
    card = ledger.cards([first.id])[0]
    assert (card.urgings, card.last_urged, card.last_note) == (1, ledger.today(), None)
    ledger.undo()
    assert ledger.cards([first.id])[0].urgings == 0
    assert ledger.faults() == []


def test_a_day_to_come_and_a_closed_item_are_refused(ledger: Ledger, imported: Imported) -> None:
    item = ledger.ask.item_by_code(imported.added[0])
    with pytest.raises(UserError, match="不能晚于今天") as refused:
        ledger.perform(UrgeItems((item.id,), urged_on=ledger.today() + timedelta(days=1)))
    assert refused.value.field == "urged_on"
    ledger.perform(AssignOwners(item.id, lead=("执法支队",)))
    ledger.perform(SubmitItem(item.id, "已整改到位"))
    ledger.perform(CloseItem(item.id, reviewer="李局"))
    with pytest.raises(UserError, match="不需要催办"):
        ledger.perform(UrgeItems((item.id,)))
    assert ledger.cards([item.id])[0].urgings == 0


def test_many_items_are_told_by_their_number(ledger: Ledger, imported: Imported) -> None:
    items = [ledger.ask.item_by_code(code) for code in imported.added]
    done = ledger.perform(UrgeItems(tuple(item.id for item in items), urged_on=date(2025, 5, 1), to_whom="各科室"))
    assert done.words.endswith(f"等 {len(items)} 项")
    assert {card.last_urged for card in ledger.cards()} == {date(2025, 5, 1)}
