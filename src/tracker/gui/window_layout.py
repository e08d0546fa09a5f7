"""How the parts of the main window stand side by side."""

from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

_SIZES = [846, 390]  # pixels of the drawing; the panel needs 372 at least


def beside(splitter: QSplitter, middle: QWidget) -> None:
    """Put the pages into ``splitter``; the panel follows behind the line that can be moved."""
    splitter.insertWidget(0, middle)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 0)
    splitter.setSizes(_SIZES)


def under(*parts: QWidget) -> QWidget:
    """Bars above the pages, which come last and take what room is left."""
    middle = QWidget()
    middle.setObjectName("page")
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is parts[-1] else 0)
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
