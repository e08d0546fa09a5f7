"""Command lines that cannot be understood: exit status 2 and one Chinese line."""

import pytest
from tests.terminal import Terminal


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lst"], "没有“lst”这个命令"),
        (["show"], "缺少 CODE"),
        (["close", "2024-问-01"], "缺少 --reviewer"),
        (["list", "--knd", "问题"], "没有选项 --knd（是不是 --kind"),
        (["list", "--kind", "其他"], "--kind：没有“其他”这个选项。可以选：问题（problem）、计划任务（commitment）"),
        (["list", "--status", "快了"], "待分解（unassigned）"),
        (["list", "--year", "二四"], "四位数"),
        (["history", "--limit", "0"], "--limit：不能小于 1"),
        (["history", "--limit", "x"], "--limit：这里要写整数"),
        (["show", "2024-问-01", "多余"], "多出了“多余”"),
        (["list", "--year"], "选项 --year 后面要写内容"),
        (["edit", "2022-问-01"], "没有写要改什么"),
        (["assign", "2022-问-01"], "没有写由谁负责"),
        (["edit", "2022-问-01", "--deadline", "过几天"], "看不懂日期“过几天”"),
        (["note", "2022-问-01", "做了", "--percent", "一半"], "看不懂完成率“一半”"),
        (["move", "2022-问-01", "close"], "请用 tracker close"),
        (["move", "2022-问-01", "飞"], "MOVE：没有“飞”这个选项"),
        (["export"], "缺少 --out"),
    ],
)
def test_one_line_and_status_two(filled: Terminal, words: list[str], said: str) -> None:
    line = filled.misused(*words)
    assert line.startswith("用法不对：")
    assert said in line
    assert "--help" in line


def test_help_and_version(terminal: Terminal) -> None:
    assert "extract" in terminal.ok("--help")
    assert "--percent" in terminal.ok("note", "--help")
    assert terminal.ok("--version").startswith("fazhi-tracker ")


def test_a_group_without_its_verb_shows_help(terminal: Terminal) -> None:
    answer = terminal("measure")
    assert answer.status == 2
    assert "done" in answer.err
