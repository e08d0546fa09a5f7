"""The options that choose items: any column, what is stale, saved views."""

from pathlib import Path

import pytest
from tests.terminal import Terminal

from tracker.domain.conditions import AnyOf
from tracker.domain.filters import ItemFilter
from tracker.domain.saved_views import SavedView
from tracker.ledger import Ledger
from tracker.operations.saved_views import SaveView
from tracker.views.saved import body_of


@pytest.fixture
def assigned(filled: Terminal) -> Terminal:
    filled.ok("assign", "2022-问-01", "--lead", "法规科", "--person", "张三")
    filled.ok("assign", "2022-问-02", "--lead", "法规科", "--person", "张三、李四")
    filled.ok("note", "2022-问-02", "已布置", "--percent", "60")
    return filled


def codes(terminal: Terminal, *options: object) -> list[str]:
    return [item["code"] for item in terminal.json("list", *options)]


def test_any_column_chooses_items(assigned: Terminal) -> None:
    assert codes(assigned, "--where", "责任人=李四") == ["2022-问-02"]
    assert codes(assigned, "--where", "责任人=张三", "--where", "进度<=50") == ["2022-问-01"]
    assert codes(assigned, "--where", "最近进展=本年") == ["2022-问-02"]
    assert codes(assigned, "--kind", "问题", "--where", "牵头单位=空") == ["2022-问-03", "2022-问-04"]


def test_conditions_that_cannot_be_understood(assigned: Terminal) -> None:
    assert "--where" in assigned.misused("list", "--where", "责任人")
    assert "可以筛选的列" in assigned.misused("list", "--where", "心情=好")


def test_what_was_only_just_made_is_not_stale(assigned: Terminal) -> None:
    assert codes(assigned, "--stale") == []


def test_a_saved_view_chooses_items(assigned: Terminal, tmp_path: Path) -> None:
    ledger = Ledger(assigned.ledger)
    wanted = ItemFilter(search="案卷").having(AnyOf("lead", frozenset({"法规科"})))
    ledger.perform(SaveView(SavedView(name="法规科的案卷", body=body_of(wanted, {}))))
    ledger.close()
    assert codes(assigned, "--view", "法规科的案卷") == ["2022-问-02"]
    assert codes(assigned, "--view", "案卷", "--where", "进度=0") == []
    assert "法规科的案卷" in assigned.refused("list", "--view", "财务")
    target = tmp_path / "表.xlsx"
    assert "已导出 1 项" in assigned.ok("export", "--view", "案卷", "--out", target)
    assert target.is_file()
