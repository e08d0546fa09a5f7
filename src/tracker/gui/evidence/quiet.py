"""Small work in the background that nobody waits for: no dialog, the newest wish first, old wishes forgotten."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

T = TypeVar("T")

_MOST_WAITING = 80  # a list scrolled through quickly asks for thousands; what was scrolled past is no longer wanted


class _Job(QRunnable):
    """One wish; what it leaves behind is read after ``ended`` only."""

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        ended: Callable[[object], None],
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python owns it
        self._work, self._ended = work, ended
        self.done, self.failed = done, failed
        self.value: Any = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.value = self._work()
        except BaseException as error:  # noqa: BLE001 - carried to the GUI thread, which words it
            self.error = error
        with suppress(RuntimeError):  # the window went meanwhile, and nobody listens any more
            self._ended(self)


class Quiet(QObject):
    """Runs one job at a time; values in, a value out. A wish with the ``key`` of one that waits takes its place."""

    _ended = Signal(object)  # emitted in the worker, delivered in the GUI thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: dict[object, _Job] = {}
        self._running: _Job | None = None
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        key: object,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] = lambda _error: None,
    ) -> list[object]:
        """Run ``work``, then ``done(value)`` or ``failed(error)`` on the GUI thread. Gives the keys it crowded out."""
        self._waiting.pop(key, None)
        self._waiting[key] = _Job(work, done, failed, self._ended.emit)
        dropped = list(self._waiting)[: max(0, len(self._waiting) - _MOST_WAITING)]
        for old in dropped:
            del self._waiting[old]
        self._next()
        return dropped

    @property
    def busy(self) -> bool:
        """Whether something runs or waits."""
        return self._running is not None

    def forget(self, key: object) -> None:
        """Take back a wish that still waits."""
        self._waiting.pop(key, None)

    def shutdown(self) -> None:
        """Forget what waits, and wait for what runs; nothing is delivered any more."""
        self._waiting.clear()
        self._running = None
        self._pool.waitForDone()

    def _next(self) -> None:
        if self._running is None and self._waiting:
            _key, self._running = self._waiting.popitem()
            self._pool.start(self._running)

    @Slot(object)
    def _deliver(self, job: _Job) -> None:
        if job is not self._running:
            return
        self._running = None
        self._next()
        if job.error is None:
            job.done(job.value)
        else:
            job.failed(job.error)
