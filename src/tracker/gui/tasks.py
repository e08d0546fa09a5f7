"""Long work: a plain function in a worker thread, its progress shown, its value delivered to the window."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from tracker.errors import BugError, Cancelled
from tracker.gui.perform import show_error
from tracker.gui.widgets.progress_dialog import ProgressDialog
from tracker.progress import Progress

T = TypeVar("T")

_SHOW_AFTER_MS = 400  # shorter work needs no dialog: one that flashes by only disturbs
_LOOK_EVERY_MS = 60


class _Worker(QRunnable):
    """Runs the work in the pool. What it leaves behind is read by the GUI thread after ``ended`` only."""

    def __init__(self, work: Callable[[Progress], Any], ended: Callable[[], None]) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python owns it; the pool would delete it under our hands
        self._work = work
        self._ended = ended
        self.cancelled = threading.Event()
        self.latest: tuple[int, int, str] = (0, 0, "")  # replaced whole, so that reading needs no lock
        self.value: Any = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self._report(0, 0)
            self.value = self._work(self._report)
        except BaseException as error:  # noqa: BLE001 - carried to the GUI thread, which words it
            self.error = error
        self._ended()

    def _report(self, done: int, total: int, text: str = "") -> None:
        if self.cancelled.is_set():
            raise Cancelled
        self.latest = (done, total, text)


class _Task(QObject):
    """One piece of work with its dialog; lives in the GUI thread."""

    ended = Signal()  # emitted in the worker, delivered here
    over = Signal(object)  # this task, when nothing more will come of it

    def __init__(
        self,
        work: Callable[[Progress], Any],
        *,
        title: str,
        parent: QWidget | None,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        super().__init__()
        self.worker = _Worker(work, self.ended.emit)
        self._title, self._parent, self._done, self._failed = title, parent, done, failed
        self._dialog: ProgressDialog | None = None
        self._wanted = True
        self.ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._look)
        self._watch.start(_LOOK_EVERY_MS)
        QTimer.singleShot(_SHOW_AFTER_MS, self, self._show)
        if parent is not None:
            parent.destroyed.connect(self.abandon)

    @Slot()
    def abandon(self) -> None:
        """Stop the work as soon as it looks; nothing will be delivered."""
        self._wanted, self._parent, self._dialog = False, None, None
        self.worker.cancelled.set()

    def _show(self) -> None:
        if not self._wanted or not self._watch.isActive():
            return
        self._dialog = ProgressDialog(self._title, self._parent)
        self._dialog.cancelled.connect(self.worker.cancelled.set)
        self._look()
        self._dialog.open()

    def _look(self) -> None:
        if self._dialog is not None:
            self._dialog.tell(*self.worker.latest)

    @Slot()
    def _deliver(self) -> None:
        self._watch.stop()
        if self._dialog is not None:
            self._dialog.finish()
            self._dialog = None
        error = self.worker.error
        try:
            if not self._wanted:
                return
            if error is None:
                self._done(self.worker.value)
            elif self._failed is not None:
                self._failed(error)
            else:
                show_error(error, self._parent)
        finally:
            self.over.emit(self)


class Tasks(QObject):
    """Runs long work for the window. The work takes values and gives a value; it never touches the database."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[_Task] = set()

    def start(
        self,
        work: Callable[[Progress], T],
        *,
        title: str,
        parent: QWidget | None,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Run ``work`` in the pool; ``done(value)`` or ``failed(error)`` follow on the GUI thread.

        ``failed`` gets ``Cancelled`` too; without it errors are shown over ``parent``. When ``parent`` is destroyed
        first, the work is cancelled and nothing is delivered.
        """
        if self.thread() is not self.thread().currentThread():
            raise BugError("work is started from the GUI thread")
        task = _Task(work, title=title, parent=parent, done=done, failed=failed)
        task.over.connect(self._forget)
        self._running.add(task)
        self._pool.start(task.worker)

    @property
    def busy(self) -> bool:
        """Whether some work has not been delivered yet."""
        return bool(self._running)

    def shutdown(self) -> None:
        """Cancel all work and wait for its threads to end; nothing is delivered any more."""
        for task in self._running:
            task.abandon()
        self._pool.waitForDone()
        self._running.clear()

    @Slot(object)
    def _forget(self, task: _Task) -> None:
        self._running.discard(task)
        task.deleteLater()
