"""Statistics as a table for the clipboard: what Excel, WPS and Word paste as cells."""

from collections.abc import Sequence
from html import escape

from tracker.views.copying import Copied

_FORMULA = ("=", "+", "-", "@")  # as a name begins: the program it is pasted into must not reckon it


def copied_lines(lines: Sequence[Sequence[str]]) -> Copied:
    """``lines``, the headings first, as text and as HTML; the first column is words, the others are figures."""
    clean = [[_name(line[0]), *line[1:]] for line in lines]
    plain = "\n".join("\t".join(line) for line in clean)
    head, *body = clean
    rows = ["".join(f"<th>{escape(text)}</th>" for text in head)]
    rows += [_row(line) for line in body]
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return Copied(plain, f'<meta charset="utf-8"><table border="1">{table}</table>')


def _row(line: Sequence[str]) -> str:
    figures = "".join(f'<td align="right">{escape(text)}</td>' for text in line[1:])
    return f"<td style=\"mso-number-format:'\\@'\">{escape(line[0])}</td>{figures}"


def _name(text: str) -> str:
    """On one line and no formula."""
    one = " ".join(text.split())
    return f"'{one}" if one.startswith(_FORMULA) else one
