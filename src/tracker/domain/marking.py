"""Where searched words stand in a text that is shown, by their characters or by the initials of their readings."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.domain import pinyin
from tracker.domain.filters import fold

Span = tuple[int, int]


class Marked(NamedTuple):
    """What of some words stands in a text: where, from the left, and which of them."""

    spans: tuple[Span, ...]
    words: frozenset[str]


_NOTHING = Marked((), frozenset())


def marked(text: str, words: Sequence[str]) -> Marked:
    """The places of folded ``words`` in ``text``, those that touch made one; initials count where no word stands."""
    if not text:
        return _NOTHING
    folded = fold(text)
    # a sign of full width may fold into several: then each character is folded by itself, to know where it went
    places = None if len(folded) == len(text) else _places(text)
    if places is not None:
        folded = "".join(fold(character) for character in text)
    found: list[Span] = []
    present: list[str] = []
    for word in words:
        hits = _all(folded, word)
        if places is not None:
            hits = [(places[start], places[end - 1] + 1) for start, end in hits]
        if not hits and is_sound(word):
            hits = _all(pinyin.initials(text), word)
        if hits:
            found += hits
            present.append(word)
    return Marked(_joined(found), frozenset(present)) if present else _NOTHING


def is_sound(word: str) -> bool:
    """Whether ``word`` can be initials: letters and digits of this sort only, and a letter among them."""
    return word.isascii() and word.isalnum() and not word.isdigit()


def _all(text: str, word: str) -> list[Span]:
    hits = []
    at = text.find(word)
    while at >= 0:
        hits.append((at, at + len(word)))
        at = text.find(word, at + len(word))
    return hits


def _places(text: str) -> list[int]:
    """For each character of the folded text, which character of ``text`` it came from."""
    return [place for place, character in enumerate(text) for _each in fold(character)]


def _joined(found: list[Span]) -> tuple[Span, ...]:
    if len(found) < 2:
        return tuple(found)
    joined: list[Span] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
