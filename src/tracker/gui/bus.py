"""What each commit touched, told to the window as one signal."""

from PySide6.QtCore import QObject, Signal

from tracker.ledger import Ledger, Touched


class Bus(QObject):
    """Listens to a ledger; ``touched`` carries the ``Touched`` value of each commit, on the thread that made it."""

    touched = Signal(object)

    def __init__(self, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe = ledger.subscribe(self._tell)

    def _tell(self, touched: Touched) -> None:
        self.touched.emit(touched)

    def close(self) -> None:
        """Stop listening; to be called once, before the ledger is closed."""
        self._unsubscribe()
