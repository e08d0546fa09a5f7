from datetime import date, timedelta
from typing import Any

from tests.unit.views.test_columns import TODAY, card

from tracker.domain import pinyin
from tracker.domain.cards import ItemCard
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.status import Status
from tracker.views.columns import BY_KEY
from tracker.views.grouping import KEYS, groupings


def headings(key: str, *cards: ItemCard) -> list[str]:
    """The headings over ``cards``, from the top."""
    pinyin.warm()
    grouping = groupings()[key]
    parts: dict[Any, list[ItemCard]] = {}
    for each in cards:
        parts.setdefault(grouping.of(each, TODAY), []).append(each)
    return [grouping.heading(part) for part in sorted(parts, key=lambda part: grouping.place(part, parts[part]))]


def test_every_way_has_its_key_and_title() -> None:
    assert tuple(groupings()) == KEYS
    assert all(grouping.title for grouping in groupings().values())
    assert set(KEYS) - {"month"} <= set(BY_KEY), "a column can be grouped by where its key is the same"


def test_units_stand_by_their_sound_and_nobody_last() -> None:
    cards = [card(lead=lead) for lead in ("执法大队", "", "重庆路所、法规科", "安监科")]
    assert headings("lead", *cards) == ["安监科", "重庆路所", "执法大队", "未明确"]


def test_statuses_stand_as_the_work_goes() -> None:
    cards = [card(status=status) for status in (Status.CLOSED, Status.UNDER_WAY, Status.UNASSIGNED)]
    assert headings("status", *cards) == ["待分解", "整改中", "已销号"]


def test_deadlines_stand_by_what_is_pressing() -> None:
    days = [-1, 0, 7, 8, 30, 31, 184, 185]
    cards = [card(deadline_current=TODAY + timedelta(days=days_on)) for days_on in days]
    others = [
        card(deadline_kind=DeadlineKind.STANDING),
        card(),
        card(deadline_current=TODAY - timedelta(days=9), status=Status.CLOSED),
    ]
    assert headings("deadline", *reversed(others), *reversed(cards)) == [
        "逾期", "7 天内到期", "30 天内到期", "今年内到期", "明年及以后", "长期坚持", "未定时限", "已办结",
    ]  # fmt: skip
    grouping = groupings()["deadline"]
    assert [grouping.of(each, TODAY) for each in cards] == [0, 1, 1, 2, 2, 3, 3, 4]


def test_months_stand_in_their_order() -> None:
    cards = [card(deadline_current=date(2026, 1, 5)), card(deadline_current=date(2025, 12, 5)), card()]
    assert headings("month", *cards) == ["2025 年 12 月", "2026 年 1 月", "未定时限"]


def test_reports_stand_from_the_latest_and_what_came_from_none_last() -> None:
    cards = [
        card(report_id=1, report_title="旧报告", year=2023),
        card(report_id=None, report_title="", year=2025),
        card(report_id=2, report_title="新报告", year=2024),
    ]
    assert headings("report", *cards) == ["新报告", "旧报告", "手工登记"]


def test_years_kinds_and_types() -> None:
    cards = [card(year=2023), card(year=2025, kind=ItemKind.COMMITMENT, rectification=RectificationType.AT_ONCE)]
    assert headings("year", *cards) == ["2025 年度", "2023 年度"]
    assert headings("kind", *cards) == ["问题", "计划任务"]
    assert headings("rectification", *cards) == ["立行立改", "未定"]
