"""The demonstration: a real ledger, made by real operations, and never in the place of another."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.terminal import Terminal

from tracker.cli.main import run
from tracker.demo.build import MARK
from tracker.errors import UserError


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration takes two seconds to make: once for all tests here that only look."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def shown(home: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TRACKER_HOME", str(home))
    monkeypatch.setenv("TRACKER_LEDGER", str(home / "demo"))
    return terminal.ok("demo", "--text")


def test_without_a_window_it_prints_the_list_and_writes_the_sheet(shown: str, home: Path) -> None:
    assert "青澜市城市管理局" not in shown.splitlines()[0]
    assert "合计 29 项" in shown
    sheet = home / "demo" / "exports" / "整改进度表.xlsx"
    assert str(sheet) in shown
    assert openpyxl.load_workbook(sheet).sheetnames


def test_it_has_everything_there_is_to_show(shown: str, terminal: Terminal) -> None:
    items: list[dict[str, Any]] = terminal.json("list")
    assert {"closed", "submitted", "under_way", "continuing", "not_started", "carried_over"} <= {
        item["status"] for item in items
    }
    assert {"overdue", "soon", "normal"} <= {item["light"] for item in items}
    assert sum(item["evidence"] for item in items) >= 6
    assert any(item["returns"] for item in items)
    assert any(item["extensions"] for item in items)
    assert any(item["measures_done"] for item in items)
    links = [link["kind"] for item in items for link in terminal.json("show", item["code"])["details"]["links"]]
    assert set(links) == {"answers", "recurs", "continues"}
    assert terminal.ok("check").startswith("台账完好：29 个事项，3 份来源文件。")


def test_its_history_is_dated_through_the_years(shown: str, terminal: Terminal) -> None:
    records = terminal.json("history", "--limit", "500")
    times = [record["at"] for record in records]
    assert times == sorted(times, reverse=True)
    assert {"2023", "2024", "2025"} <= {at[:4] for at in times}
    assert len({record["actor"] for record in records}) >= 5


def test_a_second_demo_keeps_what_was_tried(terminal: Terminal, tmp_path: Path) -> None:
    place = tmp_path / "演示"
    terminal.ok("demo", "--text", "--ledger", place)
    terminal.ok("note", "2024-问-05", "试一试", "--ledger", place)
    terminal.ok("demo", "--text", "--ledger", place)
    assert terminal.json("show", "2024-问-05", "--ledger", place)["details"]["notes"]
    terminal.ok("demo", "--text", "--fresh", "--ledger", place)
    assert not terminal.json("show", "2024-问-05", "--ledger", place)["details"]["notes"]


def test_it_never_takes_the_place_of_a_ledger(filled: Terminal) -> None:
    before = filled.json("list")
    for options in ([], ["--fresh"]):
        assert "没有改动" in filled.refused("demo", "--text", "--ledger", filled.ledger, *options)
    assert filled.json("list") == before
    assert not (filled.ledger / MARK).exists()


def test_with_a_display_the_window_opens_on_it(
    home: Path, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    opened: list[Path] = []

    def window(folder: Path) -> int:
        opened.append(folder)
        return 0

    assert run(["demo"], window) == 0
    assert opened == [home / "demo"]
    capsys.readouterr()

    def no_window(folder: Path) -> int:
        raise UserError("打不开窗口。")

    assert run(["demo"], no_window) == 0
    captured = capsys.readouterr()
    assert captured.err == "打不开窗口。\n"
    assert "合计 29 项" in captured.out
