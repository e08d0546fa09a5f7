"""A terminal with a home and a ledger of its own."""

from pathlib import Path

import pytest
from tests.terminal import SAMPLES, Terminal


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """No ledger is there yet; its folder has a Chinese name and a blank."""
    folder = tmp_path / "我的 台账"
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRACKER_LEDGER", str(folder))
    return Terminal(capsys, folder)


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    """A terminal whose ledger has the first sample report: 2022-问-01 to 04, 2023-计-01 to 05."""
    answer = terminal("import", SAMPLES / "report-2022.txt", "--yes")
    assert answer.status == 0, answer
    return terminal
