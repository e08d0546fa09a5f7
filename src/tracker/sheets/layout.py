"""A sheet as a value: everything that a renderer paints, measured and broken into lines already."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

MM_PER_POINT = 25.4 / 72
MM_PER_PIXEL = 25.4 / 96

BLANK = "—"  # printed in every empty cell of a form, so that nobody writes one in by hand unnoticed

Value = str | int | float | date | None


class Align(StrEnum):
    """Where a cell's lines stand; all cells are centred from top to bottom."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


class CellKind(StrEnum):
    """How the values of a column are written: as text, or typed so that they can be reckoned with."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERCENT = "percent"  # a fraction: 0.6 is printed 60%


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its margins, in mm, as it lies."""

    name: str
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def usable_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def usable_height(self) -> float:
        return self.height - self.top - self.bottom


A4_LEDGER = Paper("A4", 297, 210, top=20, bottom=18, left=15, right=15)
A3_LEDGER = Paper("A3", 420, 297, top=20, bottom=18, left=15, right=15)


@dataclass(frozen=True, slots=True)
class Font:
    """A family by its Chinese name and a size in points."""

    family: str
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts by role. 方正小标宋 is not in Windows, and a missing font is replaced silently: 宋体 bold is safe."""

    title: Font = Font("宋体", 18, bold=True)
    meta: Font = Font("楷体", 11)
    header: Font = Font("黑体", 9)
    body: Font = Font("仿宋", 9)
    totals: Font = Font("黑体", 9)
    notes: Font = Font("仿宋", 9)
    signature: Font = Font("仿宋", 11)


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: ``mm`` is its nominal width, cell margins included; ``title`` is broken into lines already."""

    title: str
    mm: float
    align: Align = Align.LEFT
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class Band:
    """Lines across the whole table, ``height`` points high: title, meta line, totals, notes or signature line."""

    text: str
    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one body row; texts are broken into lines already. ``height`` is in points."""

    cells: tuple[Value, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet. ``breaks`` are the body rows (counted from 0) that begin a new page."""

    name: str  # of the sheet, within Excel's rules
    columns: tuple[SheetColumn, ...]
    rows: tuple[Row, ...]
    header_height: float
    paper: Paper = A4_LEDGER
    fonts: Fonts = field(default_factory=Fonts)
    title: Band | None = None
    meta: Band | None = None
    totals: Band | None = None
    notes: Band | None = None
    signature: Band | None = None
    breaks: tuple[int, ...] = ()
    frozen_columns: int = 0
    filters: bool = False
    fits_width: bool = True  # False: a wide sheet of data, printed at full size over several pages

    @property
    def above(self) -> tuple[Band, ...]:
        """The bands over the header that there are, in order."""
        return tuple(band for band in (self.title, self.meta) if band)

    @property
    def below(self) -> tuple[Band, ...]:
        """The bands under the body that there are, in order."""
        return tuple(band for band in (self.totals, self.notes, self.signature) if band)

    @property
    def width(self) -> float:
        """The nominal width of the table in mm."""
        return sum(column.mm for column in self.columns)

    @property
    def pages(self) -> tuple[tuple[Row, ...], ...]:
        """The body rows of each page."""
        edges = (0, *self.breaks, len(self.rows))
        return tuple(self.rows[start:end] for start, end in pairwise(edges))
