"""Healed selections and cuts of an item's words."""

import pytest

from tracker.domain import wording


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
