"""Units and people with the items they answer for."""

from datetime import date

from tracker.domain.items import Item
from tracker.domain.people import Person, Unit
from tracker.ledger import Ledger
from tracker.operations.deadlines import SetDeadline
from tracker.operations.people import AssignOwners, SavePerson, SaveUnit
from tracker.operations.reviews import CloseItem, SubmitItem
from tracker.operations.roster import RetireUnit
from tracker.views.roster import PersonLine, Tally, UnitLine, person_lines, unit_lines


def test_an_item_counts_once_for_each_who_answers(ledger: Ledger, problem: Item, task: Item) -> None:
    ledger.perform(AssignOwners(problem.id, lead=("法规科", "办公室"), support=("法规科",), leader=("王小河",)))
    ledger.perform(SetDeadline(problem.id, date(2025, 5, 1)))
    other = ledger.ask.item_by_code("2024-问-02")
    ledger.perform(AssignOwners(other.id, lead=("法规科",)))
    ledger.perform(SubmitItem(other.id))
    ledger.perform(CloseItem(other.id, "李主任"))
    law = next(unit for unit in ledger.ask.units() if unit.name == "法规科")
    ledger.perform(SavePerson(Person(name="周明", unit_id=law.id, duty="科长", phone="66")))
    ledger.perform(SaveUnit(Unit(name="监察科")))
    ledger.perform(RetireUnit(ledger.ask.units()[-1].id))
    units, people, cards = ledger.ask.units(), ledger.ask.people(), ledger.cards()
    today = ledger.today()
    lines = {line.name: line for line in unit_lines(units, people, cards, today)}
    assert lines["法规科"] == UnitLine(law.id, "法规科", True, Tally(open=2, overdue=1, total=3), 1)
    assert lines["办公室"].tally == Tally(2, 1, 2)
    assert (lines["监察科"].active, lines["监察科"].tally) == (False, Tally())
    shown = person_lines(units, people, cards, today)
    assert [line.name for line in shown] == ["周明", "王小河", "李副局长"]  # those of a unit before those of none
    assert shown[0] == PersonLine(shown[0].id, "周明", True, Tally(), "法规科", "科长", "66")
    assert shown[1].tally == Tally(2, 1, 2)
