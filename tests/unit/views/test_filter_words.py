"""Filters as people read and write them."""

from datetime import date

import pytest

from tracker.domain.card_fields import FIELDS
from tracker.domain.conditions import OPEN_STATUSES, AnyOf, Between, During, Period
from tracker.domain.filters import ItemFilter
from tracker.domain.kinds import ItemKind
from tracker.domain.status import Status
from tracker.errors import UserError
from tracker.views.filter_typed import condition_from_words
from tracker.views.filter_words import condition_words, field_title, field_words, filter_parts, filter_words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("状态=整改中、申请销号", "状态：整改中、申请销号"),
        ("状态=未销号", "状态：未销号"),
        ("状态=调整", "状态：调整/终止"),
        ("责任单位＝法规科（督察）,办公室", "责任单位：办公室、法规科（督察）"),
        ("牵头单位=空", "牵头单位：（空）"),
        ("责任人=张三、李四、王五", "责任人：李四、王五 等 3 个"),
        ("整改类型=空、立行立改", "整改类型：立行立改、（空）"),
        ("亮灯=逾期", "亮灯：逾期"),
        ("年度=2024", "年度：2024"),
        ("进度>=50", "进度：50% 起"),
        ("进度 ≤ 80%", "进度：不超过 80%"),
        ("进度=30至80", "进度：30% 至 80%"),
        ("佐证=0", "佐证份数：0"),
        ("剩余时间<=7天", "剩余天数：不超过 7"),
        ("remaining=-10~-1", "剩余天数：-10 至 -1"),
        ("期限=30 天内、逾期", "期限：逾期、30 天内"),
        ("完成时限=未定", "期限：未定"),
        ("最近进展=空", "最近进展：（空）"),
        ("销号日期=2025-01至2025-03", "销号日期：2025-01-01 至 2025-03-31"),
        ("销号日期=2025年", "销号日期：2025-01-01 至 2025-12-31"),
        ("期限>=2025-06-30", "期限：2025-06-30 起"),
        ("期限<=2025", "期限：2025-12-31 及以前"),
        ("期限=2025年6月底", "期限：2025-06-30"),
        ("来源文件=关于甲、乙的报告", "来源文件：关于甲、乙的报告"),
    ],
)
def test_what_is_typed_is_read_back(typed: str, read: str) -> None:
    condition = condition_from_words(typed)
    assert field_words(condition.field, condition_words(condition)) == read


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("完成", "状态=整改中"),
        ("心情=好", "可以筛选的列"),
        ("状态=好", "待确认"),
        ("状态>=整改中", "只能用 ="),
        ("进度=很多", "50至80"),
        ("进度>=10至20", "50至80"),
        ("期限=明年夏天", "本季度"),
    ],
)
def test_what_cannot_be_understood_says_what_can(typed: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        condition_from_words(typed)


def test_each_column_has_a_title() -> None:
    assert len({field_title(field) for field in FIELDS}) == len(FIELDS)


def test_parts_name_all_that_is_asked_and_what_remains_without_each() -> None:
    wanted = ItemFilter(
        kind=ItemKind.PROBLEM, statuses=frozenset({Status.SUBMITTED}), reports=frozenset({7}), overdue=True,
        stale_days=30, search="案卷",
    ).having(AnyOf("status", OPEN_STATUSES)).having(Between("percent", 0, 50))  # fmt: skip
    parts = filter_parts(wanted, {7: "督察反馈"})
    words = [
        "问题",
        "状态：申请销号",
        "来源文件：督察反馈",
        "逾期",
        "超 30 天无进展",
        "状态：未销号",
        "进度：0% 至 50%",
        "搜索：案卷",
    ]
    assert [part.words for part in parts] == words
    assert [part.field for part in parts] == ["", "", "", "", "", "status", "percent", ""]
    left = wanted
    for part in parts:
        assert part.rest != wanted
        left = next(each for each in filter_parts(left, {7: ""}) if each.field == part.field or not part.field).rest
    assert filter_words(wanted).startswith("问题；状态：申请销号")
    assert filter_words(ItemFilter()) == "全部事项"


def test_each_flag_has_words_of_its_own() -> None:
    flags = (
        ItemFilter(open_only=True), ItemFilter(overdue=True), ItemFilter(due_soon=True), ItemFilter(work_year=2025),
        ItemFilter(without_evidence=True), ItemFilter(without_owner=True), ItemFilter(without_person=True),
        ItemFilter(waiting_review=True), ItemFilter(stale_days=9), ItemFilter(years=frozenset({2024})),
        ItemFilter(units=frozenset({"法规科"})),
    )  # fmt: skip
    said = [filter_words(flag) for flag in flags]
    assert len(set(said)) == len(flags)
    assert all(filter_parts(flag)[0].rest == ItemFilter() for flag in flags)


def test_long_values_are_cut() -> None:
    assert condition_words(AnyOf("title", frozenset({"执法人员法治素养有待进一步提高的问题"}))).endswith("…")


def test_days_and_periods_stand_together() -> None:
    condition = During("deadline", frozenset({Period.STANDING}), date(2025, 1, 1), date(2025, 1, 1))
    assert condition_words(condition) == "长期、2025-01-01"
