"""One filter for window, terminal and sheets."""

from datetime import date
from typing import Any

import pytest

from tracker.domain.cards import ItemCard
from tracker.domain.filters import ItemFilter, fold, matching
from tracker.domain.kinds import ItemKind
from tracker.domain.status import Status

TODAY = date(2025, 5, 20)


def card(number: int, **values: Any) -> ItemCard:
    plain = ItemCard(
        id=number, code=f"2024-问-{number:02d}", kind=ItemKind.PROBLEM, year=2024, title=f"事项{number}", text="",
        status=Status.UNDER_WAY, percent=0, rectification=None, deadline_kind=None, deadline_original=None,
        deadline_current=None, deadline_presumed=False, deadline_text="", lead="法规科", support="办公室、执法大队",
        person="", leader="", measures=0, measures_done=0, evidence=0, extensions=0, return_count=0, last_note=None,
        closed_on=None, report_id=1, report_title="",
    )  # fmt: skip
    return plain._replace(**values)


CARDS = [
    card(1, deadline_current=date(2025, 5, 1)),
    card(2, kind=ItemKind.COMMITMENT, year=2025, deadline_current=date(2025, 6, 1), evidence=2),
    card(3, status=Status.CLOSED, deadline_current=date(2025, 5, 1), lead="养护中心", support=""),
    card(4, lead="", support="", report_id=2),
]
HAYSTACKS = {1: fold("行政执法 Ａ类"), 2: fold("普法宣传"), 3: fold("执法"), 4: fold("案卷评查")}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ItemFilter(), [1, 2, 3, 4]),
        (ItemFilter(kind=ItemKind.PROBLEM), [1, 3, 4]),
        (ItemFilter(statuses=frozenset({Status.CLOSED})), [3]),
        (ItemFilter(years=frozenset({2025})), [2]),
        (ItemFilter(reports=frozenset({2})), [4]),
        (ItemFilter(units=frozenset({"执法大队"})), [1, 2]),
        (ItemFilter(units=frozenset({"执法"})), []),
        (ItemFilter(open_only=True), [1, 2, 4]),
        (ItemFilter(overdue=True), [1]),
        (ItemFilter(due_soon=True), [2]),
        (ItemFilter(without_evidence=True), [1, 4]),
        (ItemFilter(without_owner=True), [4]),
        (ItemFilter(search="执法"), [1, 3]),
        (ItemFilter(search="执法 a类"), [1]),
        (ItemFilter(search="执法", open_only=True), [1]),
        (ItemFilter(search="没有的词"), []),
    ],
)
def test_all_conditions_must_hold(wanted: ItemFilter, found: list[int]) -> None:
    assert [c.id for c in matching(CARDS, wanted, today=TODAY, haystacks=HAYSTACKS)] == found
