"""The table of all evidence: fixed heights, a thumbnail and two lines in the first column, dragging out, keys."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDrag, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from tracker.domain.evidence_cards import EvidenceCard
from tracker.gui.evidence.evidence_model import CARD, Column, EvidenceModel, Index
from tracker.gui.evidence.pictures import Pictures
from tracker.gui.theme import Theme
from tracker.gui.widgets.sizes import grown
from tracker.words import _

_ROW, _PICTURE, _PAD = 46, 36, 8
_WIDTHS = {
    Column.NAME: 220, Column.KIND: 64, Column.SIZE: 80, Column.ITEM: 240, Column.PROVES: 130, Column.ADDED: 98,
    Column.BY: 76, Column.STATE: 74, Column.SHA: 86,
}  # fmt: skip
_TITLE_AROUND = 22  # pixels
_OVERRIDE = QEvent.Type.ShortcutOverride


class EvidenceTable(QTableView):
    """Space ``looked_at``, Enter or a double click ``opened``; both act on the current row."""

    opened = Signal()
    looked_at = Signal()
    current_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        model: EvidenceModel,
        pictures: Pictures,
        files: Callable[[list[EvidenceCard]], Sequence[Path]],
    ) -> None:
        super().__init__()
        self.cards, self._files = model, files
        self.setModel(model)
        self.setItemDelegate(_Delegate(theme, model, pictures, self))
        self.setAccessibleName(_("全部佐证材料"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setStretchLastSection(True)
        heads.setSortIndicatorClearable(True)  # a third click: the latest first again
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        metrics = self.fontMetrics()
        for column, width in _WIDTHS.items():
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            self.setColumnWidth(column, max(grown(width), metrics.horizontalAdvance(title) + _TITLE_AROUND))
        heads.sectionResized.connect(self._resized)
        self._own_widths = True
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda *_both: self.current_changed.emit())

    def current(self) -> EvidenceCard | None:
        """The current row; None where there is none."""
        index = self.currentIndex()
        return self.cards.cards[index.row()] if index.isValid() else None

    def chosen(self) -> list[EvidenceCard]:
        """The selected rows from the top."""
        return [self.cards.cards[index.row()] for index in sorted(self.selectionModel().selectedRows())]

    def select(self, key: int) -> None:
        """Make the row of a piece of evidence current, where it is shown."""
        row = self.cards.row_of(key)
        if row >= 0:
            self.selectRow(row)
            self.setCurrentIndex(self.cards.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._own_widths:  # names get what room is left, until the person chooses other widths
            others = sum(_WIDTHS.values()) - _WIDTHS[Column.NAME]
            self.setColumnWidth(Column.NAME, max(_WIDTHS[Column.NAME], event.size().width() - others))
            self._own_widths = True

    def _resized(self, column: int) -> None:
        if column != len(Column) - 1:  # the last one follows the window
            self._own_widths = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.looked_at.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == _OVERRIDE and event.key() == Qt.Key.Key_Space:
            event.accept()
            return True
        return super().event(event)

    def startDrag(self, supported: Qt.DropAction) -> None:
        files = self._files(self.chosen())
        if not files:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


class _Delegate(QStyledItemDelegate):
    """Paints what the model has; measures nothing."""

    def __init__(self, theme: Theme, model: EvidenceModel, pictures: Pictures, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._model, self._pictures = theme, model, pictures
        self._first = QFont(QApplication.font())
        self._second = QFont(self._first)
        self._second.setPointSizeF(self._first.pointSizeF() - 1)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        card: EvidenceCard = index.data(CARD)
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.side))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        box = rect.adjusted(_PAD, 0, -_PAD, 0)
        second = ""
        if index.column() == Column.NAME:
            place = QRectF(box.left(), rect.top() + (rect.height() - _PICTURE) / 2, _PICTURE, _PICTURE)
            self._pictures.paint(painter, place, card.sha256, card.name, theme)
            box.setLeft(box.left() + _PICTURE + _PAD)
            second = self._model.second_line(card)
        first = self._first if index.column() in (Column.NAME, Column.ITEM) else self._second
        align: int = index.data(Qt.ItemDataRole.TextAlignmentRole)
        top = box.adjusted(0, 0, 0, -box.height() // 2 + 1) if second else box
        painter.setFont(first)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        # a file's ending tells what it is, a title's beginning what it says
        elide = Qt.TextElideMode.ElideMiddle if index.column() == Column.NAME else Qt.TextElideMode.ElideRight
        words = QFontMetrics(first).elidedText(index.data(), elide, top.width())
        painter.drawText(
            top, align if not second else int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words
        )
        if second:
            painter.setFont(self._second)
            painter.setPen(QColor(theme.alert if card.sha256 in self._model.faults else theme.muted))
            lower = box.adjusted(0, box.height() // 2 + 1, 0, 0)
            words = QFontMetrics(self._second).elidedText(second, Qt.TextElideMode.ElideRight, lower.width())
            painter.drawText(lower, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), words)
