"""What a person is reminded of."""

from datetime import date, timedelta
from typing import Any

from tracker.domain.cards import ItemCard, ItemDetail
from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind
from tracker.domain.status import Status
from tracker.views.columns import card_of
from tracker.views.reminders import Reminder, reminder

TODAY = date(2025, 5, 20)


def card_with(**values: Any) -> ItemCard:
    item = Item(id=1, code="2024-问-01", kind=ItemKind.PROBLEM, year=2024, title="记录不规范", status=Status.UNDER_WAY)
    return card_of(ItemDetail(item=item))._replace(**values)


def test_overdue_near_and_waiting_are_told_apart() -> None:
    cards = [
        card_with(id=1, deadline_current=TODAY - timedelta(days=1), status=Status.UNDER_WAY),
        card_with(id=2, deadline_current=TODAY - timedelta(days=9), status=Status.SUBMITTED),
        card_with(id=3, deadline_current=TODAY + timedelta(days=7), status=Status.NOT_STARTED),
        card_with(id=4, deadline_current=TODAY + timedelta(days=8), status=Status.NOT_STARTED),
        card_with(id=5, deadline_current=TODAY - timedelta(days=9), status=Status.CLOSED),
        card_with(id=6, deadline_current=None, status=Status.UNDER_WAY),
    ]
    found = reminder(cards, TODAY)
    assert found == Reminder(overdue=(2, 1), soon=(3,), waiting=(2,))
    assert found.sentence == "逾期 2 项，7 天内到期 1 项，待审核 1 项"


def test_where_nothing_is_to_be_done_nothing_is_said() -> None:
    assert reminder([card_with(id=1, deadline_current=None, status=Status.CONTINUING)], TODAY).is_empty
    assert Reminder().sentence == ""
