"""Lists of units and people as offices keep them: real workbooks and CSV files, good and bad."""

import io
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from tracker.domain.roster import RosterRow
from tracker.errors import UserError
from tracker.intake.roster import read_bytes, read_roster


def workbook(*sheets: tuple[str, list[list[object]]], merged: str = "") -> bytes:
    book = Workbook()
    for n, (title, rows) in enumerate(sheets):
        sheet = book.active if n == 0 else book.create_sheet()
        assert sheet is not None
        sheet.title = title
        for row in rows:
            sheet.append(row)
        if merged and n == 0:
            sheet.merge_cells(merged)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_columns_stand_in_any_order_below_a_title(tmp_path: Path) -> None:
    file = tmp_path / "名单 2025.xlsx"
    rows: list[list[object]] = [
        ["云岭市水务局责任单位及人员名单"],
        ["填表日期：2025年5月"],
        ["序号", "手 机", "姓　名", "职务（职级）", "责任科室"],
        [1, 13800001111, "王　强", "科长", "法规科"],
        [2, "0571-6612", "李明", None, "执法大队"],
    ]
    file.write_bytes(workbook(("名单", rows)))
    read = read_roster(file)
    assert read.file_name == "名单 2025.xlsx"
    assert read.rows == (
        RosterRow("名单!C4", "法规科", "王强", "科长", "13800001111"),
        RosterRow("名单!C5", "执法大队", "李明", "", "0571-6612"),
    )
    assert read.unread == ()


def test_merged_cells_count_for_each_of_their_rows() -> None:
    rows: list[list[object]] = [
        ["科室", "姓名"],
        ["法规科", "王强"],
        [None, "李明"],
        [None, "周明"],
        ["办公室", "钱多多"],
    ]
    read = read_bytes(workbook(("名单", rows), merged="A2:A4"), name="名单.xlsx")
    assert [(row.unit, row.name) for row in read.rows] == [
        ("法规科", "王强"), ("法规科", "李明"), ("法规科", "周明"), ("办公室", "钱多多"),
    ]  # fmt: skip


def test_all_sheets_are_read_and_one_without_a_header_is_told() -> None:
    data = workbook(
        ("科室", [["科室名称"], ["法规科"], ["办公室"]]),
        ("人员", [["姓名", "部门"], ["王强", "法规科"]]),
        ("说明", [["请如实填写"]]),
    )
    read = read_bytes(data, name="名单.xlsx")
    assert [(row.place, row.unit, row.name) for row in read.rows] == [
        ("科室!A2", "法规科", ""), ("科室!A3", "办公室", ""), ("人员!A2", "法规科", "王强"),
    ]  # fmt: skip
    assert [each.place for each in read.unread] == ["说明"]


def test_what_cannot_be_understood_is_told_with_its_cell() -> None:
    rows: list[list[object]] = [
        ["单位", "姓名", "电话"],
        ["法规科", "张三、李四", "6612"],
        ["法规科", "王五、赵六", None],
        [None, None, "6613"],
        ["办公室", None, "6614"],
        ["合计", None, None],
        ["法规科", "12345", None],
        ["法规科", "长" * 41, None],
        ["单位", "姓名", "电话"],
        ["办公室、财务科", "钱七", None],
        ["法规科", "王五", "6699"],
        ["法规科", "王五", "6700"],
    ]
    read = read_bytes(workbook(("表", rows)), name="名单.xlsx")
    assert [(row.name, row.phone) for row in read.rows] == [("王五", "6699"), ("赵六", "")]
    assert {each.place: each.words for each in read.unread} == {
        "表!B2": "“张三、李四”是几个人，看不出职务和电话是谁的；请分行写。",
        "表!A4": "这一行没有写姓名，也没有写单位。",
        "表!B5": "这一行没有写姓名。",
        "表!A6": "“合计”不像是名称，没有读。",
        "表!B7": "“12345”里没有文字，不像是名称。",
        "表!B8": f"“{'长' * 12}…”太长，名称最多 40 个字。",
        "表!B10": "“办公室、财务科”是几个单位，看不出这个人属于哪一个。",
        "表!B12": "“王五”在 表!B3 已经写过，两处不同，用了前面的“6699”。",
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "，"])
def test_csv_files_of_any_make(encoding: str, separator: str) -> None:
    text = "\r\n".join(
        separator.join(row) for row in (("部门", "姓名", "职务"), ("法规科", "王强", "科长"), ("办公室", "", ""))
    )
    read = read_bytes(text.encode(encoding), name="名单.csv")
    assert read.rows == (RosterRow("B2", "法规科", "王强", "科长"), RosterRow("A3", "办公室"))


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "空.xlsx", "空.xlsx 是空文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧.xls", "旧.xls 是旧版的 .xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "密.xlsx",
            "密.xlsx 设有打开密码，读不了。请用 Excel 或 WPS 打开，去掉密码",
        ),
        (b"PK\x03\x04broken", "坏.xlsx", "坏.xlsx 不是完整的 Excel 文件"),
        (b"no workbook", "假.xlsx", "假.xlsx 不是完整的 Excel 文件"),
        (b"%PDF-1.7", "名单.pdf", "名单.pdf 不是 Excel 表格"),
        ("甲,乙\n1,2\n".encode(), "别的.csv", "别的.csv 里没有找到“单位”或“姓名”这样的表头"),
        ("姓名,单位\n,\n".encode(), "光.csv", "光.csv 的表头下面没有内容"),
    ],
)  # fmt: skip
def test_other_files_are_refused_in_words_that_name_them(data: bytes, name: str, words: str) -> None:
    with pytest.raises(UserError) as refused:
        read_bytes(data, name=name)
    assert words in str(refused.value)
    assert refused.value.hint


def test_a_word_file_and_a_cut_off_workbook_are_refused(tmp_path: Path) -> None:
    whole = workbook(("名单", [["姓名"], ["王强"]]))
    with pytest.raises(UserError, match="不是完整的 Excel 文件"):
        read_bytes(whole[: len(whole) // 2], name="名单.xlsx")
    kept = io.BytesIO()
    docx.Document().save(kept)
    with pytest.raises(UserError, match=r"报告\.docx 不是 Excel 表格"):
        read_bytes(kept.getvalue(), name="报告.docx")
    with pytest.raises(UserError, match="找不到文件"):
        read_roster(tmp_path / "没有.xlsx")


def test_hidden_sheets_are_left_alone() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["姓名"])
    sheet.append(["王强"])
    hidden = book.create_sheet("旧")
    hidden.append(["姓名"])
    hidden.append(["退休人员"])
    hidden.sheet_state = "hidden"
    kept = io.BytesIO()
    book.save(kept)
    assert [row.name for row in read_bytes(kept.getvalue(), name="名单.xlsx").rows] == ["王强"]
