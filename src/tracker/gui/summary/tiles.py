"""The row of numbers: each is a button, those that are nought stand back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QSizePolicy, QWidget

from tracker.gui.theme import Theme, Tone
from tracker.gui.widgets.labels import small_points

_PAD, _SPACING = 12, 10
_LEAST, _MOST = 7.5, 8.5  # how many times as wide as its letters are high a tile is at least, and for long words
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Number:
    """One number: what it counts, how it is written, its tone where there is any, and why it matters."""

    key: str
    label: str
    text: str
    any: bool
    tone: Tone = Tone.PLAIN
    tip: str = ""


class Tile(QAbstractButton):
    """A number above its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._number = Number("", "", "", any=False)
        self._large = QFont(QApplication.font())
        self._large.setPointSizeF(self._large.pointSizeF() * 1.7)
        self._large.setWeight(QFont.Weight.DemiBold)
        self._small = QFont(QApplication.font())
        self._small.setPointSizeF(small_points())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_number(self, number: Number) -> None:
        """Show ``number``; the same one again costs nothing."""
        if number == self._number:
            return
        self._number = number
        self.setText(number.text)
        self.setAccessibleName(f"{number.label} {number.text}")
        self.setAccessibleDescription(number.tip)
        self.setToolTip("\n".join(words for words in (number.label, number.tip) if words))
        self.update()

    def sizeHint(self) -> QSize:
        heights = QFontMetrics(self._large).height() + QFontMetrics(self._small).height()
        words = QFontMetrics(self._small).horizontalAdvance(self._number.label) + 2 * _PAD - 4
        letter = QFontMetrics(self._small).ascent()
        return QSize(int(min(max(words, _LEAST * letter), _MOST * letter)), heights + 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        number, theme = self._number, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        loud = number.any and number.tone in (Tone.ALERT, Tone.WARN)
        edge = theme.accent if self.hasFocus() else theme.border if self.underMouse() else theme.line
        ground = theme.ground_of(number.tone) if loud else theme.hover if self.isDown() else theme.window
        painter.setPen(QPen(QColor(edge if self.hasFocus() or not loud else ground), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        inner = self.rect().adjusted(_PAD, 8, -_PAD + 4, -8)
        low = QFontMetrics(self._small)
        upper, lower = inner.adjusted(0, 0, 0, -low.height()), inner.adjusted(0, inner.height() - low.height(), 0, 0)
        painter.setFont(self._large)
        painter.setPen(QColor(theme.text_of(number.tone if number.any else Tone.MUTED)))
        painter.drawText(upper, _LEFT, number.text)
        painter.setFont(self._small)
        painter.setPen(QColor(theme.text_of(number.tone) if loud else theme.muted))
        painter.drawText(lower, _LEFT, low.elidedText(number.label, Qt.TextElideMode.ElideRight, lower.width()))
        painter.end()


class TileRow(QWidget):
    """The tiles side by side, in two rows where there is less room. ``chosen`` carries the key of a number.

    Tab comes to the one that was last used; arrows walk from tile to tile.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.tiles: list[Tile] = []
        self._numbers: tuple[Number, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SPACING)
        self.setAccessibleName(name)

    def show_numbers(self, numbers: Sequence[Number]) -> None:
        """Show ``numbers`` in their order; there are always as many."""
        self._numbers = tuple(numbers)
        while len(self.tiles) < len(numbers):
            self._add()
        for tile, number in zip(self.tiles, numbers, strict=True):
            tile.show_number(number)
        self._arrange()

    def _add(self) -> None:
        place, tile = len(self.tiles), Tile(self._theme)
        tile.clicked.connect(lambda: self.chosen.emit(self._numbers[place].key))
        tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == 0 else Qt.FocusPolicy.ClickFocus)
        tile.installEventFilter(self)
        self.tiles.append(tile)
        self._columns = 0

    def tile(self, key: str) -> Tile:
        """The tile of one number."""
        return self.tiles[[number.key for number in self._numbers].index(key)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _narrowest(self) -> int:
        """What the longest words take, within reason."""
        return max((tile.sizeHint().width() for tile in self.tiles), default=1)

    def _arrange(self) -> None:
        fitting = (self.width() + _SPACING) // (self._narrowest() + _SPACING)
        columns = len(self.tiles) if fitting >= len(self.tiles) else max((len(self.tiles) + 1) // 2, 1)
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()

    # -- keyboard

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(watched, Tile) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._pressed(self.tiles.index(watched), event)
        if isinstance(watched, Tile) and event.type() is QEvent.Type.FocusIn:
            for tile in self.tiles:
                tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile is watched else Qt.FocusPolicy.ClickFocus)
        return False

    def _pressed(self, place: int, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tiles[place].click()
            return True
        key = Qt.Key(event.key())
        if key not in steps:
            return False
        target = place + steps[key]
        if 0 <= target < len(self.tiles):
            self.tiles[target].setFocus(Qt.FocusReason.OtherFocusReason)
        return True
