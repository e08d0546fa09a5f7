"""Causes, measures, and the matching of sections that answer one another."""

import pytest

from tracker.intake.causes import cause_range, matched, measure_range


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("普法效果不佳。主要原因是形式单一，互动不够。", "形式单一，互动不够。"),
        ("执法不规范，原因在于培训不足。下一步，将加强培训。", "培训不足。"),
        ("案卷质量不高。究其原因，主要是新人多。整改措施：加强培训。", "新人多。"),
        ("（一）甲不足\n原因主要是手续不全。", "手续不全。"),
        ("原因分析透彻，工作扎实。", None),
        ("执法力量不足。", None),
    ],
)
def test_causes_inside_an_item(text: str, cause: str | None) -> None:
    place = cause_range(text)
    assert (text[place[0] : place[1]] if place else None) == cause


def test_measures_inside_a_problem() -> None:
    text = "（一）装备不足。设备老旧。整改措施：补充设备。"
    place = measure_range(text)
    assert place is not None
    assert text[place[0] : place[1]] == "补充设备。"
    assert measure_range("（一）装备不足。") is None


def test_a_next_step_told_inside_the_problem_is_its_measure() -> None:
    text = "（1）队伍编制少，看得见、管不着。下一步，将积极争取下沉执法力量。"
    place = measure_range(text)
    assert place is not None
    assert text[place[0] : place[1]] == "将积极争取下沉执法力量。"


def test_equal_counts_match_one_to_one() -> None:
    assert matched(["甲事不足", "乙事不足"], ["答甲", "答乙"]) == [[0], [1]]


def test_one_answer_speaks_for_all() -> None:
    assert matched(["甲事不足", "乙事不足"], ["总的原因"]) == [[0], [0]]


def test_else_by_the_words_they_share() -> None:
    items = ["执法队伍力量不足", "普法宣传形式单一", "案卷制作质量不高"]
    assert matched(items, ["创新普法宣传形式", "提高案卷制作质量"]) == [[], [0], [1]]
    assert matched([], ["甲"]) == []
    assert matched(["甲乙"], []) == [[]]
