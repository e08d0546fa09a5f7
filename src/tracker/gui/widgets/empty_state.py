"""What an empty page says: why it is empty, and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.gui.widgets.labels import heading, muted


class EmptyState(QWidget):
    """A heading, numbered steps or a sentence, and buttons; ``chosen`` carries the key of the one pressed."""

    chosen = Signal(str)

    def __init__(
        self, title: str, *, words: str = "", steps: Sequence[str] = (), buttons: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.addStretch(2)
        inner = QVBoxLayout()
        inner.setSpacing(12)
        top = heading(title)
        top.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(top)
        self.words = muted(words, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setVisible(bool(words))
        inner.addWidget(self.words)
        listed = QVBoxLayout()
        listed.setSpacing(12)
        for number, step in enumerate(steps, 1):
            listed.addWidget(QLabel(f"{'①②③④⑤'[number - 1]}  {step}"))
        block = QHBoxLayout()
        block.addStretch()
        block.addLayout(listed)
        block.addStretch()
        inner.addLayout(block)
        column.addLayout(inner)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        for n, (key, text) in enumerate(buttons):
            button = QPushButton(text)
            if n == 0:
                button.setProperty("kind", "primary")
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            row.addWidget(button)
        row.addStretch()
        column.addSpacing(14)
        column.addLayout(row)
        column.addStretch(3)
