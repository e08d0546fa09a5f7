"""Writes body rows as XML within openpyxl's own file, since cell objects would take thrice as long."""

import datetime
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.dimensions import SheetDimension
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import fromstring

from tracker.sheets.layout import Value

_DAY_ZERO = datetime.date(1899, 12, 30)  # Excel's day 0, as every day after February 1900 counts it


class Body:
    """The rows under the header of one worksheet, from row ``first`` on."""

    def __init__(self, first: int, columns: int) -> None:
        self.first = first
        self.rows: list[str] = []
        self._letters = [get_column_letter(place) for place in range(1, columns + 1)]

    def add(self, values: Sequence[Value], styles: Sequence[int], height: float) -> None:
        """A row of ``values``, whose texts hold nothing that XML forbids, in cells of the numbered ``styles``."""
        number = self.first + len(self.rows)
        cells = []
        for letter, value, style in zip(self._letters, values, styles, strict=True):
            if value.__class__ is str and value:
                text = _escaped(str(value))
                words = f' t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
            elif value is None or value == "":
                words = "/>"
            elif isinstance(value, datetime.date):
                words = f"><v>{(value - _DAY_ZERO).days}</v></c>"
            else:
                words = f"><v>{value}</v></c>"
            cells.append(f'<c r="{letter}{number}" s="{style}"{words}')
        self.rows.append(f'<row r="{number}" ht="{height}" customHeight="1">{"".join(cells)}</row>')


def saved(workbook: Workbook, bodies: Sequence[Body]) -> bytes:
    """``workbook`` as a file, with the body of each of its sheets in place."""
    file = BytesIO()
    workbook.properties.modified = datetime.datetime.now(tz=datetime.UTC).replace(tzinfo=None)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        _Writer(workbook, archive, bodies).save()
    return file.getvalue()


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


class _Writer(ExcelWriter):
    """openpyxl's writer of a whole file, which asks us for the sheets."""

    def __init__(self, workbook: Workbook, archive: ZipFile, bodies: Sequence[Body]) -> None:
        super().__init__(workbook, archive)
        self._bodies = dict(zip(workbook.worksheets, bodies, strict=True))

    def write_worksheet(self, ws: Any) -> None:
        sheet = BytesIO()
        writer: Any = _SheetWriter(ws, sheet)
        writer.body = self._bodies[ws]
        writer.write()
        ws._rels = writer._rels
        archive: ZipFile = vars(self)["_archive"]
        archive.writestr(ws.path[1:], sheet.getvalue())
        self.manifest.append(ws)


class _SheetWriter(WorksheetWriter):
    """openpyxl's writer of one sheet: bands and header are its cells, the body is ours."""

    body: Body

    def write_dimensions(self) -> None:
        body = self.body
        sheet: Any = self.ws
        last = max(sheet.max_row, body.first + len(body.rows) - 1)
        self.xf.send(SheetDimension(f"A1:{get_column_letter(sheet.max_column)}{last}").to_tree())

    def write_rows(self) -> None:
        xf: Any = self.xf.send(True)
        rows = self.rows()
        with xf.element("sheetData"):
            for number, cells in rows:
                if number < self.body.first:
                    self.write_row(xf, cells, number)
            for row in self.body.rows:
                xf.write(fromstring(row))
            for number, cells in rows:
                if number >= self.body.first:
                    self.write_row(xf, cells, number)
        self.xf.send(None)
