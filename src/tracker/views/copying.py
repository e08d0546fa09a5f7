"""Rows of the list as a table for the clipboard: what Excel and WPS paste as cells."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import NamedTuple

from tracker.domain.cards import ItemCard
from tracker.views.columns import Column, ColumnKind, columns

# cells of two lines show more than their own column
_WITHIN = {"lead": ("lead", "person", "leader"), "deadline": ("deadline", "remaining")}
_FORMULA = ("=", "+", "-", "@")
_TEXT_STYLE = "mso-number-format:'\\@'"  # else a code or a name made of digits becomes a number
_STYLES = {ColumnKind.DATE: "mso-number-format:'yyyy-mm-dd'", ColumnKind.NUMBER: "", ColumnKind.PERCENT: ""}


class Copied(NamedTuple):
    """The same table twice; the pasting program takes the one it knows best."""

    plain: str
    html: str


def copied_keys(shown: Sequence[str]) -> tuple[str, ...]:
    """The columns to copy where ``shown`` are seen: the code first in any case, and all that their cells show."""
    wide = [key for each in shown for key in _WITHIN.get(each, (each,))]
    if "code" not in wide:
        wide.insert(0, "code")
    return tuple(dict.fromkeys(wide))


def copied(cards: Sequence[ItemCard], shown: Sequence[str], today: date) -> Copied:
    """``cards`` as a table with a heading, in the columns of ``shown``."""
    chosen = columns(copied_keys(shown))
    made = [_cells(column, cards, today) for column in chosen]
    titles = [column.title for column in chosen]
    plain = "\n".join(["\t".join(titles), *map("\t".join, zip(*(each.plain for each in made), strict=True))])
    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    body = "</tr><tr>".join(map("".join, zip(*(each.html for each in made), strict=True)))
    return Copied(plain, f'<meta charset="utf-8"><table border="1"><tr>{head}</tr><tr>{body}</tr></table>')


class _Cells(NamedTuple):
    plain: list[str]
    html: list[str]


def _cells(column: Column, cards: Sequence[ItemCard], today: date) -> _Cells:
    """One column, from the top. Most words of a column come again and again: each is made ready once."""
    style = _STYLES.get(column.kind, _TEXT_STYLE)
    start = f'<td style="{style}">' if style else "<td>"
    ready: dict[str, tuple[str, str]] = {}
    found = []
    for card in cards:
        text = column.text(card, today)
        cell = ready.get(text)
        if cell is None:
            harmless = _harmless(text)
            cell = ready[text] = _quoted(harmless), f"{start}{_in_html(harmless)}</td>"
        found.append(cell)
    return _Cells([plain for plain, _html in found], [html for _plain, html in found])


def _harmless(text: str) -> str:
    """What somebody wrote into a title must not be reckoned by the program it is pasted into."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _quoted(text: str) -> str:
    """As Excel itself writes what holds a tab or a line break."""
    if "\t" in text or "\n" in text or text.startswith('"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _in_html(text: str) -> str:
    return escape(text).replace("\n", "<br style='mso-data-placement:same-cell'>")
