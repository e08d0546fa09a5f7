"""Widgets one after another in rows, as words flow in a paragraph."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP, _ROW_GAP = 8, 6


class Flow(QWidget):
    """Shows ``flow``'s widgets in rows. Those that may be missing are shown only while they cost no further row."""

    def __init__(self, *, gap: int = _GAP) -> None:
        super().__init__()
        self._gap = gap  # pixels between two in a row
        self._widgets: list[QWidget] = []
        self._optional: frozenset[QWidget] = frozenset()
        # not Fixed: that would hold it to the height of its hint, which another width may exceed
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def flow(self, widgets: Sequence[QWidget], optional: Sequence[QWidget] = ()) -> None:
        """Show ``widgets`` in this order, also the order of Tab; ``optional`` are those that may be missing."""
        for widget in self._widgets:
            if widget not in widgets:
                widget.hide()
        self._widgets, self._optional = list(widgets), frozenset(optional)
        before: QWidget | None = None
        for widget in widgets:
            if widget.parent() is not self:
                widget.setParent(self)
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget
        self.arrange()

    def arrange(self) -> None:
        """Put all widgets into their places; to be called when one has changed its size."""
        shown, places = self._fitting(max(self.width(), 1))
        for widget in self._widgets:
            widget.setVisible(widget in shown)
        for widget, place in zip(shown, places, strict=True):
            widget.setGeometry(place)
        self.updateGeometry()

    def _fitting(self, width: int) -> tuple[list[QWidget], list[QRect]]:
        """What is shown at ``width``, and where: the optional from the first on, while no row is added."""
        shown = [widget for widget in self._widgets if widget not in self._optional]
        places = _rows(shown, width, self._gap)
        for widget in self._widgets:
            if widget not in self._optional:
                continue
            more = [each for each in self._widgets if each in shown or each is widget]
            wider = _rows(more, width, self._gap)
            if _bottom(wider) > max(_bottom(places), widget.sizeHint().height()):
                break
            shown, places = more, wider
        return shown, places

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's own name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's own name
        return _bottom(self._fitting(width)[1])

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 400)))

    def minimumSizeHint(self) -> QSize:
        widest = max((widget.minimumSizeHint().width() for widget in self._widgets), default=0)
        return QSize(widest, max((widget.sizeHint().height() for widget in self._widgets), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.arrange()


def _rows(widgets: Sequence[QWidget], width: int, gap: int) -> list[QRect]:
    places: list[QRect] = []
    left = top = height = 0
    for widget in widgets:
        size = widget.sizeHint()
        wide = min(size.width(), width)
        if left and left + wide > width:
            left, top, height = 0, top + height + _ROW_GAP, 0
        places.append(QRect(left, top, wide, size.height()))
        left, height = left + wide + gap, max(height, size.height())
    return places


def _bottom(places: Sequence[QRect]) -> int:
    return max((place.y() + place.height() for place in places), default=0)
