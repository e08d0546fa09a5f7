"""The heights of rows: all alike but for the headings of groups, which are lower."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView

from tracker.gui.items.delegate import HEADING_HEIGHT, ROW_HEIGHT
from tracker.gui.widgets.sizes import grown


class RowHeights:
    """Keeps ``header``, the vertical one, which is hidden."""

    def __init__(self, header: QHeaderView) -> None:
        self._header = header
        header.hide()
        self._usual, self._low = grown(ROW_HEIGHT), grown(HEADING_HEIGHT)
        header.setMinimumSectionSize(min(self._usual, self._low))
        header.setDefaultSectionSize(self._usual)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._lower: Sequence[int] = ()

    def follow(self, headings: Sequence[int]) -> None:
        """These rows are headings, all others are not. Quick however many there are: nobody is told row by row."""
        if not headings and not self._lower:
            return
        self._header.setUpdatesEnabled(False)
        self._header.blockSignals(True)
        for row in self._lower:
            if row < self._header.count():
                self._header.resizeSection(row, self._usual)
        for row in headings:
            self._header.resizeSection(row, self._low)
        self._lower = tuple(headings)
        self._header.blockSignals(False)
        self._header.setUpdatesEnabled(True)
