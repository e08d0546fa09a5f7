"""Sheets that come back from units: real workbooks and CSV files, good and bad."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from tracker.domain.returned import Cell, Entry, ReturnedRow
from tracker.errors import UserError
from tracker.intake.returned import NotReturned, read_bytes, read_returned

Rows = list[list[object]]


def workbook(*sheets: tuple[str, Rows], percent: str = "", merged: str = "") -> bytes:
    book = Workbook()
    for n, (title, rows) in enumerate(sheets):
        sheet = book.active if n == 0 else book.create_sheet()
        assert sheet is not None
        sheet.title = title
        for row in rows:
            sheet.append(row)
        if percent and n == 0:
            sheet[percent].number_format = "0%"
        if merged and n == 0:
            sheet.merge_cells(merged)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_columns_stand_in_any_order_below_a_title_and_others_are_ignored() -> None:
    rows: Rows = [
        ["云岭市水务局整改进展"],
        ["经费", "责 任 人", "进展情况\n（截至5月）", "编　号", "完成率（%）"],
        [3.5, "王　强、李明", "已办结案卷自查", "2024—问—1", 60],
    ]
    read = read_bytes(workbook(("收表", rows)), name="执法大队.xlsx")
    assert (read.file_name, read.sheet, read.unread) == ("执法大队.xlsx", "收表", ())
    assert read.rows == (
        ReturnedRow(
            "2024-问-01",
            "D3",
            {
                Entry.PERSON: Cell("王强、李明", "B3"),
                Entry.NOTE: Cell("已办结案卷自查", "C3"),
                Entry.PERCENT: Cell("60", "E3"),
            },
        ),
    )


def test_a_share_that_a_cell_shows_as_a_percentage_is_one() -> None:
    rows: Rows = [["编号", "进度"], ["2024-问-01", 0.29], ["2024-问-02", "45%"]]
    read = read_bytes(workbook(("明细", rows), percent="B2"), name="表.xlsx")
    assert [row.cells[Entry.PERCENT].text for row in read.rows] == ["29%", "45%"]


def test_the_detailed_sheet_is_preferred_and_the_others_are_named() -> None:
    printed: Rows = [["编号", "整改措施及完成标准", "进展情况"], ["2024-问-01", "略", "缩短的"]]
    detailed: Rows = [["编号", "备注"], ["2024-问-02", "已报"]]
    read = read_bytes(workbook(("进度表", printed), ("明细", detailed)), name="表.xlsx")
    assert (read.sheet, read.unread) == ("明细", ("进度表",))
    assert [row.code for row in read.rows] == ["2024-问-02"]
    with pytest.raises(UserError, match="只有打印用的进度表"):
        read_bytes(workbook(("进度表", printed)), name="表.xlsx")


def test_blank_lines_repeated_headings_and_words_below_are_no_rows() -> None:
    rows: Rows = [
        ["编号", "进度", "备注"],
        ["2024-问-01", 10, None],
        [None, None, None],
        ["编号", "进度", "备注"],
        ["合计", None, None],
        ["填表人：王强　2025年5月20日", None, None],
    ]
    read = read_bytes(workbook(("明细", rows), merged="A6:C6"), name="表.xlsx")
    assert [row.place for row in read.rows] == ["A2"]


def test_what_has_no_code_but_a_content_stays_to_be_refused() -> None:
    rows: Rows = [["编号", "进度"], [None, 40], ["第三项", 50], ["2024-问-77", None]]
    read = read_bytes(workbook(("明细", rows)), name="表.xlsx")
    assert [(row.code, row.place) for row in read.rows] == [("", "A2"), ("第三项", "A3"), ("2024-问-77", "A4")]


def test_a_csv_file_is_read_in_the_encoding_of_excel(tmp_path: Path) -> None:
    file = tmp_path / "收回.csv"
    file.write_bytes("编号,进度,牵头单位\n2024-计-2,80%,执法大队\n".encode("gb18030"))
    read = read_returned(file)
    assert read.rows[0] == ReturnedRow(
        "2024-计-02", "A2", {Entry.PERCENT: Cell("80%", "B2"), Entry.LEAD: Cell("执法大队", "C2")}
    )


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "空.xlsx", "空.xlsx 是空文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧.xls", r"旧.xls 是旧版的 \.xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "密.xlsx",
            "密.xlsx 设有打开密码",
        ),
        (b"PK\x03\x04 cut off", "断.xlsx", "断.xlsx 不是完整的 Excel 文件"),
        ("编号,进度\n".encode(), "白.csv", "白.csv 的表头下面没有内容"),
        ("编号,经费\n2024-问-01,3\n".encode(), "费.csv", "费.csv 有“编号”，但没有可以填写的列"),
    ],
)
def test_other_files_are_refused_in_words_that_name_them(data: bytes, name: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_bytes(data, name=name)


def test_a_table_without_codes_is_told_apart_from_a_broken_file() -> None:
    with pytest.raises(NotReturned, match="没有找到“编号”这样的表头"):
        read_bytes(workbook(("签到表", [["姓名", "签名"], ["王强", None]])), name="签到表.xlsx")
