"""The navigation on the left: the office, and the places with their live counts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter
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
from tracker.gui.scope_box import ScopeBox
from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import ElidedLabel
from tracker.gui.widgets.sizes import grown
from tracker.words import _

_PLACE = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1


class Navigation(QWidget):
    """``chosen`` carries the Place that a person went to; ``menu_wanted`` a Place and where its menu shall open."""

    chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, groups: tuple[PlaceGroup, ...], office: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(grown(208))
        self.office = ElidedLabel(office, Qt.TextElideMode.ElideRight)
        self.office.setObjectName("office")
        self.scope = ScopeBox()
        self.list = _PlaceList()
        self.list.setObjectName("places")
        self.list.setAccessibleName(_("导航"))
        self.list.setItemDelegate(_PlaceDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMouseTracking(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self._entries: dict[str, QListWidgetItem] = {}
        self.show_places(groups)
        self.list.currentItemChanged.connect(self._tell)
        self.list.clicked_again.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.office)
        column.addWidget(self.scope)
        column.addWidget(self.list, 1)

    def show_places(self, groups: tuple[PlaceGroup, ...]) -> None:
        """Show ``groups``; counts and the place one is at stay."""
        counts = {key: entry.data(_COUNT) for key, entry in self._entries.items()}
        now = self.list.currentItem()
        here = now.data(_PLACE) if now is not None else None
        self.list.blockSignals(True)
        self.list.clear()
        self._entries.clear()
        for group in groups:
            title = QListWidgetItem(group.title)
            title.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(title)
            for place in group.places:
                entry = QListWidgetItem(place.title)
                entry.setData(_PLACE, place)
                entry.setData(_COUNT, counts.get(place.key))
                entry.setToolTip(place.tip or place.title)
                self.list.addItem(entry)
                self._entries[place.key] = entry
        if isinstance(here, Place) and here.key in self._entries:
            self.list.setCurrentItem(self._entries[here.key])
        self.list.blockSignals(False)

    def _ask_menu(self, at: QPoint) -> None:
        entry = self.list.itemAt(at)
        place = entry.data(_PLACE) if entry is not None else None
        if isinstance(place, Place):
            self.menu_wanted.emit(place, self.list.viewport().mapToGlobal(at))

    def show_count(self, key: str, count: int) -> None:
        """Write ``count`` beside a place."""
        self._entries[key].setData(_COUNT, count)

    def has(self, key: str) -> bool:
        """Whether there is such a place now."""
        return key in self._entries

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


class _PlaceList(QListWidget):
    """``clicked_again`` is a click on the place where one is: what was narrowed there by hand is to be shown whole."""

    clicked_again = Signal(QListWidgetItem)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        here = self.currentItem()
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and here and self.itemAt(event.position().toPoint()) is here:
            self.clicked_again.emit(here)


class _PlaceDelegate(QStyledItemDelegate):
    """Paints headings small and grey, places with their counts at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        heading = index.data(_PLACE) is None
        return QSize(100, (28 if index.row() == 0 else 38) if heading else grown(32))

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
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() - 1)
        count = index.data(_COUNT)
        number = "" if count is None else str(count)
        painter.setFont(small)
        painter.setPen(QColor(theme.alert if place.alarming and count else theme.muted))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), number)
        room = inner.width() - (painter.fontMetrics().horizontalAdvance(number) + 6 if number else 0)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if chosen else theme.text))
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
