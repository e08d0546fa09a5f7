"""All cards of a ledger in memory, and those that the table shows: filtered, searched and sorted, without Qt."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from tracker.domain.cards import ItemCard
from tracker.domain.filters import ItemFilter, matching
from tracker.gui.items.rows import Row, row_of
from tracker.views.columns import BY_KEY

Haystacks = Callable[[Collection[int] | None], Mapping[int, str]]


class ItemList:
    """``haystacks`` is asked for the searched texts: for all at the first search, then for touched items only."""

    def __init__(self, haystacks: Haystacks, today: date) -> None:
        self.today = today
        self.shown: list[ItemCard] = []
        self.wanted = ItemFilter()
        self.sorted_by: tuple[str, bool] | None = None  # key of a column, and whether descending
        self._ask_haystacks = haystacks
        self._haystacks: dict[int, str] | None = None
        self._cards: list[ItemCard] = []  # in the ledger's own order
        self._sorted: list[ItemCard] | None = []  # all cards in the chosen order; None: to be sorted again
        self._rows: dict[int, Row] = {}
        self._orders: dict[tuple[str, bool], list[ItemCard]] = {}  # each order that was asked for, until cards change

    @property
    def cards(self) -> Sequence[ItemCard]:
        """All cards, in the ledger's own order."""
        return self._cards

    def load(self, cards: Sequence[ItemCard], today: date) -> None:
        """Begin anew with ``cards``."""
        self.today = today
        self._cards = list(cards)
        self._haystacks, self._sorted = None, None
        self._rows.clear()
        self._orders.clear()
        self._show()

    def replace(self, fresh: Iterable[ItemCard], gone: Collection[int]) -> None:
        """Take in ``fresh`` cards, new or changed; forget those of ``gone``."""
        by_id = {card.id: card for card in fresh}
        for key in (*by_id, *gone):
            self._rows.pop(key, None)
        kept = [by_id.pop(card.id, card) for card in self._cards if card.id not in gone]
        if by_id:  # new items take the place that the ledger would give them
            kept += by_id.values()
            kept.sort(key=lambda card: (-card.year, card.kind.value != "problem", card.id))
        if self._haystacks is not None:
            touched = {card.id for card in fresh} - set(gone)
            self._haystacks.update(self._ask_haystacks(touched))
        self._cards, self._sorted = kept, None
        self._orders.clear()
        self._show()

    def filter(self, wanted: ItemFilter) -> None:
        """Show what ``wanted`` keeps."""
        self.wanted = wanted
        self._show()

    def sort(self, key: str | None, *, descending: bool = False) -> None:
        """Order by the column ``key``; None for the ledger's own order."""
        self.sorted_by = None if key is None else (key, descending)
        self._sorted = None
        self._show()

    def row(self, card: ItemCard) -> Row:
        """The finished row of ``card``; made when it is first looked at, then kept."""
        found = self._rows.get(card.id)
        if found is None:
            found = self._rows[card.id] = row_of(card, self.today)
        return found

    def _show(self) -> None:
        if self._sorted is None:
            self._sorted = self._in_order()
        if self.wanted.search.strip() and self._haystacks is None:
            self._haystacks = dict(self._ask_haystacks(None))
        self.shown = matching(self._sorted, self.wanted, today=self.today, haystacks=self._haystacks or {})

    def _in_order(self) -> list[ItemCard]:
        if self.sorted_by is None:
            return self._cards
        found = self._orders.get(self.sorted_by)
        if found is None:
            key, descending = self.sorted_by
            order, today = BY_KEY[key].sort_key, self.today
            keys = [order(card, today) for card in self._cards]
            places = sorted(range(len(keys)), key=keys.__getitem__, reverse=descending)
            found = self._orders[self.sorted_by] = [self._cards[place] for place in places]
        return found
