"""A picture that can be zoomed, moved and turned; it paints the size of it that is nearest above what is needed."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from tracker.gui.evidence.loading import Shown
from tracker.gui.theme import Theme

LEAST, MOST = 0.05, 8.0
_STEP = 1.25
_AROUND = 12  # pixels between the picture and the border


class PictureView(QAbstractScrollArea):
    """``zoomed`` tells that another size is shown; ``turned_over`` carries +1 or -1 where a scroll leaves the page."""

    zoomed = Signal()
    turned_over = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Shown | None = None
        self._quarters = 0  # turned to the right by so many quarters
        self._zoom: float | None = None  # None: as large as fits
        self._held: QPoint | None = None
        self.setProperty("kind", "picture")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    # -- what is shown

    def show_picture(self, shown: Shown, *, keep_zoom: bool) -> None:
        """Show a picture, whole; or as it was looked at, where it is the same one or the next page."""
        if not keep_zoom:
            self._zoom, self._quarters = None, 0
        self._shown = shown
        self._lay_out()
        self.viewport().update()
        self.zoomed.emit()

    def to_top(self, *, end: bool = False) -> None:
        """Scroll to the beginning of the page, or to its end."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if end else 0)

    @property
    def zoom(self) -> float:
        """How large the picture is shown; 1 is its natural size."""
        return self._fitting() if self._zoom is None else self._zoom

    @property
    def fits(self) -> bool:
        """Whether the size follows the window."""
        return self._zoom is None

    def pixels_across(self) -> int:
        """How many pixels of the screen the picture takes from left to right as it stands, unturned."""
        if self._shown is None:
            return self.viewport().width()
        return round(self._shown.natural.width() * self.zoom * self.devicePixelRatioF())

    # -- looking closer

    def fit(self) -> None:
        """As large as the window allows."""
        self._set_zoom(None)

    def zoom_to(self, zoom: float, about: QPointF | None = None) -> None:
        """Show it at ``zoom``; what is at ``about`` (the middle, where not given) stays where it is."""
        self._set_zoom(min(MOST, max(LEAST, zoom)), about)

    def step(self, steps: float, about: QPointF | None = None) -> None:
        """Some steps larger, or smaller."""
        self.zoom_to(self.zoom * _STEP**steps, about)

    def turn(self) -> None:
        """A quarter to the right."""
        self._quarters = (self._quarters + 1) % 4
        self._lay_out()
        self.viewport().update()
        self.zoomed.emit()

    def _set_zoom(self, zoom: float | None, about: QPointF | None = None) -> None:
        if self._shown is None:
            return
        place = about or QRectF(self.viewport().rect()).center()
        before, target = self.zoom, self._target()
        inside = (place - target.topLeft()) / before
        self._zoom = zoom
        self._lay_out()
        shift = inside * self.zoom - place + QPointF(_AROUND, _AROUND)
        self.horizontalScrollBar().setValue(round(shift.x()))
        self.verticalScrollBar().setValue(round(shift.y()))
        self.viewport().update()
        self.zoomed.emit()

    # -- measures

    def _natural(self) -> QSize:
        size = self._shown.natural if self._shown is not None else QSize(1, 1)
        return size.transposed() if self._quarters % 2 else size

    def _fitting(self) -> float:
        room, size = self.maximumViewportSize(), self._natural()
        fit = min((room.width() - 2 * _AROUND) / size.width(), (room.height() - 2 * _AROUND) / size.height())
        is_page = self._shown is not None and self._shown.pages > 0
        return max(LEAST / 5, fit if is_page else min(fit, 1.0))  # a small picture is not blown up, a page is

    def _size(self) -> QSizeF:
        return QSizeF(self._natural()) * self.zoom

    def _target(self) -> QRectF:
        """Where the picture stands in the viewport: in the middle, or moved by the scroll bars."""
        size, room = self._size(), QSizeF(self.viewport().size())
        target = QRectF(QPointF(0, 0), size)
        wide, high = size.width() + 2 * _AROUND > room.width(), size.height() + 2 * _AROUND > room.height()
        x = _AROUND - self.horizontalScrollBar().value() if wide else (room.width() - size.width()) / 2
        y = _AROUND - self.verticalScrollBar().value() if high else (room.height() - size.height()) / 2
        target.moveTopLeft(QPointF(x, y))
        return target

    def _lay_out(self) -> None:
        size, room = self._size(), self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, max(0, round(whole + 2 * _AROUND - part)) if self._zoom is not None else 0)
            bar.setPageStep(part)
            bar.setSingleStep(40)

    def _level(self) -> QImage | None:
        if self._shown is None:
            return None
        needed = self.pixels_across()
        fine = [level for level in self._shown.levels if level.width() >= needed]
        return fine[-1] if fine else self._shown.levels[0]

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.track))
        image = self._level()
        if image is not None:
            target = self._target()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.zoom < 2)
            painter.translate(target.center())
            painter.rotate(90 * self._quarters)
            size = target.size().transposed() if self._quarters % 2 else target.size()
            box = QRectF(QPointF(-size.width() / 2, -size.height() / 2), size)
            # through a picture stands what is behind it: transparent drawings are meant for paper
            painter.fillRect(box, Qt.GlobalColor.white)
            painter.drawImage(box, image, QRectF(image.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if self.fits:
            self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(delta / 120, event.position())
            event.accept()
            return
        bar = self.verticalScrollBar()
        if delta and bar.value() == (bar.minimum() if delta > 0 else bar.maximum()):
            self.turned_over.emit(-1 if delta > 0 else 1)
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        moved = event.position().toPoint() - self._held
        self._held = event.position().toPoint()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.fits:
            self.zoom_to(1.0 if self.zoom < 1 else 2.0, event.position())
        else:
            self.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
