"""Export: the workbook of 1,000 items against XlsxWriter writing the same cells, formats, widths and heights."""

import datetime
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from tests.bench.common import Ratio, in_turns
from tests.bench.storage import filled
from tracker.domain.cards import ItemDetail
from tracker.sheets import excel
from tracker.sheets.export import export_progress
from tracker.sheets.forms.detail_list import detail_sheet
from tracker.sheets.forms.progress import progress_sheet
from tracker.sheets.layout import Font, Layout

ROWS = 1_000
_AS_OF = datetime.date(2026, 6, 30)


def measure() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        ledger = filled(Path(scratch) / "ledger", ROWS)
        details = ledger.ask.details([card.id for card in ledger.cards()])
        ledger.close()
        layouts = (progress_sheet(details, office="样本局", as_of=_AS_OF), detail_sheet(details, as_of=_AS_OF))
        ours, theirs = Path(scratch) / "甲.xlsx", Path(scratch) / "乙.xlsx"

        def export() -> None:
            export_progress(details, ours, office="样本局", as_of=_AS_OF)

        pair = in_turns(export, lambda: _peer(layouts, theirs))
        _check(ours, details)
    yield Ratio(
        f"export of {ROWS:,} items, layout and both sheets", *pair, 2.5, "XlsxWriter, the same cells ready-made"
    )


def _check(file: Path, details: Sequence[ItemDetail]) -> None:
    """What was timed must be a workbook with every item in it."""
    book = openpyxl.load_workbook(file, read_only=True)
    if book.worksheets[1].max_row < len(details):
        raise SystemExit("the workbook lacks rows")
    book.close()


def _peer(layouts: Sequence[Layout], target: Path) -> None:
    book = xlsxwriter.Workbook(str(target))
    for layout in layouts:
        _peer_sheet(book, layout)
    book.close()


def _peer_sheet(book: Any, layout: Layout) -> None:
    def style(font: Font, align: str = "left", *, grid: bool = False, number: str = "General") -> Any:
        return book.add_format(
            {
                "font_name": font.family, "font_size": font.size, "bold": font.bold, "align": align,
                "valign": "vcenter", "text_wrap": True, "border": int(grid), "num_format": number,
            }
        )  # fmt: skip

    sheet = book.add_worksheet(layout.name)
    fonts, row = layout.fonts, 0
    for place, column in enumerate(layout.columns):
        sheet.set_column(place, place, excel.column_width(column.mm))
    head = style(fonts.header, "center", grid=True)
    sheet.set_row(row, layout.header_height)
    for place, column in enumerate(layout.columns):
        sheet.write_string(row, place, column.title, head)
    kinds = [
        style(
            fonts.body, column.align.value, grid=True, number="yyyy-mm-dd" if column.kind.name == "DATE" else "General"
        )
        for column in layout.columns
    ]
    for row, body in enumerate(layout.rows, start=1):
        sheet.set_row(row, body.height)
        for place, value in enumerate(body.cells):
            if value is None or value == "":
                sheet.write_blank(row, place, None, kinds[place])
            elif isinstance(value, datetime.date):
                sheet.write_datetime(row, place, value, kinds[place])
            elif isinstance(value, str):
                sheet.write_string(row, place, value, kinds[place])
            else:
                sheet.write_number(row, place, value, kinds[place])
    sheet.freeze_panes(1, layout.frozen_columns)
    sheet.repeat_rows(0)
    sheet.set_landscape()
