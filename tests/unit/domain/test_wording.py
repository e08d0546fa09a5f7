"""Titles, healed selections and cuts of an item's words."""

import pytest

from tracker.domain import wording


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("一是巡查不够经常。部分乡镇一月一查。", "巡查不够经常"),
        ("（三）完善制度；按季清理。", "完善制度"),
        ("3.做好宣传：办好两场活动", "做好宣传：办好两场活动"),
        ("3.5公里河段未清淤。", "3.5公里河段未清淤"),
        ("首先，队伍偏弱。", "队伍偏弱"),
        ("第二，队伍偏弱。", "队伍偏弱"),
        ("①队伍偏弱", "队伍偏弱"),
        ("十、队伍偏弱", "队伍偏弱"),
        ("一些乡镇巡查少。", "一些乡镇巡查少"),
    ],
)
def test_a_title_is_the_lead_without_its_number(text: str, title: str) -> None:
    assert wording.title_from(text) == title


def test_a_long_lead_is_cut_at_a_comma() -> None:
    text = "进一步加强河道日常巡查和水面保洁工作，推动县乡村三级联动的长效管护机制建设，不断提升群众满意度。"
    assert wording.title_from(text) == "进一步加强河道日常巡查和水面保洁工作，推动县乡村三级联动的长效管护机制建设"


def test_one_without_commas_ends_in_dots() -> None:
    title = wording.title_from("长" * 90)
    assert len(title) == 40
    assert title.endswith("…")


def test_healing_a_selection() -> None:
    raw = "  **加强** 巡查，\n- 12 -\n  每 月 两次，along  the\nriver\n"
    assert wording.healed(raw) == "加强巡查，每月两次，along the river"


@pytest.mark.parametrize(
    ("count", "marks", "parts"),
    [
        (2, 0, ("甲乙", "，丙（丁）戊")),
        (2, 1, ("甲乙，", "丙（丁）戊")),
        (3, 0, ("甲乙，丙", "（丁）戊")),
        (4, 5, ("甲乙，丙（丁）", "戊")),
        (9, 0, ("甲乙，丙（丁）戊", "")),
        (0, 0, ("", "甲乙，丙（丁）戊")),
    ],
)
def test_cutting_counts_letters_and_then_marks(count: int, marks: int, parts: tuple[str, str]) -> None:
    assert wording.cut("甲乙，丙（丁）戊", count, marks) == parts


def test_the_end_of_words_in_the_raw_text() -> None:
    raw = "三、 存 在\n问题。正文"
    assert wording.end_of("三、存在问题", raw, 0) == raw.index("。")
