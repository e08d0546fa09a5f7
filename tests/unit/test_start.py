"""Which door the command line opens."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tracker import __main__ as program
from tracker.cli import main as cli
from tracker.errors import UserError
from tracker.ledger import Ledger


def test_without_a_verb_the_window_opens(tmp_path: Path) -> None:
    Ledger.create(tmp_path / "台账").close()
    folder = tmp_path / "台账"
    assert program.window_wanted([]) == (True, None)
    assert program.window_wanted([str(folder)]) == (True, folder)
    assert program.window_wanted([str(folder / "ledger.db")]) == (True, folder)
    assert program.window_wanted(["--ledger", str(folder)]) == (True, folder)
    assert program.window_wanted([f"--ledger={folder}"]) == (True, folder)


@pytest.mark.parametrize(
    "arguments", [["list"], ["--help"], ["--ledger", "x", "list"], ["nowhere"], ["evidence", "list"]]
)
def test_anything_else_is_a_verb(arguments: list[str]) -> None:
    assert program.window_wanted(arguments) == (False, None)


def test_each_door_gets_what_was_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: list[object] = []

    def window(folder: Path | None) -> int:
        seen.append(folder)
        return 7

    def verb(arguments: Sequence[str], open_window: object) -> int:
        seen.append(list(arguments))
        return 5

    monkeypatch.setattr(program, "_open", window)
    monkeypatch.setattr(cli, "main", verb)
    assert program.start(["--ledger", str(tmp_path)]) == 7
    assert program.start(["list"]) == 5
    assert program.start([], console=True) == 5  # tracker-cli shows its help rather than a window
    assert seen == [tmp_path, ["list"], []]


def test_without_a_display_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def window(folder: Path | None) -> int:
        raise UserError("这里没有图形界面。", "可以改用命令行：tracker list。")

    monkeypatch.setattr(program, "_open", window)
    assert program.start([]) == 1
    assert capsys.readouterr().err == "这里没有图形界面。可以改用命令行：tracker list。\n"


def test_patterns_name_files_on_windows_too(tmp_path: Path) -> None:
    for name in ("乙.docx", "甲.docx", "丙.txt"):
        (tmp_path / name).touch()
    pattern = str(tmp_path / "*.docx")
    assert program.expanded(pattern, "win32") == [str(tmp_path / "乙.docx"), str(tmp_path / "甲.docx")]
    assert program.expanded(pattern, "linux") == [pattern]
    assert program.expanded("完成了吗?", "win32") == ["完成了吗?"]
