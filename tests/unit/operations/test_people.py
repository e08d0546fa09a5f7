"""Who answers for what."""

import pytest

from tracker.domain.items import Item
from tracker.domain.kinds import Role
from tracker.domain.people import Person, Unit
from tracker.domain.status import Status
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.people import AssignOwners, SavePerson, SaveUnit


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
