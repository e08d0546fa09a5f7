"""A sheet that came back from a unit: each line's item code and the cells that a unit may fill in."""

import re
from pathlib import Path

from openpyxl.utils import get_column_letter

from tracker.domain.returned import Cell, Entry, ReturnedRow, ReturnedSheet
from tracker.domain.typed import code_from
from tracker.errors import UserError
from tracker.intake.tables import HEADER_WITHIN, Sheet, bare_heading, read_file, sheets, whole
from tracker.progress import Progress, silent
from tracker.words import _

PREFERRED = "明细"  # the sheet of the program's own workbook that holds all texts whole
_CODE = frozenset({"编号", "事项编号", "问题编号", "任务编号", "台账编号"})
_HEADINGS = {
    Entry.PERCENT: "进度 完成率 完成进度 整改进度 当前进度 完成比例",
    Entry.NOTE: "进展 进展情况 最新进展 整改进展 工作进展 落实情况 整改情况 整改进展情况 本次进展 本期进展 历次进展",
    Entry.LEAD: "牵头单位 牵头科室 牵头部门 责任单位 责任科室 责任部门",
    Entry.SUPPORT: "配合单位 配合科室 配合部门 协办单位",
    Entry.PERSON: "责任人 具体责任人 经办人",
    Entry.LEADER: "分管领导 责任领导",
    Entry.REMARK: "备注",
}
_ENTRY_OF = {word: entry for entry, words in _HEADINGS.items() for word in words.split()}
_LIKE_CODE = re.compile(r"\d{4}-[问计]-\d+")
_PRINTED = "整改措施及完成标准"  # a heading of the form to be signed, whose texts are shortened to fit the paper

Columns = dict[Entry, int]


class NotReturned(UserError):
    """A table, but none with items of a ledger: it may be anything else, such as evidence."""


def read_returned(path: Path, progress: Progress = silent) -> ReturnedSheet:
    """What the file at ``path`` says. Raises UserError, worded for the office; NotReturned where it has no 编号."""
    progress(0, 1, _("正在读取 {name}").format(name=path.name))
    return read_bytes(read_file(path), name=path.name)


def read_bytes(data: bytes, *, name: str) -> ReturnedSheet:
    """What a file's content says; ``name`` is told in messages and helps to know its type."""
    found = list(sheets(data, name))
    headed = [(sheet, header) for sheet in found if (header := _header(sheet)) is not None]
    usable = [(sheet, header) for sheet, header in headed if header[2] and not _is_printed(sheet, header[0])]
    if not usable:
        raise _nothing_usable(name, headed)
    sheet, (top, code, columns) = max(usable, key=lambda one: (one[0].name == PREFERRED, len(one[1][2])))
    rows = [row for number in range(top + 1, len(sheet.grid)) if (row := _row(sheet, number, code, columns))]
    if not rows:
        raise UserError(
            _("{name} 的表头下面没有内容。").format(name=name), _("请核对文件是否已经填写并保存，再重新导入。")
        )
    unread = tuple(other.name for other, _header_of in headed if other is not sheet)
    return ReturnedSheet(name, sheet.name, tuple(columns), tuple(rows), unread)


def _header(sheet: Sheet) -> tuple[int, int, Columns] | None:
    """The row with 编号 that names most columns: its number, where the codes stand, and the columns to be filled in.

    Of several columns of one kind the first counts: 责任科室 beside 牵头单位.
    """
    best: tuple[int, int, Columns] | None = None
    for number, row in enumerate(sheet.grid[:HEADER_WITHIN]):
        names = [bare_heading(cell) for cell in row]
        code = next((column for column, name in enumerate(names) if name in _CODE), None)
        if code is None:
            continue
        columns: Columns = {}
        for column, name in enumerate(names):
            if (entry := _ENTRY_OF.get(name)) is not None:
                columns.setdefault(entry, column)
        if best is None or len(columns) > len(best[2]):
            best = (number, code, columns)
    return best


def _is_printed(sheet: Sheet, top: int) -> bool:
    return any(bare_heading(cell) == _PRINTED for cell in sheet.grid[top])


def _nothing_usable(name: str, headed: list[tuple[Sheet, tuple[int, int, Columns]]]) -> UserError:
    if any(header[2] for _sheet, header in headed):
        return UserError(
            _("{name} 里只有打印用的进度表，长的内容已经缩短，不能收回。").format(name=name),
            _("请在导出的“明细”工作表里填写，再读入。"),
        )
    if headed:
        return UserError(
            _("{name} 有“编号”，但没有可以填写的列。").format(name=name),
            _("请用 进度、进展情况、牵头单位、配合单位、责任人、分管领导、备注 作表头。"),
        )
    return NotReturned(
        _("{name} 里没有找到“编号”这样的表头。").format(name=name),
        _("收回的表要有一行表头，其中有事项的编号；可以先导出进度表，在“明细”里填写。"),
    )


def _row(sheet: Sheet, number: int, code: int, columns: Columns) -> ReturnedRow | None:
    """A line with its filled cells; None for a blank one, the header again, and words below the table."""
    texts = sheet.grid[number]
    written = texts[code] if code < len(texts) else ""
    cells = {
        entry: Cell(whole(texts[at]) if entry.role else texts[at], _place(number, at))
        for entry, at in columns.items()
        if at < len(texts) and texts[at]
    }
    if bare_heading(written) in _CODE or (not written and not cells):
        return None
    known = code_from(written)
    if not _LIKE_CODE.fullmatch(known) and all(cell.text == written for cell in cells.values()):
        return None  # 填表人：王强, alone in its line or merged over all columns
    return ReturnedRow(known, _place(number, code), cells)


def _place(row: int, column: int) -> str:
    return f"{get_column_letter(column + 1)}{row + 1}"
