"""Paints a cell of the statistics: the colours of the model on the ground of the window, whether chosen or not."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.gui.theme import Theme

PAD = 10


class StatDelegate(QStyledItemDelegate):
    """Words at the left, figures at the right, a line below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._text, self._line = QColor(theme.text), QColor(theme.line)
        self._selection, self._focus = QColor(theme.selection), QColor(theme.accent)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selection)
        painter.setPen(self._focus if focused else self._line)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        font: QFont = index.data(Qt.ItemDataRole.FontRole) or option.font
        painter.setFont(font)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or self._text)
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        words = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), words)
