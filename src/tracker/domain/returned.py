"""A sheet that a unit has filled in and sent back, compared with the ledger before anything is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.kinds import Role
from tracker.domain.names import folded
from tracker.domain.notes import note_line
from tracker.domain.status import Status
from tracker.domain.typed import names_from, percent_from
from tracker.errors import UserError
from tracker.words import _

if TYPE_CHECKING:
    from tracker.domain.cards import ItemDetail

_NOBODY = frozenset("/-—–－无") | {"——", "--", "//", "暂无"}
_BLANKS = re.compile(r"\s+")
_LONGEST = {True: 60, False: 40}  # characters of a name, of units and of people


class Entry(StrEnum):
    """A column that a unit may fill in."""

    PERCENT = "percent"
    NOTE = "note"
    LEAD = "lead"
    SUPPORT = "support"
    PERSON = "person"
    LEADER = "leader"
    REMARK = "remark"

    @property
    def role(self) -> Role | None:
        """The role whose names stand in the column."""
        return Role(self.value) if self in (Entry.LEAD, Entry.SUPPORT, Entry.PERSON, Entry.LEADER) else None


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and where: B7."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One line of the sheet; ``cells`` are those that hold something."""

    code: str
    place: str
    cells: Mapping[Entry, Cell]


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """What a file says: of which sheet, in which columns; ``unread`` are its other sheets with items."""

    file_name: str
    sheet: str
    columns: tuple[Entry, ...]
    rows: tuple[ReturnedRow, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One field before and after, in words. ``value`` is what is to be written: words, names or a percentage."""

    entry: Entry
    before: str
    after: str
    place: str
    value: str | int | tuple[str, ...]
    unknown: tuple[str, ...] = ()  # names that the ledger does not have yet


@dataclass(frozen=True, slots=True)
class Refusal:
    """What cannot be taken over, with its cell."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class RowDifference:
    """What one line would change; with a refusal nothing of the line is written. ``item_id`` 0 is no item."""

    row: ReturnedRow
    item_id: int = 0
    title: str = ""
    changes: tuple[EntryChange, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def can_be_written(self) -> bool:
        """Whether there is something to write, and nothing against it."""
        return bool(self.changes) and not self.refusals


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines there are of each sort; together they are all lines of the sheet."""

    changed: int
    unchanged: int
    refused: int


def counts(found: Iterable[RowDifference]) -> Counts:
    """How many lines change something, nothing, or are refused."""
    changed = unchanged = refused = 0
    for each in found:
        refused += bool(each.refusals)
        changed += each.can_be_written
        unchanged += not each.refusals and not each.changes
    return Counts(changed, unchanged, refused)


def compare(
    rows: Sequence[ReturnedRow], details: Iterable[ItemDetail], *, units: Collection[str], people: Collection[str]
) -> list[RowDifference]:
    """What each of ``rows`` would do. A blank cell changes nothing; ``units`` and ``people`` are the known names."""
    by_code = {detail.item.code: detail for detail in details}
    known = {True: {folded(name) for name in units}, False: {folded(name) for name in people}}
    first: dict[str, str] = {}  # the cell of the line that changes an item
    found = []
    for row in rows:
        one = _difference(row, by_code.get(row.code), known)
        if one.changes and row.code in first:
            words = _("{code} 在 {place} 已经填过，同一事项只写一行。").format(code=row.code, place=first[row.code])
            one = RowDifference(row, one.item_id, one.title, one.changes, (Refusal(row.place, words), *one.refusals))
        elif one.changes:
            first[row.code] = row.place
        found.append(one)
    return found


def _difference(row: ReturnedRow, detail: ItemDetail | None, known: Mapping[bool, set[str]]) -> RowDifference:
    if detail is None:
        words = (
            _("台账里没有编号 {code}。").format(code=row.code[:20])
            if row.code
            else _("这一行没有编号，不知道是哪一项。")
        )
        return RowDifference(row, refusals=(Refusal(row.place, words),))
    changes: list[EntryChange] = []
    refusals: list[Refusal] = []
    for entry, cell in row.cells.items():
        try:
            change = _change(entry, cell, detail, known)
        except UserError as error:
            refusals.append(Refusal(cell.place, str(error)))
            continue
        if change is not None:
            changes.append(change)
    item = detail.item
    if changes and item.status is Status.CLOSED:
        words = _("{code} 已销号，不能再改。").format(code=item.code)
        refusals.insert(0, Refusal(changes[0].place, words))
    return RowDifference(row, item.id, item.title, tuple(changes), tuple(refusals))


def _change(entry: Entry, cell: Cell, detail: ItemDetail, known: Mapping[bool, set[str]]) -> EntryChange | None:
    if entry.role is not None:
        return _names(entry, entry.role, cell, detail, known)
    if entry is Entry.PERCENT:
        return _percent(cell, detail.item.percent)
    return _note(cell, detail) if entry is Entry.NOTE else _remark(cell, detail.item.remark)


def _percent(cell: Cell, before: int) -> EntryChange | None:
    percent = percent_from(cell.text)
    if percent > 100:
        raise UserError(_("完成率不能是 {text}。").format(text=cell.text[:20]), _("请填 0 到 100 的整数。"))
    if percent == before:
        return None
    return EntryChange(Entry.PERCENT, f"{before}%", f"{percent}%", cell.place, percent)


def _names(
    entry: Entry, role: Role, cell: Cell, detail: ItemDetail, known: Mapping[bool, set[str]]
) -> EntryChange | None:
    before = detail.names(role)
    if cell.text.strip() in _NOBODY:
        if not before:
            return None
        raise UserError(
            _("“{text}”会去掉现在的{role}，没有照办。").format(text=cell.text, role=_(role.word)),
            _("确实没有的，请在台账里去掉。"),
        )
    names = names_from(cell.text)
    for name in names:
        if not any(character.isalpha() for character in name):
            raise UserError(_("“{text}”里没有文字，不像是名称。").format(text=name[:20]))
        if len(name) > (most := _LONGEST[role.is_units]):
            raise UserError(_("“{text}…”太长，名称最多 {most} 个字。").format(text=name[:12], most=most))
    if [folded(name) for name in names] == [folded(name) for name in before]:
        return None
    unknown = tuple(name for name in names if folded(name) not in known[role.is_units] and name not in before)
    return EntryChange(entry, "、".join(before), "、".join(names), cell.place, names, unknown)


def _note(cell: Cell, detail: ItemDetail) -> EntryChange | None:
    """What the cell says beyond the notes that were exported into it, each as a line or as its words alone."""
    told, rest = [note for note in detail.notes if note.text.strip()], cell.text.replace("\r\n", "\n")
    for note in sorted(told, key=lambda note: len(note.text), reverse=True):
        for printed in (note_line(note), note.text):
            lines = f"\n{rest}\n"
            if f"\n{printed.strip()}\n" in lines:
                rest = lines.replace(f"\n{printed.strip()}\n", "\n", 1).strip()
                break
    new = "\n".join(line.strip() for line in rest.splitlines() if line.strip())
    if not new or new in _NOBODY or any(_bare(new) in (_bare(note.text), _bare(note_line(note))) for note in told):
        return None
    return EntryChange(Entry.NOTE, "", new, cell.place, new)


def _remark(cell: Cell, before: str) -> EntryChange | None:
    """What is written behind the remark; what stands there already is not written twice."""
    text, old = cell.text.replace("\r\n", "\n").strip(), before.replace("\r\n", "\n").strip()
    if not text or text in _NOBODY or _bare(text) in _bare(old):
        return None
    new = text.removeprefix(old).strip() if old else text
    return EntryChange(Entry.REMARK, old, f"{old}\n{new}" if old else new, cell.place, new)


def _bare(text: str) -> str:
    """``text`` without blanks: a program that wraps or pads a cell has not changed what it says."""
    return _BLANKS.sub("", text)
