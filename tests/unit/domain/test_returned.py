"""A returned sheet against the ledger: what changes, what does not, what is refused by its cell."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pytest

from tracker.domain.cards import ItemDetail, Owner
from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind, Role
from tracker.domain.notes import ProgressNote, note_line
from tracker.domain.returned import Cell, Counts, Entry, ReturnedRow, RowDifference, compare, counts
from tracker.domain.status import Status

UNITS, PEOPLE = ("执法大队", "政策法规科"), ("王强",)
OLD = ProgressNote(id=1, item_id=1, text="印发计划", percent=20, author="陈法规", noted_on=date(2025, 4, 1))
LATER = ProgressNote(id=2, item_id=1, text="完成轮训\n两批", author="陈法规", noted_on=date(2025, 5, 1))


def detail(status: Status = Status.UNDER_WAY, *, remark: str = "", code: str = "2024-问-01") -> ItemDetail:
    closed = {"closed_on": date(2025, 5, 2)} if status is Status.CLOSED else {}
    item = Item(
        id=1, code=code, kind=ItemKind.PROBLEM, year=2024, title="案卷不规范", status=status, percent=20,
        remark=remark, **closed,
    )  # fmt: skip
    owners = (Owner(Role.LEAD, "执法大队", 1, None), Owner(Role.PERSON, "王强", None, 1))
    return ItemDetail(item, owners=owners, notes=(OLD, LATER))


def row(code: str = "2024-问-01", line: int = 2, cells: Mapping[str, str] = MappingProxyType({})) -> ReturnedRow:
    placed = {Entry(name): Cell(text, f"{'BCDEFGH'[n]}{line}") for n, (name, text) in enumerate(cells.items())}
    return ReturnedRow(code, f"A{line}", placed)


def one(cells: Mapping[str, str], of: ItemDetail | None = None) -> RowDifference:
    return compare([row(cells=cells)], [of or detail()], units=UNITS, people=PEOPLE)[0]


def test_each_field_is_told_before_and_after_with_its_cell() -> None:
    found = one(
        {
            "percent": "60%",
            "lead": "政策法规科，执法大队",
            "person": "李明",
            "note": "案卷已抽查",
            "remark": "报局办",
        }
    )
    assert [(each.entry, each.before, each.after, each.place) for each in found.changes] == [
        (Entry.PERCENT, "20%", "60%", "B2"),
        (Entry.LEAD, "执法大队", "政策法规科、执法大队", "C2"),
        (Entry.PERSON, "王强", "李明", "D2"),
        (Entry.NOTE, "", "案卷已抽查", "E2"),
        (Entry.REMARK, "", "报局办", "F2"),
    ]
    assert [each.unknown for each in found.changes] == [(), (), ("李明",), (), ()]
    assert found.can_be_written
    assert (found.item_id, found.title) == (1, "案卷不规范")


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"percent": "20", "lead": "执 法 大 队", "person": "王强"},
        {"support": "无", "leader": "/"},
        {"note": f"{note_line(LATER)}\n{note_line(OLD)}"},
        {"note": "印发计划"},
        {"note": "完成轮训\r\n两批"},
        {"note": "完成轮训 两批"},
        {"remark": "  "},
    ],
)
def test_what_is_blank_or_equal_changes_nothing(cells: dict[str, str]) -> None:
    found = one(cells)
    assert (found.changes, found.refusals) == ((), ())


def test_only_the_lines_that_are_new_become_a_note() -> None:
    found = one({"note": f"5月19日抽查案卷12件\n{note_line(LATER)}\n{note_line(OLD)}\n"})
    assert [each.value for each in found.changes] == ["5月19日抽查案卷12件"]


@pytest.mark.parametrize(
    ("text", "added"), [("报局办", "报局办"), ("每月报一次\n报局办", "报局办"), ("每月报一次", None), ("报一次", None)]
)
def test_a_remark_is_written_behind_what_stands_there(text: str, added: str | None) -> None:
    found = one({"remark": text}, detail(remark="每月报一次"))
    assert [each.value for each in found.changes] == ([added] if added else [])
    assert all(each.after == "每月报一次\n报局办" for each in found.changes)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"percent": "120"}, "完成率不能是 120"),
        ({"percent": "大半"}, "看不懂完成率“大半”"),
        ({"lead": "/"}, "会去掉现在的牵头单位"),
        ({"person": "138"}, "里没有文字"),
        ({"support": "长" * 61}, "名称最多 60 个字"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_its_cell(cells: dict[str, str], words: str) -> None:
    found = one({**cells, "note": "也填了进展"})
    assert [each.place for each in found.refusals] == ["B2"]
    assert words in found.refusals[0].words
    assert not found.can_be_written


def test_a_closed_item_is_refused_only_where_something_differs() -> None:
    closed = detail(Status.CLOSED)
    found = one({"percent": "60"}, closed)
    assert [(each.place, each.words) for each in found.refusals] == [("B2", "2024-问-01 已销号，不能再改。")]
    assert one({"percent": "20"}, closed).refusals == ()


def test_every_line_is_counted_once() -> None:
    rows = [
        row(cells={"percent": "30"}),
        row(line=3, cells={"percent": "40"}),  # the same item again
        row(line=4),
        row("2024-问-99", 5, {"percent": "30"}),
        row("", 6, {"percent": "30"}),
    ]
    found = compare(rows, [detail()], units=UNITS, people=PEOPLE)
    assert counts(found) == Counts(changed=1, unchanged=1, refused=3)
    assert [each.words for line in found for each in line.refusals] == [
        "2024-问-01 在 A2 已经填过，同一事项只写一行。",
        "台账里没有编号 2024-问-99。",
        "这一行没有编号，不知道是哪一项。",
    ]
