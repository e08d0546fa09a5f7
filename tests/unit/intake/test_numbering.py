"""Numbers: every family, and words that only look like numbers."""

import pytest

from tracker.domain.numbering import without_number
from tracker.intake.numbering import find_marks, starts_with_number


def found(text: str) -> list[str]:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return [text[mark.start : mark.end] for mark in find_marks(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("一、甲\n二、乙\n三、2024年安排", ["一、", "二、", "三、"]),
        ("（一）甲\n(二)乙\n㈢丙", ["（一）", "(二)", "㈢"]),
        ("1.甲\n2．乙\n3、丙\n⒋丁", ["1.", "2．", "3、", "⒋"]),
        ("（1）甲\n(2)乙\n3）丙\n⑷丁", ["（1）", "(2)", "3）", "⑷"]),
        ("①甲②乙", ["①", "②"]),
        ("不足：一是甲；二是乙；三是丙。", ["一是", "二是", "三是"]),
        ("不足，一是甲，二是乙。", ["一是", "二是"]),
        ("第一，甲。第二，乙。", ["第一，", "第二，"]),
        ("首先，甲；其次，乙；最后，丙。", ["首先，", "其次，", "最后，"]),
        ("一要甲；二要乙。", ["一要", "二要"]),
        ("其一，甲。其二，乙。", ["其一，", "其二，"]),
        ("第一部分 甲\n第二部分 乙", ["第一部分", "第二部分"]),
        ("二、存在问题（一）甲不足。（二）乙不足。", ["二、", "（一）", "（二）"]),
        ("职责情况一是甲。二是乙。", ["一是", "二是"]),
        ("报告如下：一、工作情况（一）甲。（二）乙。二、问题", ["一、", "（一）", "（二）", "二、"]),
        ("重点工作：1.甲；2.乙。", ["1.", "2."]),
    ],
)
def test_families(text: str, numbers: list[str]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "统一是前提，唯一是目标。",
        "按照第（一）项和第（二）项办理。",
        "开展12.4宪法宣传和3.15活动。",
        "达到2.5万件。",
        "一是只有这一处，没有下文。",
        "第一责任人职责，第一时间办理。",
        "首先要说的只有一点。",
        "周一、周二值班。",
    ],
)
def test_lookalikes(text: str) -> None:
    assert found(text) == []


def test_numbers_of_lines() -> None:
    assert starts_with_number("（一）甲")
    assert starts_with_number("二、2024年度安排")
    assert not starts_with_number("12.4宪法宣传周")
    assert not starts_with_number("一支队伍")


@pytest.mark.parametrize(
    ("text", "bare"),
    [("（十二）甲", "甲"), ("（二）1.乙", "乙"), ("三是丙", "丙"), ("首先，丁", "丁"), ("最后一公里", "最后一公里")],
)
def test_without_number(text: str, bare: str) -> None:
    assert without_number(text) == bare


def test_numbers_count() -> None:
    marks = find_marks("十二、甲", [(0, 4)])
    assert marks[0].number == 12
