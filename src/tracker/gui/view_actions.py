"""Saved views and the look of the table: what is kept of the list that is shown, and where."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from tracker.gui import window_state
from tracker.gui.items.items_page import ItemsPage
from tracker.gui.items.places import Place
from tracker.gui.items.saved_views import SavedViews
from tracker.gui.items.table_look import TableLook
from tracker.views.saved import View


class ViewActions(QObject):
    """``views`` has the dialogs and asks for the operations; here is what they are to keep."""

    def __init__(self, views: SavedViews, items: ItemsPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._views, self._items = views, items

    def save(self) -> None:
        """Ask for a name under which to keep what the list shows."""
        items = self._items
        self._views.save(items.own_filter(), items.table.look().as_json(), items.title)

    def replace(self, view: View) -> None:
        """Let ``view`` show what the list shows now."""
        self._views.replace(view, self._items.own_filter(), self._items.table.look().as_json())

    def menu(self, place: Place, at: QPoint) -> None:
        """Open the menu of a place of the navigation, where it is a saved view."""
        if place.view is not None:
            wanted = self._items.own_filter() if self._items.isVisible() else None
            self._views.menu(place.view, at, wanted=wanted, look=self._items.table.look().as_json())

    def show(self, place: Place) -> None:
        """Give the table the look of ``place``: a saved view has its own."""
        if place.view is not None:
            self._items.table.set_look(TableLook.from_json(place.view.look))
        elif self._items.place.view is not None:
            self._items.table.set_look(window_state.look())

    def look_changed(self) -> None:
        """The table looks otherwise by hand; that is remembered, but for a view, which keeps its own."""
        table = self._items.table
        self._items.show_group(table.grouped_by())
        if self._items.place.view is None:
            window_state.keep_look(table.look())
