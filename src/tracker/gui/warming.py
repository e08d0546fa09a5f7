"""Loading what comes after the first paint in a thread, so that the window answers meanwhile."""

import sys
import threading
from importlib import import_module

from PySide6.QtCore import QObject, Qt, Signal

# the journal's and the panel's: together they take longer than everything before the first paint
_MODULES = ("tracker.store.database", "tracker.gui.summary.recent", "tracker.gui.detail.panel")


class Warming(QObject):
    """``done`` is told once, on the window's thread, when the libraries are there."""

    done = Signal()
    _ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._started = False
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin, where nobody has begun yet."""
        if self._started:
            return
        self._started = True
        if all(name in sys.modules for name in _MODULES):
            self._ended.emit()
            return
        self._thread = threading.Thread(target=self._load, name="warming", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """To be called before the window goes: the thread must not tell one that is gone."""
        if self._thread is not None:
            self._thread.join()

    def _load(self) -> None:
        for name in _MODULES:
            import_module(name)
        self._ended.emit()

    def _tell(self) -> None:
        self.done.emit()
