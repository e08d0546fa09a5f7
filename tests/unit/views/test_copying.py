import csv
import io

from tests.unit.views.test_columns import TODAY, card

from tracker.views.copying import copied, copied_keys


def test_the_code_is_copied_in_any_case_and_two_lines_are_two_columns() -> None:
    assert copied_keys(("title", "lead", "deadline", "person")) == (
        "code", "title", "lead", "person", "leader", "deadline", "remaining",
    )  # fmt: skip
    assert copied_keys(("title", "code")) == ("title", "code")


def test_rows_paste_as_cells() -> None:
    table = copied(
        [card(deadline_current=TODAY, percent=40), card("2024-问-02")], ("title", "deadline", "percent"), TODAY
    )
    rows = [line.split("\t") for line in table.plain.split("\n")]
    assert rows[0] == ["编号", "事项", "完成时限", "剩余时间", "进度"]
    assert rows[1] == ["2024-问-01", "记录不规范", "2025-06-30", "今天到期", "40%"]
    assert "<th>编号</th>" in table.html
    assert table.html.count("<tr>") == table.html.count("</tr>") == 3


def test_tabs_and_breaks_do_not_break_the_table() -> None:
    table = copied([card(title='写\t"了"\n两行')], ("title",), TODAY)
    rows = list(csv.reader(io.StringIO(table.plain), delimiter="\t"))
    assert rows[1] == ["2024-问-01", '写\t"了"\n两行']
    assert "<br" in table.html


def test_nothing_copied_is_reckoned_as_a_formula() -> None:
    for text in ("=1+1", "+86", "-3", "@SUM(A1)"):
        table = copied([card(title=text)], ("title",), TODAY)
        assert f"\t'{text}" in table.plain
        assert f">&#x27;{text}<" in table.html


def test_html_shows_signs_as_they_are() -> None:
    assert "&lt;b&gt;" in copied([card(title="<b>")], ("title",), TODAY).html
