"""History as sentences."""

from datetime import date
from pathlib import Path

from tracker.domain.evidence import EvidenceState, Subject
from tracker.domain.items import Item
from tracker.domain.journal import Record
from tracker.domain.links import LinkKind
from tracker.domain.measures import Measure
from tracker.ledger import Ledger
from tracker.operations.deadlines import ExtendDeadline, SetDeadline
from tracker.operations.evidence import AddEvidence, DropEvidence, EditEvidence, VerifyEvidence
from tracker.operations.items import EditItem
from tracker.operations.links import AddLink
from tracker.operations.measures import AddMeasure, EditMeasure, OrderMeasures
from tracker.operations.people import AssignOwners
from tracker.operations.reviews import CloseItem, SubmitItem
from tracker.operations.urgings import UrgeItems
from tracker.views.timeline import sentences, undoable


def last(ledger: Ledger, item: Item, *, longest: int = 60) -> list[str]:
    return sentences(ledger.ask.history(item.id)[0], ledger.ask.names(), longest=longest)


def test_each_change_is_told_old_and_new(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"cause": "编制不足", "percent": 30}))
    assert last(ledger, problem) == ["原因：人手不足 → 编制不足", "完成率：0% → 30%"]
    ledger.perform(AssignOwners(problem.id, lead=("养护中心",)))
    assert last(ledger, problem) == ["增加牵头单位：养护中心", "状态：待分解 → 未启动"]
    ledger.perform(AddMeasure(Measure(item_id=problem.id, text="公开招录")))
    assert last(ledger, problem) == ["增加整改措施：公开招录"]
    ledger.perform(SetDeadline(problem.id, date(2025, 6, 30)))
    assert last(ledger, problem) == ["完成时限：（空） → 2025-06-30"]
    ledger.perform(ExtendDeadline(problem.id, date(2025, 9, 30), "等待批复", "李副局长"))
    assert last(ledger, problem) == [
        "延期：2025-06-30 → 2025-09-30，等待批复（李副局长批准）",
        "现定时限：2025-06-30 → 2025-09-30",
    ]
    ledger.perform(SubmitItem(problem.id))
    assert last(ledger, problem) == ["申请销号（陈法规）", "状态：未启动 → 申请销号"]


def test_deadlines_are_one_thing(ledger: Ledger, task: Item, problem: Item) -> None:
    ledger.perform(SetDeadline(task.id, date(2025, 12, 31)))
    assert last(ledger, task) == ["完成时限：2025-12-31（推定） → 2025-12-31"]
    ledger.perform(SetDeadline(problem.id, None))
    assert last(ledger, problem)[0] == "完成时限：（空） → 长期坚持"


def test_measures_are_named_by_their_number_and_words(ledger: Ledger, problem: Item) -> None:
    first, second = (
        ledger.perform(AddMeasure(Measure(item_id=problem.id, text=text))).value for text in ("印发计划", "组织轮训")
    )
    ledger.perform(EditMeasure(first.id, {"done": True}))
    assert "措施1“印发计划” 完成（2025-05-20）" in last(ledger, problem)
    ledger.perform(EditMeasure(first.id, {"done": False}))
    assert last(ledger, problem) == ["措施1“印发计划” 改回未完成"]
    ledger.perform(OrderMeasures(problem.id, (second.id, first.id)))
    assert last(ledger, problem) == ["措施1“组织轮训” 从第 2 位移到第 1 位", "措施2“印发计划” 从第 1 位移到第 2 位"]
    ledger.perform(EditMeasure(first.id, {"text": "印发方案", "deadline": date(2025, 8, 1)}))
    assert last(ledger, problem) == ["措施2 措施：印发计划 → 印发方案", "措施2 时限：（空） → 2025-08-01"]


def test_evidence_links_and_urgings_are_told(ledger: Ledger, problem: Item, task: Item, tmp_path: Path) -> None:
    file = tmp_path / "签到表.txt"
    file.write_text("签到", encoding="utf-8")
    measure = ledger.perform(AddMeasure(Measure(item_id=problem.id, text="组织轮训"))).value
    (proof,) = ledger.perform(AddEvidence(problem.id, [ledger.keep_evidence(file)])).value
    assert last(ledger, problem) == ["增加佐证材料：签到表.txt"]
    ledger.perform(VerifyEvidence(proof.id, EvidenceState.VERIFIED))
    assert last(ledger, problem) == ["“签到表.txt” 核验：待核验 → 已核验"]
    ledger.perform(EditEvidence(proof.id, name="轮训签到表", subject=Subject(measure_id=measure.id)))
    assert last(ledger, problem) == ["对应：整个事项 → 一项措施", "文件名：签到表.txt → 轮训签到表.txt"]
    ledger.perform(DropEvidence(proof.id))
    assert last(ledger, problem) == ["去掉佐证材料：轮训签到表.txt"]
    ledger.perform(UrgeItems((problem.id,), "请尽快报送", to_whom="养护中心"))
    assert last(ledger, problem) == ["催办 养护中心：请尽快报送"]
    ledger.perform(AddLink(task.id, problem.id, LinkKind.ANSWERS))
    (line,) = sentences(ledger.ask.history()[0], ledger.ask.names())
    assert line == f"增加关联：{task.code} 对应 {problem.code}"


def test_an_undo_is_told_as_what_it_did(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "配齐"}))
    ledger.undo()
    assert last(ledger, problem) == ["整改目标：配齐 → （空）"]


def test_an_import_tells_its_items_not_its_places(ledger: Ledger, task: Item) -> None:
    lines = last(ledger, task)
    assert lines[0] == "增加事项：第3件事情"
    assert "增加牵头单位：法规科" in lines
    assert not any("excerpt" in line for line in lines)


def test_long_words_are_cut_and_can_be_had_whole(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "长" * 100}))
    (line,) = last(ledger, problem)
    assert line.endswith("长…")
    assert len(line) < 80
    assert last(ledger, problem, longest=0) == [f"整改目标：（空） → {'长' * 100}"]


def test_two_long_texts_are_shown_where_they_differ(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "同" * 80 + "甲"}))
    ledger.perform(EditItem(problem.id, {"goal": "同" * 80 + "乙"}))
    assert last(ledger, problem) == [f"整改目标：…{'同' * 10}甲 → …{'同' * 10}乙"]


def of(records: list[Record], operation: str) -> set[int]:
    return {record.step.id for record in records if record.step.operation == operation}


def test_a_step_whose_rows_were_touched_again_cannot_be_taken_back(ledger: Ledger, problem: Item) -> None:
    ledger.perform(EditItem(problem.id, {"goal": "配齐"}))
    ledger.perform(EditItem(problem.id, {"goal": "配强"}))
    records = ledger.ask.history()
    second, first = sorted(of(records, "EditItem"), reverse=True)
    assert second in undoable(records)
    assert first not in undoable(records)
    ledger.undo()
    assert first in undoable(ledger.ask.history()), "the row is again as that step left it"


def test_a_closing_names_who_decided(ledger: Ledger, problem: Item) -> None:
    ledger.perform(SubmitItem(problem.id))
    ledger.perform(CloseItem(problem.id, "吴敏", "同意"))
    assert last(ledger, problem) == [
        "审核销号（吴敏）：同意",
        "状态：申请销号 → 已销号",
        "完成率：0% → 100%",
        "销号日期：（空） → 2025-05-20",
    ]
