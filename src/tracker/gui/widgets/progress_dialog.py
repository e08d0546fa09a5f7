"""The dialog that shows how far long work is, and lets a person stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from tracker.gui.widgets.labels import ElidedLabel
from tracker.words import _


class ProgressDialog(QDialog):
    """Title, text, bar and 取消; it closes only when the work has ended."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(440)
        self._ended = False
        heading = QLabel(title)
        heading.setProperty("kind", "subheading")
        self.text = ElidedLabel()
        self.text.setProperty("kind", "muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(_("取消"))
        self.stop.clicked.connect(self._cancel)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        for widget in (heading, self.text, self.bar):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(buttons)

    def tell(self, done: int, total: int, text: str) -> None:
        """Show that ``done`` of ``total`` is reached; total 0 means unknown."""
        # Qt's ranges are 32-bit: a file of 3 GB would overflow
        self.bar.setRange(0, 1000 if total else 0)
        if total:
            self.bar.setValue(round(1000 * min(done, total) / total))
        if self.stop.isEnabled():
            self.text.setText(text)

    def finish(self) -> None:
        """The work has ended."""
        self._ended = True
        self.close()

    def _cancel(self) -> None:
        self.stop.setEnabled(False)
        self.text.setText(_("正在取消…"))
        self.cancelled.emit()

    def reject(self) -> None:
        """Escape asks to stop; the dialog stays until the work has."""
        self._cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._ended:
            event.accept()
        else:
            event.ignore()
            self._cancel()
