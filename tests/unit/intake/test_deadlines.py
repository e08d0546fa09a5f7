"""Deadlines: every way of wording one, and all that only looks like one."""

from datetime import date

import pytest

from tracker.domain.kinds import DeadlineKind
from tracker.intake.deadlines import Years, find_deadline, presumed

PLAN = Years(plan=2024)


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("力争2024年底前全部达标。", date(2024, 12, 31), "2024年底前"),
        ("2024年年底前建成使用。", date(2024, 12, 31), "2024年年底前"),
        ("6月底前完成修订。", date(2024, 6, 30), "6月底前"),
        ("2月底前完成修订。", date(2024, 2, 29), "2月底前"),
        ("十一月底前完成。", date(2024, 11, 30), "十一月底前"),
        ("3月前报送。", date(2024, 3, 31), "3月前"),
        ("3月组织一次全员培训。", date(2024, 3, 31), "3月"),
        ("10月31日前办结。", date(2024, 10, 31), "10月31日前"),
        ("2025年6月30日前完成。", date(2025, 6, 30), "2025年6月30日前"),
        ("2024-06-30前完成。", date(2024, 6, 30), "2024-06-30前"),
        ("上半年完成清理。", date(2024, 6, 30), "上半年"),
        ("下半年开展评估。", date(2024, 12, 31), "下半年"),
        ("第三季度开展宣讲。", date(2024, 9, 30), "第三季度"),
        ("一季度末前建成平台。", date(2024, 3, 31), "一季度末"),
        ("2024年二季度完成。", date(2024, 6, 30), "2024年二季度"),
        ("年底前形成报告。", date(2024, 12, 31), "年底前"),
        ("年内新增3名。", date(2024, 12, 31), "年内"),
        ("明年6月底前完成。", date(2024, 6, 30), "明年6月底前"),
        ("到2025年，覆盖率达到九成。", date(2025, 12, 31), "到2025年"),
        ("6月底前出台办法，10月底前完成培训。", date(2024, 10, 31), "10月底前"),
        ("3月启动，9月底前完成。", date(2024, 9, 30), "9月底前"),
        ("3月1日至5月31日开展专项整治。", date(2024, 5, 31), "5月31日"),
        ("2024.6.30前完成。", date(2024, 6, 30), "2024.6.30前"),
        ("6月开展日常检查。", date(2024, 6, 30), "6月"),
        ("7月1日前发布年度名录。", date(2024, 7, 1), "7月1日前"),
        ("（责任单位：法规科；完成时限：2024年9月底）", date(2024, 9, 30), "2024年9月底"),
        ("（完成时限：2024年）", date(2024, 12, 31), "2024年"),
        ("整改时限：2024年5月", date(2024, 5, 31), "2024年5月"),
        ("完成时限：全年。", date(2024, 12, 31), "全年"),
        ("３月底前签订协议。", date(2024, 3, 31), "３月底前"),
        ("二〇二四年6月底前完成。", date(2024, 6, 30), "二〇二四年6月底前"),
        ("上半年印发执行。", date(2024, 6, 30), "上半年"),
        ("9月出台办法。", date(2024, 9, 30), "9月"),
        ("3．10月底前完成巡查。", date(2024, 10, 31), "10月底前"),
        ("1.2024年5月底前完成巡查。", date(2024, 5, 31), "2024年5月底前"),
    ],
)
def test_stated_deadlines_become_the_last_day_of_their_period(text: str, day: date, words: str) -> None:
    found = find_deadline(text, PLAN)
    assert found is not None
    assert (found.kind, found.day, found.words, found.presumed) == (DeadlineKind.DATE, day, words, False)


@pytest.mark.parametrize(
    "text",
    [
        "落实《法治政府建设实施纲要（2021—2025年）》。",
        "按照2021-2025年规划推进。",
        "在“12·4国家宪法日”“3·15消费者权益保护日”开展宣传。",
        "在12月4日国家宪法日开展宣传活动。",
        "结合6月26日国际禁毒日宣传活动送法下乡。",
        "深入推进“八五”普法。",
        "每年3月开展一次评估，每季度通报，每月调度。",
        "自2023年5月起持续推进。",
        "2023年6月印发的办法要落实到位。",
        "宣传2021年7月15日起施行的行政处罚法。",
        "一季度一通报，不断改进。",
        "2024年，我局将继续努力。",
        "持续加强学习培训。",
        "宣传6月通过的条例。",
        "持续推进，不断提升，长期坚持学法制度。",
        "2月30日前完成。",
    ],
)
def test_names_habits_and_history_are_no_deadlines(text: str) -> None:
    assert find_deadline(text, PLAN) is None


def test_a_standing_duty_counts_only_where_it_is_stated_as_a_limit() -> None:
    found = find_deadline("开展培训。（责任单位：法规科；完成时限：长期坚持）", PLAN)
    assert found is not None
    assert (found.kind, found.day, found.words) == (DeadlineKind.STANDING, None, "长期坚持")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("开展宣传活动。（责任单位：办公室，长期坚持）", "长期坚持"),
        ("落实学法制度（长期坚持）。", "长期坚持"),
        ("落实学法制度，长期坚持。", "长期坚持"),
        ("规范文书。（责任科室：法规科；持续推进）", "持续推进"),
    ],
)
def test_a_standing_duty_stated_without_a_label(text: str, words: str) -> None:
    found = find_deadline(text, PLAN)
    assert found is not None
    assert (found.kind, found.day, found.words) == (DeadlineKind.STANDING, None, words)


@pytest.mark.parametrize("written", [2023, 2024])
def test_this_year_is_the_year_in_which_the_report_was_written(written: int) -> None:
    found = find_deadline("今年年底前完成。", Years(plan=2024, written=written))
    assert found is not None
    assert found.day == date(written, 12, 31)


def test_problems_tell_of_the_past_so_only_a_limit_counts() -> None:
    assert find_deadline("上半年仅开展一次培训。", PLAN, problem=True) is None
    found = find_deadline("整改措施：2024年5月底前补充设备。", PLAN, problem=True)
    assert found is not None
    assert found.day == date(2024, 5, 31)


def test_a_promise_without_a_day_is_presumed_for_the_end_of_the_plan_year() -> None:
    found = presumed(PLAN)
    assert found is not None
    assert (found.day, found.words, found.presumed) == (date(2024, 12, 31), "", True)
    assert presumed(Years(plan=None)) is None


def test_without_a_year_nothing_is_made_up() -> None:
    assert find_deadline("6月底前完成。", Years(plan=None)) is None
