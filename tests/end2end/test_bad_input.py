"""What is not as it must be: one clear line, exit status 1, nothing changed."""

import os
import random
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.terminal import SAMPLES, Terminal

REPORT = SAMPLES / "report-2022.txt"


def pdf(*objects: str, trailer: str = "") -> bytes:
    """A PDF of the given objects, numbered from 1; the first is its catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(data)
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n"
    return data + (table + end).encode("latin-1")


PAGE = (
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
)


def not_a_report(file: Path) -> Path:
    path = file.with_suffix(".txt")
    path.write_text("菜单\n\n早餐：豆浆、油条。\n午餐：米饭、青菜。\n", encoding="utf-8")
    return path


def empty(file: Path) -> Path:
    path = file.with_suffix(".docx")
    path.touch()
    return path


def truncated(file: Path) -> Path:
    path = file.with_suffix(".docx")
    whole = (SAMPLES / "report-2023.docx").read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def without_text(file: Path) -> Path:
    path = file.with_suffix(".pdf")
    path.write_bytes(pdf(*PAGE))
    return path


def encrypted(file: Path) -> Path:
    path = file.with_suffix(".pdf")
    lock = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    path.write_bytes(pdf(*PAGE, lock, trailer="/Encrypt 4 0 R /ID [<00> <00>] "))
    return path


def bomb(file: Path) -> Path:
    path = file.with_suffix(".docx")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w>" + b" " * 80_000_000)
    return path


def workbook(file: Path) -> Path:
    path = file.with_suffix(".xlsx")
    openpyxl.Workbook().save(path)
    return path


def workbook_named_docx(file: Path) -> Path:
    return workbook(file).rename(file.with_suffix(".docx"))


def missing(file: Path) -> Path:
    return file.with_suffix(".docx")


def folder(file: Path) -> Path:
    file.mkdir()
    return file


BAD: dict[Callable[[Path], Path], str] = {
    not_a_report: "不是法治政府建设年度报告",
    empty: "是空文件",
    truncated: "不是完整的 Word 文件",
    without_text: "没有文字",
    encrypted: "密码",
    bomb: "大得不正常",
    workbook: "是电子表格",
    workbook_named_docx: "是电子表格",
    missing: "找不到文件",
    folder: "是文件夹",
}


def state(terminal: Terminal) -> Any:
    """Everything a ledger says, and every file that it keeps."""
    kept = sorted(
        str(path.relative_to(terminal.ledger))
        for part in ("reports", "evidence", "exports", "backups")
        for path in (terminal.ledger / part).rglob("*")
    )
    return terminal.json("list"), terminal.json("history"), kept


@pytest.mark.parametrize(("make", "said"), BAD.items(), ids=[make.__name__ for make in BAD])
def test_a_bad_report(filled: Terminal, tmp_path: Path, make: Callable[[Path], Path], said: str) -> None:
    path = make(tmp_path / "第三季度 材料")
    before = state(filled)
    assert said in filled.refused("extract", path, "--json")
    line = filled.refused("import", path, "--yes")
    assert said in line
    assert "请" in line  # it says what to do
    assert state(filled) == before


def test_a_bad_report_makes_no_ledger(terminal: Terminal, tmp_path: Path) -> None:
    terminal.refused("import", empty(tmp_path / "空"), "--yes")
    assert not terminal.ledger.exists()


def test_no_ledger_there(terminal: Terminal) -> None:
    assert "没有台账" in terminal.refused("list")


def test_a_text_file_in_place_of_a_ledger(terminal: Terminal) -> None:
    terminal.ledger.mkdir()
    (terminal.ledger / "ledger.db").write_text("这不是数据库" * 500, encoding="utf-8")
    before = (terminal.ledger / "ledger.db").read_bytes()
    for words in (["list"], ["check"], ["import", REPORT, "--yes"], ["undo"]):
        assert "不是本程序的台账" in terminal.refused(*words)
    assert (terminal.ledger / "ledger.db").read_bytes() == before


def test_another_programs_database(terminal: Terminal) -> None:
    terminal.ledger.mkdir()
    with closing(sqlite3.connect(terminal.ledger / "ledger.db")) as database:
        database.execute("CREATE TABLE t (x)")
    assert "不是本程序的台账" in terminal.refused("list")


def test_a_newer_ledger_is_left_alone(filled: Terminal) -> None:
    with closing(sqlite3.connect(filled.ledger / "ledger.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = 'r9999'")
        database.commit()
    line = filled.refused("list")
    assert "更新版本的程序" in line
    assert "请升级" in line
    assert not list((filled.ledger / "backups").iterdir())


def test_creating_where_one_is(filled: Terminal) -> None:
    assert "已经有台账" in filled.refused("create")


def test_a_ledger_below_a_file(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    assert "不能在" in terminal.refused("create", "--ledger", tmp_path / "文件" / "台账")


def test_bad_targets_of_an_export(filled: Terminal, tmp_path: Path) -> None:
    assert "不存在" in filled.refused("export", "--out", tmp_path / "没有" / "表.xlsx")
    assert "是文件夹" in filled.refused("export", "--out", tmp_path)
    (tmp_path / "表.xlsx").write_bytes(b"old")
    (tmp_path / "~$表.xlsx").touch()  # Excel has it open
    line = filled.refused("export", "--out", tmp_path / "表.xlsx")
    assert "表(2).xlsx" in line
    assert (tmp_path / "表.xlsx").read_bytes() == b"old"
    assert "没有符合条件的事项" in filled.refused("export", "--out", tmp_path / "新.xlsx", "--search", "无此内容")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is writable for root")
def test_folders_that_cannot_be_written(filled: Terminal, tmp_path: Path) -> None:
    locked = tmp_path / "只读"
    locked.mkdir(mode=0o500)
    assert "写入" in filled.refused("export", "--out", locked / "表.xlsx")
    assert "不能在" in filled.refused("create", "--ledger", locked / "台账")


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
@pytest.mark.parametrize("verb", ["import", "evidence", "export"])
def test_a_full_disk(filled: Terminal, tmp_path: Path, verb: str) -> None:
    """A limit on the size of files stands for the disk: writing beyond it fails as on a full one."""
    big = tmp_path / "大.bin"
    big.write_bytes(bytes(2_000_000))
    words = {
        "import": ["import", str(SAMPLES / "report-2024.pdf"), "--yes"],
        "evidence": ["evidence", "add", "2022-问-01", str(big)],
        "export": ["export", "--out", str(tmp_path / "表.xlsx")],
    }[verb]
    rnd = random.Random(1)
    long = "".join(chr(rnd.randrange(0x4E00, 0x9FA5)) for _ in range(20_000))  # too mixed to be packed small
    filled.ok("new", "问题", "很长", "--text", long)
    before = state(filled)
    limit = 40_000 if verb == "export" else 100_000
    program = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        f"from tracker.cli.main import run; sys.exit(run({words!r}))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 1, ran
    assert "Traceback" not in ran.stderr
    assert "磁盘" in ran.stderr
    assert state(filled) == before
    assert not (tmp_path / "表.xlsx").exists()
    assert filled.ok("check").startswith("台账完好")
