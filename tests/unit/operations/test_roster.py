"""The list of units and people kept in order: nothing is lost, and one undo brings all back."""

import pytest
from tests.unit.conftest import candidate, draft

from tracker.domain.drafts import DraftOwners
from tracker.domain.items import Item
from tracker.domain.kinds import Role
from tracker.domain.measures import Measure
from tracker.domain.people import Person, Unit
from tracker.domain.roster import Deed, RosterRow
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.deadlines import SetDeadline
from tracker.operations.measures import AddMeasure
from tracker.operations.operation import Operation
from tracker.operations.people import AssignOwners, SavePerson, SaveUnit
from tracker.operations.reports import ImportReport
from tracker.operations.reviews import CloseItem, SubmitItem
from tracker.operations.roster import (
    DropPerson,
    DropUnit,
    ImportRoster,
    MergePeople,
    MergeUnits,
    OrderUnits,
    ReactivatePerson,
    ReactivateUnit,
    RetirePerson,
    RetireUnit,
)
from tracker.operations.together import Together
from tracker.views.timeline import sentences


def unit(ledger: Ledger, name: str) -> Unit:
    return next(each for each in ledger.ask.units() if each.name == name)


def person(ledger: Ledger, name: str) -> Person:
    return next(each for each in ledger.ask.people() if each.name == name)


def unit_names(ledger: Ledger) -> list[str]:
    return [each.name for each in ledger.ask.units()]


def close(ledger: Ledger, item: Item) -> None:
    ledger.perform(SubmitItem(item.id))
    ledger.perform(CloseItem(item.id, "李主任"))


def sound(ledger: Ledger) -> bool:
    return not ledger.faults()


def test_merging_moves_all_that_named_the_other(ledger: Ledger, problem: Item, task: Item) -> None:
    ledger.perform(AssignOwners(problem.id, lead=("执法大队（综合）",), support=("办公室", "行政执法大队")))
    other = unit(ledger, "执法大队（综合）")
    ledger.perform(AddMeasure(Measure(item_id=problem.id, text="巡查", unit_id=other.id)))
    ledger.perform(SavePerson(Person(name="周明", unit_id=other.id)))
    kept, third = unit(ledger, "执法大队"), unit(ledger, "行政执法大队")
    before = ledger.cards()
    done = ledger.perform(MergeUnits(kept.id, (other.id, third.id)))
    assert done.words == "把责任单位 执法大队（综合）、行政执法大队 并入 执法大队"
    assert "执法大队（综合）" not in unit_names(ledger)
    card = ledger.cards([problem.id])[0]
    assert (card.lead, card.support) == ("执法大队", "办公室")  # who leads does not support as well
    detail = ledger.ask.details([problem.id])[0]
    assert [measure.unit_id for measure in detail.measures] == [kept.id]
    assert person(ledger, "周明").unit_id == kept.id
    assert done.touched.items == {problem.id}
    assert sound(ledger)
    ledger.undo()
    assert ledger.cards() == before
    assert person(ledger, "周明").unit_id == other.id
    assert sound(ledger)
    ledger.redo()
    assert ledger.cards([problem.id])[0].lead == "执法大队"


def test_a_name_that_stood_twice_stands_once_at_its_first_place(ledger: Ledger, problem: Item) -> None:
    ledger.perform(AssignOwners(problem.id, support=("行政执法大队", "办公室", "执法大队", "财务科")))
    kept, other = unit(ledger, "执法大队"), unit(ledger, "行政执法大队")
    ledger.perform(MergeUnits(kept.id, (other.id,)))
    assert ledger.cards([problem.id])[0].support == "执法大队、办公室、财务科"
    again = ledger.perform(AssignOwners(problem.id, support=("执法大队", "办公室", "财务科")))
    assert again.step is None  # the places were numbered anew


def test_history_goes_on_naming_what_was_merged(ledger: Ledger, problem: Item) -> None:
    ledger.perform(AssignOwners(problem.id, lead=("执法二队",)))
    ledger.perform(MergeUnits(unit(ledger, "执法大队").id, (unit(ledger, "执法二队").id,)))
    names = ledger.ask.names()
    merged, assigned = ledger.ask.history(problem.id)[:2]
    assert "牵头单位：执法二队 → 执法大队" in sentences(merged, names)
    assert any("执法二队" in line for line in sentences(assigned, names))


def test_a_merged_name_is_free_again(ledger: Ledger, problem: Item) -> None:
    ledger.perform(AssignOwners(problem.id, lead=("行政执法大队",)))
    kept, other = unit(ledger, "行政执法大队"), unit(ledger, "执法大队")
    ledger.perform(MergeUnits(kept.id, (other.id,)))
    ledger.perform(SaveUnit(kept.having(name="执法大队")))
    assert ledger.cards([problem.id])[0].lead == "执法大队"


def test_a_closed_item_is_merged_too_and_says_so_in_its_history(ledger: Ledger, problem: Item) -> None:
    ledger.perform(AssignOwners(problem.id, lead=("执法大队（综合）",)))
    close(ledger, problem)
    ledger.perform(MergeUnits(unit(ledger, "执法大队").id, (unit(ledger, "执法大队（综合）").id,)))
    assert ledger.cards([problem.id])[0].lead == "执法大队"
    lines = sentences(ledger.ask.history(problem.id)[0], ledger.ask.names())
    assert lines == ["牵头单位：执法大队（综合） → 执法大队"]


def test_merging_with_itself_is_no_step(ledger: Ledger, task: Item) -> None:
    kept = unit(ledger, "法规科")
    assert ledger.perform(MergeUnits(kept.id, (kept.id,))).step is None


def test_merged_people_keep_what_either_had(ledger: Ledger, problem: Item, task: Item) -> None:
    ledger.perform(AssignOwners(problem.id, person=("王晓河", "王小河"), leader=("王晓河",)))
    kept, other = person(ledger, "王小河"), person(ledger, "王晓河")
    ledger.perform(SavePerson(other.having(duty="科长", phone="6612", unit_id=unit(ledger, "法规科").id)))
    done = ledger.perform(MergePeople(kept.id, (other.id,)))
    assert done.value == kept.having(duty="科长", phone="6612", unit_id=unit(ledger, "法规科").id)
    card = ledger.cards([problem.id])[0]
    assert (card.person, card.leader) == ("王小河", "王小河")  # somebody may be both
    ledger.undo()
    assert ledger.cards([problem.id])[0].person == "王晓河、王小河"
    assert sound(ledger)


def test_retiring_is_refused_while_open_items_name_it(ledger: Ledger, problem: Item, task: Item) -> None:
    ledger.perform(AssignOwners(problem.id, lead=("法规科",)))
    with pytest.raises(UserError, match="还有 2 项未销号的事项写着“法规科”") as refused:
        ledger.perform(RetireUnit(unit(ledger, "法规科").id))
    assert refused.value.field == "heir"
    ledger.perform(RetireUnit(unit(ledger, "法规科").id, leave=True))
    assert not unit(ledger, "法规科").active
    assert ledger.cards([problem.id])[0].lead == "法规科"


def test_an_heir_gets_open_items_and_closed_ones_keep_the_signed_name(
    ledger: Ledger, problem: Item, task: Item
) -> None:
    ledger.perform(AssignOwners(problem.id, lead=("法规科",)))
    old = unit(ledger, "法规科")
    ledger.perform(AddMeasure(Measure(item_id=task.id, text="已做", unit_id=old.id, done=True)))
    ledger.perform(AddMeasure(Measure(item_id=task.id, text="待做", unit_id=old.id)))
    ledger.perform(SavePerson(Person(name="周明", unit_id=old.id)))
    close(ledger, problem)
    heir = unit(ledger, "办公室")
    done = ledger.perform(RetireUnit(old.id, heir.id))
    assert done.value == 1
    assert done.words == "停用责任单位 法规科，1 项未销号事项移交 办公室"
    assert ledger.cards([problem.id])[0].lead == "法规科"
    card = ledger.cards([task.id])[0]
    assert (card.lead, card.support) == ("办公室", "执法大队")
    steps = {measure.text: measure.unit_id for measure in ledger.ask.details([task.id])[0].measures}
    assert (steps["已做"], steps["待做"]) == (old.id, heir.id)
    assert person(ledger, "周明").unit_id == heir.id
    ledger.undo()
    card = ledger.cards([task.id])[0]
    assert (card.lead, card.support) == ("法规科", "执法大队、办公室")
    assert unit(ledger, "法规科").active
    assert sound(ledger)


def test_an_heir_must_be_another_that_is_in_use(ledger: Ledger, task: Item) -> None:
    old, heir = unit(ledger, "法规科"), unit(ledger, "办公室")
    with pytest.raises(UserError, match="移交给它自己"):
        ledger.perform(RetireUnit(old.id, old.id))
    ledger.perform(RetireUnit(heir.id, leave=True))
    with pytest.raises(UserError, match="已停用，不能接收"):
        ledger.perform(RetireUnit(old.id, heir.id))


def test_people_retire_and_come_back(ledger: Ledger, task: Item) -> None:
    ledger.perform(SavePerson(Person(name="周明")))
    with pytest.raises(UserError, match="1 项未销号的事项写着“王小河”"):
        ledger.perform(RetirePerson(person(ledger, "王小河").id))
    ledger.perform(RetirePerson(person(ledger, "王小河").id, person(ledger, "周明").id))
    assert ledger.cards([task.id])[0].person == "周明"
    assert ledger.perform(RetirePerson(person(ledger, "王小河").id)).step is None
    ledger.perform(ReactivatePerson(person(ledger, "王小河").id))
    assert person(ledger, "王小河").active


def test_a_retired_unit_comes_back(ledger: Ledger) -> None:
    made = ledger.perform(SaveUnit(Unit(name="监察科"))).value
    ledger.perform(RetireUnit(made.id))
    done = ledger.perform(ReactivateUnit(made.id))
    assert done.words == "恢复使用责任单位 监察科"
    assert ledger.perform(ReactivateUnit(made.id)).step is None


def test_only_what_nothing_names_is_dropped(ledger: Ledger, task: Item) -> None:
    with pytest.raises(UserError, match="还有事项、措施或人员，不能删除"):
        ledger.perform(DropUnit(unit(ledger, "法规科").id))
    with pytest.raises(UserError, match="还有事项或措施，不能删除"):
        ledger.perform(DropPerson(person(ledger, "王小河").id))
    made = ledger.perform(SaveUnit(Unit(name="监察科"))).value
    who = ledger.perform(SavePerson(Person(name="周明"))).value
    operations: tuple[Operation[None], ...] = (DropUnit(made.id), DropPerson(who.id))
    ledger.perform(Together(operations))
    assert "监察科" not in unit_names(ledger)
    ledger.undo()
    assert unit(ledger, "监察科") == made


def test_units_stand_in_the_offices_own_order(ledger: Ledger, task: Item) -> None:
    assert unit_names(ledger) == ["法规科", "执法大队", "办公室"]
    office, law = unit(ledger, "办公室"), unit(ledger, "法规科")
    ledger.perform(OrderUnits((office.id, law.id)))
    assert unit_names(ledger) == ["办公室", "法规科", "执法大队"]
    assert ledger.perform(OrderUnits((office.id, law.id))).step is None
    ledger.perform(SaveUnit(Unit(name="监察科")))
    assert unit_names(ledger)[-1] == "监察科"  # one that was not placed follows
    ledger.undo()
    ledger.undo()
    assert unit_names(ledger) == ["法规科", "执法大队", "办公室"]


def test_a_rename_touches_the_items_that_show_it_and_no_others(ledger: Ledger, problem: Item, task: Item) -> None:
    done = ledger.perform(SaveUnit(unit(ledger, "法规科").having(name="政策法规科")))
    assert done.touched.items == {task.id}
    assert done.words == "责任单位 法规科 改名为 政策法规科"
    both = Together([SaveUnit(unit(ledger, "办公室").having(name="局办公室")), SetDeadline(problem.id, None, "长期")])
    assert ledger.perform(both).touched.items == {task.id, problem.id}
    assert ledger.undo().touched.items == {task.id, problem.id}
    assert ledger.perform(SavePerson(person(ledger, "王小河").having(name="王晓河"))).touched.items == {task.id}
    assert ledger.perform(SavePerson(person(ledger, "王晓河").having(phone="66"))).touched.items == frozenset()


def test_an_imported_roster_is_one_step(ledger: Ledger, task: Item) -> None:
    ledger.perform(RetireUnit(unit(ledger, "执法大队").id, leave=True))
    before = (ledger.ask.units(), ledger.ask.people())
    rows = (
        RosterRow("名单!A2", "执法大队", "周明", "队长", "6612"),
        RosterRow("名单!A3", "财务科", "钱多多"),
        RosterRow("名单!A4", "法规科", "王小河", "科长"),
        RosterRow("名单!A5", "", "李副局长"),
    )
    done = ledger.perform(ImportRoster("名单.xlsx", rows))
    assert done.words == "从《名单.xlsx》导入名单：新增责任单位 1 个，恢复责任单位 1 个，新增人员 2 名，更新人员 1 名"
    assert [each.deed for each in done.value] == [
        Deed.BACK_UNIT, Deed.NEW_UNIT, Deed.NEW_PERSON, Deed.NEW_PERSON, Deed.CHANGED,
    ]  # fmt: skip
    assert unit(ledger, "执法大队").active
    assert person(ledger, "周明") == Person(
        id=person(ledger, "周明").id, name="周明", unit_id=unit(ledger, "执法大队").id, duty="队长", phone="6612"
    )
    assert (person(ledger, "王小河").duty, person(ledger, "王小河").unit_id) == ("科长", unit(ledger, "法规科").id)
    assert ledger.perform(ImportRoster("名单.xlsx", rows)).step is None
    ledger.undo()
    assert (ledger.ask.units(), ledger.ask.people()) == before
    assert sound(ledger)


def test_a_merge_of_thousands_is_written_in_few_statements(ledger: Ledger) -> None:
    many = [
        candidate(n, owners=DraftOwners(("甲科" if n % 2 else "乙科",), ("丙科", "乙科" if n % 2 else "甲科")))
        for n in range(600)
    ]
    ledger.perform(ImportReport(draft(*many)))
    done = ledger.perform(MergeUnits(unit(ledger, "甲科").id, (unit(ledger, "乙科").id,)))
    assert len(done.touched.items) == 600
    assert {(card.lead, card.support) for card in ledger.cards()} == {("甲科", "丙科")}
    assert {row.role for row in ledger.ask.details([ledger.cards()[0].id])[0].owners} == {Role.LEAD, Role.SUPPORT}
