from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from tracker.sheets.excel import CELL_LIMIT, column_width, safe_text, workbook_bytes
from tracker.sheets.layout import A3_LEDGER, Align, Band, CellKind, Fonts, Layout, Row, SheetColumn, Value

WORDS = SheetColumn("事项", 60)
COUNT = SheetColumn("数", 20, Align.CENTRE, CellKind.NUMBER)
DAY = SheetColumn("日", 30, Align.CENTRE, CellKind.DATE)
SHARE = SheetColumn("率", 20, Align.CENTRE, CellKind.PERCENT)


def layout(*rows: tuple[Value, ...], **changes: Any) -> Layout:
    made: dict[str, Any] = {
        "name": "表",
        "columns": (WORDS, COUNT, DAY, SHARE),
        "rows": tuple(Row(row, 30 + number) for number, row in enumerate(rows)),
        "header_height": 25,
        "title": Band("标题", 36),
        "meta": Band("填报单位：某局", 20),
        "totals": Band("合计 2 项", 21),
        "notes": Band("注：无。", 18),
        "signature": Band("填表人：", 30),
        **changes,
    }
    return Layout(**made)


def reopened(*layouts: Layout) -> Any:
    return load_workbook(BytesIO(workbook_bytes(layouts, author="某局")))


ROWS: tuple[tuple[Value, ...], ...] = (
    ("甲\n乙", 3, date(2025, 6, 30), 0.6),
    ("", None, None, None),
    ("—", "—", "—", "—"),
)


def test_values_keep_their_types() -> None:
    sheet = reopened(layout(*ROWS))["表"]
    assert [cell.value for cell in sheet[4]] == ["甲\n乙", 3, datetime(2025, 6, 30), 0.6]  # noqa: DTZ001
    assert [cell.number_format for cell in sheet[4]] == ["General", "0", "yyyy-mm-dd", "0%"]
    assert [cell.value for cell in sheet[5]] == [None] * 4
    assert sheet["A6"].alignment.horizontal == "center"
    assert [sheet.cell(row, 1).value for row in (1, 2, 3, 7, 8, 9)] == [
        "标题", "填报单位：某局", "事项", "合计 2 项", "注：无。", "填表人：",
    ]  # fmt: skip
    assert sheet.dimensions == "A1:D9"


@pytest.mark.parametrize("text", ["=1+1", "+86 10", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    sheet = reopened(layout((text, 1, None, None), title=Band(text, 30)))["表"]
    assert (sheet["A4"].value, sheet["A4"].data_type, sheet["A4"].quotePrefix) == (text, "s", True)
    assert (sheet["A1"].value, sheet["A1"].data_type) == (text, "s")


def test_what_a_workbook_cannot_hold_is_left_out() -> None:
    assert safe_text("甲\x00\x0b\x1f\r乙\ud800\ufffe\t\n丙") == "甲乙\t\n丙"
    sheet = reopened(layout(("a<b>&\"'\x07" + " 尾 ", 1, None, None)))["表"]
    assert sheet["A4"].value == "a<b>&\"' 尾 "
    assert len(safe_text("长" * 40_000)) == CELL_LIMIT
    assert safe_text("长" * 40_000).endswith("（超出单元格上限，后略）")


def test_sizes_fonts_and_borders() -> None:
    book = reopened(layout(*ROWS))
    sheet = book["表"]
    assert (book._fonts[0].name, book._fonts[0].sz) == ("宋体", 11)
    assert book._named_styles["Normal"].font.name == "宋体"
    assert sheet.column_dimensions["A"].width == column_width(60) == pytest.approx((60 / 25.4 * 96 - 5) / 8, abs=0.01)
    assert [sheet.row_dimensions[row].height for row in range(1, 10)] == [36, 20, 25, 30, 31, 32, 21, 18, 30]
    fonts = Fonts()
    assert (sheet["A1"].font.name, sheet["A1"].font.b, sheet["A1"].font.sz) == ("宋体", True, fonts.title.size)
    assert (sheet["A3"].font.name, sheet["A4"].font.name, sheet["A4"].font.sz) == ("黑体", "仿宋", 9)
    assert all(
        font.size >= 9 for font in (fonts.title, fonts.meta, fonts.header, fonts.body, fonts.notes, fonts.signature)
    )
    assert sheet["A7"].border.left.style == sheet["D7"].border.right.style == "thin"
    for row in (3, 4, 5):
        assert {sheet.cell(row, column).border.left.style for column in range(1, 5)} == {"thin"}
    assert sheet["A9"].border.left.style is None
    assert all(sheet.cell(row, 1).alignment.wrap_text for row in range(1, 10))
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A1:D1", "A2:D2", "A7:D7", "A8:D8", "A9:D9"]


def test_paper_print_titles_and_page_ends() -> None:
    sheet = reopened(layout(*ROWS, breaks=(1, 2)))["表"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area == "'表'!$A$1:$D$9"
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert sheet.page_margins.left == pytest.approx(15 / 25.4)
    assert sheet.print_options.horizontalCentered
    assert [page_end.id for page_end in sheet.row_breaks.brk] == [4, 5]
    assert sheet.freeze_panes == "A4"


def test_a_sheet_of_data_is_filtered_and_printed_at_full_size() -> None:
    bare = {"title": None, "meta": None, "totals": None, "notes": None, "signature": None}
    sheet = reopened(layout(*ROWS, paper=A3_LEDGER, frozen_columns=1, filters=True, fits_width=False, **bare))["表"]
    assert sheet.auto_filter.ref == "A1:D4"
    assert sheet.freeze_panes == "B2"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.paperSize == 8


def test_several_sheets_and_none_of_their_rows() -> None:
    book = reopened(layout(), layout(*ROWS, name="又"))
    assert book.sheetnames == ["表", "又"]
    assert book["表"].dimensions == "A1:D6"
    assert book.properties.creator == "某局"


def test_a_thousand_page_ends_are_the_most() -> None:
    many = layout(*[("甲", 1, None, None)] * 1200, breaks=tuple(range(1, 1200)))
    breaks = reopened(many)["表"].row_breaks.brk
    assert (len(breaks), breaks[-1].id) == (1000, 1202)
