"""Sizes of a layout from its texts: the room in a column, the height of a row, where pages end."""

from collections.abc import Sequence

from tracker.sheets.layout import MM_PER_PIXEL, MM_PER_POINT, Band, Paper
from tracker.sheets.line_breaking import fitted, spread

MAX_ROW_HEIGHT = 409.0  # points; Excel's limit
LINE_HEIGHT = 1.47  # of the font size: Noto CJK, the widest replacement of 仿宋, needs 1.45
ROW_PADDING = 4.0  # points
PAGE_SLACK = 0.97  # printers and viewers differ by so much in what they call a page

# Excel takes 5 pixels of a column for its own margins, and a nominal width counts them twice (see excel.column_width)
_CELL_MARGINS = 10 * MM_PER_PIXEL
_SAFETY = 0.965  # no viewer shall need to break a line that was measured as full


def room(mm: float, size: float) -> float:
    """How many ems of ``size`` points a line of a column of ``mm`` holds."""
    return (mm - _CELL_MARGINS) * _SAFETY / (size * MM_PER_POINT)


def mm_for(characters: float, size: float) -> float:
    """The width of a column whose lines hold so many wide characters."""
    return (characters + 0.01) * size * MM_PER_POINT / _SAFETY + _CELL_MARGINS


def lines_height(lines: int, size: float) -> float:
    """The height in points of a row of ``lines`` lines, at most Excel's limit."""
    return min(MAX_ROW_HEIGHT, round(lines * size * LINE_HEIGHT + ROW_PADDING, 1))


def most_lines(height: float, size: float) -> int:
    """How many lines a row of at most ``height`` points holds."""
    return int((min(height, MAX_ROW_HEIGHT) - ROW_PADDING) / (size * LINE_HEIGHT))


def band(text: str, mm: float, size: float, *, air: float = 0.0) -> Band:
    """``text`` broken to the width of the table, with ``air`` points around it."""
    words = fitted(text, room(mm, size))
    return Band(words, lines_height(words.count("\n") + 1, size) + air)


def spread_band(parts: Sequence[str], mm: float, size: float, *, air: float = 0.0) -> Band:
    """``parts`` spread over one line, or over as many as they need."""
    holds = room(mm, size)
    return band(spread(tuple(parts), holds), mm, size, air=air)


def page_room(paper: Paper) -> float:
    """The points of a page from margin to margin that may be counted upon."""
    return paper.usable_height / MM_PER_POINT * PAGE_SLACK


def page_breaks(heights: Sequence[float], *, page: float, above: float, header: float, below: float) -> tuple[int, ...]:
    """The rows that begin a new page, when no row is split and what stands ``below`` never stands without a row.

    ``above`` stands on the first page only, ``header`` on every one; all heights in points.
    """
    breaks: list[int] = []
    used = above + header
    last = len(heights) - 1
    for number, height in enumerate(heights):
        needed = height + (below if number == last else 0.0)
        if number and used + needed > page:
            breaks.append(number)
            used = header
        used += height
    return tuple(breaks)
