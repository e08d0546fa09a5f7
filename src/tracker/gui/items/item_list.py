"""All cards of a ledger in memory, and the lines that the table shows of them: filtered, sorted, grouped; no Qt."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from tracker.domain import pinyin
from tracker.domain.cards import ItemCard
from tracker.domain.filters import ItemFilter, matching
from tracker.gui.items.pool import Pool
from tracker.gui.items.rows import Row, row_of
from tracker.gui.items.search_index import Haystacks, Search, SearchIndex
from tracker.views.columns import BY_KEY, sort_keys
from tracker.views.grouping import Grouping, Key, groupings

_ID = itemgetter(0)
_FEW = 8  # so many lines are found faster one by one
_MOST_POOLS = 16
_AT_ONCE = 0.05  # seconds that a search may spend on haystacks that were not prepared


class Group(NamedTuple):
    """The heading of a group. ``id`` is negative and stays the group's own, so that lines are told apart by it."""

    id: int
    key: Key
    heading: str
    total: int
    closed: int
    folded: bool


Line = ItemCard | Group


class ItemList:
    """``haystacks`` is asked for the searched texts, some items at a time.

    ``shown`` are the cards that the filter keeps, in the order of the screen, those of folded groups too; ``lines``
    are the rows on the screen: cards, and headings where the list is grouped.
    """

    def __init__(self, haystacks: Haystacks, today: date) -> None:
        self.today = today
        self.shown: Sequence[ItemCard] = []
        self.lines: Sequence[Line] = self.shown
        self.wanted = ItemFilter()
        self.sorted_by: tuple[str, bool] | None = None  # key of a column, and whether descending
        self.grouping: Grouping | None = None
        self.search: Search | None = None
        self.index = SearchIndex(haystacks)
        self.guessed = False  # whether an order by sound is only a guess, since the readings were not loaded
        self._found = Pool((), ())  # what filter and search keep
        self._pools: dict[object, Pool] = {}  # what was shown before, so that going back to it takes no time
        self._headings: list[int] = []  # where headings stand among the lines
        self._cards: list[ItemCard] = []  # in the ledger's own order
        self._places: dict[int, int] = {}  # of each id in that order
        self._rows: dict[int, Row] = {}
        self._orders: dict[tuple[str, bool], list[ItemCard]] = {}  # each order that was asked for, until cards change
        self._folded: set[tuple[str, Key]] = set()
        self._group_ids: dict[tuple[str, Key], int] = {}

    @property
    def cards(self) -> Sequence[ItemCard]:
        """All cards, in the ledger's own order."""
        return self._cards

    # -- what is in it

    def load(self, cards: Sequence[ItemCard], today: date) -> None:
        """Begin anew with ``cards``."""
        self.today = today
        self._cards = list(cards)
        self._pools.clear()
        self._places = {card.id: place for place, card in enumerate(self._cards)}
        self.index.load(list(self._places))
        self._rows.clear()
        self._orders.clear()
        self._show()

    def replace(self, fresh: Sequence[ItemCard], gone: Collection[int]) -> None:
        """Take in ``fresh`` cards, new or changed; forget those of ``gone``."""
        by_id = {card.id: card for card in fresh}
        for key in (*by_id, *gone):
            self._rows.pop(key, None)
        changed = list(by_id)
        kept = [by_id.pop(card.id, card) for card in self._cards if card.id not in gone]
        if by_id:  # new items take the place that the ledger would give them
            kept += by_id.values()
            kept.sort(key=lambda card: (-card.year, card.kind.value != "problem", card.id))
        self._cards = kept
        self._places = {card.id: place for place, card in enumerate(kept)}
        self.index.touch(list(self._places), changed, gone)
        self._pools.clear()
        self._orders.clear()
        self._show()

    # -- what is shown of it

    def filter(self, wanted: ItemFilter) -> None:
        """Show what ``wanted`` keeps."""
        self.wanted = wanted
        self._show()

    def left_by(self, wanted: ItemFilter) -> list[ItemCard]:
        """The cards that ``wanted`` would show, in the ledger's own order."""
        return matching(self._cards, wanted, today=self.today, haystacks=self.index.texts)

    def sort(self, key: str | None, *, descending: bool = False) -> None:
        """Order by the column ``key``; None for the ledger's own order."""
        self.sorted_by = None if key is None else (key, descending)
        self._show()

    def group(self, key: str | None) -> None:
        """Part the list into groups; None for one list."""
        self.grouping = groupings().get(key) if key else None
        self._show()

    def fold(self, keys: Iterable[Key], *, folded: bool) -> None:
        """Show only the headings of these groups, or their items again."""
        if self.grouping is not None:
            ours = {(self.grouping.key, key) for key in keys}
            self._folded = self._folded | ours if folded else self._folded - ours
        self._lay_out(self._found)

    def folded_group_of(self, item_id: int) -> Key | None:
        """The folded group that hides an item; None where none does."""
        if self.grouping is not None:
            for card in self.shown:
                if card.id == item_id:
                    key = self.grouping.of(card, self.today)
                    return key if (self.grouping.key, key) in self._folded else None
        return None

    @property
    def heading_rows(self) -> Sequence[int]:
        """Where headings stand among the lines."""
        return self._headings

    def groups(self) -> list[Group]:
        """The headings, from the top."""
        return [line for line in map(self.lines.__getitem__, self._headings) if isinstance(line, Group)]

    def rows_of(self, keys: Collection[int]) -> list[int]:
        """Where the lines of ``keys`` stand, from the top; those of headings too."""
        if len(keys) > _FEW:
            return [row for row, key in enumerate(self.ids()) if key in keys]
        return sorted(row for key in keys if (row := self._row_of(key)) >= 0)

    def _row_of(self, key: int) -> int:
        headings = zip(self._headings, self.groups(), self._found.parts(), strict=True)
        if key < 0:
            return next((row for row, group, _part in headings if group.id == key), -1)
        there = self._places.get(key)
        place = -1 if there is None else self._found.place_of(there)
        if self.grouping is None:
            return place
        for row, group, part in headings:
            if part.start <= place < part.end:
                return -1 if group.folded else row + 1 + place - part.start
        return -1

    def ids(self) -> Sequence[int]:
        """What tells the lines from each other: ids of items, and negative ones of headings."""
        return self._found.ids() if self.grouping is None else list(map(_ID, self.lines))

    def cards_in(self, first: int, last: int) -> int:
        """How many of the lines from ``first`` to ``last`` are cards."""
        headings = bisect_left(self._headings, last + 1) - bisect_left(self._headings, first)
        return last - first + 1 - headings

    def row(self, card: ItemCard) -> Row:
        """The finished row of ``card``; made when it is first looked at, then kept."""
        found = self._rows.get(card.id)
        if found is None:
            found = self._rows[card.id] = row_of(card, self.today)
        return found

    # -- what can be done beforehand

    def prepare(self, seconds: float = 0.01) -> bool:
        """Make ready for searches for about so long; whether all is ready. What is found anew is not yet shown."""
        return self.index.fill(seconds)

    @property
    def searching(self) -> bool:
        """Whether a search is on that has not looked at all items yet."""
        return self.search is not None and not self.index.complete

    def know_sounds(self) -> None:
        """The readings of characters are loaded: what was ordered by guesses is put in order."""
        self.guessed = False
        self._orders.clear()
        self._pools.clear()
        self._show()

    # -- how

    def _show(self) -> None:
        self.search, found = None, self._pool()
        if self.wanted.search.strip():
            self.index.fill(_AT_ONCE)
            self.search = Search(self.wanted.search, self.index.texts)
            found = found.chosen(self.index.hits(self.search.words))
        self._lay_out(found)

    def _pool(self) -> Pool:
        """The cards that meet all conditions but the search, in order; kept until cards change."""
        conditions = replace(self.wanted, search="")
        wish = (self.sorted_by, self.grouping and self.grouping.key, conditions)
        found = self._pools.get(wish)
        if found is None:
            cards = matching(self._in_order(), conditions, today=self.today, haystacks={})
            self.guessed |= self.grouping is not None and not pinyin.ready()
            if len(self._pools) >= _MOST_POOLS:
                self._pools.clear()
            if cards == self._cards and self.grouping is None:
                found = Pool(self._cards, list(self._places))
            else:
                found = Pool.of(cards, self.grouping, self.today, self._places)
            self._pools[wish] = found
        return found

    def _in_order(self) -> list[ItemCard]:
        if self.sorted_by is None:
            return self._cards
        found = self._orders.get(self.sorted_by)
        if found is None:
            key, descending = self.sorted_by
            self.guessed |= BY_KEY[key].by_sound and not pinyin.ready()
            keys = sort_keys(BY_KEY[key], self._cards, self.today)
            places = sorted(range(len(keys)), key=keys.__getitem__, reverse=descending)
            found = self._orders[self.sorted_by] = [self._cards[place] for place in places]
        return found

    def _lay_out(self, found: Pool) -> None:
        """Lines of what is found: the cards as they are, or beneath the headings of their groups."""
        self._found, self._headings = found, []
        self.shown = self.lines = found.cards
        if self.grouping is None:
            return
        lines: list[Line] = []
        for part in found.parts():
            mark = (self.grouping.key, part.key)
            folded = mark in self._folded
            number = self._group_ids.setdefault(mark, -1 - len(self._group_ids))
            heading, total = self.grouping.heading(part.key), part.end - part.start
            self._headings.append(len(lines))
            lines.append(Group(number, part.key, heading, total, found.closed(part), folded))
            if not folded:
                lines += found.cards[part.start : part.end]
        self.lines = lines
