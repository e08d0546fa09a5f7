"""How the parts of the main window stand side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

_SIZES = [846, 390]  # pixels of the drawing; the panel needs 372 at least


def beside(middle: QWidget, panel: QWidget) -> QSplitter:
    """The pages and the panel, parted by a line that can be moved."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.addWidget(middle)
    splitter.addWidget(panel)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 0)
    splitter.setSizes(_SIZES)
    return splitter


def under(toolbar: QWidget, pages: QWidget) -> QWidget:
    """The toolbar above the pages."""
    middle = QWidget()
    middle.setObjectName("page")
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(toolbar)
    column.addWidget(pages, 1)
    return middle


def whole(navigation: QWidget, rest: QWidget) -> QWidget:
    """The navigation at the left of all the rest."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(navigation)
    row.addWidget(rest, 1)
    return made
