"""Statistics for handing in, counted by hand."""

from datetime import date

import pytest
from tests.made_cards import card, many

from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.status import Status
from tracker.views.stat_columns import FigureKind, group_word, stat_columns
from tracker.views.statistics import Grouping, Statistics, statistics, tally

TODAY = date(2025, 5, 20)
MARCH, APRIL = date(2025, 3, 31), date(2025, 4, 30)
CARDS = [
    card(Status.CLOSED, MARCH, lead="甲科、乙科", closed_on=MARCH, year=2023),
    card(Status.CLOSED, MARCH, lead="甲科", closed_on=date(2025, 4, 1), return_count=2),
    card(Status.CLOSED, lead="乙科", closed_on=date(2025, 4, 9), kind=ItemKind.COMMITMENT),
    card(Status.UNDER_WAY, APRIL, lead="甲科", deadline_original=MARCH, extensions=1),
    card(Status.NOT_STARTED, date(2025, 5, 25), lead="乙科", kind=ItemKind.COMMITMENT),
    card(
        Status.CONTINUING, lead="乙科", deadline_kind=DeadlineKind.STANDING, rectification=RectificationType.CONTINUOUS
    ),
    card(Status.CARRIED_OVER, MARCH, lead="乙科"),
    card(Status.UNASSIGNED, lead=""),
]


def table(shown: Statistics) -> dict[str, dict[str, str]]:
    columns = stat_columns(shown.grouping)
    rows = [*((row.label, row.tally) for row in shown.rows), ("合计", shown.whole)]
    return {label: {column.key: column.text(tally, shown.whole) for column in columns} for label, tally in rows}


def test_by_unit() -> None:
    shown = statistics(CARDS, Grouping.UNIT, TODAY)
    assert [row.label for row in shown.rows] == ["乙科", "甲科", "未明确"]
    found = table(shown)
    assert found["甲科"] == {
        "total": "3", "closed": "2", "under_way": "1", "continuing": "0", "not_started": "0", "away": "0",
        "overdue": "1", "soon": "0", "rate": "66.7%", "punctuality": "50.0%", "extension": "30.0",
    }  # fmt: skip
    assert found["乙科"] == {
        "total": "4", "closed": "1", "under_way": "0", "continuing": "1", "not_started": "1", "away": "1",
        "overdue": "0", "soon": "1", "rate": "25.0%", "punctuality": "—", "extension": "—",
    }  # fmt: skip
    assert (found["未明确"]["total"], found["未明确"]["rate"]) == ("1", "0.0%")
    assert (found["合计"]["total"], found["合计"]["rate"], found["合计"]["punctuality"]) == ("8", "37.5%", "50.0%")


def test_by_month_only_what_was_closed() -> None:
    shown = statistics(CARDS, Grouping.MONTH, TODAY)
    found = table(shown)
    assert list(found) == ["2025 年 3 月", "2025 年 4 月", "合计"]
    assert found["2025 年 4 月"] == {
        "closed": "2", "problems": "1", "commitments": "1", "on_time": "0", "late": "1", "punctuality": "0.0%",
        "returned": "2",
    }  # fmt: skip
    assert (found["合计"]["closed"], found["合计"]["on_time"]) == ("3", "1")


def test_by_status_in_the_order_of_work_with_shares() -> None:
    found = table(statistics(CARDS, Grouping.STATUS, TODAY))
    assert list(found) == ["待分解", "未启动", "整改中", "已销号", "持续整改", "转下年度", "合计"]
    assert (found["已销号"]["share"], found["合计"]["share"]) == ("37.5%", "100.0%")


def test_by_year_kind_type_and_source() -> None:
    def counts(grouping: Grouping) -> list[tuple[str, int]]:
        return [(row.label, row.tally.totals.total) for row in statistics(CARDS, grouping, TODAY).rows]

    assert counts(Grouping.YEAR) == [("2024 年", 7), ("2023 年", 1)]
    assert counts(Grouping.KIND) == [("问题", 6), ("计划任务", 2)]
    assert counts(Grouping.TYPE) == [("持续整改", 1), ("未定类型", 7)]
    assert counts(Grouping.REPORT) == [("手工登记", 8)]


@pytest.mark.parametrize("grouping", Grouping)
def test_rows_add_up_to_the_whole_and_are_the_lists_they_lead_to(grouping: Grouping) -> None:
    cards = [each._replace(lead=each.lead.partition("、")[0]) for each in many(300, TODAY)]
    shown = statistics(cards, grouping, TODAY)
    for column in stat_columns(grouping):
        if column.kind is FigureKind.COUNT:
            figures = [column.figure(row.tally, shown.whole) or 0 for row in shown.rows]
            assert sum(figures) == column.figure(shown.whole, shown.whole), column.key
    if grouping is not Grouping.MONTH:
        assert shown.whole == tally(cards, TODAY)
    for row in shown.rows:
        assert sum(row.wanted.keeps(each, TODAY) for each in cards) == row.tally.totals.total, row.label


@pytest.mark.parametrize("grouping", Grouping)
def test_nothing_is_counted_of_nothing(grouping: Grouping) -> None:
    shown = statistics([], grouping, TODAY)
    assert shown.rows == ()
    assert {column.text(shown.whole, shown.whole) for column in stat_columns(grouping)} <= {"0", "—"}
    assert group_word(grouping)
    assert all(column.tip for column in stat_columns(grouping))
