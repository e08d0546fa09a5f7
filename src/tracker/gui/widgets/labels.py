"""Labels: one that elides, a coloured pill, and small helpers for text roles."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QSizePolicy, QWidget

from tracker.gui.theme import Theme, Tone


class ElidedLabel(QLabel):
    """One line that ends in … where it is too long; the whole stands in the tooltip."""

    def __init__(self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__(text)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())
        if self.toolTip() != self.text():
            self.setToolTip(self.text())
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()


class Pill(QLabel):
    """A word on a rounded coloured ground."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone) -> None:
        """Show ``text`` in ``tone``."""
        self.setText(text)
        self.setStyleSheet(
            f"background: {self._theme.ground_of(tone)}; color: {self._theme.text_of(tone)};"
            f"border-radius: 11px; padding: 2px 12px; font-size: {small_points()}pt;"
        )


def small_points() -> float:
    """The size of words of second rank, one point below the font that is chosen."""
    return QApplication.font().pointSizeF() - 1


def muted(text: str = "", *, wrap: bool = False) -> QLabel:
    """A label for words of second rank."""
    label = QLabel(text)
    label.setProperty("kind", "muted")
    label.setWordWrap(wrap)
    return label


def heading(text: str = "") -> QLabel:
    """A label for the title of a page or dialog."""
    label = QLabel(text)
    label.setProperty("kind", "heading")
    label.setWordWrap(True)
    return label


def tint(label: QLabel, theme: Theme, tone: Tone) -> None:
    """Colour the words of ``label``."""
    label.setStyleSheet(f"color: {theme.text_of(tone)};")


def make_room(dialog: QDialog) -> None:
    """Let ``dialog`` grow by what was just shown in it: wrapped words do not do that by themselves."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    dialog.resize(dialog.width(), max(dialog.height(), layout.totalHeightForWidth(dialog.width())))
