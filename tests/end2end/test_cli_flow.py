"""The whole job through the command line: reports in, items tracked, a sheet out."""

from pathlib import Path

import openpyxl
import pytest
from tests.terminal import SAMPLES, Terminal

from tracker.domain.kinds import ItemKind

REPORTS = [SAMPLES / "report-2022.txt", SAMPLES / "report-2023.docx", SAMPLES / "report-2024.pdf"]


def test_a_year_of_one_problem(terminal: Terminal, tmp_path: Path) -> None:
    draft = terminal.json("extract", REPORTS[0])
    assert (draft["report_year"], draft["organization"], len(draft["items"])) == (2022, "青澜市城市管理局", 9)
    assert not terminal.ledger.exists()

    answer = terminal("import", REPORTS[0], "--yes")
    assert answer.status == 0
    assert "导入《青澜市城市管理局2022年法治政府建设年度报告》：4 项问题、5 项计划任务。" in answer.out
    assert "新建台账" in answer.err
    assert [item["title"] for item in terminal.json("list")] == [
        item["title"] for kind in ("commitment", "problem") for item in draft["items"] if item["kind"] == kind
    ]

    terminal.ok("assign", "2022-问-02", "--lead", "综合执法支队", "--support", "法规科", "--person", "方以宁")
    terminal.ok("edit", "2022-问-02", "--deadline", "2023-06-30", "--type", "分阶段整改")
    terminal.ok("measure", "add", "2022-问-02", "配齐法制员")
    terminal.ok("measure", "done", "2022-问-02", 1)
    terminal.ok("note", "2022-问-02", "案卷评查合格率 95%", "--percent", 100)
    terminal.ok("evidence", "add", "2022-问-02", SAMPLES / "evidence" / "guide.docx")
    terminal.ok("evidence", "add", "2022-问-02", SAMPLES / "evidence" / "notice.txt", "--note", 1)
    terminal.ok("evidence", "add", "2022-问-02", SAMPLES / "evidence" / "notice.txt", "--measure", 1)
    assert "没有第 9 条进展" in terminal.refused(
        "evidence", "add", "2022-问-02", SAMPLES / "report-2022.txt", "--note", 9
    )
    proofs = [(row["name"], row["measure"], row["note"]) for row in terminal.json("evidence", "list", "2022-问-02")]
    assert proofs == [("guide.docx", None, None), ("notice.txt", None, 1), ("notice.txt", 1, None)]
    terminal.ok("submit", "2022-问-02")
    terminal.ok("close", "2022-问-02", "--reviewer", "温如松")
    (closed,) = terminal.json("list", "--status", "已销号")
    assert (closed["code"], closed["percent"], closed["evidence"], closed["measures_done"]) == ("2022-问-02", 100, 3, 1)

    terminal.ok("note", "2022-问-01", "印发方案")
    terminal.ok("undo")
    terminal.ok("redo")
    assert [row["role"] for row in terminal.json("history", "--limit", 3)] == ["redo", "undo", "do"]

    sheet = tmp_path / "进度表.xlsx"
    assert "已导出 4 项" in terminal.ok("export", "--out", sheet, "--kind", "问题")
    words = [str(cell.value) for page in openpyxl.load_workbook(sheet) for row in page.iter_rows() for cell in row]
    assert "2022-问-02" in words
    assert not any("2023-计-01" in word for word in words)
    terminal.ok("export", "--out", sheet)  # the older sheet is replaced
    assert terminal.ok("check").startswith("台账完好")


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.suffix)
def test_the_same_report_twice_adds_nothing(terminal: Terminal, report: Path) -> None:
    terminal("import", report, "--yes")
    before = terminal.json("list"), terminal.json("history")
    assert "已经导入过" in terminal.ok("import", report, "--yes")
    assert (terminal.json("list"), terminal.json("history")) == before


def test_three_years_at_once(terminal: Terminal) -> None:
    assert terminal("import", *REPORTS, "--yes").status == 0
    kinds = [(item["year"], item["kind"]) for item in terminal.json("list")]
    assert {pair: kinds.count(pair) for pair in set(kinds)} == {
        (2022, "problem"): 4, (2023, "commitment"): 5, (2023, "problem"): 4,
        (2024, "commitment"): 5, (2024, "problem"): 5, (2025, "commitment"): 6,
    }  # fmt: skip
    assert len(terminal.json("history")) == 3
    assert [report["report_year"] for report in terminal.json("reports")] == [2024, 2023, 2022]
    assert terminal.ok("check").startswith("台账完好：29 个事项，3 份来源文件。")


def test_every_item_has_its_place_in_the_source(terminal: Terminal) -> None:
    terminal("import", *REPORTS, "--yes")
    for item in terminal.json("list"):
        places = terminal.json("show", item["code"])["details"]["excerpts"]
        assert places, item["code"]
        assert all(place["end"] > place["start"] >= 0 for place in places)


def test_a_bad_file_among_good_ones_does_not_stop_them(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal("import", REPORTS[0], tmp_path / "没有.docx", REPORTS[1], "--yes")
    assert answer.status == 1
    assert "没有.docx：找不到文件" in answer.err
    assert len(terminal.json("reports")) == 2


def test_without_yes_and_without_a_person_nothing_is_written(terminal: Terminal) -> None:
    answer = terminal("import", REPORTS[0])
    assert answer.status == 1
    assert "--yes" in answer.err
    assert "执法案卷制作质量不高" in answer.out  # what would be written is shown
    assert not terminal.ledger.exists()


@pytest.mark.parametrize(("typed", "status", "items"), [("y\n", 0, 9), ("n\n", 1, 0), ("\n", 1, 0)])
def test_at_a_terminal_a_person_is_asked(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, typed: str, status: int, items: int
) -> None:
    terminal.ok("create")
    monkeypatch.setattr("tracker.cli.importing.stdin_is_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda *_prompt: typed.strip())
    monkeypatch.setattr("typer.confirm", lambda *_words, **_options: typed.startswith("y"))
    assert terminal("import", REPORTS[0]).status == status
    assert len(terminal.json("list")) == items


def linked(terminal: Terminal, code: str) -> set[tuple[str, str]]:
    return {(link["kind_word"], link["code"]) for link in terminal.json("show", code)["details"]["links"]}


def test_links_are_shown_and_written_where_they_are_asked_for(terminal: Terminal) -> None:
    terminal("import", REPORTS[0], "--yes")
    assert linked(terminal, "2022-问-02") == set(), "nobody asked for links"
    answer = terminal("import", REPORTS[1])
    assert "2. 执法案卷质量仍有差距  同类再现  2022-问-02（相似 0." in answer.out
    assert "6. 实施案卷质量提升三年行动  对应  2. 执法案卷质量仍有差距" in answer.out
    assert "--link" in answer.err
    terminal.ok("import", REPORTS[1], "--yes", "--link")
    assert linked(terminal, "2023-问-02") == {("同类再现", "2022-问-02"), ("对应", "2024-计-02")}
    terminal.ok("undo")
    assert linked(terminal, "2022-问-02") == set()


@pytest.mark.parametrize(("answers", "links"), [(("y", "y"), 4), (("y", "n"), 0)])
def test_at_a_terminal_links_are_a_question_of_their_own(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], links: int
) -> None:
    terminal.ok("create")
    said = iter(answers)
    monkeypatch.setattr("tracker.cli.importing.stdin_is_terminal", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda *_words, **_options: next(said) == "y")
    terminal.ok("import", REPORTS[0])
    codes = [item["code"] for item in terminal.json("list") if item["kind"] == "problem"]
    assert sum(len(linked(terminal, code)) for code in codes) == links


def test_year_and_office_may_be_corrected(terminal: Terminal) -> None:
    terminal("import", REPORTS[0], "--yes", "--report-year", "2021", "--organization", "青澜市综合行政执法局")
    (report,) = terminal.json("reports")
    assert (report["report_year"], report["organization"]) == (2021, "青澜市综合行政执法局")
    items = {item["code"]: item for item in terminal.json("list")}
    assert items["2022-计-03"]["deadline"] == "2022-12-31"  # a presumed deadline follows the year
    assert items["2022-计-02"]["deadline"] == "2022-06-30"  # and so does 上半年
    assert items["2022-计-01"]["deadline"] == "2023-09-30"  # the report's own words name a year: it stays


def test_a_report_without_a_year_asks_for_it(terminal: Terminal, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(
        "法治政府建设工作报告\n\n一、存在的问题\n\n一是执法培训不够经常。部分人员业务不熟。\n\n二是案卷评查不够严格。\n\n"
        "二、下一步工作计划\n\n一是加强执法培训。每月组织学习。\n\n二是开展案卷评查。组织交叉评查。\n",
        encoding="utf-8",
    )
    if terminal.json("extract", report)["report_year"] is None:
        assert "--report-year" in terminal.refused("import", report, "--yes")
        assert not terminal.ledger.exists()
    terminal("import", report, "--yes", "--report-year", "2024")
    assert {item["kind"] for item in terminal.json("list")} == {kind.value for kind in ItemKind}


def test_the_imported_file_is_kept(terminal: Terminal) -> None:
    terminal("import", REPORTS[1], "--yes")
    (report,) = terminal.json("reports")
    sha256 = report["file_sha256"]
    assert (terminal.ledger / "reports" / sha256[:2] / sha256).read_bytes() == REPORTS[1].read_bytes()
