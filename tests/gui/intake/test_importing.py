"""Importing reports through the real dialog into a real ledger."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from tests.gui.intake.conftest import REPORT, Desk, typed_into

from tracker.domain.kinds import ItemKind
from tracker.domain.review import Decision
from tracker.gui.intake.review_dialog import ReviewDialog


def press(box: QMessageBox, words: str) -> None:
    button = next(button for button in box.buttons() if words in button.text())
    button.click()


def write(desk: Desk, dialog: ReviewDialog) -> None:
    dialog.panes.buttons["write"].click()
    desk.qtbot.waitUntil(lambda: bool(desk.results))


def test_what_was_accepted_and_corrected_is_in_the_ledger(desk: Desk, report: Path) -> None:
    desk.importing.start([report])
    dialog = desk.opened()
    titles = [entry.candidate.title for entry in dialog.session.review.entries]
    assert titles == ["河道巡查不够经常", "水费公示不够及时", "补齐巡查队伍", "规范水费公示", "加强法治培训"]

    dialog.run("accept")
    dialog.run("reject")
    assert dialog.session.current == 2
    dialog.panes.form.title.setText("补齐河道巡查队伍")
    dialog.panes.form.support.setText("人事科、财务科")
    dialog.run("accept")
    dialog.run("merge")  # 规范水费公示 into the one before it
    dialog.run("accept")
    dialog.panes.source.place_caret(dialog.session.review.source.text.index("提高执法人员"))
    dialog.run("split")
    dialog.run("accept_all")
    write(desk, dialog)

    assert desk.results[0].added == ("2023-问-01", "2024-计-01", "2024-计-02", "2024-计-03")
    cards = {card.code: card for card in desk.ledger.cards()}
    assert cards["2023-问-01"].title == "河道巡查不够经常"
    assert cards["2024-计-01"].title == "补齐河道巡查队伍"
    assert cards["2024-计-03"].title == "提高执法人员能力"
    task = desk.ledger.ask.item_by_code("2024-计-01")
    assert task.original_text.startswith("（一）补齐巡查队伍。")
    assert "每月更新公示栏内容" in task.original_text
    assert task.deadline_current == date(2024, 6, 30)
    assert task.deadline_presumed is False
    assert desk.ledger.ask.item_by_code("2024-计-02").deadline_presumed is True
    assert {unit.name for unit in desk.ledger.ask.units()} >= {"人事科", "财务科"}
    assert len(desk.kept_files()) == 1
    assert desk.ledger.faults() == []
    assert desk.importing.dialog is None

    desk.ledger.undo()
    assert desk.ledger.cards() == [], "the whole import is one step"


def test_nothing_is_written_before_and_nothing_after_cancelling(desk: Desk, report: Path) -> None:
    before = desk.ledger.file.read_bytes()
    desk.importing.start([report])
    dialog = desk.opened()
    dialog.run("accept_all")
    assert desk.kept_files() == []
    dialog.reject()
    press(desk.box(), "放弃")
    desk.qtbot.waitUntil(lambda: desk.importing.dialog is None)
    assert desk.kept_files() == []
    assert desk.ledger.cards() == []
    assert desk.ledger.ask.reports() == []
    assert desk.ledger.file.read_bytes() == before
    assert desk.results == []


def test_thinking_better_of_cancelling(desk: Desk, report: Path) -> None:
    desk.importing.start([report])
    dialog = desk.opened()
    dialog.run("accept")
    dialog.reject()
    press(desk.box(), "取消")
    assert dialog.isVisible()
    assert dialog.session.review.count(Decision.ACCEPTED) == 1


def test_leaving_untouched_needs_no_question(desk: Desk, report: Path) -> None:
    desk.importing.start([report])
    desk.opened().reject()
    desk.qtbot.waitUntil(lambda: desk.importing.dialog is None)


def test_the_same_report_again_is_known(desk: Desk, report: Path, tmp_path: Path) -> None:
    desk.importing.start([report])
    dialog = desk.opened()
    dialog.run("accept_all")
    write(desk, dialog)
    again = tmp_path / "另存.txt"
    again.write_text(REPORT.replace("\n\n", "\n"), encoding="gb18030")
    desk.importing.start([again])
    dialog = desk.opened()
    assert [entry.known_as for entry in dialog.session.review.entries] == [
        "2023-问-01", "2023-问-02", "2024-计-01", "2024-计-02", "2024-计-03",
    ]  # fmt: skip
    assert "没有新的事项" in dialog.panes.notice.text()
    assert not dialog.panes.buttons["write"].isEnabled()
    assert not dialog.panes.buttons["accept"].isEnabled()
    dialog.reject()
    desk.qtbot.waitUntil(lambda: desk.importing.dialog is None)
    assert len(desk.kept_files()) == 1


def test_only_what_was_left_out_is_written_the_second_time(desk: Desk, report: Path) -> None:
    desk.importing.start([report])
    dialog = desk.opened()
    dialog.run("accept")
    dialog.run("write")
    box = desk.box()
    assert "4 项没有核对" in box.text()
    press(box, "写入已采用的 1 项")
    desk.qtbot.waitUntil(lambda: desk.importing.dialog is None)
    desk.importing.start([report])
    dialog = desk.opened()
    assert dialog.session.current == 1
    dialog.run("accept_all")
    assert dialog.session.review.count(Decision.ACCEPTED) == 4
    dialog.run("write")
    desk.qtbot.waitUntil(lambda: len(desk.results) == 2)
    assert desk.results[1].added == ("2023-问-02", "2024-计-01", "2024-计-02", "2024-计-03")
    assert len(desk.ledger.ask.reports()) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [("空白.txt", b""), ("残缺.docx", b"PK\x03\x04 cut off"), ("图片.pdf", b"%PDF-1.7\nno objects")],
)
def test_a_bad_file_is_told_by_name(desk: Desk, tmp_path: Path, name: str, content: bytes) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    desk.importing.start([bad])
    box = desk.box()
    assert name in box.text()
    box.accept()
    assert desk.importing.dialog is None
    assert desk.kept_files() == []


def test_after_a_bad_file_the_next_goes_on(desk: Desk, report: Path, tmp_path: Path) -> None:
    second = tmp_path / "第二份.txt"
    second.write_text(REPORT.replace("云溪县水务局", "石桥镇人民政府"), encoding="utf-8")
    desk.importing.start([tmp_path / "没有.docx", report])
    desk.importing.start([second])
    box = desk.box()
    assert "没有.docx" in box.text()
    box.accept()
    first = desk.opened()
    assert "云溪县水务局" in first.panes.title.text()
    first.reject()
    desk.qtbot.waitUntil(lambda: desk.importing.dialog not in (None, first))
    dialog = desk.opened()
    assert "石桥镇人民政府" in dialog.panes.title.text()
    dialog.run("accept_all")
    write(desk, dialog)
    assert desk.ledger.ask.reports()[0].organization == "石桥镇人民政府"


def test_a_file_changed_during_the_review_is_not_written(desk: Desk, report: Path) -> None:
    desk.importing.start([report])
    dialog = desk.opened()
    dialog.run("accept_all")
    report.write_text(REPORT + "补充一段。", encoding="utf-8")
    dialog.run("write")
    desk.qtbot.waitUntil(lambda: "改动过" in dialog.panes.notice.text())
    assert desk.kept_files() == []
    assert dialog.isEnabled()
    assert desk.ledger.cards() == []


def test_a_file_gone_during_the_review_is_told_and_the_review_stays(desk: Desk, report: Path) -> None:
    desk.importing.start([report])
    dialog = desk.opened()
    dialog.run("accept_all")
    report.unlink()
    dialog.run("write")
    desk.qtbot.waitUntil(lambda: "找不到文件" in dialog.panes.notice.text())
    assert dialog.isEnabled()
    assert dialog.session.review.count(Decision.ACCEPTED) == 5


def test_a_missing_year_is_asked_for_before_writing(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "无年度.txt"
    text = REPORT.replace("2023年度", "").replace("2023年，", "").replace("2024年1月20日", "")
    file.write_text(text.replace("2024年6月底前", "6月底前").replace("2024年", "下一步"), encoding="utf-8")
    desk.importing.start([file])
    dialog = desk.opened()
    assert dialog.session.review.source.report_year is None
    fault = dialog.panes.header._faults["report_year"][1]
    assert fault.isVisible()
    dialog.run("accept_all")
    dialog.run("write")
    assert dialog.isVisible()
    assert desk.kept_files() == []
    year = dialog.panes.header.report_year
    typed_into(year, "2023")
    QTest.keyClick(year, Qt.Key.Key_Return)
    assert not fault.isVisible()
    write(desk, dialog)
    kinds = {card.code[:6] for card in desk.ledger.cards() if card.kind is ItemKind.COMMITMENT}
    assert kinds == {"2024-计"}
