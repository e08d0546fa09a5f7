"""The navigation on the left: the office, and the places with their live counts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tracker.gui.items.places import Place, PlaceGroup
from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import ElidedLabel
from tracker.words import _

_PLACE = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1


class Navigation(QWidget):
    """``chosen`` carries the Place that a person went to."""

    chosen = Signal(object)

    def __init__(self, groups: tuple[PlaceGroup, ...], office: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(208)
        self.office = ElidedLabel(office, Qt.TextElideMode.ElideRight)
        self.office.setObjectName("office")
        self.list = QListWidget()
        self.list.setObjectName("places")
        self.list.setAccessibleName(_("导航"))
        self.list.setItemDelegate(_PlaceDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMouseTracking(True)
        self._entries: dict[str, QListWidgetItem] = {}
        for group in groups:
            title = QListWidgetItem(group.title)
            title.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(title)
            for place in group.places:
                entry = QListWidgetItem(place.title)
                entry.setData(_PLACE, place)
                self.list.addItem(entry)
                self._entries[place.key] = entry
        self.list.currentItemChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.office)
        column.addWidget(self.list, 1)

    def show_count(self, key: str, count: int) -> None:
        """Write ``count`` beside a place."""
        self._entries[key].setData(_COUNT, count)

    def mark(self, key: str) -> None:
        """Mark a place as the one shown, without going there again."""
        self.list.blockSignals(True)
        self.list.setCurrentItem(self._entries[key])
        self.list.blockSignals(False)
        self.list.viewport().update()

    def go(self, key: str) -> None:
        """Go to a place, as by a click."""
        self.list.setCurrentItem(self._entries[key])

    def _tell(self, entry: QListWidgetItem | None) -> None:
        place = entry.data(_PLACE) if entry is not None else None
        if isinstance(place, Place):
            self.chosen.emit(place)


class _PlaceDelegate(QStyledItemDelegate):
    """Paints headings small and grey, places with their counts at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        heading = index.data(_PLACE) is None
        return QSize(100, (30 if index.row() == 0 else 44) if heading else 34)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = QFont(option.font)
        place, theme = index.data(_PLACE), self._theme
        if place is None:
            font.setPointSizeF(font.pointSizeF() - 1.5)
            painter.setFont(font)
            painter.setPen(QColor(theme.muted))
            low = rect.adjusted(10, 0, -10, -5)
            painter.drawText(low, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), index.data())
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_ground if chosen else theme.hover))
            painter.drawRoundedRect(QRectF(rect.adjusted(0, 1, 0, -1)), 6, 6)
        inner = rect.adjusted(12, 0, -14, 0)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if chosen else theme.text))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), index.data())
        count = index.data(_COUNT)
        if count is not None:
            alarming = place.alarming and count
            painter.setPen(QColor(theme.alert if alarming else theme.muted))
            font.setPointSizeF(font.pointSizeF() - 1)
            painter.setFont(font)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(count))
