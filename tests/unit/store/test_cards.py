"""Cards are read in two ways, the whole list and single items, which must say the same."""

from datetime import date

from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind
from tracker.domain.measures import Measure
from tracker.ledger import Ledger
from tracker.operations.deadlines import ExtendDeadline, SetDeadline
from tracker.operations.evidence import AddEvidence
from tracker.operations.items import AddItem
from tracker.operations.measures import AddMeasure, EditMeasure
from tracker.operations.notes import AddNote
from tracker.operations.people import AssignOwners
from tracker.operations.urgings import UrgeItems


def test_single_items_are_read_as_in_the_whole_list(ledger: Ledger, problem: Item, task: Item) -> None:
    by_hand = ledger.perform(AddItem(ItemKind.PROBLEM, 2025, "手工登记的问题")).value
    ledger.perform(AssignOwners(problem.id, ("乙科", "甲科"), ("丙科",), ("张三", "李四"), ("王局长",)))
    ledger.perform(SetDeadline(problem.id, date(2025, 6, 30)))
    ledger.perform(ExtendDeadline(problem.id, date(2025, 9, 30), "资金未到位"))
    measure = ledger.perform(AddMeasure(Measure.entered(item_id=problem.id, text="再培训一次"))).value
    ledger.perform(EditMeasure(measure.id, {"done": True}))
    ledger.perform(AddNote(problem.id, "已开会部署", 30))
    ledger.perform(AddEvidence(problem.id, [ledger.keep_evidence(ledger.file)]))
    ledger.perform(UrgeItems((problem.id, task.id), "请抓紧"))
    whole = ledger.cards()
    assert ledger.cards([card.id for card in whole]) == whole
    assert ledger.cards({task.id, by_hand.id}) == [card for card in whole if card.id in (task.id, by_hand.id)]
    assert ledger.cards([0]) == []


def test_an_item_is_known_since_its_card_says_so(ledger: Ledger, problem: Item) -> None:
    by_hand = ledger.perform(AddItem(ItemKind.PROBLEM, 2025, "手工登记的问题")).value
    details = ledger.ask.details([problem.id, by_hand.id])
    assert [detail.added_on for detail in details] == [
        card.added_on for key in (problem.id, by_hand.id) for card in ledger.cards([key])
    ]
    assert None not in [detail.added_on for detail in details]
