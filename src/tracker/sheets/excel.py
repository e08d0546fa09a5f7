"""Renders layouts as an Excel workbook with openpyxl; imported by exports only, since openpyxl is slow to load."""

import re
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Side
from openpyxl.styles import Font as ExcelFont
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tracker.progress import Progress, silent
from tracker.sheets.fast_body import Body, saved
from tracker.sheets.layout import BLANK, MM_PER_PIXEL, Align, Band, CellKind, Font, Layout, Paper, SheetColumn

CELL_LIMIT = 32_767  # characters that Excel keeps in one cell
_CUT = "……（超出单元格上限，后略）"
_MAX_BREAKS = 1_000  # Excel refuses a workbook with more than 1,023 on one sheet
_PAPER_NUMBERS = {"A3": 8, "A4": 9}
_FORMATS = {CellKind.NUMBER: "0", CellKind.DATE: "yyyy-mm-dd", CellKind.PERCENT: "0%"}
# Normal decides what a column's width means: 宋体 11 has digits of 8 pixels on every Chinese Windows
_NORMAL = Font("宋体", 11)
_DIGIT_PIXELS, _MARGIN_PIXELS = 8, 5
_CHARSET_GB2312 = 134
# what XML or Excel cannot hold: control characters, halves of surrogate pairs, the two non-characters
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")


def column_width(mm: float) -> float:
    """The width of a column of ``mm`` in Excel's unit, the digit of the Normal style."""
    return round((mm / MM_PER_PIXEL - _MARGIN_PIXELS) / _DIGIT_PIXELS, 2)


def safe_text(text: str) -> str:
    """``text`` without what a workbook cannot hold, and within the limit of a cell."""
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("", text)
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - len(_CUT)] + _CUT


def workbook_bytes(layouts: Sequence[Layout], *, author: str = "", progress: Progress = silent) -> bytes:
    """A workbook of ``layouts``, one sheet each. It is made in memory, so that a full disk leaves no half file."""
    workbook = Workbook()
    _set_normal(workbook)
    workbook.properties.creator = safe_text(author)
    workbook.properties.title = next((safe_text(layout.title.text) for layout in layouts if layout.title), "")
    workbook.remove(workbook.worksheets[0])
    done, whole = 0, sum(len(layout.rows) for layout in layouts)
    bodies = []
    for layout in layouts:
        bodies.append(_SheetPainter(workbook.create_sheet(layout.name), layout).paint(progress, done, whole))
        done += len(layout.rows)
    return saved(workbook, bodies)


def _font(font: Font) -> ExcelFont:
    return ExcelFont(name=font.family, sz=font.size, b=font.bold, charset=_CHARSET_GB2312)


def _set_normal(workbook: Any) -> None:
    # openpyxl offers no other way: both the style and the first font of the list are taken for the default
    normal = workbook._named_styles["Normal"]
    workbook._fonts = IndexedList([_font(_NORMAL)])
    normal.font = _font(_NORMAL)
    normal.bind(workbook)


class _SheetPainter:
    """Fills one worksheet from its layout, from top to bottom."""

    def __init__(self, sheet: Worksheet, layout: Layout) -> None:
        self._sheet = sheet
        self._layout = layout
        self._last = 0  # the row painted last
        line = Side(style="thin")
        self._grid = Border(left=line, right=line, top=line, bottom=line)

    def paint(self, progress: Progress, done: int, whole: int) -> Body:
        """Everything but the body, which is returned to be put in place when the workbook is saved."""
        sheet, layout = self._sheet, self._layout
        fonts = layout.fonts
        for place, column in enumerate(layout.columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = column_width(column.mm)
        if layout.title:
            self._band(layout.title, self._style(fonts.title, Align.CENTRE))
        if layout.meta:
            self._band(layout.meta, self._style(fonts.meta, Align.LEFT))
        titles = [safe_text(column.title) for column in layout.columns]
        self._row(titles, self._style(fonts.header, Align.CENTRE, grid=True), layout.header_height)
        header_row = self._last
        body = self._body(progress, done, whole)
        self._last = last_body_row = header_row + len(body.rows)
        if layout.totals:
            self._band(layout.totals, self._style(fonts.totals, Align.LEFT, grid=True))
        if layout.notes:
            self._band(layout.notes, self._style(fonts.notes, Align.LEFT))
        if layout.signature:
            self._band(layout.signature, self._style(fonts.signature, Align.LEFT))
        self._view(header_row, last_body_row)
        self._page(header_row)
        return body

    def _style(self, font: Font, align: Align, *, grid: bool = False, fmt: str = "", quoted: bool = False) -> Any:
        """A style of openpyxl's, made once and shared by all cells of a kind."""
        cell: Any = Cell(self._sheet, row=1, column=1)
        cell.font = _font(font)
        cell.alignment = Alignment(horizontal=align.value, vertical="center", wrap_text=True)
        if grid:
            cell.border = self._grid
        if fmt:
            cell.number_format = fmt
        cell.quotePrefix = quoted
        return cell

    def _row(self, texts: Sequence[str], style: Any, height: float) -> None:
        self._last += 1
        for place, text in enumerate(texts, 1):
            cell: Any = self._sheet.cell(self._last, place, text)
            cell.data_type = "s"  # openpyxl takes a text that begins with = for a formula
            cell._style = style._style
        self._sheet.row_dimensions[self._last].height = height

    def _band(self, band: Band, style: Any) -> None:
        width = len(self._layout.columns)
        self._row([safe_text(band.text), *[""] * (width - 1)], style, band.height)
        self._sheet.merge_cells(start_row=self._last, end_row=self._last, start_column=1, end_column=width)

    def _body(self, progress: Progress, done: int, whole: int) -> Body:
        layout = self._layout
        plain = [self._column_style(column) for column in layout.columns]
        quoted = [self._column_style(column, quoted=True) for column in layout.columns]
        dash: int = self._style(layout.fonts.body, Align.CENTRE, grid=True).style_id
        body = Body(self._last + 1, len(layout.columns))
        for number, row in enumerate(layout.rows, 1):
            values, styles = list(row.cells), plain.copy()
            for place, value in enumerate(values):
                if isinstance(value, str):
                    values[place] = text = safe_text(value)
                    if text == BLANK:
                        styles[place] = dash
                    elif text.startswith(_LOOKS_LIKE_FORMULA):
                        styles[place] = quoted[place]
            body.add(values, styles, row.height)
            if number % 50 == 0:
                progress(done + number, whole)
        return body

    def _column_style(self, column: SheetColumn, *, quoted: bool = False) -> int:
        fmt = "" if quoted else _FORMATS.get(column.kind, "")
        style = self._style(self._layout.fonts.body, column.align, grid=True, fmt=fmt, quoted=quoted)
        number: int = style.style_id
        return number

    def _view(self, header_row: int, last_body_row: int) -> None:
        sheet, layout = self._sheet, self._layout
        last = get_column_letter(len(layout.columns))
        sheet.freeze_panes = f"{get_column_letter(layout.frozen_columns + 1)}{header_row + 1}"
        if layout.filters:
            sheet.auto_filter.ref = f"A{header_row}:{last}{max(last_body_row, header_row)}"
        sheet.print_area = f"A1:{last}{self._last}"
        sheet.row_breaks.brk = [Break(id=header_row + row) for row in layout.breaks[-_MAX_BREAKS:]]

    def _page(self, header_row: int) -> None:
        sheet, layout = self._sheet, self._layout
        paper: Paper = layout.paper
        sheet.print_title_rows = f"{header_row}:{header_row}"
        setup = sheet.page_setup
        setup.paperSize = _PAPER_NUMBERS[paper.name]
        setup.orientation = "landscape" if paper.landscape else "portrait"
        if layout.fits_width:  # a safety net only: the columns are measured to fit at full size
            sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
            setup.fitToWidth, setup.fitToHeight = 1, 0
        else:
            setup.pageOrder = "overThenDown"
            if layout.frozen_columns:
                sheet.print_title_cols = f"A:{get_column_letter(layout.frozen_columns)}"
        margins = sheet.page_margins
        margins.top, margins.bottom = paper.top / 25.4, paper.bottom / 25.4
        margins.left, margins.right = paper.left / 25.4, paper.right / 25.4
        margins.header = margins.footer = min(paper.top, paper.bottom) / 2 / 25.4
        sheet.print_options.horizontalCentered = True
        footer: Any = sheet.oddFooter
        footer.center.text, footer.center.font, footer.center.size = "第 &P 页 共 &N 页", "宋体,常规", 9
