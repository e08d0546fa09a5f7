"""The outline of the report, with how many candidates each part holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from tracker.domain.review import DraftReview
from tracker.gui.theme import Theme
from tracker.words import _

_START = Qt.ItemDataRole.UserRole


class Outline(QTreeWidget):
    """``chosen`` tells the place in the raw text of the heading that a person went to."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("原文结构"))
        self._theme = theme
        self._rows: list[QTreeWidgetItem] = []
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(18)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(self._tell)
        self.itemActivated.connect(self._tell)

    def show_review(self, review: DraftReview) -> None:
        """Show the headings, built once, and the counts, which change with merging and splitting."""
        if not self._rows:
            self._build(review)
        for row, count in zip(self._rows, review.section_counts(), strict=True):
            row.setText(1, str(count) if count else "")
            row.setForeground(0, QColor(self._theme.text if count else self._theme.muted))

    def mark(self, offset: int) -> None:
        """Mark the last heading before ``offset``, without telling of it."""
        above = [row for row in self._rows if row.data(0, _START) <= offset]
        self.setCurrentItem(above[-1] if above else None)  # type: ignore[arg-type]

    def _build(self, review: DraftReview) -> None:
        above: list[tuple[int, QTreeWidgetItem]] = []
        for section in review.source.sections:
            while above and above[-1][0] >= section.level:
                above.pop()
            row = QTreeWidgetItem([section.heading, ""])
            row.setData(0, _START, section.start)
            row.setToolTip(0, section.heading)
            row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.setForeground(1, QColor(self._theme.accent))
            if above:
                above[-1][1].addChild(row)
            else:
                self.addTopLevelItem(row)
            above.append((section.level, row))
            self._rows.append(row)
        for row, count in zip(self._rows, review.section_counts(), strict=True):
            row.setExpanded(bool(count))  # the achievements of a year are long, and nothing is to be done there

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(self.viewport().rect().adjusted(6, 4, 0, 0), 0, _("没有读出章节"))
        painter.end()

    def _tell(self, row: QTreeWidgetItem) -> None:
        self.chosen.emit(row.data(0, _START))
