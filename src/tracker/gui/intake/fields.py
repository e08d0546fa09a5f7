"""The entry fields of the review's forms: a text field as high as its words need, and faults shown beside fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget


class TextField(QPlainTextEdit):
    """Several lines of text. ``left`` tells that a person has finished; Tab goes on, Enter too where ``single``."""

    left = Signal()

    def __init__(self, lines: int, *, single: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._single = single
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = lines

    def showEvent(self, event: QShowEvent) -> None:
        """Only a field that is shown knows the font that its style sheet gives it."""
        frame = self.height() - self.viewport().height()
        lines = (self.fontMetrics().lineSpacing() + 1) * self._lines  # Chinese falls back to a font a pixel higher
        self.setFixedHeight(frame + lines + 2 * int(self.document().documentMargin()) + 2)
        super().showEvent(event)

    def text(self) -> str:
        """What stands in the field."""
        words = self.toPlainText()
        return " ".join(words.split("\n")) if self._single else words

    def setText(self, text: str) -> None:  # noqa: N802 - as QLineEdit calls it, so that forms treat both alike
        """Replace all, forgetting what was typed before."""
        self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._single and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


Field = QLineEdit | TextField


def put(field: Field, text: str) -> None:
    """Show ``text`` unless it stands there already: the cursor of one who is typing stays."""
    if field.text() != text:
        field.setText(text)
        if isinstance(field, QLineEdit):
            field.setCursorPosition(0)


def fault_label() -> QLabel:
    """The place for a sentence below a field."""
    label = QLabel()
    label.setProperty("kind", "error")
    label.setWordWrap(True)
    label.hide()
    return label


def mark(field: QWidget, label: QLabel, fault: str) -> None:
    """Show what is wrong with ``field``; an empty ``fault`` clears it."""
    label.setText(fault)
    label.setVisible(bool(fault))
    if bool(field.property("refused")) is not bool(fault):
        field.setProperty("refused", bool(fault))
        field.style().unpolish(field)
        field.style().polish(field)
