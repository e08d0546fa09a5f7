"""The header of the table: what the mouse does there, the keyboard does too."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.gui.theme import Theme
from tracker.words import _

_STEP = 12  # pixels


class TableHeader(QHeaderView):
    """With the focus: arrows choose a column, Space sorts, Ctrl+arrows move it, Shift+arrows size it, Menu asks."""

    menu_wanted = Signal(int, QPoint)  # the column, and where on the screen
    shift_wanted = Signal(int, int)  # the column, and by how many places
    width_wanted = Signal(int, int)  # the column, and by how many pixels
    left = Signal()  # back to the rows

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(_("列标题"))
        self.setAccessibleDescription(
            _("左右方向键选择一列，空格键排序，Ctrl 加方向键移动，Shift 加方向键调整列宽，菜单键打开更多操作")
        )
        self.setToolTip(_("点击排序，拖动可以移动或调整宽度，右键选择要显示的列"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setSortIndicatorClearable(True)  # a third click gives back the ledger's own order
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._pen = QPen(QColor(theme.accent), 1)
        self._at = 0  # the visual place of the column that the keyboard is on

    def _visible(self) -> list[int]:
        """The visual places of columns that are shown, from the left."""
        return [place for place in range(self.count()) if not self.isSectionHidden(self.logicalIndex(place))]

    def column(self) -> int:
        """The column that the keyboard is on."""
        shown = self._visible()
        if self._at not in shown and shown:
            self._at = min(shown, key=lambda place: abs(place - self._at))
        return self.logicalIndex(self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        column, modifiers = self.column(), event.modifiers()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.shift_wanted.emit(column, step)
            self._at = self.visualIndex(column)
        elif step and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.width_wanted.emit(column, step * _STEP)
        elif step:
            shown = self._visible()
            self._at = shown[min(max(0, shown.index(self._at) + step), len(shown) - 1)]
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._sort(column)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)
            return
        self.viewport().update()

    def _sort(self, column: int) -> None:
        """As clicks do: upwards, downwards, and the ledger's own order again."""
        now, order = self.sortIndicatorSection(), self.sortIndicatorOrder()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if now != column:
            self.setSortIndicator(column, up)
        elif order == up:
            self.setSortIndicator(column, down)
        else:
            self.setSortIndicator(-1, up)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            column = self.column()
            place = self.mapToGlobal(QPoint(self.sectionViewportPosition(column), self.height()))
        else:
            column = self.logicalIndexAt(event.pos())
            place = event.globalPos()
        self.menu_wanted.emit(column, place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.column()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            column = self.column()
            painter = QPainter(self.viewport())
            painter.setPen(self._pen)
            left, width = self.sectionViewportPosition(column), self.sectionSize(column)
            painter.drawRect(left + 1, 1, width - 3, self.height() - 3)
