"""The haystacks of all items, asked for in slices so that nobody waits for them, and what a search shows in a row."""

import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import compress, repeat
from operator import and_, contains
from typing import NamedTuple

from tracker.domain.cards import ItemCard
from tracker.domain.filters import fold
from tracker.domain.kinds import Role
from tracker.domain.marking import Marked, marked
from tracker.gui.items.rows import Row
from tracker.views.passages import near, passage
from tracker.words import _

Haystacks = Callable[[Collection[int]], Mapping[int, str]]

_SLICE = 100  # items: some 6 ms
_FEW = 3  # where less than a third is left, only that is looked through again


class SearchIndex:
    """``ask`` gives the haystacks of some items; it is called on the thread that owns the ledger."""

    def __init__(self, ask: Haystacks) -> None:
        self._ask = ask
        self._missing: list[int] = []
        self._ids: Sequence[int] = ()
        self._lined_up: list[str] = []  # the texts in the order of the ids; empty: to be lined up again
        self._last: _Hits | None = None
        self.texts: dict[int, str] = {}

    def load(self, ids: Sequence[int]) -> None:
        """Begin anew: the haystacks of all ``ids`` are to be asked for."""
        self.texts.clear()
        self._ids = ids
        self._forget()
        self._missing = list(reversed(ids))

    def touch(self, ids: Sequence[int], changed: Iterable[int], gone: Collection[int]) -> None:
        """There are ``ids`` now; the haystacks of ``changed`` items are to be asked for again."""
        self._ids = ids
        self._forget()
        again = [key for key in changed if key not in gone]
        for key in (*again, *gone):
            self.texts.pop(key, None)
        known = set(self._missing)
        self._missing += [key for key in again if key not in known]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self._missing

    def fill(self, seconds: float) -> bool:
        """Ask for what is missing, for about so long; whether it is complete now."""
        until = time.perf_counter() + seconds
        while self._missing:
            some = self._missing[-_SLICE:]
            del self._missing[-_SLICE:]
            self.texts.update(self._ask(some))
            self._forget()
            if time.perf_counter() >= until:
                break
        return not self._missing

    def _forget(self) -> None:
        self._lined_up, self._last = [], None

    def hits(self, wanted: Sequence[str]) -> Sequence[bool]:
        """Of each item, in the order of ``load``: whether each of the folded words ``wanted`` stands in its haystack.

        Items whose haystack is not there yet have none of them.
        """
        if not self._lined_up:
            self._lined_up = [self.texts.get(key, "") for key in self._ids]
        hits: list[bool] | None = None
        words, last = wanted, self._last
        if last is not None and all(any(old in new for new in wanted) for old in last.words):
            # a letter more: what was not found before is not found now, and words that stayed need no second look
            words = [word for word in wanted if word not in last.words]
            if len(words) < len(wanted) or sum(last.hits) * _FEW < len(last.hits):
                hits = last.hits
        for word in words:
            if hits is None:
                hits = list(map(contains, self._lined_up, repeat(word)))
            elif sum(hits) * _FEW < len(hits):
                there = map(contains, compress(self._lined_up, hits), repeat(word))
                hits = [hit and next(there) for hit in hits]
            else:
                hits = list(map(and_, hits, map(contains, self._lined_up, repeat(word))))
        found = hits if hits is not None else [True] * len(self._ids)
        self._last = _Hits(wanted, found)
        return found


class _Hits(NamedTuple):
    """What a search found, in which more words or longer ones are found too."""

    words: Sequence[str]
    hits: list[bool]


class Search:
    """One search as rows show it: where its words stand in a text, and what stands beneath a title."""

    def __init__(self, words: str, texts: Mapping[int, str]) -> None:
        self.words = tuple(dict.fromkeys(fold(words).split()))
        self._texts = texts
        self._marked: dict[str, Marked] = {}
        self._below: dict[int, str] = {}

    def marked(self, text: str) -> Marked:
        """What of the words stands in ``text``."""
        found = self._marked.get(text)
        if found is None:
            found = self._marked[text] = marked(text, self.words)
        return found

    def below(self, card: ItemCard, row: Row) -> str:
        """The line beneath the title: the place of a word that the row does not show, else the excerpt from its hit."""
        found = self._below.get(card.id)
        if found is None:
            found = self._below[card.id] = self._found(card, row)
        return found

    def _found(self, card: ItemCard, row: Row) -> str:
        visible: set[str] = set()
        for text in (row.title, row.lead.text, row.excerpt, card.code, row.people.text):
            visible |= self.marked(text).words
            if len(visible) == len(self.words):
                return near(row.excerpt, self.marked(row.excerpt))
        hidden = [word for word in self.words if word not in visible]
        others = ((_(Role.SUPPORT.word), card.support),)
        words = passage(self._texts.get(card.id, ""), hidden, others)
        return words or near(row.excerpt, self.marked(row.excerpt))
