"""History without the thousands of changes of an import."""

from tracker.domain.items import Item
from tracker.ledger import Ledger
from tracker.operations.items import EditItem


def test_a_large_step_is_told_by_its_first_changes_and_small_ones_whole(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "配齐"}))
    whole = ledger.ask.history()
    some = ledger.ask.history(most=3)
    assert [record.step for record in some] == [record.step for record in whole]
    assert len(whole[-1].changes) > 3
    assert some[-1].changes == whole[-1].changes[:3]
    assert some[0] == whole[0]


def test_the_history_of_one_item_is_whole(ledger: Ledger, task: Item) -> None:
    assert ledger.ask.history(task.id, most=1) == ledger.ask.history(task.id)
