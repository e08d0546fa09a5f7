"""History without the thousands of changes of an import."""

from tracker.domain.items import Item
from tracker.ledger import Ledger
from tracker.operations.items import EditItem
from tracker.operations.people import AssignOwners
from tracker.views.timeline import sentences


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


def test_names_of_some_steps_are_those_that_tell_of_them(ledger: Ledger, problem: Item) -> None:
    ledger.perform(AssignOwners(problem.id, lead=("河湖管理科",), person=("张三",)))
    records = ledger.ask.history(limit=1)
    everything, needed = ledger.ask.names(), ledger.ask.names(records)
    assert sentences(records[0], needed) == sentences(records[0], everything)
    assert {problem.code, "河湖管理科", "张三"} <= set(needed.values())
    assert set(needed.items()) < set(everything.items())
