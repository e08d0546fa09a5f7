"""The officer's desk: where to click and what is to be seen, in the words of the screen."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from tests.officer_hands import Hands
from tracker.domain.cards import ItemCard
from tracker.gui.intake.review_dialog import ReviewDialog
from tracker.gui.items.table_columns import PLACES
from tracker.gui.main_window import MainWindow

CELLS = [PLACES[key] for key in ("code", "title", "lead", "deadline", "percent", "status", "evidence")]
D = TypeVar("D", bound=QDialog)


class Desk:
    """One window, seen and used as a person does."""

    def __init__(self, window: MainWindow, hands: Hands) -> None:
        self.window, self.hands = window, hands
        self.table = window.items.table

    # -- using it

    def go(self, title: str) -> None:
        """Click a place of the navigation."""
        places = self.window.navigation.list
        rows = [row for row in range(places.count()) if places.item(row).text() == title]
        self.hands.click_row(places, rows[0])

    def to_column(self, key: str) -> None:
        """Click the cell of the current item in another column."""
        self.hands.click_row(self.table, self.table.currentIndex().row(), PLACES[key])

    def choose(self, words: str) -> None:
        """Choose from the menu that is open, by the arrow keys."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        texts = [action.text() for action in menu.actions()]
        self.hands.press(*["Down"] * (texts.index(words) + 1), "Return")

    def opened(self, kind: type[D]) -> D:
        """The dialog that wants an answer now."""
        self.hands.until(lambda: isinstance(QApplication.activeModalWidget(), kind), f"a {kind.__name__}")
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    # -- seeing

    def reviewed(self) -> str:
        """The title of the report that is under review."""
        dialog = QApplication.activeModalWidget()
        return dialog.panes.header.title.text() if isinstance(dialog, ReviewDialog) else ""

    def at(self) -> str:
        """The code of the item under the cursor."""
        card = self.table.current_card()
        return card.code if card else ""

    def cards(self) -> Sequence[ItemCard]:
        """The items of the list, in its order."""
        return self.window.model.items.shown

    def shown(self) -> int:
        """How many items the list says that it shows."""
        return int(self.window.items.bar.count.text().partition(" ")[0])

    def number(self, key: str) -> int:
        """A number of the dashboard."""
        tiles = self.window.pages.dashboard.tiles
        return int(tiles.tile(key).text().replace(",", "")) if tiles.tiles else 0

    def cells(self, code: str) -> list[str]:
        """What the row of an item shows."""
        row = next(n for n, line in enumerate(self.window.model.items.lines) if line[1] == code)
        return [self.window.model.index(row, place).data(Qt.ItemDataRole.DisplayRole) for place in CELLS]
