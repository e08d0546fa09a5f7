"""A list of units and people out of a workbook or a CSV file, each line with the place where it stands."""

import csv
import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from tracker.domain.names import folded
from tracker.domain.roster import ReadRoster, RosterRow, Unread
from tracker.domain.typed import names_from
from tracker.errors import UserError
from tracker.intake.readers.text import decode
from tracker.progress import Progress, silent
from tracker.words import _

MOST_BYTES = 20 * 1024 * 1024  # a list of names; what is larger is something else
_MOST_UNPACKED = 400 * 1024 * 1024
_MOST_ROWS = 20_000
_HEADER_WITHIN = 20  # rows: above it stand the title, the date, who filled it in
_LONGEST = {"unit": 60, "name": 40}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEADINGS = {
    "unit": (
        "单位 科室 部门 责任单位 责任科室 责任部门 牵头单位 牵头科室 单位名称 科室名称 部门名称 工作单位 所在单位 "
        "所在科室 所在部门 所属单位 所属科室 所属部门 处室 股室 科室单位 单位科室 单位/科室 科室/单位"
    ),
    "name": "姓名 责任人 人员 人员姓名 责任人姓名 名字 联系人 联络员 负责人 具体责任人",
    "duty": "职务 职位 岗位 职务职级 职级 职务/职级 职务职称 现任职务",
    "phone": "电话 手机 联系方式 联系电话 手机号 手机号码 电话号码 移动电话 办公电话 座机",
}
_COLUMN_OF = {word: column for column, words in _HEADINGS.items() for word in words.split()}
_NO_NAME = re.compile(r"^(?:合计|总计|小计|共计|备注|说明|注)[:：]?|^注[:：]|^共\s*\d+|^填表|^制表|^审核")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\U0003ffff])\s+(?=[\u3400-\U0003ffff])")

Grid = list[list[str]]  # a sheet's texts by row and column, merged cells filled


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str  # empty for a CSV file, which has but one
    grid: Grid

    def place(self, row: int, column: int) -> str:
        cell = f"{get_column_letter(column + 1)}{row + 1}"
        return f"{self.name}!{cell}" if self.name else cell


def read_roster(path: Path, progress: Progress = silent) -> ReadRoster:
    """What the file at ``path`` says. Raises UserError, worded for the office, where it cannot be read."""
    name = path.name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(
                _("{name} 太大，不像是一份名单。").format(name=name), _("请核对是否选错了文件；能导入的不超过 20 MB。")
            )
        data = path.read_bytes()
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
    return read_bytes(data, name=name, progress=progress)


def read_bytes(data: bytes, *, name: str, progress: Progress = silent) -> ReadRoster:
    """What a file's content says; ``name`` is told in messages and helps to know its type."""
    progress(0, 2, _("正在读取 {name}").format(name=name))
    if not data.strip(b"\x00\t\n\r ,;"):
        raise UserError(_("{name} 是空文件。").format(name=name), _("请核对文件是否已经保存或传完，再重新导入。"))
    sheets = list(_sheets(data, name))
    progress(1, 2, _("正在整理名单"))
    rows: list[RosterRow] = []
    unread: list[Unread] = []
    headed = 0
    for sheet in sheets:
        header = _header(sheet.grid)
        if header is None:
            if sheet.name and any(any(row) for row in sheet.grid):
                unread.append(Unread(sheet.name, _("这张工作表里没有“单位”“姓名”这样的表头，没有读。")))
            continue
        headed += 1
        for row in range(header[0] + 1, len(sheet.grid)):
            _read_row(sheet, row, header[1], rows, unread)
    if not headed:
        raise UserError(
            _("{name} 里没有找到“单位”或“姓名”这样的表头。").format(name=name),
            _("请让名单有一行表头，写明 单位（科室、部门）、姓名、职务、电话，再重新导入。"),
        )
    rows = _once(rows, unread)
    if not rows and not unread:
        raise UserError(
            _("{name} 的表头下面没有内容。").format(name=name), _("请核对文件是否已经填写并保存，再重新导入。")
        )
    progress(2, 2)
    return ReadRoster(name, tuple(rows), tuple(unread))


# -- files


def _sheets(data: bytes, name: str) -> Iterator[_Sheet]:
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
        yield _Sheet("", _csv(decode(data, name=name)))
    elif suffix in (".xlsx", ".xlsm"):
        raise _broken(name)
    else:
        raise UserError(_("{name} 不是 Excel 名单。").format(name=name), _("请导入 .xlsx 文件，或另存为 .csv 的文件。"))


def _broken(name: str) -> UserError:
    return UserError(
        _("{name} 不是完整的 Excel 文件，可能没有传完或已经损坏。").format(name=name),
        _("请用 Excel 或 WPS 打开核对，另存为 .xlsx 再导入。"),
    )


def _workbook(data: bytes, name: str) -> Iterator[_Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _MOST_UNPACKED:
                raise UserError(_("{name} 太大，不像是一份名单。").format(name=name), _("请核对是否选错了文件。"))
            if "xl/workbook.xml" not in packed.namelist():
                raise UserError(
                    _("{name} 不是 Excel 名单。").format(name=name), _("请导入 .xlsx 文件，或另存为 .csv 的文件。")
                )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and drop-down lists that openpyxl does not know: we want words
            book = load_workbook(io.BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise _broken(name) from error  # openpyxl lets the faults of what it parses come through as they are
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        grid = [[_text(value) for value in row] for row in sheet.iter_rows(max_row=_MOST_ROWS, values_only=True)]
        for merged in sheet.merged_cells.ranges:
            for row in range(merged.min_row - 1, min(merged.max_row, len(grid))):
                for column in range(merged.min_col - 1, merged.max_col):
                    grid[row][column] = grid[merged.min_row - 1][merged.min_col - 1]
        yield _Sheet(sheet.title, grid)


def _csv(text: str) -> Grid:
    first = text.split("\n", 1)[0]
    separator = max(",\t;，", key=first.count)
    if separator == "，":  # typed by hand in a Chinese input method
        text, separator = text.replace("，", ","), ","
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=separator)][:_MOST_ROWS]


def _text(value: object) -> str:
    """A cell as people see it: a phone that Excel took for a number has no decimal point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


# -- rows


def _header(grid: Grid) -> tuple[int, dict[str, list[int]]] | None:
    """The row that names most columns, and where each column stands; None where none names a unit or a person."""
    best: tuple[int, dict[str, list[int]]] | None = None
    for number, row in enumerate(grid[:_HEADER_WITHIN]):
        found: dict[str, list[int]] = {}
        for column, cell in enumerate(row):
            known = _COLUMN_OF.get(_heading(cell))
            if known and not (column and row[column - 1] == cell and known in found):  # a merged heading counts once
                found.setdefault(known, []).append(column)
        if ("unit" in found or "name" in found) and (best is None or len(found) > len(best[1])):
            best = (number, found)
    return best


def _heading(cell: str) -> str:
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", cell)).rstrip(":*")
    return bare if bare in _COLUMN_OF else re.sub(r"\(.*?\)", "", bare).strip("*")


def _read_row(
    sheet: _Sheet, row: int, columns: dict[str, list[int]], rows: list[RosterRow], unread: list[Unread]
) -> None:
    cells = sheet.grid[row]

    def of(column: str) -> str:
        """The first of the columns of one kind that is filled: a list may have 手机 and 办公电话."""
        return next((cells[at] for at in columns.get(column, ()) if at < len(cells) and cells[at]), "")

    unit, name, duty, phone = (_whole(of(column)) for column in ("unit", "name", "duty", "phone"))
    if not (unit or name):
        if duty or phone:
            unread.append(Unread(sheet.place(row, 0), _("这一行没有写姓名，也没有写单位。")))
        return
    if "name" in columns and not name and (duty or phone):
        unread.append(Unread(sheet.place(row, columns["name"][0]), _("这一行没有写姓名。")))
        return
    place = sheet.place(row, columns["name" if name else "unit"][0])
    if _heading(unit) in _COLUMN_OF or _heading(name) in _COLUMN_OF:
        return  # the header again, at the top of a further printed page
    for column, text in (("unit", unit), ("name", name)):
        if text and (why := _refusal(column, text)):
            unread.append(Unread(place, why))
            return
    units, names = names_from(unit), names_from(name)
    if len(units) > 1 and names:
        unread.append(Unread(place, _("“{text}”是几个单位，看不出这个人属于哪一个。").format(text=unit)))
    elif len(names) > 1 and (duty or phone):
        unread.append(Unread(place, _("“{text}”是几个人，看不出职务和电话是谁的；请分行写。").format(text=name)))
    elif names:
        rows += [RosterRow(place, unit, each, duty, phone) for each in names]
    else:
        rows += [RosterRow(place, each) for each in units]


def _whole(text: str) -> str:
    """One line without the blank that 王　强 is padded with; a blank between Latin words stays."""
    return _BETWEEN_HAN.sub("", " ".join(text.split()))


def _refusal(column: str, text: str) -> str:
    if _NO_NAME.match(text):
        return _("“{text}”不像是名称，没有读。").format(text=text[:20])
    if not any(character.isalpha() for character in text):
        return _("“{text}”里没有文字，不像是名称。").format(text=text[:20])
    most = _LONGEST[column]
    if all(len(each) <= most for each in names_from(text)):
        return ""
    return _("“{text}…”太长，名称最多 {most} 个字。").format(text=text[:12], most=most)


def _once(rows: Sequence[RosterRow], unread: list[Unread]) -> list[RosterRow]:
    """Each person of a unit once: a second line fills what the first leaves open, and is told where it contradicts."""
    kept: dict[tuple[str, str], RosterRow] = {}
    for row in rows:
        key = (folded(row.unit), folded(row.name))
        first = kept.setdefault(key, row)
        if first is row:
            continue
        for one, two in ((first.duty, row.duty), (first.phone, row.phone)):
            if one and two and one != two:
                words = _("“{name}”在 {place} 已经写过，两处不同，用了前面的“{one}”。")
                unread.append(Unread(row.place, words.format(name=row.name, place=first.place, one=one)))
        filled = RosterRow(first.place, first.unit, first.name, first.duty or row.duty, first.phone or row.phone)
        kept[key] = filled
    return list(kept.values())
