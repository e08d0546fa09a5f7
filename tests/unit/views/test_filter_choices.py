"""What a column offers for filtering."""

from datetime import date

from tests.unit.domain.test_filters import TODAY, card

from tracker.domain import pinyin
from tracker.domain.status import Status
from tracker.views.filter_choices import Choice, periods_in, searched, values_in

CARDS = [
    card(1, lead="执法大队", support="", deadline_current=date(2025, 5, 1)),
    card(2, lead="办公室", support="执法大队、法规科", status=Status.CLOSED),
    card(3, lead="", support="", deadline_current=date(2025, 5, 22), year=2025),
]


def test_names_stand_by_their_sound_each_with_its_items_and_nobody_first() -> None:
    pinyin.warm()
    assert values_in("unit", CARDS, TODAY) == [
        Choice("", "（空）", 1), Choice("办公室", "办公室", 1), Choice("法规科", "法规科", 1),
        Choice("执法大队", "执法大队", 2),
    ]  # fmt: skip


def test_statuses_stand_as_the_work_goes_also_those_that_none_has() -> None:
    offered = values_in("status", CARDS, TODAY)
    assert [choice.key for choice in offered] == list(Status)
    assert {choice.key: choice.number for choice in offered if choice.number} == {"under_way": 2, "closed": 1}


def test_what_is_ticked_stays_though_no_item_has_it() -> None:
    assert Choice("财务科", "财务科", 0) in values_in("lead", CARDS, TODAY, ["财务科"])


def test_years_run_downwards() -> None:
    assert [choice.key for choice in values_in("year", CARDS, TODAY)] == ["2025", "2024"]


def test_periods_are_counted() -> None:
    counts = {choice.words: choice.number for choice in periods_in("deadline", CARDS, TODAY)}
    assert counts["逾期"] == 1
    assert counts["7 天内"] == 1
    assert counts["本月"] == 2
    assert counts["未定"] == 1
    assert "（空）" in {choice.words for choice in periods_in("closed_on", CARDS, TODAY)}


def test_values_are_found_by_characters_and_initials() -> None:
    pinyin.warm()
    offered = values_in("unit", CARDS, TODAY)
    assert [choice.key for choice in searched("unit", offered, "zfdd")] == ["执法大队"]
    assert [choice.key for choice in searched("unit", offered, "法")] == ["法规科", "执法大队"]
    assert searched("unit", offered, "  ") == offered
    titles = values_in("title", CARDS, TODAY)
    assert [choice.key for choice in searched("title", titles, "事项2")] == ["事项2"]
