"""The About box and the package of logs: places to open and copy, and nothing written before it was shown."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import opened

from tracker import __version__, logs, paths
from tracker.gui import about, ask
from tracker.gui.help.about_dialog import AboutDialog, facts
from tracker.gui.help.pack_dialog import PackDialog


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def box(over: QWidget, tmp_path: Path) -> AboutDialog:
    return about.show(over, tmp_path / "台账")


@pytest.fixture
def packing(box: AboutDialog) -> PackDialog:
    logs.start()
    logs.log.error("出了一个错")
    logs.stop()
    box.pack.click()
    return opened(box, PackDialog)


def named(dialog: QWidget, name: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.accessibleName() == name)


def test_versions_and_licence_are_told_and_copied(box: AboutDialog) -> None:
    said = "".join(label.text() for label in box.findChildren(QLabel))
    assert __version__ in said
    assert "MIT" in said
    assert "SQLite" in said
    box.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"程序: {__version__}\n")
    assert [line.partition(": ")[0] for line in copied.splitlines()] == [name for name, _value in facts()]
    assert "剪贴板" in box.said.text()


def test_places_can_be_copied_and_opened(
    box: AboutDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    named(box, "复制 本台账").click()
    assert QGuiApplication.clipboard().text() == str(tmp_path / "台账")
    seen: list[Path] = []

    def open_outside(place: Path) -> bool:
        seen.append(place)
        return len(seen) < 3

    monkeypatch.setattr(ask, "open_outside", open_outside)
    named(box, "打开 日志文件").click()
    named(box, "打开 本台账").click()  # not there any more: the nearest folder that is
    assert seen == [home, tmp_path]
    named(box, "打开 设置文件").click()
    assert "自己打开" in box.said.text()


def test_without_a_ledger_its_line_is_missing(over: QWidget) -> None:
    names = [each.accessibleName() for each in about.show(over).findChildren(QPushButton)]
    assert "复制 程序数据" in names
    assert "复制 本台账" not in names


def test_each_part_can_be_read_before_and_left_out(packing: PackDialog) -> None:
    assert [part.name for part in packing.chosen()] == ["versions.txt", "settings.json", "tracker.log"]
    packing.list.setCurrentRow(2)
    assert "出了一个错" in packing.text.toPlainText()
    packing.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert [part.name for part in packing.chosen()] == ["settings.json", "tracker.log"]
    for row in (1, 2):
        packing.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not packing.save.isEnabled()


def test_the_package_is_written_where_a_person_wants(packing: PackDialog, tmp_path: Path, qtbot: QtBot) -> None:
    over = packing.parentWidget()
    assert over is not None
    packing.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    packing.save.click()
    asked = opened(packing, QFileDialog)
    assert asked.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    target = tmp_path / "给维护人员.zip"
    asked.fileSelected.emit(str(target))
    asked.close()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: bool(over.findChildren(QMessageBox)))
    told = opened(over, QMessageBox)
    assert str(target) in told.informativeText()
    told.close()
    with zipfile.ZipFile(target) as package:
        assert package.namelist() == ["settings.json", "tracker.log"]
        assert "出了一个错" in package.read("tracker.log").decode("utf-8")
    assert paths.log_file().exists()


def test_what_cannot_be_written_is_said_in_the_dialog(packing: PackDialog, tmp_path: Path, qtbot: QtBot) -> None:
    packing.save.click()
    asked = opened(packing, QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "没有" / "日志.zip"))
    asked.close()
    qtbot.waitUntil(lambda: not packing.said.isHidden())
    assert "文件夹不存在" in packing.said.text()
    assert packing.isVisible()
    packing.reject()


def test_a_long_part_is_shown_from_its_end(box: AboutDialog) -> None:
    paths.log_file().write_text("开头\n" + "x\n" * 150_000 + "结尾\n", encoding="utf-8")
    box.pack.click()
    packing = opened(box, PackDialog)
    packing.list.setCurrentRow(2)
    shown = packing.text.toPlainText()
    assert shown.endswith("结尾\n")
    assert shown.startswith("（前面略去")
    assert packing.chosen()[2].text.startswith("开头")
    packing.reject()
