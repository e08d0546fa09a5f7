"""Cards in the order of the screen, parted into groups, as lists side by side that C loops run over."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from tracker.domain.cards import ItemCard
from tracker.domain.status import Status
from tracker.views.grouping import Grouping, Key

_ID = itemgetter(0)


class Part(NamedTuple):
    """A group: its key, and where its cards begin and end."""

    key: Key
    start: int
    end: int


class Pool:
    """``cards`` in order, beneath each other by group where there is a grouping.

    A keystroke in 100,000 cards must not take much longer than painting a page: so there is no loop in Python over
    cards, but one in C over each list that is needed.
    """

    def __init__(
        self,
        cards: Sequence[ItemCard],
        ids: Sequence[int],
        *,
        places: Sequence[int] | None = None,
        keys: Sequence[Key] = (),
        numbers: Sequence[int] = (),
        closed: Sequence[bool] = (),
    ) -> None:
        self.cards = cards
        self._ids = ids
        self._chosen: Sequence[bool] | None = None  # which of the ids are in it; None for all
        self._places = places  # of the cards in the ledger's own order; None where they stand in it
        self._keys = keys  # of the groups, in their order
        self._numbers = numbers  # for each card, the place of its group
        self._closed = closed

    @classmethod
    def of(cls, cards: Sequence[ItemCard], grouping: Grouping | None, today: date, places: Mapping[int, int]) -> "Pool":
        """All of ``cards``, parted into groups where that is wanted. ``places`` says where each id stands by itself."""
        if grouping is None:
            ids = list(map(_ID, cards))
            return cls(cards, ids, places=list(map(places.__getitem__, ids)))
        parts: defaultdict[Key, list[ItemCard]] = defaultdict(list)
        group = grouping.of
        for card in cards:
            parts[group(card, today)].append(card)
        keys = sorted(parts, key=lambda key: grouping.place(key, parts[key]))
        ordered: list[ItemCard] = []
        numbers: list[int] = []
        for number, key in enumerate(keys):
            ordered += parts[key]
            numbers += [number] * len(parts[key])
        ids = list(map(_ID, ordered))
        closed = [card.status is Status.CLOSED for card in ordered]
        there = list(map(places.__getitem__, ids))
        return cls(ordered, ids, places=there, keys=keys, numbers=numbers, closed=closed)

    def chosen(self, hits: Sequence[bool]) -> "Pool":
        """Those that are hits; ``hits`` are in the ledger's own order."""
        chosen = hits if self._places is None else list(map(hits.__getitem__, self._places))
        found = Pool(
            list(compress(self.cards, chosen)),
            self._ids,
            places=self._places,
            keys=self._keys,
            numbers=list(compress(self._numbers, chosen)),
            closed=list(compress(self._closed, chosen)),
        )
        found._chosen = chosen
        return found

    def ids(self) -> Sequence[int]:
        """The ids of the cards."""
        return self._ids if self._chosen is None else list(compress(self._ids, self._chosen))

    def place_of(self, ledger_place: int) -> int:
        """Where the card stands that is at ``ledger_place`` in the ledger's own order; -1 for nowhere."""
        try:
            at = ledger_place if self._places is None else self._places.index(ledger_place)
        except ValueError:
            return -1
        if self._chosen is None:
            return at
        return self._chosen[:at].count(True) if self._chosen[at] else -1

    def parts(self) -> list[Part]:
        """The groups that have cards, from the top."""
        found, start = [], 0
        while start < len(self._numbers):
            number = self._numbers[start]
            end = bisect_right(self._numbers, number, start)
            found.append(Part(self._keys[number], start, end))
            start = end
        return found

    def closed(self, part: Part) -> int:
        """How many of a group are closed."""
        return sum(self._closed[part.start : part.end])
