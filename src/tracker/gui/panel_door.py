"""The way to the panel of one item: built when an item is first shown, and wired to whoever asked for it."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from tracker.domain.status import Move
from tracker.errors import UserError
from tracker.gui.files import Files
from tracker.gui.theme import Theme
from tracker.gui.widgets.sizes import grown
from tracker.ledger import Ledger

if TYPE_CHECKING:
    from tracker.gui.detail.links_tab import Others
    from tracker.gui.detail.panel import DetailPanel
    from tracker.gui.detail.source_dialog import SourceDialog

LEAST_WIDTH = 372  # pixels; what the panel needs


class PanelDoor(QObject):
    """``requested`` carries an Operation, ``undo_wanted`` a Step, ``item_wanted`` the id of another item.

    ``history_wanted`` asks to fill a HistoryPage with the steps of one item; ``changed`` tells that another item is
    shown, or none.
    """

    requested = Signal(object)
    undo_wanted = Signal(object)
    item_wanted = Signal(int)
    history_wanted = Signal(object, int)
    changed = Signal()

    def __init__(
        self, ledger: Ledger, theme: Theme, files: Files, others: "Callable[[], Others]", splitter: QSplitter
    ) -> None:
        super().__init__(splitter)
        self._ledger, self._theme, self._files, self._others = ledger, theme, files, others
        self._splitter = splitter
        self._today = ledger.today()
        self.room = QWidget()  # keeps the panel's place until it is built
        self.room.setMinimumWidth(grown(LEAST_WIDTH))
        splitter.addWidget(self.room)

    @property
    def is_built(self) -> bool:
        """Whether an item was shown already."""
        return "panel" in vars(self)

    @property
    def item_id(self) -> int:
        """The item that is shown; 0 for none."""
        detail = self.panel.detail if self.is_built else None
        return detail.item.id if detail is not None else 0

    @property
    def editable(self) -> bool:
        """Whether an item is shown that may be changed."""
        return bool(self.item_id) and self.panel.overview.editable

    @cached_property
    def panel(self) -> "DetailPanel":
        """The panel itself."""
        # its forms and dialogs take a tenth of a start, and the first page is there before them
        from tracker.gui.detail.panel import DetailPanel  # noqa: PLC0415

        panel = DetailPanel(self._theme, self._today, self._others)
        panel.use_files(self._files)
        panel.know(self._ledger.ask.units(), self._ledger.ask.people())
        panel.requested.connect(self.requested)
        panel.overview.source_wanted.connect(self.show_source)
        panel.evidence.pick_wanted.connect(self.pick_evidence)
        panel.evidence.files_dropped.connect(self.keep_evidence)
        panel.evidence.open_wanted.connect(self._files.open_evidence)
        panel.evidence.save_wanted.connect(self._files.save_evidence)
        panel.links.go_wanted.connect(self.item_wanted)
        panel.history.wanted.connect(lambda item_id: self.history_wanted.emit(panel.history.page, item_id))
        panel.history.page.undo_wanted.connect(self.undo_wanted)
        visible = self.room.isVisibleTo(self._splitter)
        self._splitter.replaceWidget(1, panel)
        self.room.deleteLater()
        panel.setVisible(visible)
        return panel

    # -- showing

    def build(self) -> None:
        """Build the panel before it is needed: its forms take 60 ms, for which nobody shall wait at a first item."""
        _panel = self.panel

    def set_visible(self, visible: bool) -> None:
        """Show or hide the panel, built or not."""
        (self.panel if self.is_built else self.room).setVisible(visible)

    def show_item(self, item_id: int) -> None:
        """Show an item; 0 for none."""
        if item_id or self.is_built:
            self.panel.show_detail(self._ledger.ask.detail(item_id) if item_id else None)
        self.changed.emit()

    def show_again(self, touched: frozenset[int]) -> None:
        """Something was changed; no ids mean that anything may have been."""
        if self.item_id and (not touched or self.item_id in touched):
            self.show_item(self.item_id)

    def know(self) -> None:
        """Units or people were changed."""
        if self.is_built:
            self.panel.know(self._ledger.ask.units(), self._ledger.ask.people())

    def set_today(self, today: date) -> None:
        """Another day has come."""
        self._today = today
        if self.is_built:
            self.panel.set_today(today)

    # -- asking

    def commit(self) -> None:
        """Ask for what was typed and not yet saved."""
        if self.is_built:
            self.panel.commit()

    def drafts(self) -> list[str]:
        """The codes of items with a note that was begun and not saved."""
        return self.panel.drafts() if self.is_built else []

    def refuse(self, error: UserError) -> bool:
        """Show a refusal where the panel asked; False where it did not."""
        return self.is_built and self.panel.refuse(error)

    def ask_move(self, move: Move) -> None:
        """Ask for a move of the item shown."""
        self.panel.ask_move(move)

    def pick_evidence(self) -> None:
        """Ask for files that prove the item shown."""
        if self.item_id:
            self.panel.tabs.setCurrentWidget(self.panel.evidence)
            self._files.pick_evidence(self.item_id, self.panel.evidence.subject())

    def keep_evidence(self, files: list[Path]) -> None:
        """Take ``files`` in as proof of the item shown."""
        if self.item_id:
            self.panel.tabs.setCurrentWidget(self.panel.evidence)
            self._files.add_evidence(self.item_id, self.panel.evidence.subject(), files)

    def show_source(self) -> "SourceDialog | None":
        """Show the item's words in their report."""
        from tracker.gui.detail.source_dialog import open_source  # noqa: PLC0415 - as with the panel

        return open_source(self.panel.window(), self._theme, self._ledger, self.panel.detail)
