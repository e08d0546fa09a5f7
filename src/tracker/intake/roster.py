"""A list of units and people out of a workbook or a CSV file, each line with the place where it stands."""

import re
from collections.abc import Sequence
from pathlib import Path

from tracker.domain.names import folded
from tracker.domain.roster import ReadRoster, RosterRow, Unread
from tracker.domain.typed import names_from
from tracker.errors import UserError
from tracker.intake.tables import HEADER_WITHIN, Grid, Sheet, bare_heading, read_file, sheets, spaceless, whole
from tracker.progress import Progress, silent
from tracker.words import _

_LONGEST = {"unit": 60, "name": 40}

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


def read_roster(path: Path, progress: Progress = silent) -> ReadRoster:
    """What the file at ``path`` says. Raises UserError, worded for the office, where it cannot be read."""
    return read_bytes(read_file(path), name=path.name, progress=progress)


def read_bytes(data: bytes, *, name: str, progress: Progress = silent) -> ReadRoster:
    """What a file's content says; ``name`` is told in messages and helps to know its type."""
    progress(0, 2, _("正在读取 {name}").format(name=name))
    found = list(sheets(data, name))
    progress(1, 2, _("正在整理名单"))
    rows: list[RosterRow] = []
    unread: list[Unread] = []
    headed = 0
    for sheet in found:
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


# -- rows


def _header(grid: Grid) -> tuple[int, dict[str, list[int]]] | None:
    """The row that names most columns, and where each column stands; None where none names a unit or a person."""
    best: tuple[int, dict[str, list[int]]] | None = None
    for number, row in enumerate(grid[:HEADER_WITHIN]):
        found: dict[str, list[int]] = {}
        for column, cell in enumerate(row):
            known = _COLUMN_OF.get(_heading(cell))
            if known and not (column and row[column - 1] == cell and known in found):  # a merged heading counts once
                found.setdefault(known, []).append(column)
        if ("unit" in found or "name" in found) and (best is None or len(found) > len(best[1])):
            best = (number, found)
    return best


def _heading(cell: str) -> str:
    full = spaceless(cell)
    return full if full in _COLUMN_OF else bare_heading(cell)


def _read_row(
    sheet: Sheet, row: int, columns: dict[str, list[int]], rows: list[RosterRow], unread: list[Unread]
) -> None:
    cells = sheet.grid[row]

    def of(column: str) -> str:
        """The first of the columns of one kind that is filled: a list may have 手机 and 办公电话."""
        return next((cells[at] for at in columns.get(column, ()) if at < len(cells) and cells[at]), "")

    unit, name, duty, phone = (whole(of(column)) for column in ("unit", "name", "duty", "phone"))
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
