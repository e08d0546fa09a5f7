from datetime import date

import pytest

from tracker.domain.cards import ItemDetail, Owner
from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind, Role
from tracker.domain.status import Status
from tracker.views.columns import card_of
from tracker.views.summary import NO_UNIT, Standing, Totals, added, standing, totals, totals_by_unit

TODAY = date(2025, 6, 30)
PAST, SOON, LATER = date(2025, 6, 1), date(2025, 7, 3), date(2025, 12, 31)
ROWS = [
    Standing(Status.CLOSED, PAST, "甲科"),
    Standing(Status.UNDER_WAY, PAST, "甲科"),
    Standing(Status.SUBMITTED, SOON, "乙科"),
    Standing(Status.CONTINUING, None, "甲科"),
    Standing(Status.UNASSIGNED, LATER),
    Standing(Status.UNCONFIRMED, LATER),
    Standing(Status.DROPPED, PAST, "乙科"),
    Standing(Status.CARRIED_OVER, PAST, "乙科"),
]


def test_classes_part_the_whole() -> None:
    total = totals(ROWS, TODAY)
    parts = (total.closed, total.under_way, total.continuing, total.not_started, total.dropped, total.carried_over)
    assert parts == (1, 2, 1, 2, 1, 1)
    assert sum(parts) == total.total == sum(count for _, count in total.by_status) == 8
    assert (total.overdue, total.soon, total.closing_rate) == (1, 1, (1, 8))


def test_what_is_late_before_it_began_is_told_apart() -> None:
    late = totals([Standing(Status.UNASSIGNED, PAST), Standing(Status.UNDER_WAY, PAST)], TODAY)
    assert (late.overdue, late.overdue_not_started, late.not_started) == (2, 1, 1)


def test_the_printed_line() -> None:
    assert totals(ROWS, TODAY).line == (
        "合计 8 项：已销号 1，整改中 2（其中待销号 1），持续 1，未启动 2，已调整 1，转下年度 1，"
        "逾期 1，临期 1，销号率 12.5%（1/8）"
    )
    assert totals([], TODAY).line == "合计 0 项：已销号 0，整改中 0，持续 0，未启动 0，逾期 0，临期 0，销号率 —"


@pytest.mark.parametrize("status", Status)
def test_every_status_is_counted_in_one_class(status: Status) -> None:
    one = totals([Standing(status, None)], TODAY)
    assert one.closed + one.under_way + one.continuing + one.not_started + one.dropped + one.carried_over == 1


def test_units_add_up_to_the_whole() -> None:
    units = totals_by_unit(ROWS, TODAY)
    assert [(row.unit, row.totals.total) for row in units] == [("乙科", 3), ("甲科", 3), (NO_UNIT, 2)]
    assert sum(row.totals.total for row in units) == len(ROWS)


def test_parts_are_added_to_the_whole() -> None:
    assert added(row.totals for row in totals_by_unit(ROWS, TODAY)) == totals(ROWS, TODAY)
    assert added([]) == Totals()


def test_a_card_and_its_detail_count_alike() -> None:
    item = Item(id=1, code="2024-问-01", kind=ItemKind.PROBLEM, year=2024, title="题", deadline_current=PAST)
    owners = (Owner(Role.LEAD, "甲科", 1, None), Owner(Role.LEAD, "乙科", 2, None))
    for detail in (ItemDetail(item=item, owners=owners), ItemDetail(item=item)):
        assert standing(detail) == standing(card_of(detail))
    assert standing(ItemDetail(item=item, owners=owners)).unit == "甲科"
