"""Columns of Chinese text and bars on long work."""

import io

from tracker.cli.printing import Bar, cut, table, width


class Screen(io.StringIO):
    """A stream that says a person is watching."""

    def isatty(self) -> bool:
        return True


def test_chinese_takes_two_columns() -> None:
    assert (width("整改a"), width("ａ"), width("e\N{COMBINING ACUTE ACCENT}")) == (5, 2, 1)


def test_columns_are_aligned() -> None:
    lines = table(["编号", "事项", "进度"], [["1", "案卷", "5%"], ["22", "a\nb", "100%"]])
    assert lines == ["编号  事项  进度", "1     案卷  5%", "22    a b   100%"]


def test_long_text_is_cut_at_a_whole_character() -> None:
    assert (cut("整改中的事", 10), cut("整改中的事情", 10), cut("整改", 3)) == ("整改中的事", "整改中的…", "整…")


def test_a_bar_is_drawn_for_people_and_taken_away() -> None:
    screen = Screen()
    with Bar(screen, patience=0) as progress:
        progress(5, 10, "第一份.docx")
    assert "█" * 12 + "░" * 12 + "  50% 第一份.docx" in screen.getvalue()
    assert screen.getvalue().endswith(" \r")


def test_short_work_shows_no_bar() -> None:
    screen = Screen()
    with Bar(screen) as progress:
        progress(10, 10, "第一份.docx")
    assert screen.getvalue() == ""


def test_no_bar_in_a_pipe() -> None:
    stream = io.StringIO()
    with Bar(stream) as progress:
        progress(5, 10, "第一份.docx")
        progress(0, 0, "")
    assert stream.getvalue() == ""
