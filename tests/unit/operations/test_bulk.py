"""The same changes to many items: one step, and each item stands or is refused by itself."""

from datetime import date

import pytest

from tracker.domain.cards import ItemCard
from tracker.domain.items import Item
from tracker.domain.kinds import DeadlineKind, RectificationType, Role
from tracker.domain.status import Move, Status
from tracker.errors import BugError, UserError
from tracker.ledger import Ledger
from tracker.operations.bulk import MOVES, Changes, ForEach, MoveDeadline, Part
from tracker.operations.deadlines import SetDeadline
from tracker.operations.items import EditItem
from tracker.operations.people import AssignOwners
from tracker.operations.reports import Imported
from tracker.operations.reviews import CloseItem, SubmitItem

JUNE, DECEMBER = date(2025, 6, 30), date(2025, 12, 31)


def each(ledger: Ledger, changes: Changes) -> ForEach:
    return ForEach([changes.part_of(card) for card in ledger.cards()], changes.words)


def close(ledger: Ledger, item: Item) -> None:
    ledger.perform(SubmitItem(item.id))
    ledger.perform(CloseItem(item.id, "温如松"))


def card(ledger: Ledger, item: Item) -> ItemCard:
    return ledger.cards([item.id])[0]


def test_all_are_one_step_and_one_undo(ledger: Ledger, imported: Imported) -> None:
    before, steps = ledger.cards(), len(ledger.ask.history())
    changes = Changes(owners={Role.LEAD: ("执法大队",)}, percent=20, note="已布置")
    done = ledger.perform(each(ledger, changes))
    assert done.words == "批量修改 4 项的牵头单位、完成率、进展"
    assert [outcome.changed for outcome in done.value] == [True] * 4
    assert {(each.lead, each.percent, each.status) for each in ledger.cards()} == {("执法大队", 20, Status.UNDER_WAY)}
    assert len(ledger.ask.history()) == steps + 1
    ledger.undo()
    assert ledger.cards() == before


def test_an_item_whose_rule_refuses_leaves_no_trace(ledger: Ledger, problem: Item) -> None:
    close(ledger, problem)
    changes = Changes(owners={Role.LEAD: ("新设的科",)}, note="统一布置", percent=30)
    done = ledger.perform(each(ledger, changes))
    refused = [outcome for outcome in done.value if outcome.refusal]
    assert [outcome.item_id for outcome in refused] == [problem.id]
    assert "已销号" in str(refused[0].refusal)
    assert done.words == "批量修改 3 项的牵头单位、完成率、进展"
    assert done.step is not None
    changed = ledger.ask.history(limit=1)[0].changes
    assert problem.id not in {change.item_id for change in changed}
    assert (card(ledger, problem).lead, card(ledger, problem).last_note) == ("", None)
    assert ledger.faults() == []


def test_what_was_written_before_the_refusal_is_taken_back(ledger: Ledger, problem: Item, task: Item) -> None:
    """The new unit and the assignment stood already when the deadline was refused."""
    ledger.perform(SetDeadline(problem.id, JUNE))
    parts = [
        Part(problem.id, (AssignOwners(problem.id, lead=("只为它新设的科",)), MoveDeadline(problem.id, DECEMBER))),
        Part(task.id, (EditItem(task.id, {"percent": 60}),)),
    ]
    done = ledger.perform(ForEach(parts, "牵头单位"))
    assert [bool(outcome.refusal) for outcome in done.value] == [True, False]
    assert "只为它新设的科" not in {unit.name for unit in ledger.ask.units()}
    tables = {change.table for change in ledger.ask.history(limit=1)[0].changes}
    assert tables == {"item"}
    assert card(ledger, task).percent == 60
    ledger.undo()
    assert card(ledger, task).percent == 0
    assert ledger.faults() == []


def test_where_all_are_refused_nothing_is_a_step(ledger: Ledger, problem: Item) -> None:
    close(ledger, problem)
    steps = len(ledger.ask.history())
    done = ledger.perform(ForEach([Changes(percent=5).part_of(card(ledger, problem))], "完成率"))
    assert done.step is None
    assert done.value[0].refusal is not None
    assert len(ledger.ask.history()) == steps


def test_what_is_so_already_is_neither_changed_nor_refused(ledger: Ledger, problem: Item, task: Item) -> None:
    ledger.perform(EditItem(problem.id, {"percent": 30}))
    done = ledger.perform(
        ForEach([Changes(percent=30).part_of(card(ledger, item)) for item in (problem, task)], "完成率")
    )
    assert [(outcome.changed, outcome.refusal) for outcome in done.value] == [(False, None), (True, None)]


def test_names_are_put_in_place_of_others_or_behind_them(ledger: Ledger, task: Item) -> None:
    names = {Role.SUPPORT: ("规划科", "办公室"), Role.PERSON: ("赵强",)}
    ledger.perform(ForEach([Changes(owners=names, adding=frozenset({Role.SUPPORT})).part_of(card(ledger, task))], "x"))
    assert (card(ledger, task).support, card(ledger, task).person) == ("执法大队、办公室、规划科", "赵强")
    ledger.perform(ForEach([Changes(owners={Role.SUPPORT: ()}).part_of(card(ledger, task))], "x"))
    assert card(ledger, task).support == ""
    assert len(ledger.ask.detail(task.id).names(Role.PERSON)) == 1  # type: ignore[union-attr]  # it is there


def test_a_day_is_set_first_and_extended_afterwards(ledger: Ledger, problem: Item, task: Item) -> None:
    both = Changes(sets_deadline=True, deadline=JUNE)
    ledger.perform(SetDeadline(problem.id, DECEMBER))
    parts = [both.part_of(card(ledger, item)) for item in (problem, task)]
    outcomes = ledger.perform(ForEach(parts, "完成时限")).value
    assert "延期要写明理由" in str(outcomes[0].refusal)
    assert card(ledger, task).deadline_original == JUNE  # it was only presumed
    with_reason = Changes(sets_deadline=True, deadline=JUNE, reason="提前完成", approver="李副局长")
    outcomes = ledger.perform(ForEach([with_reason.part_of(card(ledger, problem))], "完成时限")).value
    assert outcomes[0].changed
    now = card(ledger, problem)
    assert (now.deadline_original, now.deadline_current, now.extensions) == (DECEMBER, JUNE, 1)
    assert not ledger.perform(MoveDeadline(problem.id, JUNE, "再来")).step
    standing = ledger.perform(MoveDeadline(ledger.ask.item_by_code("2024-问-02").id, None)).value
    assert standing.deadline_kind is DeadlineKind.STANDING


def test_moves_come_first_so_that_what_they_open_can_be_changed(ledger: Ledger, problem: Item) -> None:
    close(ledger, problem)
    changes = Changes(
        move=Move.WITHDRAW, move_words="材料有误", note="重新核实", sets_rectification=True,
        rectification=RectificationType.AT_ONCE, remark="见督察意见",
    )  # fmt: skip
    assert changes.words == "整改类型、状态、备注、进展"
    done = ledger.perform(ForEach([changes.part_of(card(ledger, problem))], changes.words))
    assert done.value[0].changed
    now = card(ledger, problem)
    assert (now.status, now.rectification) == (Status.UNDER_WAY, RectificationType.AT_ONCE)


def test_a_remark_is_put_behind_the_one_there_is(ledger: Ledger, problem: Item) -> None:
    for text in ("第一句", "第二句"):
        ledger.perform(ForEach([Changes(remark=text).part_of(card(ledger, problem))], "备注"))
    assert ledger.ask.item_by_code(problem.code).remark == "第一句\n第二句"


def test_moves_want_their_reasons(ledger: Ledger, problem: Item) -> None:
    for move in (Move.DROP, Move.CARRY_OVER):
        outcome = ledger.perform(ForEach([Changes(move=move).part_of(card(ledger, problem))], "状态")).value[0]
        assert "要写明理由" in str(outcome.refusal)
    submitted = Changes(move=Move.SUBMIT)
    ledger.perform(ForEach([submitted.part_of(card(ledger, problem))], "状态"))
    returned = Changes(move=Move.RETURN, move_words="佐证不够")
    ledger.perform(ForEach([returned.part_of(card(ledger, problem))], "状态"))
    assert card(ledger, problem).return_count == 1


def test_formal_decisions_are_steps_of_their_own(ledger: Ledger, problem: Item) -> None:
    assert Move.CLOSE not in MOVES
    ledger.perform(SubmitItem(problem.id))
    with pytest.raises(BugError):
        ledger.perform(ForEach([Part(problem.id, (CloseItem(problem.id, "温如松"),))], "状态"))
    assert card(ledger, problem).status is Status.SUBMITTED


def test_a_little_at_a_time_is_still_one_step(ledger: Ledger, imported: Imported) -> None:
    told: list[int] = []
    ledger.subscribe(lambda touched: told.append(len(touched.items)))
    steps = ledger.perform_gradually(each(ledger, Changes(percent=10)))
    assert [next(steps) for _n in range(4)] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert ledger.cards()[0].percent == 0  # nobody sees it before it is whole
    with pytest.raises(UserError, match="还没有写完"):
        ledger.perform(Changes(percent=1).part_of(ledger.cards()[0]).operations[0])
    assert list(steps) == [(4, 4)]  # the rows of the journal
    assert ledger.ask.history(limit=1)[0].step.words == "批量修改 4 项的完成率"
    assert told == [4]
    assert {card.percent for card in ledger.cards()} == {10}
    assert ledger.faults() == []


def test_whoever_stops_half_way_takes_everything_back(ledger: Ledger, imported: Imported) -> None:
    before, history = ledger.cards(), len(ledger.ask.history())
    steps = ledger.perform_gradually(each(ledger, Changes(owners={Role.LEAD: ("半途科",)}, note="没有做完")))
    next(steps), next(steps)
    steps.close()
    assert ledger.cards() == before
    assert len(ledger.ask.history()) == history
    ledger.perform(each(ledger, Changes(percent=10)))  # the way is free again
    assert ledger.faults() == []


def test_rows_of_a_refused_item_are_not_in_the_tables(ledger: Ledger, problem: Item) -> None:
    close(ledger, problem)
    ledger.perform(each(ledger, Changes(owners={Role.LEAD: ("法规科",)}, note="布置")))
    detail = ledger.ask.detail(problem.id)
    assert detail is not None
    assert detail.notes == ()
    assert detail.owners == ()
