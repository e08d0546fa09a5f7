"""One filter for window, terminal and sheets."""

import json
from datetime import date
from typing import Any

import pytest

from tracker.domain.card_fields import FIELDS
from tracker.domain.cards import ItemCard
from tracker.domain.conditions import OPEN_STATUSES, AnyOf, Between, During, Period
from tracker.domain.filters import ItemFilter, Scope, fold, matching
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.status import Status
from tracker.views.columns import COLUMNS

TODAY = date(2025, 5, 20)


def card(number: int, **values: Any) -> ItemCard:
    plain = ItemCard(
        id=number, code=f"2024-问-{number:02d}", kind=ItemKind.PROBLEM, year=2024, title=f"事项{number}", text="",
        status=Status.UNDER_WAY, percent=0, rectification=None, deadline_kind=None, deadline_original=None,
        deadline_current=None, deadline_presumed=False, deadline_text="", lead="法规科", support="办公室、执法大队",
        person="", leader="", measures=0, measures_done=0, evidence=0, extensions=0, return_count=0, last_note=None,
        closed_on=None, report_id=1, report_title="", added_on=date(2025, 5, 1), urgings=0, last_urged=None,
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


def found(wanted: ItemFilter, cards: list[ItemCard] = CARDS) -> list[int]:
    return [each.id for each in matching(cards, wanted, today=TODAY, haystacks=HAYSTACKS)]


def test_each_column_can_be_filtered_by() -> None:
    assert {column.key for column in COLUMNS} <= set(FIELDS)
    assert len(set(FIELDS)) == len(FIELDS)


def test_conditions_on_columns_are_joined_by_and_their_values_by_or() -> None:
    lead = AnyOf("lead", frozenset({"法规科", "养护中心"}))
    assert found(ItemFilter().having(lead)) == [1, 2, 3]
    assert found(ItemFilter().having(lead).having(AnyOf("status", OPEN_STATUSES))) == [1, 2]
    assert found(ItemFilter().having(AnyOf("support", frozenset({"执法大队"})))) == [1, 2]
    assert found(ItemFilter().having(AnyOf("lead", frozenset({""})))) == [4]
    assert found(ItemFilter().having(AnyOf("unit", frozenset({"", "养护中心"})))) == [3, 4]
    assert found(ItemFilter(overdue=True).having(Between("evidence", 1, None))) == []


def test_another_condition_on_a_column_takes_the_place_of_the_first() -> None:
    once = ItemFilter().having(Between("percent", 0, 50))
    again = once.having(Between("percent", 60, None))
    assert again.conditions == (Between("percent", 60, None),)
    assert again.without("percent") == ItemFilter()
    assert again.condition("percent") == Between("percent", 60, None)
    assert again.condition("lead") is None


def test_conditions_stand_in_one_order_however_they_were_made() -> None:
    one, other = AnyOf("lead", frozenset({"甲"})), Between("percent", 1, 2)
    assert ItemFilter().having(one).having(other) == ItemFilter().having(other).having(one)


def test_what_is_stale_is_open_and_has_been_silent() -> None:
    old = date(2025, 4, 1)
    cards = [
        card(1, added_on=old),
        card(2, added_on=old, last_note=date(2025, 5, 10)),
        card(3, added_on=date(2025, 5, 19)),
        card(4, added_on=old, status=Status.CLOSED),
        card(5, added_on=old, deadline_kind=DeadlineKind.STANDING),
        card(6, added_on=old, status=Status.CONTINUING),
        card(7, added_on=None),
        card(8, added_on=date(2025, 4, 20)),  # thirty days ago, not more
    ]
    assert found(ItemFilter(stale_days=30), cards) == [1, 7]


def test_nobody_responsible_is_no_unit_or_no_person() -> None:
    cards = [card(1), card(2, person="张三"), card(3, lead="", person="张三"), card(4, status=Status.CLOSED)]
    assert found(ItemFilter(without_person=True), cards) == [1, 3]
    assert found(ItemFilter(without_owner=True), cards) == [3]


def test_waiting_for_review_is_what_was_submitted() -> None:
    assert found(ItemFilter(waiting_review=True), [card(1), card(2, status=Status.SUBMITTED)]) == [2]


def test_a_scope_narrows_to_years_and_reports() -> None:
    assert found(ItemFilter().within(Scope())) == [1, 2, 3, 4]
    assert found(ItemFilter().within(Scope(years=frozenset({2025})))) == [2]
    assert found(ItemFilter(years=frozenset({2024})).within(Scope(years=frozenset({2025})))) == []
    assert found(ItemFilter().within(Scope(reports=frozenset({2})))) == [4]
    assert found(ItemFilter().within(Scope(reports=frozenset()))) == []
    assert found(ItemFilter(reports=frozenset({2})).within(Scope(reports=frozenset({1})))) == []


def test_a_year_of_work_has_its_plan_the_problems_before_it_and_what_is_left_over() -> None:
    cards = [
        card(1, year=2024),
        card(2, year=2025),
        card(3, year=2025, kind=ItemKind.COMMITMENT),
        card(4, year=2024, kind=ItemKind.COMMITMENT, status=Status.CLOSED),
        card(5, year=2024, kind=ItemKind.COMMITMENT),
    ]
    assert found(ItemFilter().within(Scope(work_year=2025)), cards) == [1, 3, 5]


def test_two_filters_at_once() -> None:
    base = ItemFilter(overdue=True, search="执法")
    both = base.also(ItemFilter(search="普法", stale_days=30).having(Between("percent", 1, 2)))
    assert (both.overdue, both.stale_days, both.search) == (True, 30, "执法 普法")
    assert both.conditions == (Between("percent", 1, 2),)
    assert base.also(ItemFilter()) == base


FULL = (
    ItemFilter(
        kind=ItemKind.PROBLEM, statuses=frozenset({Status.UNDER_WAY}), units=frozenset({"法规科"}),
        years=frozenset({2024, 2025}), reports=frozenset({3}), open_only=True, overdue=True, due_soon=True,
        without_evidence=True, without_owner=True, without_person=True, waiting_review=True, work_year=2025,
        stale_days=45, search="案卷",
    )
    .having(AnyOf("rectification", frozenset({RectificationType.AT_ONCE.value, ""})))
    .having(Between("remaining", -5, None))
    .having(During("deadline", frozenset({Period.NEXT_30, Period.UNSET}), date(2025, 1, 1), None))
)  # fmt: skip


def test_a_filter_goes_through_json_and_back() -> None:
    for wanted in (FULL, ItemFilter(), ItemFilter(search="词")):
        assert ItemFilter.from_json(json.loads(json.dumps(wanted.as_json()))) == wanted
    assert ItemFilter().as_json() == {}
    assert hash(FULL) == hash(ItemFilter.from_json(FULL.as_json()))


def test_what_an_older_program_does_not_know_is_left_out() -> None:
    body = FULL.as_json() | {"colour": "red", "statuses": ["under_way", "sleeping"], "kind": "wish"}
    body["conditions"] = [
        {"field": "mood", "any_of": ["glad"]},
        {"field": "percent", "low": "much"},
        {"field": "deadline", "periods": ["next_moon"], "first": "soon"},
        {"field": "lead", "any_of": ["法规科"], "since": 3},
        "nonsense",
    ]
    read = ItemFilter.from_json(body)
    assert read.kind is None
    assert read.statuses == {Status.UNDER_WAY}
    assert read.conditions == (AnyOf("lead", frozenset({"法规科"})),)
    odd: tuple[object, ...] = (None, [], "x", 3, {"years": "all", "stale_days": "many", "conditions": 5})
    for strange in odd:
        assert ItemFilter.from_json(strange) == ItemFilter()


def test_what_is_said_of_columns_becomes_conditions_and_means_the_same() -> None:
    flags = ItemFilter(
        kind=ItemKind.PROBLEM, statuses=frozenset({Status.UNDER_WAY}), units=frozenset({"执法大队"}),
        years=frozenset({2024}), overdue=True, stale_days=9,
    )  # fmt: skip
    spelt = flags.in_columns()
    assert {condition.field for condition in spelt.conditions} == {"kind", "status", "unit", "year", "deadline"}
    assert spelt == ItemFilter(conditions=spelt.conditions, stale_days=9)
    for wanted in (flags, ItemFilter(due_soon=True), ItemFilter(open_only=True), ItemFilter(overdue=True)):
        assert found(wanted.in_columns()) == found(wanted)
        assert wanted.in_columns().in_columns() == wanted.in_columns()


def test_two_sayings_of_one_column_both_stay() -> None:
    wanted = ItemFilter(overdue=True, due_soon=True).having(AnyOf("status", OPEN_STATUSES))
    spelt = wanted.in_columns()
    assert (spelt.overdue, spelt.due_soon) == (False, True)
    assert found(spelt) == found(wanted) == []
