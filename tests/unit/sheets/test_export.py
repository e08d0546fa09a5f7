import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.unit.sheets.conftest import AS_OF, OFFICE, Make

from tracker.domain.kinds import ItemKind
from tracker.domain.status import Status
from tracker.errors import Cancelled, UserError
from tracker.progress import Progress, silent
from tracker.sheets.export import export_progress, free_name
from tracker.sheets.saving import save_bytes


def export(details: list[Any], target: Path, **changes: Any) -> Path:
    return export_progress(details, target, office=OFFICE, as_of=AS_OF, **changes)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_both_sheets_tell_the_same(make: Make, tmp_path: Path) -> None:
    details = [make(1), make(2, status=Status.CLOSED, closed_on=AS_OF), make(3, kind=ItemKind.COMMITMENT)]
    target = tmp_path / "进度表.xlsx"
    assert export(details, target) == target
    assert files(tmp_path) == ["进度表.xlsx"]
    book = load_workbook(target)
    assert book.sheetnames == ["进度表", "明细"]
    printed, listed = book["进度表"], book["明细"]
    codes = ["2024-问-01", "2024-问-02", "2024-计-03"]
    assert [printed.cell(row, 2).value for row in range(4, 7)] == codes
    assert [listed.cell(row, 1).value for row in range(2, 5)] == codes
    assert printed["A7"].value == (
        "合计 3 项：已销号 1，整改中 2，持续 0，未启动 0，逾期 0，临期 0，销号率 33.3%（1/3）"
    )
    widths = [printed.column_dimensions[letter].width for letter in "ABCDEFGHIJKL"]
    assert sum(width * 8 + 5 for width in widths) / 96 * 25.4 <= 0.92 * 267


def test_one_kind_alone(make: Make, tmp_path: Path) -> None:
    target = export([make(1), make(2, kind=ItemKind.COMMITMENT)], tmp_path / "a.xlsx", kind=ItemKind.COMMITMENT)
    sheet = load_workbook(target)["进度表"]
    assert sheet["A1"].value == f"{OFFICE}法治政府建设计划任务进度表"
    assert sheet["A5"].value.startswith("合计 1 项")


def test_no_items_make_a_sheet_too(tmp_path: Path) -> None:
    assert load_workbook(export([], tmp_path / "a.xlsx"))["进度表"]["C4"].value == "（无此类事项）"


def test_progress_runs_from_nothing_to_all(make: Make, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def watch(done: int, total: int, text: str = "") -> None:
        told.append((done, total))

    export([make(n) for n in range(1, 121)], tmp_path / "a.xlsx", progress=watch)
    assert told == sorted(told)
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    assert len(told) > 6


@pytest.mark.parametrize("step", [0, 3, 6])
def test_cancelling_leaves_nothing_behind_and_the_old_file_whole(make: Make, tmp_path: Path, step: int) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    calls = 0

    def stop(done: int, total: int, text: str = "") -> None:
        nonlocal calls
        if calls == step:
            raise Cancelled
        calls += 1

    with pytest.raises(Cancelled):
        export([make(n) for n in range(1, 121)], target, progress=stop)
    assert files(tmp_path) == ["a.xlsx"]
    assert target.read_bytes() == b"old"


def test_an_older_file_is_replaced(make: Make, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    assert load_workbook(export([make()], target)).sheetnames == ["进度表", "明细"]


@pytest.mark.parametrize("lock", ["~$进度表.xlsx", ".~lock.进度表.xlsx#"])
def test_a_workbook_that_is_open_is_refused_and_another_name_offered(make: Make, tmp_path: Path, lock: str) -> None:
    target = tmp_path / "进度表.xlsx"
    target.write_bytes(b"old")
    (tmp_path / lock).touch()
    with pytest.raises(UserError) as caught:
        export([make()], target)
    assert "“进度表.xlsx”已在 Excel 或 WPS 中打开" in caught.value.message
    assert "进度表(2).xlsx" in caught.value.hint
    assert free_name(target) == tmp_path / "进度表(2).xlsx"
    assert target.read_bytes() == b"old"
    (tmp_path / "进度表(2).xlsx").touch()
    assert free_name(target) == tmp_path / "进度表(3).xlsx"
    assert free_name(tmp_path / "b.xlsx") == tmp_path / "b.xlsx"


def test_a_lock_left_by_a_crash_hinders_no_new_file(make: Make, tmp_path: Path) -> None:
    (tmp_path / "~$a.xlsx").touch()
    assert export([make()], tmp_path / "a.xlsx").exists()


def test_places_that_cannot_be_written(make: Make, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.xlsx").mkdir()
    for target, words in (
        (tmp_path / "missing" / "a.xlsx", "不存在"),
        (tmp_path / "file" / "a.xlsx", "不是文件夹"),
        (tmp_path / "folder.xlsx", "是文件夹"),
        # how long a name may be differs on Windows from drive to drive
        *([] if os.name == "nt" else [(tmp_path / ("长" * 300 + ".xlsx"), "没有写成")]),
    ):
        with pytest.raises(UserError, match=words):
            export([make()], target)
    assert files(tmp_path) == ["file", "folder.xlsx"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(make: Make, tmp_path: Path) -> None:
    folder = tmp_path / "只读"
    folder.mkdir(mode=0o555)
    with pytest.raises(UserError, match="不能写入"):
        export([make()], folder / "a.xlsx")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder that nobody can write to, not even root")
def test_a_folder_that_takes_no_files() -> None:
    with pytest.raises(UserError) as caught:
        save_bytes(b"new", Path("/proc/self/a.xlsx"))
    assert caught.value.field == "target"


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from tracker.errors import UserError
from tracker.sheets.saving import save_bytes
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    save_bytes(bytes(100_000), Path(sys.argv[1]))
except UserError as error:
    sys.exit(0 if "磁盘空间不足" in error.message else 3)
sys.exit(4)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files stands for a full disk")
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", FULL_DISK, str(target)], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert files(tmp_path) == ["a.xlsx"]
    assert target.read_bytes() == b"old"


def test_openpyxl_is_loaded_by_an_export_only() -> None:
    code = "import sys, tracker.sheets.export; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_default_watcher_says_nothing() -> None:
    watcher: Progress = silent
    watcher(1, 2, "")
