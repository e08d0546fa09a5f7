"""Evidence in the panel: pictures, preview, renaming, handing out, several at once, pasting."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from tests.gui.conftest import opened, press
from tests.gui.detail.conftest import Desk

from tracker import paths
from tracker.domain.evidence import WHOLE, EvidenceState
from tracker.gui import ask
from tracker.gui.detail.evidence_dialog import EvidenceDialog
from tracker.gui.detail.evidence_tab import EvidenceTab
from tracker.operations.evidence import AddEvidence
from tracker.operations.reviews import CloseItem, SubmitItem

SAMPLES = paths.resources() / "samples" / "evidence"


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> EvidenceTab:
    """The tab with a PDF, a picture and a workbook."""
    kept = [desk.ledger.keep_evidence(SAMPLES / name) for name in ("minutes.pdf", "station.png", "training.xlsx")]
    desk.ledger.perform(AddEvidence(desk.detail().item.id, kept))
    desk.panel.tabs.setCurrentWidget(desk.panel.evidence)
    return desk.panel.evidence


def copied() -> list[Path]:
    return [Path(url.toLocalFile()) for url in QApplication.clipboard().mimeData().urls()]


def test_thumbnails_come_and_are_remembered(desk: Desk, tab: EvidenceTab, qtbot: QtBot) -> None:
    pdf, png, workbook = desk.detail().evidence
    pictures = desk.files.pictures
    qtbot.waitUntil(lambda: pictures.thumbnail(pdf.sha256, pdf.name) is not None)
    qtbot.waitUntil(lambda: pictures.thumbnail(png.sha256, png.name) is not None)
    assert pictures.thumbnail(workbook.sha256, workbook.name) is None
    first = pictures.thumbnail(pdf.sha256, pdf.name)
    assert first is pictures.thumbnail(pdf.sha256, "别名.pdf")


def test_space_previews_and_goes_along_with_the_list(desk: Desk, tab: EvidenceTab, qtbot: QtBot) -> None:
    tab.list.setFocus()
    press(tab.list, Qt.Key.Key_Space)
    assert tab.preview is not None
    qtbot.waitUntil(tab.preview.isActiveWindow)
    assert tab.preview.name.text() == "minutes.pdf"
    press(tab.preview, Qt.Key.Key_Right)
    assert tab.list.current_key() == desk.detail().evidence[1].id
    press(tab.preview, Qt.Key.Key_Space)
    assert tab.preview is None


def test_f2_renames(desk: Desk, tab: EvidenceTab) -> None:
    tab.list.setFocus()
    press(tab.list, Qt.Key.Key_F2)
    dialog = opened(desk, EvidenceDialog)
    assert dialog.file.selectedText() == "minutes"
    dialog.file.setText("会议/纪要")
    dialog.ok.click()
    assert "文件名里不能有" in dialog.refusal.text()
    dialog.file.setText("会议纪要")
    dialog.remark.setText("盖章件")
    dialog.subject.setCurrentIndex(2)
    dialog.ok.click()
    proof = desk.detail().evidence[0]
    assert (proof.name, proof.remark) == ("会议纪要.pdf", "盖章件")
    assert proof.measure_id == desk.detail().measures[1].id
    assert "盖章件" in tab.list.entries.entries[0].detail


def test_several_are_judged_and_taken_out_as_one_step(desk: Desk, tab: EvidenceTab) -> None:
    tab.list.selectAll()
    tab.verify.click()
    assert {proof.state for proof in desk.detail().evidence} == {EvidenceState.VERIFIED}
    tab.list.setFocus()
    tab.list.selectAll()
    press(tab.list, Qt.Key.Key_Delete)
    assert desk.detail().evidence == ()
    desk.ledger.undo()
    assert len(desk.detail().evidence) == 3


def test_files_are_copied_to_the_clipboard(desk: Desk, tab: EvidenceTab) -> None:
    tab.list.setFocus()
    tab.list.selectAll()
    press(tab.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [file.name for file in copied()] == ["minutes.pdf", "station.png", "training.xlsx"]
    assert copied()[0].read_bytes() == (SAMPLES / "minutes.pdf").read_bytes()
    assert desk.ledger.folder not in copied()[0].parents
    assert QApplication.clipboard().text().splitlines()[1] == "station.png"


def test_files_are_dragged_out_as_copies(desk: Desk, tab: EvidenceTab) -> None:
    data = tab.list.mime([desk.detail().evidence[1].id])
    assert data is not None
    (url,) = data.urls()
    assert Path(url.toLocalFile()).name == "station.png"
    assert Path(url.toLocalFile()).read_bytes() == (SAMPLES / "station.png").read_bytes()


def test_a_large_file_is_copied_in_a_worker_before_it_can_be_dragged(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    large = tmp_path / "录像.mp4"
    large.write_bytes(b"\0" * (9 << 20))
    kept = desk.ledger.keep_evidence(large)
    (proof,) = desk.ledger.perform(AddEvidence(desk.detail().item.id, [kept])).value
    assert desk.files.copies([proof]) == []
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    (copy,) = desk.files.copies([proof])
    assert copy.stat().st_size == 9 << 20


def test_copied_files_and_screenshots_are_pasted(desk: Desk, tab: EvidenceTab, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "签到表.txt"
    file.write_text("签到", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(tmp_path))])
    QApplication.clipboard().setMimeData(data)
    tab.list.setFocus()
    press(tab.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(desk.detail().evidence) == 4)
    assert desk.detail().evidence[3].name == "签到表.txt"
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QApplication.clipboard().setImage(image)
    press(tab.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(desk.detail().evidence) == 5)
    pasted = desk.detail().evidence[4]
    assert pasted.name.startswith("截图 ")
    assert QImage(str(desk.ledger.evidence.place(pasted.sha256))).size() == image.size()


def test_several_are_saved_into_a_folder_and_nothing_is_overwritten(
    desk: Desk, tab: EvidenceTab, tmp_path: Path
) -> None:
    (tmp_path / "station.png").write_text("mine", encoding="utf-8")
    tab.list.selectAll()
    tab.save()
    dialog = opened(desk, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert (tmp_path / "station.png").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "station (2).png").read_bytes() == (SAMPLES / "station.png").read_bytes()
    assert (tmp_path / "minutes.pdf").exists()


def test_a_closed_item_lets_look_but_not_touch(desk: Desk, tab: EvidenceTab) -> None:
    item_id = desk.detail().item.id
    desk.ledger.perform(SubmitItem(item_id))
    desk.ledger.perform(CloseItem(item_id, "吴敏"))
    enabled = {action.text().split("\t")[0] for action in tab.menu().actions() if action.isEnabled()} - {""}
    assert enabled == {"预览", "打开", "另存为…", "复制文件"}
    tab.list.setFocus()
    press(tab.list, Qt.Key.Key_Delete)
    press(tab.list, Qt.Key.Key_F2)
    assert len(desk.detail().evidence) == 3
    assert tab.dialog is None


def test_a_missing_file_is_said_and_no_half_copy_is_left(desk: Desk, tab: EvidenceTab, qtbot: QtBot) -> None:
    proof = desk.detail().evidence[0]
    desk.ledger.evidence.place(proof.sha256).unlink()
    desk.files.open_evidence(proof)
    box = opened(desk, QMessageBox)
    assert "不见了" in box.text()
    box.close()
    assert desk.files.copies([proof]) == []


def drop(files: list[Path]) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.test_data = data  # type: ignore[attr-defined]  # the event does not keep it alive
    return event


def test_evidence_is_dropped_in_opened_judged_and_taken_out(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = desk.panel.evidence
    desk.panel.tabs.setCurrentWidget(tab)
    files = [tmp_path / "签到表.txt", tmp_path / "照片.jpg"]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    tab.dropEvent(drop(files))
    qtbot.waitUntil(lambda: len(desk.detail().evidence) == 2)
    proof = desk.detail().evidence[0]
    assert desk.panel.tabs.tabText(3) == "佐证 2"
    entry = tab.list.entries.entries[0]
    assert (entry.title, entry.mark) == ("签到表.txt", "待核验")
    assert proof.sha256[:8] in entry.detail
    seen: list[Path] = []

    def note(place: Path) -> bool:
        seen.append(place)
        return True

    monkeypatch.setattr(ask, "open_outside", note)
    tab.list.select(proof.id)
    tab.open.click()
    assert seen[0].name == "签到表.txt"
    assert seen[0].read_text(encoding="utf-8") == "签到表.txt"
    assert desk.ledger.folder not in seen[0].parents
    tab.verify.click()
    assert tab.list.entries.entries[0].mark == "已核验"
    tab.save()
    dialog = opened(desk, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "另存.txt"))
    dialog.reject()
    assert (tmp_path / "另存.txt").exists()
    tab.list.setFocus()
    press(tab.list, Qt.Key.Key_Delete)
    assert len(desk.detail().evidence) == 1


def test_evidence_proves_what_was_chosen(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    tab = desk.panel.evidence
    desk.panel.tabs.setCurrentWidget(tab)
    assert [tab.proves.itemText(n) for n in range(tab.proves.count())] == [
        "整个事项", "措施1：印发计划", "措施2：组织轮训", "措施3：检查案卷",
    ]  # fmt: skip
    tab.proves.setCurrentIndex(2)
    file = tmp_path / "签到表.txt"
    file.write_text("签到", encoding="utf-8")
    tab.dropEvent(drop([file]))
    qtbot.waitUntil(lambda: len(desk.detail().evidence) == 1)
    assert desk.detail().evidence[0].measure_id == desk.detail().measures[1].id
    assert "措施2：组织轮训" in tab.list.entries.entries[0].detail
    assert tab.proves.currentIndex() == 2, "the next file is likely for the same"
    desk.show_item("2024-问-02")
    assert tab.subject() == WHOLE
