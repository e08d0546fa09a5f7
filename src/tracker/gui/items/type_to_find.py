"""Typing letters in the table finds a row: by code, by title, by owner, or by their initials."""

import time
from collections.abc import Mapping, Sequence

from tracker.domain.cards import ItemCard
from tracker.domain.filters import fold
from tracker.domain.marking import marked
from tracker.gui.items.item_list import Line

_LOOK_ON = 2_000  # rows that are searched for a better one
_PAUSE = 1.2  # seconds after which typing begins anew


class TypeToFind:
    """Collects what is typed in one go, and says which row is meant."""

    def __init__(self) -> None:
        self.typed = ""
        self._last = 0.0

    @property
    def going(self) -> bool:
        """Whether the next letter belongs to what was typed before."""
        return bool(self.typed) and time.monotonic() - self._last < _PAUSE

    def add(self, text: str) -> None:
        """Something more was typed."""
        self.typed = self.typed + text if self.going else text.lstrip()
        self._last = time.monotonic()

    def find(self, lines: Sequence[Line], start: int, haystacks: Mapping[int, str]) -> int:
        """The row that is meant, looked for from ``start`` downwards and round; -1 for none.

        Rows that begin with what is typed come before those that have it somewhere, unless they are far behind.
        Rows whose haystack lacks it are passed over; those that have none yet are looked at one by one.
        """
        word = fold(self.typed).strip()
        if not word or not lines:
            return -1
        within, last = -1, 0
        for step in range(len(lines)):
            row = (start + step) % len(lines)
            line = lines[row]
            if not isinstance(line, ItemCard) or word not in haystacks.get(line.id, word):
                continue
            place = _place(line, word)
            if place == 0:
                return row
            if place > 0 and within < 0:
                within, last = row, step + _LOOK_ON
            if within >= 0 and step > last:
                break
        return within


def _place(card: ItemCard, word: str) -> int:
    """Where ``word`` first stands in a text that a person would look for; -1 for nowhere."""
    texts = (card.title, card.code, card.lead)
    hits = [found.spans[0][0] for text in texts if (found := marked(text, (word,))).spans]
    return min(hits, default=-1)
