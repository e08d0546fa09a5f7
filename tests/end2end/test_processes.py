"""The program as a process of its own: output, pipes, errors of our own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.terminal import Terminal

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(filled: Terminal) -> Run:
    """``python -m tracker`` with the home and ledger of the test, and no display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONIOENCODING", "PYTHONUTF8")
    clean = {name: value for name, value in os.environ.items() if name not in hidden}

    def started(*words: object, **variables: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "tracker", *map(str, words)]
        return subprocess.run(command, capture_output=True, env={**clean, **variables}, check=False, timeout=60)

    return started


def test_a_pipe_gets_utf8_whatever_the_locale(run: Run) -> None:
    for variables in ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "zh_CN.GBK"}, {}):
        ran = run("list", "--json", **variables)
        assert ran.returncode == 0, ran.stderr
        assert "执法案卷制作质量不高" in ran.stdout.decode("utf-8")


def test_an_encoding_that_is_asked_for_is_kept(run: Run) -> None:
    ran = run("list", PYTHONIOENCODING="gb18030")
    assert "执法案卷制作质量不高" in ran.stdout.decode("gb18030")
    ran = run("list", PYTHONIOENCODING="latin-1")
    assert ran.returncode == 0
    assert b"2022-?-01" in ran.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux starts without a display")
def test_without_a_display_the_window_names_the_command_line(run: Run) -> None:
    ran = run()
    assert ran.returncode == 1
    assert "tracker --help" in ran.stderr.decode("utf-8")


def test_whoever_reads_may_stop(filled: Terminal) -> None:
    command = [sys.executable, "-m", "tracker", "history"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_an_error_of_our_own_names_the_log(filled: Terminal, tmp_path: Path) -> None:
    program = (
        "import sys\nfrom tracker.cli import main\nfrom tracker.ledger import Ledger\n"
        "def broken(self): raise RuntimeError('a bug')\n"
        "Ledger.undo = broken\nsys.exit(main.main(['undo']))\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    said = ran.stderr.decode("utf-8")
    log = tmp_path / "home" / "tracker.log"
    assert ran.returncode == 1
    assert said.count("\n") == 1
    assert str(log) in said
    assert "RuntimeError: a bug" in log.read_text(encoding="utf-8")


def test_listing_loads_no_heavy_library(filled: Terminal) -> None:
    program = (
        "import sys\nfrom tracker.__main__ import start\nstart(['list'])\n"
        "heavy = {'openpyxl', 'docx', 'lxml', 'pypdfium2', 'alembic', 'PySide6', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
