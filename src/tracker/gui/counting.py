"""Which part of the ledger the window shows, and how many items each place of the navigation holds."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from tracker.domain.cards import ItemCard, ReportCard
from tracker.domain.filters import ItemFilter, Scope
from tracker.domain.kinds import ItemKind
from tracker.gui.items.item_list import ItemList
from tracker.gui.items.places import EVIDENCE, PEOPLE, REPORTS, PlaceCounts, place_groups
from tracker.gui.items.saved_views import SavedViews
from tracker.gui.navigation import Navigation
from tracker.ledger import Ledger


class Counting:
    """Keeps the navigation's numbers true. After a change only the touched items are looked at again."""

    def __init__(self, ledger: Ledger, items: ItemList, navigation: Navigation, views: SavedViews) -> None:
        self._ledger, self._items, self._navigation, self._views = ledger, items, navigation, views
        self._counts = PlaceCounts(place_groups())
        self._reports: Sequence[ReportCard] = ()

    def scope(self) -> Scope:
        """The part of the ledger that is chosen above the navigation."""
        year, organisation = self._navigation.scope.chosen()
        if organisation is None:
            return Scope(work_year=year)
        theirs = frozenset(report.id for report in self._reports if report.organization == organisation)
        return Scope(work_year=year, reports=theirs)

    def cards(self) -> Sequence[ItemCard]:
        """The items within the scope."""
        scope = self.scope()
        return self._items.cards if scope == Scope() else self._items.left_by(ItemFilter().within(scope))

    def know_views(self, today: date) -> None:
        """The saved views are others now."""
        groups = place_groups(self._views.know(self._ledger.ask.saved_views()))
        self._counts.know(groups, self._items.cards, today)
        self._navigation.show_places(groups)

    def know_reports(self) -> None:
        """The reports are others now."""
        self._reports = self._ledger.ask.reports()

    def anew(self, today: date) -> None:
        """Count everything."""
        self._counts.load(self._items.cards, today, self.scope())

    def update(self, fresh: Iterable[ItemCard], gone: Collection[int], today: date) -> None:
        """Count ``fresh`` cards as they are now, and no longer those of ``gone``."""
        self._counts.update(fresh, gone, today)

    def of(self, key: str) -> int:
        """How many items a place holds."""
        return self._counts.of(key)

    def show(self) -> None:
        """Write the numbers beside the places, and offer the years and organisations that there are."""
        navigation, cards = self._navigation, self._items.cards
        for group in place_groups(self._views.views):
            for place in group.places:
                if self._counts.has(place.key):
                    navigation.show_count(place.key, self._counts.of(place.key))
        navigation.show_count(REPORTS, len(self._reports))
        navigation.show_count(EVIDENCE, sum(card.evidence for card in cards))
        years = {card.year + (card.kind is ItemKind.PROBLEM) for card in cards}
        organisations = dict.fromkeys(report.organization for report in self._reports if report.organization)
        navigation.scope.offer(sorted(years, reverse=True), list(organisations))

    def show_units(self, number: int) -> None:
        """Write how many units there are."""
        self._navigation.show_count(PEOPLE, number)
