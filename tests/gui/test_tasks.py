"""Long work: delivered on the GUI thread, shown, cancelled, refused in words, and never left behind."""

import threading
import time
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import opened

from tracker.errors import Cancelled, UserError
from tracker.gui.tasks import Tasks
from tracker.gui.widgets.progress_dialog import ProgressDialog
from tracker.progress import Progress


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def tasks(parent: QWidget) -> Tasks:
    return Tasks(parent)


def test_the_value_comes_on_the_gui_thread(tasks: Tasks, parent: QWidget, qtbot: QtBot) -> None:
    got: list[Any] = []

    def work(progress: Progress) -> int:
        progress(1, 2, "一半")
        return threading.get_ident()

    tasks.start(work, title="算", parent=parent, done=lambda value: got.append((value, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    worker, here = got[0]
    assert worker != here == threading.get_ident()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not parent.findChildren(ProgressDialog)


def test_long_work_shows_how_far_it_is_and_can_be_cancelled(tasks: Tasks, parent: QWidget, qtbot: QtBot) -> None:
    failed: list[BaseException] = []

    def work(progress: Progress) -> None:
        for n in range(10_000):
            progress(n, 10_000, f"第 {n} 份")
            time.sleep(0.005)

    tasks.start(work, title="慢慢来", parent=parent, done=lambda _value: None, failed=failed.append)
    qtbot.waitUntil(lambda: bool(parent.findChildren(ProgressDialog)), timeout=3000)
    dialog = opened(parent, ProgressDialog)
    qtbot.waitUntil(lambda: dialog.text.text().startswith("第"))
    assert dialog.bar.maximum() == 1000
    dialog.close()  # the cross asks to stop, too; the dialog waits for the work
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], Cancelled)


def test_a_refusal_is_said_in_words(tasks: Tasks, parent: QWidget, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        raise UserError("打不开。", "请换一个。")

    tasks.start(work, title="读", parent=parent, done=lambda _value: None)
    qtbot.waitUntil(lambda: bool(parent.findChildren(QMessageBox)))
    box = opened(parent, QMessageBox)
    assert (box.text(), box.informativeText()) == ("打不开。", "请换一个。")
    box.close()


def test_nothing_is_delivered_to_a_window_that_is_gone(qtbot: QtBot) -> None:
    tasks = Tasks()
    got: list[Any] = []
    window = QWidget()
    started = threading.Event()

    def work(progress: Progress) -> int:
        started.set()
        for _n in range(1000):
            progress(0, 0)
            time.sleep(0.002)
        return 1

    tasks.start(work, title="读", parent=window, done=got.append)
    assert started.wait(5)
    window.deleteLater()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert got == []


def test_shutdown_leaves_no_thread_behind(qtbot: QtBot) -> None:
    tasks = Tasks()
    got: list[Any] = []
    running = threading.Event()
    ended = threading.Event()

    def work(progress: Progress) -> None:
        running.set()
        try:
            while True:
                progress(0, 0)
                time.sleep(0.002)
        finally:
            ended.set()

    tasks.start(work, title="永远", parent=None, done=got.append)
    assert running.wait(5)
    tasks.shutdown()
    assert ended.is_set()
    assert not tasks.busy
    qtbot.wait(20)
    assert got == []
