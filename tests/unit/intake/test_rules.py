"""Headings and cue sentences."""

import pytest

from tracker.intake import rules
from tracker.intake.rules import Topic, topics

P, PLAN, C, M = Topic.PROBLEM, Topic.PLAN, Topic.CAUSE, Topic.MEASURE
ASKED = P | PLAN | C | M


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("存在问题", P),
        ("存在的困难和问题", P),
        ("法治政府建设工作中存在的薄弱环节", P),
        ("2023年度推进法治政府建设存在的不足和原因", P | C),
        ("存在的主要问题及原因分析", P | C),
        ("工作中的短板弱项", P),
        ("面临的困难和挑战", P),
        ("下一步工作计划", PLAN),
        ("下步工作思路及打算", PLAN),
        ("2024年工作安排", PLAN),
        ("2024年度推进法治政府建设的主要安排", PLAN),
        ("今后努力方向", PLAN),
        ("明年工作打算", PLAN),
        ("下一步工作措施", PLAN),
        ("2024年重点工作", PLAN),
        ("存在问题及下一步工作计划", P | PLAN),
        ("存在的短板弱项和2024年工作安排", P | PLAN),
        ("存在不足、原因及下步打算", P | C | PLAN),
        ("存在问题及整改措施", P | M),
        ("改进措施", M),
        ("原因分析", C),
        ("存在的问题主要有以下几点", P),
        ("2024年工作计划如下", PLAN),
        ("【存在问题】", P),
        ("不足与展望", P | PLAN),
        ("检视存在的问题", P),
        ("工作中遇到的困难和问题", P),
        ("二〇二四年工作打算", PLAN),
        ("2024年法治政府建设工作安排意见", PLAN),
    ],
)
def test_headings_at_the_top(heading: str, topic: Topic) -> None:
    assert topics(heading, report_year=2023, strict=False) & ASKED == topic
    assert topics(heading, report_year=2023, strict=True) & ASKED == topic


@pytest.mark.parametrize(
    "heading",
    [
        "2023年度推进法治政府建设的主要举措和成效",
        "上年度存在问题整改情况",
        "2022年度法治督察反馈问题整改落实情况",
        "聚焦突出问题，抓好专项整治",
        "坚持问题导向，补齐短板弱项",
        "2023年工作计划完成情况",
        "2023年重点工作开展情况",
        "党政主要负责人履行推进法治建设第一责任人职责情况",
        "意见建议",
        "着力化解基层难点问题",
    ],
)
def test_achievements_speak_of_problems_and_plans_too(heading: str) -> None:
    assert not topics(heading, report_year=2023, strict=False) & ASKED


@pytest.mark.parametrize(
    "heading",
    [
        "存在执法人员相对不足问题",
        "执法力量不足",
        "制定年度工作计划，统筹推进",
        "加强学习和改进措施落实",
        "强化工作部署",
        "深入查摆问题",
    ],
)
def test_items_are_no_headings(heading: str) -> None:
    assert not topics(heading, report_year=2023, strict=True) & ASKED


def test_measures_told_as_done_are_marked() -> None:
    assert topics("问题整改情况", report_year=2023, strict=True) == M | Topic.DONE
    assert topics("总体要求", report_year=2023, strict=True) == Topic.INTRO
    assert topics("保障措施", report_year=2023, strict=True) == Topic.UPKEEP
    assert topics("重点任务及措施", report_year=2023, strict=True) == Topic.CONTAINER


def test_a_paper_may_bear_the_year_it_was_written_in() -> None:
    assert topics("2023年度推进法治政府建设的相关计划", report_year=2023, strict=False) & PLAN


@pytest.mark.parametrize(
    "sentence",
    [
        "下一步，我局将抓好三项工作：",
        "下步工作中，继续加强学习。",
        "今后，我镇将持续发力。",
        "2024年，市财政局将坚持依法理财。",
        "下一年度重点做好以下工作。",
    ],
)
def test_plan_cues(sentence: str) -> None:
    assert rules.PLAN_CUE.match(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "虽然取得了一定成绩，但仍存在一些问题和不足：",
        "但也存在一些不容忽视的问题。",
        "工作中还存在以下不足：",
        "与群众期盼相比还有一定差距。",
    ],
)
def test_general_sentences_say_only_that_there_are_problems(sentence: str) -> None:
    assert rules.is_general(sentence)


def test_a_sentence_with_the_problem_itself_is_not_general() -> None:
    assert not rules.is_general("但也存在一些不足：执法人员数量偏少，装备老旧。")
    assert not rules.is_general("执法人员对政策法规学习不够。")


def test_leads_lean() -> None:
    assert rules.leans("执法力量不足") is P
    assert rules.leans("加强执法队伍建设") is PLAN
    assert rules.leans("公共法律服务") is Topic.NONE


def test_traits() -> None:
    assert rules.has_report_traits("法治政府建设年度报告\n依法行政，普法宣传。", numbered=False)
    assert not rules.has_report_traits("春眠不觉晓，处处闻啼鸟。", numbered=True)
