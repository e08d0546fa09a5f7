"""History as sentences."""

from datetime import date

from tracker.domain.items import Item
from tracker.domain.measures import Measure
from tracker.ledger import Ledger
from tracker.operations.deadlines import ExtendDeadline, SetDeadline
from tracker.operations.items import EditItem
from tracker.operations.measures import AddMeasure
from tracker.operations.people import AssignOwners
from tracker.operations.reviews import SubmitItem
from tracker.views.timeline import sentences


def last(ledger: Ledger, item: Item) -> list[str]:
    return sentences(ledger.ask.history(item.id)[0], ledger.ask.names())


def test_each_change_is_told_old_and_new(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"cause": "编制不足", "percent": 30}))
    assert last(ledger, problem) == ["原因：人手不足 → 编制不足", "完成率：0% → 30%"]
    ledger.perform(AssignOwners(problem.id, lead=("养护中心",)))
    assert last(ledger, problem) == ["增加牵头单位：养护中心", "状态：待分解 → 未启动"]
    ledger.perform(AddMeasure(Measure(item_id=problem.id, text="公开招录")))
    assert last(ledger, problem) == ["增加整改措施：公开招录"]
    ledger.perform(SetDeadline(problem.id, date(2025, 6, 30)))
    ledger.perform(ExtendDeadline(problem.id, date(2025, 9, 30), "等待批复"))
    assert last(ledger, problem) == ["延期：2025-06-30 → 2025-09-30，等待批复", "现定时限：2025-06-30 → 2025-09-30"]
    ledger.perform(SubmitItem(problem.id))
    assert last(ledger, problem) == ["申请销号（陈法规）", "状态：未启动 → 申请销号"]


def test_an_undo_is_told_as_what_it_did(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "配齐"}))
    ledger.undo()
    assert last(ledger, problem) == ["整改目标：配齐 → （空）"]


def test_an_import_tells_its_items_not_its_places(ledger: Ledger, task: Item) -> None:
    lines = last(ledger, task)
    assert lines[0] == "增加事项：第3件事情"
    assert "增加牵头单位：法规科" in lines
    assert not any("excerpt" in line for line in lines)


def test_long_words_are_cut(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "长" * 100}))
    (line,) = last(ledger, problem)
    assert line.endswith("长…")
    assert len(line) < 80
