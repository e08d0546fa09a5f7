"""The log: bounded, shared by processes, harmless where it cannot be written."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker import logs, paths

_WRITER = """
import sys
from pathlib import Path
from tracker import logs
logs.start(Path(sys.argv[1]))
for n in range(400):
    logs.log.error("%s %04d %s", sys.argv[2], n, "字" * 1_000)
"""


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    yield
    logs.stop()


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_a_warning_comes_into_the_file_with_its_time_and_process(home: Path) -> None:
    file = logs.start()
    assert file == paths.log_file() == home / "tracker.log"
    logs.log.warning("设置没有保存：%s", "磁盘已满")
    assert "WARNING tracker: 设置没有保存：磁盘已满" in text(file)


def test_the_log_stays_small_and_keeps_the_newest(tmp_path: Path) -> None:
    file = logs.start(tmp_path / "tracker.log")
    assert file is not None
    for n in range(2_500):
        logs.log.error("%05d %s", n, "字" * 1_000)
    kept = logs.files(file)
    assert [each.name for each in kept] == ["tracker.log", "tracker.log.1", "tracker.log.2", "tracker.log.3"]
    assert sorted(tmp_path.iterdir()) == sorted(kept)
    assert all(each.stat().st_size <= 3 * logs.MOST_BYTES for each in kept)  # three bytes for each character
    assert "02499 字" in text(kept[0])
    assert "00000 字" not in "".join(map(text, kept))


def test_two_programs_write_one_log_and_lose_nothing_of_the_other(tmp_path: Path) -> None:
    """The one that does not rename must follow to the fresh file, not throw it out as full."""
    file = tmp_path / "tracker.log"
    others = [subprocess.Popen([sys.executable, "-c", _WRITER, str(file), name]) for name in ("甲", "乙")]
    assert [other.wait(60) for other in others] == [0, 0]
    whole = "".join(map(text, logs.files(file)))
    for name in ("甲", "乙"):
        assert [n for n in range(400) if f"{name} {n:04d} " not in whole] == []


def test_a_file_that_another_program_holds_grows_but_not_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As Windows does with a file that is open elsewhere."""
    file = logs.start(tmp_path / "tracker.log")
    assert file is not None
    (tmp_path / "tracker.log.1").write_text("以前的日志", encoding="utf-8")
    rename = Path.replace

    def held(self: Path, target: Path) -> Path:
        if self == file:
            raise PermissionError(32, "另一个程序正在使用此文件")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", held)
    for n in range(3_000):
        logs.log.error("%05d %s", n, "字" * 1_000)
    assert logs.MOST_BYTES < file.stat().st_size <= 4 * logs.MOST_BYTES + 4_000
    assert text(tmp_path / "tracker.log.1") == "以前的日志"
    assert capsys.readouterr().err == ""
    monkeypatch.undo()
    logs.log.error("放开以后")
    assert "放开以后" in text(file)
    assert file.stat().st_size < logs.MOST_BYTES


def test_where_it_cannot_be_written_the_program_goes_on_without(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("", encoding="utf-8")
    assert logs.start(tmp_path / "文件" / "tracker.log") is None
    assert not [each for each in logs.log.handlers if isinstance(each, logging.FileHandler)]


def test_a_log_that_fails_while_it_is_written_disturbs_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = logs.start(tmp_path / "tracker.log")
    assert file is not None
    file.unlink()
    file.mkdir()  # nothing can be written under this name any more, whatever rights one has
    logs.log.error("写不进去")
    assert capsys.readouterr().err == ""
