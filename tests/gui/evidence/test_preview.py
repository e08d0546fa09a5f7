"""Looking at files: fit, zoom, turn, pages, one after another, and words where there is no picture."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import press
from tests.gui.evidence.conftest import FORMATS, SAMPLES, painted

from tracker.domain.evidence import StoredFile
from tracker.gui.evidence.pictures import Pictures
from tracker.gui.evidence.preview_dialog import PreviewDialog
from tracker.gui.theme import LIGHT
from tracker.store.file_store import FileStore

Previewing = Callable[..., PreviewDialog]


@pytest.fixture
def previewing(qtbot: QtBot, tmp_path: Path) -> Iterator[Previewing]:
    """Opens the preview of some files."""
    store = FileStore(tmp_path / "evidence")
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    pictures = Pictures(store.place, window)

    def made(*files: Path, at: int = 0) -> PreviewDialog:
        kept: list[StoredFile] = [store.take(file) for file in files]
        dialog = PreviewDialog(window, LIGHT, pictures, kept, at)
        dialog.open()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(lambda: not pictures.busy)
        return dialog

    yield made
    pictures.close()


def scroll(dialog: PreviewDialog, up: int, modifier: Qt.KeyboardModifier) -> None:
    middle = QPointF(dialog.view.viewport().rect().center())
    event = QWheelEvent(
        middle, QPointF(dialog.view.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, 120 * up),
        Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(dialog.view.viewport(), event)


def test_a_picture_fits_and_is_zoomed(previewing: Previewing, tmp_path: Path) -> None:
    file = tmp_path / "大图.png"
    painted(3000, 2000).save(str(file))
    dialog = previewing(file)
    assert dialog.stack.currentWidget() is dialog.view
    assert dialog.view.fits
    fitted = dialog.view.zoom
    assert 0.2 < fitted < 0.4
    assert dialog.percent.text() == f"{fitted:.0%}"
    press(dialog.view, Qt.Key.Key_Plus)
    assert dialog.view.zoom == pytest.approx(fitted * 1.25)
    press(dialog.view, Qt.Key.Key_Minus)
    scroll(dialog, 2, Qt.KeyboardModifier.ControlModifier)
    assert dialog.view.zoom == pytest.approx(fitted * 1.25**2)
    press(dialog.view, Qt.Key.Key_1)
    assert dialog.percent.text() == "100%"
    assert dialog.view.horizontalScrollBar().maximum() > 1000
    middle = dialog.view.horizontalScrollBar()
    assert abs(middle.value() - middle.maximum() / 2) < 20, "the middle stays in the middle"
    press(dialog.view, Qt.Key.Key_0)
    assert dialog.view.fits


def test_a_picture_is_moved_and_turned(previewing: Previewing, photo: Path) -> None:
    dialog = previewing(photo)
    assert dialog.view.zoom == 1.0, "a small picture is not blown up"
    press(dialog.view, Qt.Key.Key_R)
    pixel = dialog.view.viewport().grab().toImage().pixelColor(dialog.view.viewport().rect().center() + QPoint(150, 0))
    assert pixel.red() > 200, "what was the top stands to the right"
    dialog.view.zoom_to(8)
    before = dialog.view.verticalScrollBar().value()
    ground, left, none = dialog.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(ground, left, none, QPoint(300, 300))
    QTest.mouseMove(ground, QPoint(300, 250))
    QTest.mouseRelease(ground, left, none, QPoint(300, 250))
    assert dialog.view.verticalScrollBar().value() == before + 50


def test_pages_are_turned(previewing: Previewing, qtbot: QtBot) -> None:
    dialog = previewing(FORMATS / "nested-and-overall-aims.pdf")
    pages = dialog._pages
    assert pages > 1
    assert dialog.page.text() == f"第 1 页，共 {pages} 页"
    assert not dialog.page_up.isEnabled()
    press(dialog.view, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: dialog.page.text() == f"第 2 页，共 {pages} 页")
    press(dialog.view, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: dialog.page.text() == f"第 1 页，共 {pages} 页")
    scroll(dialog, -1, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: dialog.page.text() == f"第 2 页，共 {pages} 页")


def test_a_page_that_is_looked_at_closer_is_drawn_sharper(previewing: Previewing, qtbot: QtBot) -> None:
    dialog = previewing(SAMPLES / "minutes.pdf")
    shown = dialog.view._shown
    assert shown is not None
    coarse = shown.levels[0].width()
    dialog.view.zoom_to(3)
    qtbot.waitUntil(lambda: dialog.view._shown is not None and dialog.view._shown.levels[0].width() > coarse * 2)
    assert dialog.view.zoom == 3


def test_one_file_after_another(previewing: Previewing, qtbot: QtBot) -> None:
    dialog = previewing(
        SAMPLES / "station.png", SAMPLES / "guide.docx", FORMATS / "locked.pdf", SAMPLES / "minutes.pdf"
    )
    places: list[int] = []
    opened: list[StoredFile] = []
    dialog.went_to.connect(places.append)
    dialog.open_wanted.connect(opened.append)
    assert dialog.count.text() == "第 1 份，共 4 份"
    assert not dialog.before.isEnabled()
    press(dialog.view, Qt.Key.Key_Right)
    assert "不能预览这种文件" in dialog.words.text()
    assert not dialog.larger.isVisible()
    dialog.open_outside.click()
    assert [file.name for file in opened] == ["guide.docx"]
    press(dialog, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: "密码" in dialog.words.text())
    press(dialog, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.view)
    assert dialog.view.accessibleName() == "预览"
    press(dialog, Qt.Key.Key_Right)
    assert dialog.at == 3
    press(dialog, Qt.Key.Key_Left)
    assert places == [1, 2, 3, 2]


def test_damaged_files_say_so_and_space_closes(previewing: Previewing, tmp_path: Path, qtbot: QtBot) -> None:
    half = tmp_path / "半张.png"
    half.write_bytes((SAMPLES / "station.png").read_bytes()[:500])
    dialog = previewing(half)
    qtbot.waitUntil(lambda: "打不开" in dialog.words.text())
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    press(dialog, Qt.Key.Key_Space)
    assert ended == [0]


def test_leaving_while_a_picture_is_read_is_no_fault(previewing: Previewing, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "大图.png"
    painted(6000, 4000).save(str(file))
    dialog = previewing(SAMPLES / "station.png", file)
    dialog.go(1)
    dialog.reject()
    qtbot.wait(300)
