"""The page of all evidence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import press
from tests.gui.evidence.conftest import SAMPLES

from tracker.domain.evidence import EvidenceState
from tracker.domain.file_kinds import FileKind
from tracker.gui import ask
from tracker.gui.evidence.evidence_model import Column
from tracker.gui.evidence.evidence_page import EvidencePage
from tracker.gui.files import Files
from tracker.gui.tasks import Tasks
from tracker.gui.theme import LIGHT
from tracker.ledger import Ledger
from tracker.operations.evidence import AddEvidence, VerifyEvidence


@pytest.fixture
def page(ledger: Ledger, qtbot: QtBot) -> Iterator[EvidencePage]:
    """Six files of three items; minutes.pdf stands in two of them."""
    kept = {file.name: ledger.keep_evidence(file) for file in sorted(SAMPLES.iterdir())}
    first, second, third = (ledger.ask.item_by_code(code).id for code in ("2024-问-01", "2024-问-02", "2025-计-01"))
    ledger.perform(AddEvidence(first, [kept["minutes.pdf"], kept["station.png"]]))
    ledger.perform(AddEvidence(second, [kept["training.xlsx"], kept["guide.docx"], kept["minutes.pdf"]]))
    (proof,) = ledger.perform(AddEvidence(third, [kept["notice.txt"]])).value
    ledger.perform(VerifyEvidence(proof.id, EvidenceState.VERIFIED))
    window = QWidget()
    files = Files(ledger, Tasks(window), window)
    made = EvidencePage(LIGHT, files)
    made.resize(1100, 600)
    qtbot.addWidget(made)
    qtbot.addWidget(window)
    made.show()
    made.show_evidence(ledger.ask.all_evidence())
    qtbot.waitUntil(lambda: not made._quiet.busy)
    yield made
    files.close()


def names(page: EvidencePage) -> list[str]:
    return [card.name for card in page.model.cards]


def test_all_files_are_listed_the_latest_first(page: EvidencePage) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert names(page)[0] == "notice.txt"
    assert page.count.text() == "6 份"
    index = page.model.index(0, Column.ITEM)
    assert index.data() == "2025-计-01  开展全员轮训"
    assert page.model.index(0, Column.STATE).data() == "已核验"
    assert len(page.model.index(0, Column.SHA).data()) == 8


def test_rows_are_narrowed_and_shown_again(page: EvidencePage) -> None:
    page.words.setText("hdxc")
    assert {card.code for card in page.model.cards} == {"2024-问-02"}
    assert page.count.text() == "3 份，共 6 份"
    page.clear()
    page.state.setCurrentIndex(page._states.index(EvidenceState.VERIFIED))
    assert names(page) == ["notice.txt"]
    page.clear()
    page.kind.setCurrentIndex(page._kinds.index(FileKind.PICTURE))
    assert names(page) == ["station.png"]
    page.words.setText("没有")
    assert page.stack.currentWidget() is page.nothing
    page.nothing.chosen.emit("clear")
    assert len(names(page)) == 6


def test_the_same_file_of_two_items_is_marked_and_grouped(page: EvidencePage) -> None:
    page.repeated.setChecked(True)
    assert names(page) == ["minutes.pdf", "minutes.pdf"]
    assert page.model.second_line(page.model.cards[0]) == "同一文件用于 2 个事项"


def test_columns_sort_and_a_third_click_brings_the_ledgers_order(page: EvidencePage) -> None:
    latest = names(page)
    page.table.sortByColumn(Column.SIZE, Qt.SortOrder.DescendingOrder)
    sizes = [card.size for card in page.model.cards]
    assert sizes == sorted(sizes, reverse=True)
    page.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert names(page) == sorted(names(page))
    page.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert names(page) == latest


def test_the_current_row_stays_when_rows_change(page: EvidencePage, ledger: Ledger) -> None:
    chosen = page.model.cards[3]
    page.table.select(chosen.id)
    extra = ledger.keep_evidence(SAMPLES / "recheck.txt")
    ledger.perform(AddEvidence(ledger.ask.item_by_code("2025-计-02").id, [extra]))
    page.show_evidence(ledger.ask.all_evidence())
    current = page.table.current()
    assert current is not None
    assert current.id == chosen.id
    assert len(page.model.cards) == 7


def test_rows_are_opened_looked_at_copied_and_followed(
    page: EvidencePage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seen: list[Path] = []
    wanted: list[int] = []

    def note(place: Path) -> bool:
        seen.append(place)
        return True

    monkeypatch.setattr(ask, "open_outside", note)
    page.item_wanted.connect(wanted.append)
    page.table.setFocus()
    page.table.select(page.model.cards[0].id)
    press(page.table, Qt.Key.Key_Return)
    assert [place.name for place in seen] == ["notice.txt"]
    page.table.selectAll()
    press(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QApplication.clipboard().mimeData().urls()) == 6
    page.table.select(page.model.cards[0].id)
    page.go.click()
    assert wanted == [page.model.cards[0].item_id]
    press(page.table, Qt.Key.Key_Space)
    assert page.preview is not None
    qtbot.waitUntil(page.preview.isActiveWindow)
    press(page.preview, Qt.Key.Key_Right)
    current = page.table.current()
    assert current is not None
    assert current.id == page.model.cards[1].id


def test_missing_and_damaged_files_are_marked(page: EvidencePage, ledger: Ledger, qtbot: QtBot) -> None:
    by_name = {card.name: card for card in page.model.cards}
    page.check.click()
    qtbot.waitUntil(lambda: page.verdict.text() == "文件都在，内容没有变。")
    ledger.evidence.place(by_name["minutes.pdf"].sha256).unlink()
    ledger.evidence.place(by_name["guide.docx"].sha256).write_bytes(b"other")
    page.check.click()
    qtbot.waitUntil(lambda: page.verdict.text() == "3 份材料有问题，已标红。")
    row = page.model.row_of(by_name["guide.docx"].id)
    assert page.model.index(row, 0).data(Qt.ItemDataRole.ForegroundRole) == QColor(LIGHT.alert)
    assert page.model.second_line(by_name["guide.docx"]) == "内容已被改动或损坏"
    assert "文件不见了" in page.model.index(page.model.row_of(by_name["minutes.pdf"].id), 0).data(
        Qt.ItemDataRole.ToolTipRole
    )


def test_an_empty_ledger_says_how_to_begin(page: EvidencePage) -> None:
    page.show_evidence([])
    assert page.stack.currentWidget() is page.empty
    assert not page.look_at.isVisible()
    assert not page.words.isVisible()
