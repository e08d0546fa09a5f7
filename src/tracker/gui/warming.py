"""Loading what comes after the first paint in a thread, so that the window answers meanwhile."""

import sys
import threading
from importlib import import_module

from PySide6.QtCore import QObject, Qt, Signal

# the journal's and the panel's: together they take longer than everything before the first paint
_MODULES = ("tracker.store.database", "tracker.gui.summary.recent", "tracker.gui.detail.panel")
# what dialogs and workers need at their first use, each of which would hold the window up
_LATER = (
    "tracker.gui.items.cell_editors",
    "tracker.gui.items.bulk_dialog",
    "tracker.gui.items.filter_popup",
    "tracker.gui.items.table_menus",
    "tracker.gui.items.view_dialogs",
    "tracker.gui.intake.importing",
    "tracker.sheets.export",
    "tracker.operations.reverse",
)


class Warming(QObject):
    """``done`` is told when the libraries are there, ``rested`` when those of later are; on the window's thread."""

    done = Signal()
    rested = Signal()
    _ended = Signal()
    _rest_ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._started = False
        self._leaving = threading.Event()
        self._ended.connect(self.done, Qt.ConnectionType.QueuedConnection)
        self._rest_ended.connect(self.rested, Qt.ConnectionType.QueuedConnection)

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

    def go_on(self) -> None:
        """Load the rest, which nobody waits for."""
        if self._thread is not None:
            self._thread.join()  # it has told that it is done
        self._thread = threading.Thread(target=self._load_rest, name="warming", daemon=True)
        self._thread.start()

    @property
    def is_loading(self) -> bool:
        """Whether the thread is at work."""
        return self._thread is not None and self._thread.is_alive()

    def wait(self) -> None:
        """To be called before the window goes: the thread must not tell one that is gone."""
        self._leaving.set()
        if self._thread is not None:
            self._thread.join()

    def _load(self) -> None:
        for name in _MODULES:
            import_module(name)
        self._ended.emit()

    def _load_rest(self) -> None:
        for name in _LATER:
            if self._leaving.is_set():
                return
            import_module(name)
        self._rest_ended.emit()
