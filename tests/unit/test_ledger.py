"""The ledger as a whole: undo and redo, listeners, two at once, and what questions answer."""

from datetime import date
from pathlib import Path

import pytest

from tracker.domain.items import Item
from tracker.domain.measures import Measure
from tracker.errors import UserError
from tracker.ledger import Ledger, Touched
from tracker.operations.items import EditItem
from tracker.operations.measures import AddMeasure
from tracker.operations.notes import AddNote


def goal(ledger: Ledger, item: Item) -> str:
    return ledger.ask.item_by_code(item.code).goal


def test_undo_and_redo_walk_the_steps(ledger: Ledger, problem: Item) -> None:
    for words in ("甲", "乙", "丙"):
        ledger.perform(EditItem(problem.id, {"goal": words}))
    seen = []
    for move in (
        ledger.undo,
        ledger.undo,
        ledger.redo,
        ledger.undo,
        ledger.undo,
        ledger.redo,
        ledger.redo,
        ledger.redo,
    ):
        move()
        seen.append(goal(ledger, problem))
    assert seen == ["乙", "甲", "乙", "甲", "", "甲", "乙", "丙"]
    with pytest.raises(UserError, match="没有可以重做"):
        ledger.redo()


def test_a_new_step_ends_what_could_be_redone(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "甲"}))
    ledger.undo()
    ledger.perform(EditItem(problem.id, {"goal": "乙"}))
    with pytest.raises(UserError, match="没有可以重做"):
        ledger.redo()
    ledger.undo()
    assert goal(ledger, problem) == ""


def test_undo_outlives_the_program(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "甲"}))
    ledger.close()
    again = Ledger(ledger.folder, actor="后来人")
    assert again.undo().words == "撤销：修改 2024-问-01 的整改目标"
    assert again.ask.history()[0].step.actor == "后来人"
    again.close()


def test_an_empty_ledger_has_nothing_to_undo(ledger: Ledger) -> None:
    with pytest.raises(UserError, match="没有可以撤销"):
        ledger.undo()


def test_an_older_step_is_undone_only_while_nothing_stands_on_it(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "甲"}))
    step = ledger.ask.history()[0].step
    ledger.perform(EditItem(problem.id, {"remark": "乙"}))
    with pytest.raises(UserError, match="又有了别的改动"):
        ledger.undo_step(step)
    ledger.undo()
    ledger.undo_step(step)
    assert goal(ledger, problem) == ""


def test_an_import_is_not_undone_from_under_later_work(ledger: Ledger, problem: Item) -> None:
    step = ledger.ask.history()[0].step
    ledger.perform(AddMeasure(Measure(item_id=problem.id, text="后来加的措施")))
    with pytest.raises(UserError, match="还有别的内容依赖它"):
        ledger.undo_step(step)
    assert len(ledger.cards()) == 4


def test_listeners_hear_of_it_after_the_commit(ledger: Ledger, problem: Item) -> None:
    heard: list[tuple[Touched, str]] = []
    stop = ledger.subscribe(lambda touched: heard.append((touched, goal(ledger, problem))))
    ledger.perform(EditItem(problem.id, {"goal": "甲"}))
    ledger.perform(EditItem(problem.id, {"goal": "甲"}))  # nothing new, nothing told
    stop()
    ledger.perform(EditItem(problem.id, {"goal": "乙"}))
    assert heard == [(Touched(frozenset({problem.id}), frozenset({"item"})), "甲")]


def test_two_programs_write_one_after_the_other(ledger: Ledger, problem: Item) -> None:
    other = Ledger(ledger.folder, actor="王小河")
    ledger.perform(EditItem(problem.id, {"goal": "甲"}))
    other.perform(EditItem(problem.id, {"remark": "乙"}))
    item = ledger.ask.item_by_code(problem.code)
    assert (item.goal, item.remark) == ("甲", "乙")
    other.close()
    assert ledger.faults() == []


def test_a_copied_folder_is_a_ledger(ledger: Ledger, problem: Item, tmp_path: Path) -> None:
    ledger.close()
    moved = ledger.folder.rename(tmp_path / "搬到别处")
    again = Ledger(moved)
    assert len(again.cards()) == 4
    again.close()


def test_searches_look_through_everything_said_of_an_item(ledger: Ledger, task: Item) -> None:
    ledger.perform(AddNote(task.id, "已邀请 ＡＢ 专家", noted_on=date(2025, 5, 1)))
    text = ledger.ask.haystacks()[task.id]
    for words in ("2025-计-01", "印发清单", "ab", "执法大队", "王小河"):
        assert words in text
    assert ledger.ask.haystacks([task.id]) == {task.id: text}


def test_the_office_is_remembered(ledger: Ledger) -> None:
    assert ledger.office() == "云岭市水务局"
    assert ledger.today() == date(2025, 5, 20)
