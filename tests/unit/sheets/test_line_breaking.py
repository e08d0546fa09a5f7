import random
import re
import unicodedata

import pytest

from tracker.sheets.line_breaking import NOT_AT_END, NOT_AT_START, ems, evenly, fitted, lines_of, spread

PIECES = [
    *"法治政府建设整改落实到位水务执法",
    *"，。；：、",
    "（含）",
    "“三项制度”",
    "《管理办法》",
    "2024-问-01",
    "2025-06-30",
    "2025年6月30日",
    "2025年12月底前",
    "1,234件",
    "12.5%",
    "300余万元",
    "第12批",
    "〔2023〕15号",
    "SHA-256",
    "——",
    "……",
    "①",
]
WHOLE = re.compile(r"\d{4}-[问计]-\d+|\d{4}-\d\d-\d\d|\d{4}年\d+月\d+日|1,234件|12\.5%|〔2023〕15号|SHA-256|——|……")
NO_MARK_RUNS = re.compile(r"[，。；：、）》”…]{3,}|^[，。；：、…]")


def _text(chance: random.Random, count: int) -> str:
    """Random pieces, those of figures and Latin letters kept apart by a word, as in any real sentence."""
    text = ""
    for piece in chance.choices(PIECES, k=count):
        text += ("的" if text[-1:].isascii() and piece[0].isascii() else "") + piece
        text += "与" if piece in ("——", "……") else ""
    return text


def test_widths_are_those_of_chinese_fonts() -> None:
    assert ems("法治，（“”…①") == 8
    assert ems("2024-ab ") == 4
    assert ems("\u0301\x07") == 0


def test_every_wide_mark_is_really_wide() -> None:
    assert all(unicodedata.east_asian_width(mark) in "WFA" for mark in "，。、；：！？）》”’％℃…①")


@pytest.mark.parametrize("seed", range(40))
def test_lines_of_random_texts_keep_every_rule(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        text = _text(chance, chance.randint(1, 120))
        if NO_MARK_RUNS.search(text):
            continue
        room = chance.choice([9, 10, 11.5, 16, 28])
        lines = lines_of(text, room)
        assert "".join(lines) == text
        places, at = set(), 0
        for line in lines:
            assert ems(line) <= room, (line, room)
            at += len(line)
            places.add(at)
        for line in lines[1:]:
            assert line[0] not in NOT_AT_START, lines
        for line in lines[:-1]:
            assert line[-1] not in NOT_AT_END, lines
        for whole in WHOLE.finditer(text):
            assert places.isdisjoint(range(whole.start() + 1, whole.end())), (whole.group(), lines)


def test_a_date_goes_to_the_next_line_whole() -> None:
    assert lines_of("力争在2025年12月31日前完成", 9) == ["力争在", "2025年12月31日前完", "成"]


def test_a_code_is_not_broken_at_its_hyphen() -> None:
    assert lines_of("详见编号2024-问-01", 8) == ["详见编号", "2024-问-01"]


def test_paragraphs_stay_apart_and_empty_text_is_one_line() -> None:
    assert lines_of("一\n二", 9) == ["一", "二"]
    assert lines_of("", 9) == [""]


def test_what_is_wider_than_the_line_is_cut_and_nothing_lost() -> None:
    text = "http://www.example.gov.cn/a/very/long/path/that/never/ends"
    lines = lines_of(text, 6)
    assert "".join(lines) == text
    assert all(ems(line) <= 6 for line in lines)
    assert lines_of("。" * 20, 5) == ["。" * 5] * 4
    assert lines_of("法律", 0.2) == ["法", "律"]


def test_a_blank_hangs_at_the_end_of_its_line() -> None:
    assert fitted("水务 执法 检查", 2) == "水务 \n执法 \n检查"


def test_centred_cells_get_lines_of_like_length() -> None:
    assert evenly("立行立改", 3) == "立行\n立改"
    assert evenly("已完成（销号）", 5) == "已完成\n（销号）"
    assert evenly("分阶段整改", 3) == "分阶段\n整改"
    assert evenly("2024-问-01", 5) == "2024-问-01"


def test_parts_are_spread_over_the_line() -> None:
    line = spread(("填表人：", "审核人：", "填报日期："), 30)
    assert 28 <= ems(line) <= 30
    assert line.startswith("填表人：　")
    assert spread(("甲" * 20, "乙" * 20), 30) == "甲" * 20 + "　" + "乙" * 20
