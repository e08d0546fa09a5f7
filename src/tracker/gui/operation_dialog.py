"""The base of dialogs that ask for one operation: they stay open, with the reason, until it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.errors import UserError
from tracker.gui.widgets.labels import heading, make_room, muted
from tracker.operations.operation import Operation
from tracker.words import _


class OperationDialog(QDialog):
    """``requested`` carries the operation; whoever hears it calls ``refuse`` at once, or the dialog closes."""

    requested = Signal(object)

    def __init__(self, parent: QWidget, *, title: str, words: str = "", button: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self._refused = False
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(heading(title))
        if words:
            column.addWidget(muted(words, wrap=True))
        column.addSpacing(4)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        column.addLayout(self.body, 1)
        self.refusal = QLabel()
        self.refusal.setProperty("kind", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        column.addWidget(self.refusal)
        self.ok = QPushButton(button)
        self.ok.setProperty("kind", "primary")
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.ask)
        cancel = QPushButton(_("取消"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.ok)
        column.addSpacing(8)
        column.addLayout(row)

    def operation(self) -> Operation[object]:
        """What is asked for, out of the entries. Raises UserError where an entry cannot be understood."""
        raise NotImplementedError

    def ask(self) -> None:
        """Ask for the operation, and close unless it is refused."""
        self._refused = False
        try:
            wanted = self.operation()
        except UserError as error:
            self.refuse(error)
            return
        self.requested.emit(wanted)
        if not self._refused:
            self.accept()

    def refuse(self, error: UserError) -> None:
        """Say why it was not done; the entries stay for mending."""
        self._refused = True
        self.refusal.setText(str(error))
        self.refusal.show()
        make_room(self)

    def name(self, text: str, buddy: QWidget) -> QLabel:
        """Put the name of an entry above it, both into the body."""
        label = QLabel(text)
        label.setProperty("kind", "name")
        label.setBuddy(buddy)
        buddy.setAccessibleName(text)
        if proxy := buddy.focusProxy():  # a line beside its button: the name is said of what has the cursor
            proxy.setAccessibleName(text)
        self.body.addWidget(label)
        self.body.addWidget(buddy)
        return label
