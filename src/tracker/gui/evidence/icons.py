"""Icons of the sorts of file, painted: a sheet with a folded corner and what is usual on such a sheet."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from tracker.domain.file_kinds import FileKind
from tracker.gui.theme import Theme, Tone

_TONES = {
    FileKind.PICTURE: Tone.ACCENT,
    FileKind.PDF: Tone.ALERT,
    FileKind.DOCUMENT: Tone.ACCENT,
    FileKind.SHEET: Tone.GOOD,
    FileKind.SLIDES: Tone.WARN,
    FileKind.TEXT: Tone.MUTED,
    FileKind.MEDIA: Tone.STANDING,
    FileKind.ARCHIVE: Tone.WARN,
    FileKind.OTHER: Tone.MUTED,
}


def paint_icon(painter: QPainter, box: QRectF, kind: FileKind, theme: Theme) -> None:
    """Draw the icon of ``kind`` into the middle of ``box``."""
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center() - QPointF(side / 2, side / 2))
    painter.scale(side / 24, side / 24)  # everything below is drawn on a square of 24
    tone = _TONES[kind]
    sheet = QPainterPath(QPointF(5, 2.5))
    for x, y in ((14.5, 2.5), (19, 7), (19, 21.5), (5, 21.5)):
        sheet.lineTo(x, y)
    sheet.closeSubpath()
    pen = QPen(QColor(theme.text_of(tone)), 1.2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(QColor(theme.ground_of(tone)))
    painter.drawPath(sheet)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(14.5, 2.5), QPointF(14.5, 7), QPointF(19, 7)])
    _CONTENTS[kind](painter, QColor(theme.text_of(tone)))
    painter.restore()


def _lines(painter: QPainter, _ink: QColor) -> None:
    for y, right in ((11, 16), (14, 16), (17, 12.5)):
        painter.drawLine(QPointF(8, y), QPointF(right, y))


def _grid(painter: QPainter, _ink: QColor) -> None:
    painter.drawRect(QRectF(7.8, 10.3, 8.4, 7.8))
    painter.drawLine(QPointF(12, 10.3), QPointF(12, 18.1))
    for y in (12.9, 15.5):
        painter.drawLine(QPointF(7.8, y), QPointF(16.2, y))


def _bars(painter: QPainter, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for x, top in ((8, 14.5), (11, 10.5), (14, 12.5)):
        painter.fillRect(QRectF(x, top, 2, 18 - top), ink)


def _band(painter: QPainter, ink: QColor) -> None:
    painter.fillRect(QRectF(5, 13.5, 14, 4.5), ink)
    painter.drawLine(QPointF(8, 10.5), QPointF(16, 10.5))


def _scene(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawPolygon(
        QPolygonF([QPointF(7.5, 18), QPointF(11, 12.8), QPointF(13, 15.4), QPointF(14.2, 14), QPointF(16.5, 18)])
    )
    painter.drawEllipse(QPointF(14.6, 11), 0.9, 0.9)


def _play(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(10, 10.8), QPointF(15.2, 14.2), QPointF(10, 17.6)]))


def _zip(painter: QPainter, ink: QColor) -> None:
    for n in range(5):
        painter.fillRect(QRectF(10 + n % 2 * 1.9, 4 + n * 1.9, 1.9, 1.9), ink)
    painter.drawRect(QRectF(9.8, 14, 4.2, 4))


def _nothing(painter: QPainter, ink: QColor) -> None:
    painter.setBrush(ink)
    for x in (9.3, 12, 14.7):
        painter.drawEllipse(QPointF(x, 14), 0.55, 0.55)


_CONTENTS: dict[FileKind, Callable[[QPainter, QColor], None]] = {
    FileKind.PICTURE: _scene,
    FileKind.PDF: _band,
    FileKind.DOCUMENT: _lines,
    FileKind.SHEET: _grid,
    FileKind.SLIDES: _bars,
    FileKind.TEXT: _lines,
    FileKind.MEDIA: _play,
    FileKind.ARCHIVE: _zip,
    FileKind.OTHER: _nothing,
}
