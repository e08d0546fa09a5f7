"""Who answers for what."""

import pytest

from tracker.domain.items import Item
from tracker.domain.kinds import Role
from tracker.domain.measures import Measure
from tracker.domain.people import Person, Unit
from tracker.domain.status import Status
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.people import AssignOwners, SaveMeasure, SavePerson, SaveUnit


def names(ledger: Ledger, item: Item, role: Role) -> tuple[str, ...]:
    detail = ledger.ask.detail(item.id)
    assert detail is not None
    return detail.names(role)


def test_names_become_units_and_people_in_their_order(ledger: Ledger, problem: Item) -> None:
    ledger.perform(
        AssignOwners(
            problem.id,
            lead=("养护中心",),
            support=("办公室", " 财务科 ", "办公室"),
            person=("王小河",),
            leader=("李副局长",),
        )
    )
    assert names(ledger, problem, Role.LEAD) == ("养护中心",)
    assert names(ledger, problem, Role.SUPPORT) == ("办公室", "财务科")
    assert names(ledger, problem, Role.PERSON) == ("王小河",)
    assert [person.name for person in ledger.ask.people()] == ["王小河", "李副局长"]  # 王小河 was known
    card = ledger.cards([problem.id])[0]
    assert (card.lead, card.support, card.leader) == ("养护中心", "办公室、财务科", "李副局长")


def test_a_lead_starts_the_item_and_other_roles_do_not(ledger: Ledger, problem: Item) -> None:
    ledger.perform(AssignOwners(problem.id, person=("王小河",)))
    assert ledger.ask.item_by_code(problem.code).status is Status.UNASSIGNED
    ledger.perform(AssignOwners(problem.id, lead=("养护中心",)))
    assert ledger.ask.item_by_code(problem.code).status is Status.NOT_STARTED


def test_a_role_not_given_stays_and_an_empty_one_is_cleared(ledger: Ledger, task: Item) -> None:
    ledger.perform(AssignOwners(task.id, support=()))
    assert names(ledger, task, Role.LEAD) == ("法规科",)
    assert names(ledger, task, Role.SUPPORT) == ()


def test_the_same_names_again_are_no_step(ledger: Ledger, task: Item) -> None:
    assert ledger.perform(AssignOwners(task.id, lead=("法规科",), support=("执法大队", "办公室"))).step is None


def test_a_renamed_unit_is_renamed_on_every_card(ledger: Ledger, task: Item) -> None:
    unit = next(unit for unit in ledger.ask.units() if unit.name == "法规科")
    ledger.perform(SaveUnit(unit.having(name="政策法规科")))
    assert ledger.cards([task.id])[0].lead == "政策法规科"
    with pytest.raises(UserError, match="不能为空"):
        unit.having(name=" ")


def test_units_and_people_can_be_entered_by_hand(ledger: Ledger) -> None:
    unit = ledger.perform(SaveUnit(Unit(name="监察科"))).value
    person = ledger.perform(SavePerson(Person(name="周明", unit_id=unit.id, phone="021-000"))).value
    assert ledger.ask.people() == [person]
    ledger.perform(SavePerson(person.having(duty="科长")))
    assert ledger.ask.people()[0].duty == "科长"


def test_two_units_do_not_share_a_name(ledger: Ledger, task: Item) -> None:
    with pytest.raises(UserError, match="已经有名为“法规科”的责任单位") as refused:
        ledger.perform(SaveUnit(Unit(name="法规科")))
    assert refused.value.field == "name"


def test_a_name_that_is_new_is_told_and_a_mistake_is_forgotten(ledger: Ledger, problem: Item) -> None:
    done = ledger.perform(AssignOwners(problem.id, lead=("执法太队", "法规科")))
    assert done.words == "明确 2024-问-01 的责任：牵头单位执法太队、法规科（新加入名单：执法太队）"
    ledger.perform(AssignOwners(problem.id, lead=("执法大队", "法规科"), forget=("执法太队", "法规科")))
    assert names(ledger, problem, Role.LEAD) == ("执法大队", "法规科")
    assert "执法太队" not in [unit.name for unit in ledger.ask.units()]
    assert "法规科" in [unit.name for unit in ledger.ask.units()]  # something names it
    ledger.undo()
    assert names(ledger, problem, Role.LEAD) == ("执法太队", "法规科")
    ledger.perform(AssignOwners(problem.id, person=("王小何",)))
    ledger.perform(AssignOwners(problem.id, person=("王小河",), forget=("王小何",)))
    assert "王小何" not in [person.name for person in ledger.ask.people()]


def test_of_two_people_of_one_name_the_one_who_is_there_stays(ledger: Ledger, problem: Item) -> None:
    units = ledger.ask.units()
    retired = ledger.perform(SavePerson(Person(name="张伟", unit_id=units[0].id, active=False))).value
    second = ledger.perform(SavePerson(Person(name="张伟", unit_id=units[1].id))).value
    ledger.perform(AssignOwners(problem.id, person=("张伟",)))
    detail = ledger.ask.detail(problem.id)
    assert detail is not None
    assert [owner.person_id for owner in detail.owners] == [second.id]  # not the retired one
    ledger.perform(SavePerson(retired.having(active=True)))
    ledger.perform(AssignOwners(problem.id, person=("李明", "张伟")))
    detail = ledger.ask.detail(problem.id)
    assert detail is not None
    assert second.id in [owner.person_id for owner in detail.owners]


def test_namesakes_must_be_of_two_units(ledger: Ledger, task: Item) -> None:
    units = ledger.ask.units()
    ledger.perform(SavePerson(Person(name="张伟", unit_id=units[0].id)))
    for unit_id in (units[0].id, None):
        with pytest.raises(UserError, match="已经有名为“张伟”的人员") as refused:
            ledger.perform(SavePerson(Person(name="张伟", unit_id=unit_id)))
        assert refused.value.field == "name"
    ledger.perform(SavePerson(Person(name="张伟"), units[1].name))
    assert [person.unit_id for person in ledger.ask.people() if person.name == "张伟"] == [units[0].id, units[1].id]


def test_a_name_must_not_look_like_two(ledger: Ledger) -> None:
    with pytest.raises(UserError, match="不能有逗号、顿号或分号"):
        ledger.perform(SaveUnit(Unit(name="甲科、乙科")))
    with pytest.raises(UserError, match="不能有逗号、顿号或分号"):
        ledger.perform(SavePerson(Person(name="张三"), "甲科，乙科"))


def test_a_measure_gets_owners_by_name(ledger: Ledger, problem: Item) -> None:
    made = ledger.perform(SaveMeasure(Measure(item_id=problem.id, text="巡查"), "新设科", "王小河")).value
    assert made.unit_id == next(unit.id for unit in ledger.ask.units() if unit.name == "新设科")
    assert made.person_id == next(person.id for person in ledger.ask.people() if person.name == "王小河")
    assert ledger.perform(SaveMeasure(made, "新设科", "王小河")).step is None
    changed = ledger.perform(SaveMeasure(made.having(text="每月巡查"), "", "王小河")).value
    assert (changed.text, changed.unit_id) == ("每月巡查", None)
    ledger.undo()
    ledger.undo()
    assert "新设科" not in [unit.name for unit in ledger.ask.units()]
