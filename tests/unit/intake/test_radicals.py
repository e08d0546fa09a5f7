"""Radicals that PDF printers write instead of characters, and lines they draw twice."""

import pytest

from tracker.intake.radicals import ORDINARY
from tracker.intake.readers import pdf, text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("⾏政执法⼯作", "行政执法工作"), ("公⽰⽅⾯", "公示方面"), ("⻓期坚持⻅效", "长期坚持见效")],
)
def test_radicals_become_the_characters_they_look_like(printed: str, meant: str) -> None:
    assert printed.translate(ORDINARY) == meant


def test_one_character_stands_for_one_and_no_other_is_touched() -> None:
    assert all(len(plain) == 1 for plain in ORDINARY.values())
    assert set(ORDINARY) <= set(range(0x2E80, 0x2FE0))
    assert "（①Ａ㈠㎡".translate(ORDINARY) == "（①Ａ㈠㎡"


def test_text_copied_out_of_a_pdf_is_mended_too() -> None:
    assert text.read("⼀、⼯作情况".encode(), name="报告.txt").text == "一、工作情况"


def test_a_line_drawn_on_both_sides_of_a_page_border_is_read_once() -> None:
    line = [(float(at), 0x6CD5 + at) for at in range(20)]
    other = [(across, code + 1) for across, code in line]
    assert list(pdf._once([[other, line], [line, other]])) == [[other, line], [other]]
    assert list(pdf._once([[line, other], [line]])) == [[line, other], [line]]
    assert list(pdf._once([[line[:5]], [line[:5]]])) == [[line[:5]], [line[:5]]]  # a foot and a head may be alike
