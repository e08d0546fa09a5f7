"""The window of one ledger: it wires navigation, pages, table, panel and actions together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QSplitter

from tracker.domain.cards import ItemCard, ReportCard
from tracker.domain.filters import ItemFilter
from tracker.domain.kinds import ItemKind
from tracker.domain.status import Move, Status
from tracker.errors import UserError
from tracker.gui import ask, window_actions, window_layout, window_state
from tracker.gui.actions import build_actions, name_step
from tracker.gui.bus import Bus
from tracker.gui.counting import Counting
from tracker.gui.drops import Drops
from tracker.gui.files import Files
from tracker.gui.importing import ImportDoor
from tracker.gui.item_actions import ItemActions
from tracker.gui.items.bulk_editing import BulkEditing
from tracker.gui.items.item_list import ItemList
from tracker.gui.items.items_page import ItemsPage
from tracker.gui.items.places import ALL, DASHBOARD, Place, place_groups
from tracker.gui.items.returning import Returning
from tracker.gui.items.saved_views import SavedViews
from tracker.gui.items.table_model import ItemTableModel
from tracker.gui.menus import menus
from tracker.gui.navigation import Navigation
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.outputs import Outputs
from tracker.gui.pages import Pages, Shown
from tracker.gui.panel_door import PanelDoor
from tracker.gui.perform import Performer, show_error
from tracker.gui.reminders.reminding import Reminding
from tracker.gui.settling import Settling
from tracker.gui.status_line import StatusLine
from tracker.gui.summary.numbers import FILTERS
from tracker.gui.tasks import Tasks
from tracker.gui.theme import LIGHT, Theme
from tracker.gui.toolbar import Toolbar
from tracker.gui.view_actions import ViewActions
from tracker.gui.wiring import wire
from tracker.ledger import Ledger, Touched
from tracker.operations.operation import Operation
from tracker.words import _

_LOOK_AT_CLOCK_MS = 60_000
_VIEWS = {"saved_view"}  # tables whose rows no item shows
_NAMES = {"unit", "person"}  # where a row shows one that was renamed, its item is named as touched

if TYPE_CHECKING:
    from tracker.gui.detail.panel import DetailPanel
    from tracker.operations.reports import Imported


class MainWindow(QMainWindow):
    """One ledger, opened. ``asked`` carries what only the application can do: other ledgers, the settings.

    ``ledger_wanted`` carries the folder of another ledger.
    """

    asked = Signal(str)
    ledger_wanted = Signal(object)
    closed = Signal()

    def __init__(self, ledger: Ledger, *, theme: Theme = LIGHT) -> None:
        super().__init__()
        self.ledger, self.theme, self.today = ledger, theme, ledger.today()
        self.place = DASHBOARD
        self.settled = False
        self.written = 0  # steps since the window was opened
        self._leaving = False  # a person has said that begun notes may go
        self.tasks = Tasks(self)
        self.performer = Performer(ledger, self)
        self.bus = Bus(ledger, self)
        self.files = Files(ledger, self.tasks, self)
        self.outputs = Outputs(ledger, self.tasks, self)
        self.importing = ImportDoor(ledger, self.tasks, self.performer, self)
        self.importing.use_theme(theme)
        self.model = ItemTableModel(ItemList(lambda ids: ledger.ask.haystacks(ids), self.today), self)
        self.navigation = Navigation(place_groups(), ledger.office() or _("我的台账"), theme)
        self.items = ItemsPage(self.model, theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.pages = Pages(ledger, theme, self.tasks, self.files, self._shown, self)
        self.reminding = Reminding(ledger.folder, self)
        self.views = SavedViews(self)
        self.looks = ViewActions(self.views, self.items, self)
        self.counting = Counting(ledger, self.model.items, self.navigation, self.views)
        self.bulk = BulkEditing(ledger, theme, self)
        self.returning = Returning(ledger, self.tasks, theme, lambda: self.model.items.cards, self)
        self.acting = ItemActions(ledger, self.bulk, self.selected, self)
        self.drops = Drops(self)
        self.settling = Settling(self)
        self.model.wait_while(lambda: self.tasks.busy or self.settling.loading)
        self.actions_by_key = build_actions(self, menus(), window_actions.handlers(self), window_actions.fillers(self))
        self.toolbar = Toolbar(self.actions_by_key)
        self.status = StatusLine(ledger.folder)
        self._lay_out()
        self.door = PanelDoor(ledger, theme, self.files, self._codes, self.splitter)
        self.door.set_visible(False)
        wire(self)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look_at_clock)
        self._clock.start(_LOOK_AT_CLOCK_MS)
        window_state.restore(self)
        self.items.table.set_look(window_state.look())
        self.load(ledger.cards())
        self.navigation.mark(DASHBOARD)
        self.pages.show(DASHBOARD)
        self.navigation.list.setFocus(Qt.FocusReason.OtherFocusReason)  # arrows lead through the places
        # counts, names, the journal come after the first paint, when the libraries they need are loaded
        self.pages.dashboard.first_painted.connect(self.settling.start, Qt.ConnectionType.QueuedConnection)

    def _lay_out(self) -> None:
        self.setWindowTitle(_("{office} · 法治整改台账").format(office=self.navigation.office.text()))
        self.setAcceptDrops(True)
        self.resize(1440, 880)
        self.setMinimumSize(1000, 620)
        self.pages.stack.addWidget(self.items)
        middle = window_layout.under(self.reminding.bar, self.toolbar, self.pages.stack)
        window_layout.beside(self.splitter, middle)
        self.setCentralWidget(window_layout.whole(self.navigation, self.splitter))
        self.setStatusBar(self.status)
        window_actions.bind_to_table(self)

    @property
    def panel(self) -> "DetailPanel":
        """The panel of the current item; built by the first call."""
        return self.door.panel

    @property
    def dialog(self) -> OperationDialog | None:
        """The dialog about items that is open."""
        return self.acting.dialog

    def act(self, key: str) -> None:
        """Do what the action ``key`` does."""
        window_actions.handlers(self)[key]()

    # -- what is shown

    def _shown(self) -> Shown:
        return Shown(self.counting.cards(), self.model.items.cards, self.today)

    def selected(self) -> Sequence[ItemCard]:
        """The selected items where a list is shown."""
        return self.items.table.selected_cards() if self.shows_items else ()

    @property
    def shows_items(self) -> bool:
        """Whether the list of items is looked at."""
        return self.pages.stack.currentWidget() is self.items

    def load(self, cards: Sequence[ItemCard]) -> None:
        """Show ``cards``, which are all that the ledger has, as they stand today."""
        self.today = self.ledger.today()
        self.model.load(cards, self.today)
        self.door.set_today(self.today)

    def refresh(self) -> None:
        """Read everything anew: another program may have written to the ledger."""
        self.door.commit()
        self.settling.read()

    def know_people(self) -> None:
        """Units or people are others now."""
        units, people = self.ledger.ask.units(), self.ledger.ask.people()
        self.items.table.know(
            [unit.name for unit in units if unit.active], [person.name for person in people if person.active]
        )
        self.door.know()
        self.counting.show_units(sum(unit.active for unit in units))

    def touched(self, touched: Touched) -> None:
        """A step was written: show what it changed."""
        self.written += 1
        if "saved_view" in touched.tables:
            self.counting.know_views(self.today)
            if not self.navigation.has(self.place):  # the view that was shown is gone
                self.navigation.go(ALL)
        if "report" in touched.tables:
            self.counting.know_reports()
        if {"unit", "person"} & touched.tables:
            self.know_people()
        if touched.tables - _VIEWS:
            self._take_in(touched)
        self.after_change()

    def _take_in(self, touched: Touched) -> None:
        if not touched.items:
            if touched.tables - _NAMES:  # a report taken out: any row may show it
                self.load(self.ledger.cards())
                self.counting.anew(self.today)
        else:
            fresh = self.ledger.cards(touched.items)
            gone = touched.items - {card.id for card in fresh}
            self.model.touch(fresh, gone)
            self.counting.update(fresh, gone, self.today)
        self.door.show_again(touched.items)

    def after_change(self) -> None:
        """Counts, years, reminders, the page that is looked at, and the names of undo and redo."""
        cards = self.model.items.cards
        self.counting.show()
        self.pages.refresh()
        self.reminding.show(cards, self.today)
        self.status.show_counts(
            total=len(cards),
            overdue=len(self.reminding.now.overdue),
            due_soon=self.counting.of("due_soon"),
            closed=sum(card.status is Status.CLOSED for card in cards),
        )
        name_step(self.actions_by_key["undo"], _("撤销"), self.ledger.ask.to_undo())
        name_step(self.actions_by_key["redo"], _("重做"), self.ledger.ask.to_redo())
        self.enable()

    def enable(self) -> None:
        """Let each action be done when there is something to do it to."""
        window_actions.enable(self)

    def show_item(self, item_id: int) -> None:
        """Show an item in the panel; 0 for none."""
        if self.settled and self.shows_items:
            self.door.show_item(item_id)

    def _codes(self) -> dict[str, tuple[int, str]]:
        return {card.code: (card.id, card.title) for card in self.model.items.cards}

    def _look_at_clock(self) -> None:
        """After midnight every light and count is another."""
        if self.ledger.today() != self.today:
            self.refresh()
        self.reminding.look(self.ledger.clock().astimezone())

    def scope_changed(self) -> None:
        """Another year or organisation was chosen."""
        self.items.set_scope(self.counting.scope())
        self.counting.anew(self.today)
        self.after_change()

    # -- going

    def go(self, place: Place) -> None:
        """Show a place of the navigation."""
        self.place = place.key
        QTimer.singleShot(0, self.settling.start)  # another page than the first is painted now
        if self.pages.has(place.key):
            self.pages.show(place.key)
            self.door.set_visible(False)
            self.enable()
            return
        self._show_items(place)

    def _show_items(self, place: Place) -> None:
        self.looks.show(place)
        self.items.show_place(place)
        self.items.show_group(self.items.table.grouped_by())
        self.pages.leave(self.items)
        self.door.set_visible(True)
        self.items.select_first()
        self.show_item(self.items.table.current_id())

    def go_to_place(self, key: str) -> None:
        """Go to a place, or to what a number of the dashboard shows that has none."""
        if key in FILTERS:
            self.show_filtered(FILTERS[key])
        else:
            self.navigation.go(key)

    def show_filtered(self, wanted: ItemFilter) -> None:
        """Show all items that ``wanted`` keeps, as chips that can be changed."""
        self.navigation.go(ALL)
        self.items.show_filter(wanted)
        self.items.select_first()

    def search(self, words: str) -> None:
        """Show the items that have ``words``."""
        if words.strip() and not self.shows_items:
            self.navigation.go(ALL)
        self.items.search(words)
        self.items.select_first()

    def clear_filter(self) -> None:
        """Show all items again."""
        self.toolbar.clear()
        self.items.clear()
        self.navigation.go(ALL)

    def go_to_item(self, item_id: int) -> None:
        """Put the cursor on an item, wherever one is."""
        if not self.shows_items:
            self.navigation.go(ALL)
        if not self.items.go_to(item_id):
            return
        self.place = self.items.place.key
        self.navigation.mark(self.place)
        if not self.items.wanted().search:
            self.toolbar.clear()

    def show_report_items(self, report: ReportCard) -> None:
        """Show the items that came from a report."""
        self.navigation.go(ALL)
        self.items.show_report(report.id, report.title)
        self.items.select_first()

    def come_forward(self) -> None:
        """Bring the window to the front, from the tray too."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # -- doing

    def request(self, operation: Operation[object]) -> None:
        """Perform what a widget asks for; a refusal goes back to where it was asked."""
        answer = self.performer.try_perform(operation)
        if not isinstance(answer, UserError):
            return
        askers = (self.acting, self.views, self.items.table, self.pages, self.door)
        if not any(asker.refuse(answer) for asker in askers):
            show_error(answer, self)

    def new_item(self) -> None:
        """Ask for a new item, make it and go to it."""
        wanted = self.items.place.wanted
        kind = wanted.kind if wanted and wanted.kind else ItemKind.PROBLEM
        before = {card.id for card in self.model.items.cards}

        def finished() -> None:
            for new in {card.id for card in self.model.items.cards} - before:
                self.go_to_item(new)

        self.acting.new_item(self.today, kind, finished)

    def ask_move(self, item_id: int, move: Move) -> None:
        """Ask for a move of an item, with what it wants to know."""
        self.door.show_item(item_id)
        self.door.ask_move(move)

    def urge(self, ids: Sequence[int]) -> None:
        """Ask for a 催办 of the items of ``ids``."""
        wanted = set(ids)
        self.acting.urge(self.today, [card for card in self.model.items.cards if card.id in wanted])

    def imported(self, imported: "Imported") -> None:
        """Go to the first item of what was imported."""
        self.navigation.go(ALL)
        if imported.added:
            self.go_to_item(self.ledger.ask.item_by_code(imported.added[0]).id)

    def _ask_to_leave(self) -> None:
        def leave() -> None:
            self._leaving = True
            self.close()

        words = _("还有写了没登记的进展：{codes}。").format(codes="、".join(self.door.drafts()))
        ask.whether(self, words, _("关闭窗口，这些文字就不在了。"), _("不登记，关闭"), leave)

    # -- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.items.wanted().search:
            self.toolbar.clear()
            self.items.focus_table()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.drops.takes(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        detail = self.panel.detail if self.shows_items and self.door.editable else None
        self.drops.take(event, detail.item.code if detail else "")

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.door.drafts() and not self._leaving:
            event.ignore()
            self._ask_to_leave()
            return
        self.settling.stop()
        self.pages.stop()
        self.door.commit()
        window_state.keep(self)
        self.bulk.cancel()
        self.returning.cancel()
        self.model.stop()
        self.reminding.close()
        self.tasks.shutdown()
        self.files.close()
        self.bus.close()
        self.ledger.close()
        event.accept()
        self.closed.emit()
