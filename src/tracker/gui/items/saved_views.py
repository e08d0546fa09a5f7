"""Saved views in the window: naming, replacing, renaming, ordering and deleting them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from tracker.domain.filters import ItemFilter
from tracker.errors import UserError
from tracker.views.filter_words import filter_words
from tracker.views.saved import View, body_of, view_of
from tracker.words import _

if TYPE_CHECKING:
    from tracker.domain.saved_views import SavedView
    from tracker.gui.items.view_dialogs import ViewDialog

Look = Mapping[str, object]


class SavedViews(QObject):
    """``requested`` carries an Operation on views; ``go_wanted`` the key of the view that was just saved.

    Whoever hears ``requested`` performs it at once, calls ``know`` where views were touched, and ``refuse`` where
    the ledger refuses.
    """

    requested = Signal(object)
    go_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._saved: tuple[SavedView, ...] = ()
        self.views: tuple[View, ...] = ()
        self.dialog: ViewDialog | None = None

    def know(self, saved: Sequence["SavedView"]) -> tuple[View, ...]:
        """Take in the views of the ledger, in their order; what the navigation shows of them."""
        self._saved = tuple(saved)
        self.views = tuple(map(view_of, saved))
        return self.views

    def refuse(self, error: UserError) -> bool:
        """Show a refusal in the dialog that asked; False where none did."""
        if self.dialog is None:
            return False
        self.dialog.refuse(error)
        return True

    # -- asking

    def save(self, wanted: ItemFilter, look: Look, suggestion: str = "") -> None:
        """Ask for the name of a new view that shows ``wanted`` with ``look``."""
        # pydantic comes with it: the first paint needs no view's dialog
        from tracker.domain.saved_views import SavedView  # noqa: PLC0415

        view = SavedView(name="-", body=body_of(wanted, look))
        dialog = self._open(view, says=filter_words(wanted), suggestion=suggestion)
        dialog.accepted.connect(lambda: self._go(dialog.line.text().strip()))

    def rename(self, view: View) -> None:
        """Ask for another name of ``view``."""
        if saved := self._entity(view):
            self._open(saved, says="", suggestion=saved.name)

    def replace(self, view: View, wanted: ItemFilter, look: Look) -> None:
        """Let ``view`` show ``wanted`` with ``look`` from now on."""
        from tracker.operations.saved_views import SaveView  # noqa: PLC0415 - as above

        if saved := self._entity(view):
            self.requested.emit(SaveView(saved.having(body=body_of(wanted, look))))

    def move(self, view: View, by: int) -> None:
        """Move ``view`` up (-1) or down (1) among the others."""
        from tracker.operations.saved_views import OrderViews  # noqa: PLC0415 - as above

        order = [each.id for each in self.views]
        place = order.index(view.id)
        if 0 <= place + by < len(order):
            order.insert(place + by, order.pop(place))
            self.requested.emit(OrderViews(tuple(order)))

    def drop(self, view: View) -> None:
        """Delete ``view``; undo brings it back."""
        from tracker.operations.saved_views import DropView  # noqa: PLC0415 - as above

        self.requested.emit(DropView(view.id))

    def menu(self, view: View, at: QPoint, *, wanted: ItemFilter | None, look: Look) -> QMenu:
        """Open the menu of ``view`` at a place of the screen.

        ``wanted`` and ``look`` are what is shown now and may replace it; None where no list is shown.
        """
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menu.addAction(_("改名…")).triggered.connect(lambda: self.rename(view))
        replace = menu.addAction(_("改为现在显示的内容"))
        replace.setToolTip(_("把现在的筛选、排序、分组和列存进“{name}”").format(name=view.name))
        replace.setEnabled(wanted is not None)
        replace.triggered.connect(lambda: self.replace(view, wanted or ItemFilter(), look))
        menu.addSeparator()
        place = [each.id for each in self.views].index(view.id)
        up, down = menu.addAction(_("上移")), menu.addAction(_("下移"))
        up.setEnabled(place > 0)
        down.setEnabled(place < len(self.views) - 1)
        up.triggered.connect(lambda: self.move(view, -1))
        down.triggered.connect(lambda: self.move(view, 1))
        menu.addSeparator()
        menu.addAction(_("删除视图")).triggered.connect(lambda: self.drop(view))
        menu.popup(at)
        return menu

    # -- how

    def _entity(self, view: View) -> "SavedView | None":
        return next((saved for saved in self._saved if saved.id == view.id), None)

    def _open(self, view: "SavedView", *, says: str, suggestion: str) -> "ViewDialog":
        from tracker.gui.items.view_dialogs import ViewDialog  # noqa: PLC0415 - as above

        dialog = ViewDialog(self._window, view, self._saved, says=says, suggestion=suggestion)
        dialog.requested.connect(self.requested)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()
        return dialog

    def _forget(self) -> None:
        self.dialog = None

    def _go(self, name: str) -> None:
        found = next((view for view in self.views if view.name == name), None)
        if found is not None:
            self.go_wanted.emit(found.key)
