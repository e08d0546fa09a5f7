"""Verbs of units and people."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.terminal import Terminal


@pytest.fixture
def staffed(filled: Terminal) -> Terminal:
    """法规科 leads one open item, 执法大队 supports it."""
    filled.ok("assign", "2022-问-01", "--lead", "法规科", "--support", "执法大队", "--person", "沈一舟")
    return filled


def test_units_are_listed_with_their_items(staffed: Terminal) -> None:
    law = next(each for each in staffed.json("unit", "list") if each["name"] == "法规科")
    assert (law["active"], law["open"], law["overdue"], law["total"], law["people"]) == (True, 1, 0, 1, 0)
    assert "法规科" in staffed.ok("unit", "list")


def test_units_are_added_renamed_and_merged(staffed: Terminal) -> None:
    assert (
        staffed.ok("unit", "add", "监察科", "执法大队（综合）")
        == "新增责任单位 监察科；新增责任单位 执法大队（综合）。\n"
    )
    assert "已经有名为“监察科”" in staffed.refused("unit", "add", "监察科")
    assert "不能有逗号、顿号或分号" in staffed.refused("unit", "add", "甲科、乙科")
    staffed.ok("unit", "rename", "法规科", "政策法规科")
    assert staffed.json("show", "2022-问-01")["lead"] == "政策法规科"
    staffed.ok("unit", "merge", "执法大队（综合）", "执法大队")
    assert staffed.json("show", "2022-问-01")["support"] == "执法大队（综合）"
    assert "是不是 政策法规科" in staffed.refused("unit", "rename", "法规科", "x")
    assert staffed.ok("undo") == "撤销：把责任单位 执法大队 并入 执法大队（综合）。\n"


def test_a_unit_retires_with_an_heir_or_on_purpose(staffed: Terminal) -> None:
    assert "还有 1 项未销号的事项写着“法规科”" in staffed.refused("unit", "retire", "法规科")
    assert staffed.ok("unit", "retire", "法规科", "--to", "执法大队").startswith("停用责任单位 法规科，1 项")
    item = staffed.json("show", "2022-问-01")
    assert (item["lead"], item["support"]) == ("执法大队", "")
    assert [each["active"] for each in staffed.json("unit", "list") if each["name"] == "法规科"] == [False]
    assert staffed.ok("unit", "restore", "法规科") == "恢复使用责任单位 法规科。\n"
    staffed.ok("person", "retire", "沈一舟", "--leave")
    assert staffed.json("show", "2022-问-01")["person"] == "沈一舟"
    staffed.ok("person", "restore", "沈一舟")


def test_people_are_added_changed_and_merged(staffed: Terminal) -> None:
    staffed.ok("person", "add", "王强", "--unit", "法规科", "--duty", "科长")
    staffed.ok("person", "add", "王强", "--unit", "新设科", "--phone", "6612")
    assert "台账里有 2 个“王强”。请写成 法规科/王强、新设科/王强" in staffed.refused(
        "person", "edit", "王强", "--duty", "x"
    )
    staffed.ok("person", "edit", "新设科/王强", "--duty", "科员")
    staffed.ok("person", "rename", "新设科/王强", "王小强")
    staffed.ok("person", "merge", "沈一舟", "王小强")
    person = next(each for each in staffed.json("person", "list") if each["name"] == "沈一舟")
    assert person == {
        "name": "沈一舟", "unit": "新设科", "duty": "科员", "phone": "6612", "active": True, "open": 1, "overdue": 0,
        "total": 1,
    }  # fmt: skip
    assert "没有写要改什么" in staffed.misused("person", "edit", "王强")
    assert "台账里没有“李四”这个人" in staffed.refused("person", "rename", "李四", "李五")
    assert "科长" in staffed.ok("person", "list")


def test_a_roster_is_shown_before_it_is_written(staffed: Terminal, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["单位", "姓名", "职务", "电话"],
        ["法规科", "沈一舟", "科长", 6612],
        ["信访科", "周明", None, None],
        ["合计"],
    ):
        sheet.append(row)
    file = tmp_path / "名单.xlsx"
    book.save(file)
    answer = staffed("person", "import", file)
    assert answer.status == 1
    assert "要写入台账，需要有人确认" in answer.err
    for words in ("新增单位", "信访科", "更新人员", "（空） → 科长", "读不懂", "Sheet!A4"):
        assert words in answer.out
    said = staffed.ok("person", "import", file, "--yes")
    assert said.endswith("从《名单.xlsx》导入名单：新增责任单位 1 个，新增人员 1 名，更新人员 1 名。\n")
    assert staffed.ok("person", "import", file, "--yes").endswith("没有变化，台账未改动。\n")
    (tmp_path / "旧.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert "旧.xls 是旧版的 .xls" in staffed.refused("person", "import", tmp_path / "旧.xls")
