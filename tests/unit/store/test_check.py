"""``check`` finds what was done behind the program's back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tracker.ledger import Ledger
from tracker.operations.evidence import AddEvidence
from tracker.operations.items import EditItem
from tracker.operations.reports import Imported


@pytest.fixture
def whole(ledger: Ledger, imported: Imported, tmp_path: Path) -> Ledger:
    """A ledger with the sample report, its file, an edit and a piece of evidence."""
    proof = tmp_path / "通知.txt"
    proof.write_text("通知", encoding="utf-8")
    item = ledger.ask.item_by_code("2024-问-01")
    ledger.perform(EditItem(item.id, {"goal": "配齐人员"}))
    ledger.perform(AddEvidence(item.id, [ledger.keep_evidence(proof)]))
    assert ledger.faults() == []
    return ledger


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE item SET title = '偷改' WHERE id = 1", "事项 #1 的内容与操作记录不符"),
        ("DELETE FROM measure WHERE id = 1", "整改措施 #1 不见了"),
        ("INSERT INTO unit (name, position, active) VALUES ('偷加科', 0, 1)", "责任单位 #4 的内容与操作记录不符"),
        (
            "UPDATE change SET after = '{}' WHERE table_name = 'item' AND row_id = 1 AND before IS NULL",
            "与前一条对不上",
        ),
        ("DELETE FROM report WHERE id = 1", "指向已不存在的 report"),
    ],
)
def test_a_change_behind_the_journal_is_named(whole: Ledger, sql: str, words: str) -> None:
    with closing(sqlite3.connect(whole.file)) as connection:
        connection.execute(sql)
        connection.commit()
    assert any(words in fault for fault in whole.faults())


def test_missing_and_altered_files_are_named(whole: Ledger) -> None:
    item = whole.ask.item_by_code("2024-问-01")
    detail = whole.ask.detail(item.id)
    assert detail is not None
    place = whole.evidence.place(detail.evidence[0].sha256)
    place.write_text("换过的内容", encoding="utf-8")
    assert any("内容已被改动或损坏：通知.txt" in fault for fault in whole.faults())
    place.unlink()
    assert any("文件不见了：通知.txt" in fault for fault in whole.faults())
    for kept in whole.report_files.folder.rglob("*"):
        if kept.is_file():
            kept.unlink()
    assert any("文件不见了：报告.txt" in fault for fault in whole.faults())


def test_the_item_may_be_undone_to_nothing_and_still_be_whole(whole: Ledger) -> None:
    for _ in range(3):
        whole.undo()
    assert whole.cards() == []
    assert whole.faults() == []
