"""The parts of a bar, and the lists behind them."""

from datetime import date

from tests.made_cards import card, many

from tracker.domain.filters import ItemFilter
from tracker.domain.status import Status
from tracker.views.parts import Part, in_part, of_unit, parts
from tracker.views.summary import NO_UNIT, standing, totals, totals_by_unit

TODAY = date(2025, 5, 20)


def test_each_item_is_in_one_part() -> None:
    late = date(2025, 5, 1)
    cards = [
        card(Status.CLOSED, late), card(Status.UNDER_WAY, late), card(Status.NOT_STARTED, late),
        card(Status.CONTINUING), card(Status.SUBMITTED, TODAY), card(Status.UNASSIGNED),
        card(Status.CARRIED_OVER, late),
    ]  # fmt: skip
    assert parts(totals(map(standing, cards), TODAY)) == {
        Part.CLOSED: 1, Part.UNDER_WAY: 2, Part.NOT_STARTED: 1, Part.OVERDUE: 2, Part.AWAY: 1,
    }  # fmt: skip


def test_a_part_counts_as_many_as_its_list_shows() -> None:
    cards = many(400, TODAY)
    counted = parts(totals(map(standing, cards), TODAY))
    assert sum(counted.values()) == len(cards)
    for part in Part:
        wanted = in_part(ItemFilter(), part)
        assert counted[part] == sum(wanted.keeps(each, TODAY) for each in cards), part


def test_the_parts_of_a_unit_are_lists_too() -> None:
    cards = [each._replace(lead=each.lead.partition("、")[0]) for each in many(400, TODAY)]
    for row in totals_by_unit(map(standing, cards), TODAY):
        for part, count in parts(row.totals).items():
            wanted = in_part(of_unit(row.unit), part)
            assert count == sum(wanted.keeps(each, TODAY) for each in cards), (row.unit, part)
    assert sum(of_unit(NO_UNIT).keeps(each, TODAY) for each in cards) == sum(not each.lead for each in cards)
