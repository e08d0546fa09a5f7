"""The entry fields of the review's forms: a text field as high as its words need, and faults shown beside fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget


class TextField(QPlainTextEdit):
    """A few lines of text, as high as its words within limits. ``left`` tells that a person has finished; Tab goes on,
    Enter too where ``single``."""

    left = Signal()

    def __init__(self, least: int, most: int, *, single: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most, self._single = least, most, single
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)  # the style sheet's padding stays free when a long text is scrolled
        self.textChanged.connect(self._fit)

    def showEvent(self, event: QShowEvent) -> None:
        """Only a field that is shown knows the font that its style sheet gives it."""
        self._fit()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """The document counts its lines as they are wrapped now."""
        needed = round(self.document().size().height())
        lines = min(max(needed, self._least), self._most)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needed > self._most else policy.ScrollBarAlwaysOff
        )  # Qt would show one for the pixel that a line is higher than its font says
        frame = self.height() - self.viewport().height()
        line = self.fontMetrics().lineSpacing() + 1  # Chinese falls back to a font a pixel higher
        self.setFixedHeight(frame + line * lines + 2 * int(self.document().documentMargin()))

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
