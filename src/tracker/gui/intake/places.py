"""Offsets of the raw text and positions in Qt's document, which counts UTF-16 units."""

from bisect import bisect_left

_BLANKS = str.maketrans({"\f": " ", "\v": " ", "\0": " ", "\u2028": "\n", "\x85": "\n"})  # drawn as boxes otherwise


def shown(text: str) -> str:
    """``text`` as it can be shown, character for character: Qt would take CR LF for one."""
    return text.replace("\r\n", " \n").translate(_BLANKS)


class Places:
    """Maps both ways. Rare characters in names (𠮷) take two units, and everything behind them moves."""

    def __init__(self, text: str) -> None:
        self._wide = [offset for offset, char in enumerate(text) if ord(char) > 0xFFFF]
        self._wide_positions = [offset + n for n, offset in enumerate(self._wide)]

    def position(self, offset: int) -> int:
        """The document's position of an offset."""
        return offset + bisect_left(self._wide, offset)

    def offset(self, position: int) -> int:
        """The offset of a document's position."""
        return position - bisect_left(self._wide_positions, position)
