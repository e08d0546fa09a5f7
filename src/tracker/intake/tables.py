"""The sheets of a workbook or a CSV file as texts, each cell with the place where it stands."""

import csv
import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from tracker.errors import UserError
from tracker.intake.readers.text import decode
from tracker.words import _

MOST_BYTES = 20 * 1024 * 1024  # texts in a sheet; what is larger is something else
HEADER_WITHIN = 20  # rows: above it stand the title, the date, who filled it in
_MOST_UNPACKED = 400 * 1024 * 1024
_MOST_ROWS = 20_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\U0003ffff])\s+(?=[\u3400-\U0003ffff])")

Grid = list[list[str]]  # a sheet's texts by row and column, merged cells filled


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet that is not hidden."""

    name: str  # empty for a CSV file, which has but one
    grid: Grid

    def place(self, row: int, column: int) -> str:
        """Where a cell stands, as people find it: 名单!B5; both numbers count from 0."""
        cell = f"{get_column_letter(column + 1)}{row + 1}"
        return f"{self.name}!{cell}" if self.name else cell


def read_file(path: Path) -> bytes:
    """The content of a file. Raises UserError, worded for the office, where it cannot be read."""
    name = path.name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(
                _("{name} 太大，不像是一份表格。").format(name=name), _("请核对是否选错了文件；能导入的不超过 20 MB。")
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(
            _("找不到文件 {name}。").format(name=path), _("请核对路径，文件可能已被移动、改名或删除。")
        ) from error
    except PermissionError as error:
        raise UserError(
            _("没有权限读取 {name}。").format(name=name), _("请关闭正在使用它的程序，或把它复制到自己的文件夹再导入。")
        ) from error
    except OSError as error:
        raise UserError(
            _("读取 {name} 失败：{why}。").format(name=name, why=error.strerror or error),
            _("请检查磁盘或网络连接后再试。"),
        ) from error


def sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """The sheets of a file's content; ``name`` is told in messages and helps to know its type. Raises UserError."""
    if not data.strip(b"\x00\t\n\r ,;"):
        raise UserError(_("{name} 是空文件。").format(name=name), _("请核对文件是否已经保存或传完，再重新导入。"))
    suffix = Path(name).suffix.lower()
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UserError(
                _("{name} 设有打开密码，读不了。").format(name=name),
                _("请用 Excel 或 WPS 打开，去掉密码另存一份再导入。"),
            )
        raise UserError(
            _("{name} 是旧版的 .xls（或 WPS 的 .et）文件，不能直接读。").format(name=name),
            _("请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。"),
        )
    if data.startswith(b"PK"):
        yield from _workbook(data, name)
    elif suffix in (".csv", ".txt", ".tsv", ""):
        yield Sheet("", _csv(decode(data, name=name)))
    elif suffix in (".xlsx", ".xlsm"):
        raise _broken(name)
    else:
        raise _no_table(name)


def bare_heading(cell: str) -> str:
    """A heading without blanks, marks and what stands in brackets; full width is folded."""
    return re.sub(r"\(.*?\)", "", spaceless(cell)).strip("*")


def spaceless(cell: str) -> str:
    """A heading without blanks and the marks at its end; what stands in brackets stays."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", cell)).rstrip(":*")


def whole(text: str) -> str:
    """One line without the blank that 王　强 is padded with; a blank between Latin words stays."""
    return _BETWEEN_HAN.sub("", " ".join(text.split()))


def _broken(name: str) -> UserError:
    return UserError(
        _("{name} 不是完整的 Excel 文件，可能没有传完或已经损坏。").format(name=name),
        _("请用 Excel 或 WPS 打开核对，另存为 .xlsx 再导入。"),
    )


def _no_table(name: str) -> UserError:
    return UserError(_("{name} 不是 Excel 表格。").format(name=name), _("请导入 .xlsx 文件，或另存为 .csv 的文件。"))


def _workbook(data: bytes, name: str) -> Iterator[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _MOST_UNPACKED:
                raise UserError(_("{name} 太大，不像是一份表格。").format(name=name), _("请核对是否选错了文件。"))
            if "xl/workbook.xml" not in packed.namelist():
                raise _no_table(name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and drop-down lists that openpyxl does not know: we want words
            book = load_workbook(io.BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise _broken(name) from error  # openpyxl lets the faults of what it parses come through as they are
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        grid = [[_text(cell) for cell in row] for row in sheet.iter_rows(max_row=min(sheet.max_row, _MOST_ROWS))]
        for merged in sheet.merged_cells.ranges:
            for row in range(merged.min_row - 1, min(merged.max_row, len(grid))):
                for column in range(merged.min_col - 1, merged.max_col):
                    grid[row][column] = grid[merged.min_row - 1][merged.min_col - 1]
        yield Sheet(sheet.title, grid)


def _csv(text: str) -> Grid:
    first = text.split("\n", 1)[0]
    separator = max(",\t;，", key=first.count)
    if separator == "，":  # typed by hand in a Chinese input method
        text, separator = text.replace("，", ","), ","
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=separator)][:_MOST_ROWS]


def _text(cell: Any) -> str:
    """A cell as people see it: a phone that Excel took for a number has no decimal point, 0.6 as a share is 60%."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in str(cell.number_format):
        return f"{round(value * 100, 6):.10g}%"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
