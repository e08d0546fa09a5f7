"""How the terminal shows things: aligned columns of Chinese text, JSON, and bars on long work."""

import json
import shutil
import sys
import time
import unicodedata
from collections.abc import Sequence
from typing import Any, TextIO

import typer

from tracker.words import _

_GAP = "  "
_BAR = 24  # characters
_PATIENCE = 0.4  # seconds before a bar appears: short work needs none
_PAUSE = 0.1  # seconds between two drawings of it


def say(text: str = "") -> None:
    """One line of what was asked for, on standard output."""
    typer.echo(text)


def remark(text: str) -> None:
    """One line beside what was asked for, on standard error, so that a pipe gets the answer alone."""
    typer.echo(text, err=True)


def say_json(value: Any) -> None:
    """``value`` as JSON with Chinese characters as they are."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def width(text: str) -> int:
    """How many columns of a terminal ``text`` takes: a Chinese character takes two, a combining mark none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def cut(text: str, room: int) -> str:
    """``text`` in ``room`` columns, with … where it is longer."""
    if width(text) <= room:
        return text
    kept = ""
    for char in text:
        if width(kept + char) > room - 1:
            break
        kept += char
    return f"{kept}…"


def table(titles: Sequence[str], rows: Sequence[Sequence[str]], *, flexible: int | None = None) -> list[str]:
    """Lines with aligned columns; at a terminal the ``flexible`` column is cut so that a row stays on one line."""
    cells = [list(titles), *([" ".join(cell.split()) for cell in row] for row in rows)]
    widths = [max(width(row[n]) for row in cells) for n in range(len(titles))]
    if flexible is not None and sys.stdout.isatty():
        spare = shutil.get_terminal_size().columns - 1 - sum(widths) - len(_GAP) * (len(widths) - 1)
        if spare < 0:
            widths[flexible] = max(12, widths[flexible] + spare)
    return [
        _GAP.join(_padded(cut(cell, room), room) for cell, room in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


def _padded(text: str, room: int) -> str:
    return text + " " * (room - width(text))


class Bar:
    """A Progress that draws a bar on standard error where a person watches, and nothing elsewhere."""

    def __init__(self, stream: TextIO | None = None, *, patience: float = _PATIENCE) -> None:
        self._stream = stream or sys.stderr
        self._seen = self._stream.isatty()
        self._next = time.monotonic() + patience
        self._length = 0

    def __call__(self, done: int, total: int, text: str = "") -> None:
        now = time.monotonic()
        if not self._seen or now < self._next:
            return
        self._next = now + _PAUSE
        full = _BAR * done // total if total else 0
        share = f"{done * 100 // total:3d}%" if total else _("进行中")
        line = f"{'█' * full}{'░' * (_BAR - full)} {share} {cut(text, 40)}"
        self._stream.write("\r" + line + " " * max(0, self._length - width(line)))
        self._stream.flush()
        self._length = width(line)

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._length:
            self._stream.write("\r" + " " * self._length + "\r")
            self._stream.flush()
