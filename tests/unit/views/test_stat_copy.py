"""The statistics on the clipboard."""

from tracker.views.stat_copy import copied_lines


def test_a_table_as_text_and_as_html() -> None:
    copied = copied_lines([["单位", "总数"], ["甲 & 乙科", "3"], ["合计", "3"]])
    assert copied.plain == "单位\t总数\n甲 & 乙科\t3\n合计\t3"
    assert "<th>单位</th><th>总数</th>" in copied.html
    assert '甲 &amp; 乙科</td><td align="right">3</td>' in copied.html


def test_names_break_no_cell_and_are_no_formula() -> None:
    copied = copied_lines([["单位", "总数"], ["甲\t科\n室", "1"], ["=1+1", "2"]])
    assert copied.plain.split("\n")[1:] == ["甲 科 室\t1", "'=1+1\t2"]
