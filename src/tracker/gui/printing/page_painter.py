"""Paints the pages of a layout; every line was broken and every height measured when the layout was made."""

from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from tracker.sheets.layout import MM_PER_POINT, Align, Band, CellKind, Font, Layout, Row, SheetColumn, Value

_PADDING_MM = 0.9  # between a cell's line and its words
_LINE_MM = 0.15
_FOOTER = Font("宋体", 9)
# what stands for a family that the computer lacks: Windows, Linux, macOS
_STAND_INS = {
    "宋体": ("SimSun", "Noto Serif CJK SC", "Songti SC"),
    "仿宋": ("FangSong", "仿宋_GB2312", "STFangsong", "Noto Serif CJK SC"),
    "楷体": ("KaiTi", "楷体_GB2312", "Kaiti SC", "Noto Serif CJK SC"),
    "黑体": ("SimHei", "Noto Sans CJK SC", "Heiti SC"),
}
_ALIGNED = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


class PagePainter:
    """Paints single pages of ``layout`` with a painter whose origin is the paper's corner; ``dots`` are per mm."""

    def __init__(self, layout: Layout, painter: QPainter, dots: float) -> None:
        self._layout, self._painter, self._dots = layout, painter, dots
        paper = layout.paper
        self._shrink = min(1.0, paper.usable_width / layout.width) if layout.width else 1.0
        self._left = paper.left + (paper.usable_width - layout.width * self._shrink) / 2
        self._pages = layout.pages

    @property
    def pages(self) -> int:
        """How many pages there are; an empty sheet has one."""
        return len(self._pages)

    def paint(self, number: int) -> None:
        """Paint page ``number``, counted from 0."""
        layout, fonts = self._layout, self._layout.fonts
        # a preview records only what changes: black, the usual pen, would be the window's own colour, white on dark
        self._painter.setPen(Qt.GlobalColor.white)
        top = layout.paper.top
        if number == 0:
            for band, font, align in ((layout.title, fonts.title, Align.CENTRE), (layout.meta, fonts.meta, Align.LEFT)):
                top = self._band(band, font, align, top)
        top = self._header(top)
        for row in self._pages[number]:
            top = self._row(row, top)
        if number == self.pages - 1:
            top = self._band(layout.totals, fonts.totals, Align.LEFT, top, framed=True)
            top = self._band(layout.notes, fonts.notes, Align.LEFT, top)
            self._band(layout.signature, fonts.signature, Align.LEFT, top)
        self._footer(number)

    # -- the parts; places are in mm from the paper's corner

    def _band(self, band: Band | None, font: Font, align: Align, top: float, *, framed: bool = False) -> float:
        if band is None:
            return top
        height = band.height * MM_PER_POINT * self._shrink
        self._cell(self._left, top, self._layout.width * self._shrink, height, band.text, font, align, framed=framed)
        return top + height

    def _header(self, top: float) -> float:
        height = self._layout.header_height * MM_PER_POINT * self._shrink
        left = self._left
        for column in self._layout.columns:
            width = column.mm * self._shrink
            self._cell(left, top, width, height, column.title, self._layout.fonts.header, Align.CENTRE)
            left += width
        return top + height

    def _row(self, row: Row, top: float) -> float:
        height = row.height * MM_PER_POINT * self._shrink
        left = self._left
        for column, value in zip(self._layout.columns, row.cells, strict=True):
            width = column.mm * self._shrink
            words = shown(value, column)
            align = Align.CENTRE if words == "—" else column.align
            self._cell(left, top, width, height, words, self._layout.fonts.body, align)
            left += width
        return top + height

    def _footer(self, number: int) -> None:
        paper = self._layout.paper
        words = f"第 {number + 1} 页 共 {self.pages} 页"  # an official form is Chinese in every language
        top = paper.height - paper.bottom * 0.75
        self._cell(paper.left, top, paper.usable_width, 6, words, _FOOTER, Align.CENTRE, framed=False)

    def _cell(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        words: str,
        font: Font,
        align: Align,
        *,
        framed: bool = True,
    ) -> None:
        painter, dots = self._painter, self._dots
        rect = QRectF(left * dots, top * dots, width * dots, height * dots)
        if framed:
            painter.setPen(QPen(Qt.GlobalColor.black, _LINE_MM * dots))
            painter.drawRect(rect)
        pad = _PADDING_MM * dots * self._shrink
        painter.setFont(_qt_font(font, dots, self._shrink))
        painter.setPen(Qt.GlobalColor.black)
        flags = _ALIGNED[align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(rect.adjusted(pad, 0, -pad, 0), int(flags), words)


def shown(value: Value, column: SheetColumn) -> str:
    """A cell's value in words, as the workbook's number formats show it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if column.kind is CellKind.PERCENT and isinstance(value, int | float):
        return f"{value:.0%}"
    return str(value)


def _qt_font(font: Font, dots: float, shrink: float) -> QFont:
    made = QFont()
    made.setFamilies([font.family, *_STAND_INS.get(font.family, ())])
    made.setBold(font.bold)
    # in dots, not in points: what a point is depends on the device, and a preview's differs from the printer's
    made.setPixelSize(max(1, round(font.size * MM_PER_POINT * dots * shrink)))
    return made
