"""Work that must stay on the window's thread, done a little at a time, so that the window stays alive meanwhile."""

import time
from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from tracker.errors import Cancelled
from tracker.gui.widgets.progress_dialog import ProgressDialog
from tracker.words import _

T = TypeVar("T")

_SLICE = 0.03  # seconds; with the paint that follows still well under a tenth
_SHOW_AFTER = 0.4  # shorter work needs no dialog: one that flashes by only disturbs


class Slices(QObject, Generic[T]):
    """Runs ``work``, which gives (done, total) at each ``next`` and returns its value.

    ``done(value)`` or ``failed(error)`` follow. 取消 closes the generator, which takes back what it did, and fails
    with ``Cancelled``.
    """

    def __init__(
        self,
        work: Generator[tuple[int, int], None, T],
        *,
        title: str,
        parent: QWidget,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__(parent)
        self._work, self._title, self._parent = work, title, parent
        self._done, self._failed = done, failed
        self._dialog: ProgressDialog | None = None
        self._began = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop and take back what was done."""
        if self._timer.isActive():
            self._end()
            self._work.close()
            self._failed(Cancelled())

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE
        try:
            count, total = next(self._work)
            while time.perf_counter() < until:
                count, total = next(self._work)
        except StopIteration as end:
            self._end()
            self._done(end.value)
        except Exception as error:  # noqa: BLE001 - given to who asked, who words or logs it
            self._end()
            self._failed(error)
        else:
            self._show(count, total)

    def _show(self, count: int, total: int) -> None:
        if self._dialog is None and time.perf_counter() - self._began > _SHOW_AFTER:
            self._dialog = ProgressDialog(self._title, self._parent)
            self._dialog.cancelled.connect(self.cancel)
            self._dialog.open()
        if self._dialog is not None:
            self._dialog.tell(count, total, _("第 {n} 项，共 {total} 项").format(n=count, total=total))

    def _end(self) -> None:
        self._timer.stop()
        if self._dialog is not None:
            self._dialog.finish()
            self._dialog = None
        self.deleteLater()
