"""Verbs that only ask."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from tests.terminal import Terminal

SOON, LATE = date.today() + timedelta(days=3), date.today() - timedelta(days=3)  # noqa: DTZ011 - the office's own day


@pytest.fixture
def busy(filled: Terminal) -> Terminal:
    """A ledger with owners and deadlines that are late and near."""
    filled.ok("assign", "2022-问-01", "--lead", "法规科", "--support", "综合执法支队、办公室", "--leader", "何明远")
    filled.ok("edit", "2022-问-01", "--deadline", LATE)
    filled.ok("assign", "2022-问-02", "--lead", "综合执法支队")
    filled.ok("edit", "2022-问-02", "--deadline", SOON)
    return filled


def codes(terminal: Terminal, *options: object) -> list[str]:
    return [item["code"] for item in terminal.json("list", *options)]


def test_list_shows_aligned_columns_and_totals(busy: Terminal) -> None:
    lines = busy.ok("list").splitlines()
    assert lines[0].split() == ["编号", "类别", "事项", "状态", "牵头单位", "完成时限", "亮灯", "进度"]
    assert len(lines) == 1 + 9 + 1
    assert lines[-1].startswith("合计 9 项：")


def test_filters(busy: Terminal) -> None:
    assert len(codes(busy)) == 9
    assert len(codes(busy, "--kind", "问题")) == len(codes(busy, "--kind", "problem")) == 4
    assert len(codes(busy, "--kind", "计划")) == 5
    assert codes(busy, "--status", "未启动") == ["2022-问-01", "2022-问-02"]
    assert len(codes(busy, "--status", "未启动、unassigned")) == 9
    assert codes(busy, "--unit", "法规科") == ["2022-问-01"]
    assert codes(busy, "--unit", "支队") == ["2022-问-01", "2022-问-02"]
    assert "2022-问-01" in codes(busy, "--overdue")
    assert codes(busy, "--soon") == ["2022-问-02"]
    assert len(codes(busy, "--year", "2023")) == 5
    assert len(codes(busy, "--year", "2022", "--year", "2023年")) == 9
    assert codes(busy, "--search", "案卷 证据链") == ["2022-问-02"]
    assert len(codes(busy, "--report", "1")) == len(codes(busy, "--report", "2022年")) == 9
    assert len(codes(busy, "--open")) == 9


def test_filters_that_name_what_is_not_there(busy: Terminal) -> None:
    assert "法规科" in busy.refused("list", "--unit", "财务科")
    assert "tracker reports" in busy.refused("list", "--report", "审计")
    assert busy.ok("list", "--search", "没有这样的话") == "没有符合条件的事项。\n"


def test_an_item_as_json(busy: Terminal) -> None:
    item = busy.json("list", "--search", "2022-问-01")[0]
    assert item == {
        "code": "2022-问-01",
        "kind": "problem",
        "kind_word": "问题",
        "title": item["title"],
        "year": 2022,
        "status": "not_started",
        "status_word": "未启动",
        "type": None,
        "type_word": "",
        "deadline": LATE.isoformat(),
        "deadline_original": LATE.isoformat(),
        "deadline_presumed": False,
        "deadline_standing": False,
        "deadline_text": "",
        "light": "overdue",
        "light_word": "逾期",
        "remaining": "逾期 3 天",
        "lead": "法规科",
        "support": "综合执法支队、办公室",
        "person": "",
        "leader": "何明远",
        "percent": 0,
        "measures": 0,
        "measures_done": 0,
        "evidence": 0,
        "extensions": 0,
        "returns": 0,
        "last_note": None,
        "closed_on": None,
        "report": "青澜市城市管理局2022年法治政府建设年度报告",
    }


def test_show_has_the_list_object_and_everything_else(busy: Terminal) -> None:
    shown = busy.json("show", "2023-ji-1")
    assert busy.json("list", "--search", "2023-计-01")[0].items() <= shown.items()
    assert "开展执法人员能力提升行动" in shown["original_text"]
    assert [row["number"] for row in shown["details"]["measures"]] == [1, 2, 3]
    assert shown["details"]["excerpts"][0]["end"] > shown["details"]["excerpts"][0]["start"]


def test_show_in_words(busy: Terminal) -> None:
    text = busy.ok("show", "2022问1")
    assert "牵头单位：法规科" in text
    assert "逾期 3 天" in text
    assert "原文：" in text


def test_an_unknown_code_names_known_ones(busy: Terminal) -> None:
    line = busy.refused("show", "2022-问-99")
    assert "没有编号为 2022-问-99 的事项" in line
    assert "2022-问-01" in line


def test_history_newest_first(busy: Terminal) -> None:
    records = busy.json("history")
    assert [record["step"] for record in records] == [5, 4, 3, 2, 1]
    assert records[0]["words"].startswith("确定 2022-问-02 的时限")
    assert f"完成时限：（空） → {SOON}" in records[0]["changes"]
    assert (records[-1]["operation"], records[-1]["role"], records[-1]["reverses"]) == ("ImportReport", "do", None)
    assert [record["step"] for record in busy.json("history", "2022-问-01")] == [3, 2, 1]
    assert len(busy.json("history", "--limit", "2")) == 2
    assert busy.ok("history", "2022-问-01").startswith("#3  ")


def test_reports(busy: Terminal) -> None:
    (report,) = busy.json("reports")
    assert (report["report_year"], report["problems"], report["commitments"]) == (2022, 4, 5)
    assert report["file_name"] == "report-2022.txt"
    assert "青澜市城市管理局" in busy.ok("reports")


def test_check_of_a_sound_ledger(busy: Terminal) -> None:
    assert busy.ok("check") == "台账完好：9 个事项，1 份来源文件。\n"
    assert busy.json("check") == {"sound": True, "faults": [], "items": 9, "reports": 1}


def test_check_names_each_fault_and_fails(busy: Terminal) -> None:
    with closing(sqlite3.connect(busy.ledger / "ledger.db")) as database:
        database.execute("UPDATE item SET title = '被改过' WHERE code = '2022-问-01'")
        database.commit()
    for kept in (busy.ledger / "reports").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"changed")
    answer = busy("check")
    assert answer.status == 1
    assert "与操作记录不符" in answer.out
    assert "文件内容已被改动或损坏：report-2022.txt" in answer.out
    assert "2 处问题" in answer.err
    answer = busy("check", "--json")
    assert answer.status == 1
    assert '"sound": false' in answer.out


def test_the_ledger_may_be_named_before_or_behind_the_verb(busy: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_LEDGER")
    assert "没有台账" in busy.refused("list")
    assert busy.ok("--ledger", busy.ledger, "list") == busy.ok("list", "--ledger", busy.ledger)
    assert busy.ok("list", "--ledger", busy.ledger / "ledger.db").startswith("编号")
    assert busy.ok("--ledger", "nowhere", "evidence", "list", "--ledger", busy.ledger).startswith("编号")
