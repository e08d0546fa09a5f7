"""PDF files with a text layer: lines of each page, with every character in its place."""

import ctypes
import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

from tracker.errors import UserError
from tracker.intake.document import Block, Document
from tracker.intake.pdfium import LOCK
from tracker.intake.radicals import ORDINARY
from tracker.progress import Progress, silent
from tracker.words import _

BASELINE = 3.0  # points; quotation marks from another font sit on nearly the same line
_ASCII_GAP = 0.75  # of a Chinese character's advance: more between two Latin letters is a space between words
_INDENT = 1.4  # of a Chinese character's advance: a first line set in by two characters
_DRAWN_TWICE = 12  # characters that no two neighbouring lines share by accident, each in the same place

_LATIN = re.compile(r"[A-Za-z]{2}|[A-Za-z]\d|\d[A-Za-z]")
_FPDF_ERR_PASSWORD = 4


def read(data: bytes, *, name: str, progress: Progress = silent) -> Document:
    """The lines of all pages. Raises UserError where it is locked, broken, or only images."""
    with LOCK:
        return _read(data, name=name, progress=progress)


def _read(data: bytes, *, name: str, progress: Progress) -> Document:
    import pypdfium2  # noqa: PLC0415 - a native library; loading it costs start-up only a PDF needs

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _FPDF_ERR_PASSWORD or "assword" in str(error):
            raise UserError(
                _("{name} 设了打开密码，读不了。").format(name=name),
                _("请去掉密码，或用 Word、WPS 另存为 .docx 后再导入。"),
            ) from error
        raise UserError(
            _("{name} 不是完整的 PDF 文件，可能没有传完或已经损坏。").format(name=name),
            _("请重新下载，或向报送单位再要一份。"),
        ) from error
    try:
        pages: list[list[_Row]] = []
        total = len(pdf)
        for number in range(total):
            progress(number, total, _("正在读第 {page} 页").format(page=number + 1))
            page = pdf[number]
            textpage = page.get_textpage()
            pages.append(_rows(textpage))
            textpage.close()
            page.close()
        progress(total, total)
    finally:
        pdf.close()
    blocks = list(_blocks(list(_once(pages))))
    if not any(block.text.strip() for block in blocks):
        raise UserError(
            _("{name} 里没有文字，像是扫描件。").format(name=name),
            _("请先做文字识别（OCR），或改用 Word 原件导入。"),
        )
    return Document.of(blocks)


_Row = list[tuple[float, int]]  # the place from the left and the code of each character


def _rows(textpage: Any) -> list[_Row]:
    """The page's lines. Each character is placed by its own origin, not by the order of the content stream:
    quotation marks set in another font come last there and would be misplaced (measured)."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - see _read

    raw = textpage.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    at_x, at_y = ctypes.byref(x), ctypes.byref(y)
    code, origin = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    chars: list[tuple[float, float, int]] = []
    add = chars.append
    for index in range(pdfium.FPDFText_CountChars(raw)):
        char = code(raw, index)
        if char > 32 and origin(raw, index, at_x, at_y):
            add((-y.value, x.value, char))
    chars.sort()
    rows: list[_Row] = []
    last = None
    for down, across, char in chars:
        if last is None or down - last > BASELINE:
            rows.append([])
        last = down
        rows[-1].append((across, char))
    for row in rows:
        row.sort()
    return rows


def _once(pages: list[list[_Row]]) -> Iterator[list[_Row]]:
    """The pages without a first line that is the last of the page before: Qt draws one that touches the border on
    both pages and hides it on one, which the text layer does not tell."""
    before: _Row = []
    for rows in pages:
        yield rows[1:] if rows and len(rows[0]) >= _DRAWN_TWICE and _same(rows[0], before) else rows
        before = rows[-1] if rows else []


def _same(row: _Row, other: _Row) -> bool:
    return len(row) == len(other) and all(
        mine[1] == theirs[1] and abs(mine[0] - theirs[0]) < 1 for mine, theirs in zip(row, other, strict=True)
    )


def _blocks(pages: list[list[_Row]]) -> Iterator[Block]:
    em = _advance([row for rows in pages[:2] for row in rows])
    # margins are the paper's, not the page's: a last page may hold one short line
    left = min((row[0][0] for rows in pages for row in rows), default=0.0)
    # punctuation may hang over the right margin, so it is not the rightmost character that shows it
    ends = sorted(row[-1][0] for rows in pages for row in rows)
    right = ends[int(len(ends) * 0.75)] if ends else 0.0
    for number, rows in enumerate(pages, start=1):
        for row in rows:
            yield Block(_line(row, left=left, em=em), page=number, room=max(0.0, (right - row[-1][0]) / em))


def _advance(rows: list[_Row]) -> float:
    """The usual step from one Chinese character to the next, in points."""
    steps = [
        after - before
        for row in rows[:40]
        for (before, left), (after, right) in pairwise(row)
        if left > 0x2E80 and right > 0x2E80
    ]
    return median(steps) if steps else 12.0


def _line(row: _Row, *, left: float, em: float) -> str:
    text = "".join([chr(char) for _across, char in row])
    if _LATIN.search(text):
        parts = [text[0]]
        for before, after in pairwise(row):
            parts.append(" " + chr(after[1]) if _is_gap(before, after, em) else chr(after[1]))
        text = "".join(parts)
    text = text.translate(ORDINARY)
    # an indent tells where a paragraph begins, so it is kept as the two blanks a typist would set
    return "\u3000\u3000" + text if _INDENT < (row[0][0] - left) / em < 4 else text


def _is_gap(before: tuple[float, int], after: tuple[float, int], em: float) -> bool:
    return before[1] < 0x250 and after[1] < 0x250 and after[0] - before[0] > _ASCII_GAP * em
