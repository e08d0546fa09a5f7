"""The window of one ledger: it wires navigation, table, panel and actions together."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from tracker import paths
from tracker.domain.cards import ReportCard
from tracker.domain.journal import Step
from tracker.domain.kinds import ItemKind
from tracker.domain.status import Status
from tracker.errors import UserError
from tracker.gui import about, ask, window_layout, window_state
from tracker.gui.actions import build_actions, name_step
from tracker.gui.bus import Bus
from tracker.gui.checking import check_ledger
from tracker.gui.export.exporting import Exporting
from tracker.gui.export.scopes import scopes
from tracker.gui.files import Files
from tracker.gui.importing import ImportDoor, report_files
from tracker.gui.items.item_list import ItemList
from tracker.gui.items.items_page import ItemsPage
from tracker.gui.items.places import ALL, HISTORY, REPORTS, Place, PlaceCounts, place_groups
from tracker.gui.items.table_model import ItemTableModel
from tracker.gui.menus import menus
from tracker.gui.navigation import Navigation
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.perform import Performer, show_error
from tracker.gui.reports.reports_page import ReportsPage
from tracker.gui.status_line import StatusLine
from tracker.gui.tasks import Tasks
from tracker.gui.theme import LIGHT, Theme
from tracker.gui.toolbar import Toolbar
from tracker.ledger import Ledger, Touched
from tracker.operations.operation import Operation
from tracker.words import _

_HISTORY_STEPS = 200
_PANEL_WIDTH = 372  # pixels; what the panel needs at least
_LOOK_AT_CLOCK_MS = 60_000

if TYPE_CHECKING:
    from tracker.gui.detail.panel import DetailPanel
    from tracker.gui.detail.source_dialog import SourceDialog
    from tracker.gui.history.history_page import HistoryPage
    from tracker.operations.reports import Imported


class MainWindow(QMainWindow):
    """One ledger, opened. ``asked`` carries what only the application can do: open or make another ledger."""

    asked = Signal(str)
    closed = Signal()

    def __init__(self, ledger: Ledger, *, theme: Theme = LIGHT) -> None:
        super().__init__()
        self.ledger, self.theme, self.today = ledger, theme, ledger.today()
        self.tasks = Tasks(self)
        self.performer = Performer(ledger, self)
        self.bus = Bus(ledger, self)
        self.files = Files(ledger, self.tasks, self)
        self.exporting = Exporting(ledger, self.tasks, self)
        self.importing = ImportDoor(ledger, self.tasks, self.performer, self)
        self.model = ItemTableModel(ItemList(lambda ids: ledger.ask.haystacks(ids), self.today), self)
        self.dialog: OperationDialog | None = None
        self._place = ALL
        groups = place_groups()
        self.counts = PlaceCounts(groups)
        self.actions_by_key = build_actions(self, menus(), self._handlers())
        self.toolbar = Toolbar(self.actions_by_key)
        self.navigation = Navigation(groups, ledger.office() or _("我的台账"), theme)
        self.items = ItemsPage(self.model, theme)
        self.status = StatusLine(ledger.folder)
        self._lay_out()
        self._wire()
        self.reload()
        self.navigation.mark(ALL)
        # counts, names and the first row's panel come after the first paint of the rows; the focus too: with it
        # the table takes a current row, and the panel would ask the database for its item
        self.items.table.first_painted.connect(self.settle, Qt.ConnectionType.QueuedConnection)
        self.items.table.first_painted.connect(self.items.focus_table, Qt.ConnectionType.QueuedConnection)
        if not self.model.items.cards:
            self.settle()

    def _lay_out(self) -> None:
        self.setWindowTitle(_("{office} · 法治整改台账").format(office=self.navigation.office.text()))
        self.setAcceptDrops(True)
        self.resize(1440, 880)
        self.setMinimumSize(1000, 620)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.items)
        self.room = QWidget()  # keeps the panel's place until it is built
        self.room.setMinimumWidth(_PANEL_WIDTH)
        self.splitter = window_layout.beside(window_layout.under(self.toolbar, self.pages), self.room)
        self.setCentralWidget(window_layout.whole(self.navigation, self.splitter))
        self.setStatusBar(self.status)
        window_state.restore(self)

    def _wire(self) -> None:
        self.bus.touched.connect(self._touched)
        self.navigation.chosen.connect(self.go)
        self.toolbar.searched.connect(self._search)
        self.toolbar.left.connect(self.items.focus_table)
        self.items.asked.connect(self._act)
        table = self.items.table
        table.current_changed.connect(self._show_item)
        table.entered_item.connect(lambda _id: self.panel.focus_form())
        self.model.modelReset.connect(self._enable)
        self.files.requested.connect(self.request)
        self.importing.imported.connect(self._imported)
        self.performer.performed.connect(self.status.tell)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look_at_clock)
        self._clock.start(_LOOK_AT_CLOCK_MS)

    # -- built when they are first looked at, so that the rows are painted before them

    @cached_property
    def panel(self) -> "DetailPanel":
        """The panel of the current item."""
        # its forms and dialogs take a tenth of a start, and the rows are there first
        from tracker.gui.detail.panel import DetailPanel  # noqa: PLC0415

        panel = DetailPanel(self.theme, self.today, self._codes)
        panel.requested.connect(self.request)
        panel.overview.source_wanted.connect(self.show_source)
        panel.evidence.pick_wanted.connect(self._pick_evidence)
        panel.evidence.files_dropped.connect(self._keep_evidence)
        panel.evidence.open_wanted.connect(self.files.open_evidence)
        panel.evidence.save_wanted.connect(self.files.save_evidence)
        panel.links.go_wanted.connect(self._go_to_item)
        panel.history.wanted.connect(lambda item_id: self._fill_history(panel.history.page, item_id))
        panel.history.page.undo_wanted.connect(self._undo_step)
        self.splitter.replaceWidget(1, panel)
        self.room.deleteLater()
        panel.show()
        return panel

    @cached_property
    def reports(self) -> ReportsPage:
        """The page of reports."""
        page = ReportsPage(self.theme)
        page.asked.connect(self._act)
        page.open_wanted.connect(self.files.open_report)
        page.items_wanted.connect(self._show_report_items)
        self.pages.addWidget(page)
        return page

    @cached_property
    def history(self) -> "HistoryPage":
        """The page of all that was done."""
        from tracker.gui.history.history_page import HistoryPage  # noqa: PLC0415 - as with the panel

        page = HistoryPage(self.theme)
        page.undo_wanted.connect(self._undo_step)
        self.pages.addWidget(page)
        return page

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "new_ledger": lambda: self.asked.emit("new_ledger"),
            "open_ledger": lambda: self.asked.emit("open_ledger"),
            "open_demo": lambda: self.asked.emit("open_demo"),
            "open_folder": lambda: ask.open_outside(self.ledger.folder),
            "import_reports": self.importing.ask,
            "export": self.export,
            "check": lambda: check_ledger(self.ledger.folder, self.tasks, self),
            "quit": self.close,
            "undo": lambda: self.performer.undo(parent=self),
            "redo": lambda: self.performer.redo(parent=self),
            "copy": lambda: self.items.table.copy_rows(),
            "select_all": lambda: self.items.table.selectAll(),
            "find": lambda: self.toolbar.start_search(),
            "clear_filter": self.clear_filter,
            "clear_search": lambda: self.toolbar.clear(),
            "new_item": self.new_item,
            "note": lambda: self.panel.compose_note(),
            "evidence": self._pick_evidence,
            "refresh": self.refresh,
            "log_folder": lambda: ask.open_outside(paths.log_file().parent),
            "about": lambda: about.show(self, self.ledger.folder),
        }

    def _act(self, key: str) -> None:
        self._handlers()[key]()

    # -- what is shown

    def reload(self) -> None:
        """Read all items anew."""
        self.today = self.ledger.today()
        self.model.load(self.ledger.cards(), self.today)

    def refresh(self) -> None:
        """Read everything anew: another program may have written to the ledger."""
        self.panel.commit()
        self.reload()
        self.panel.set_today(self.today)
        self.settle()

    def settle(self) -> None:
        """What can wait until the rows are painted: counts, names, years, the panel of the first row."""
        self.counts.load(self.model.items.cards, self.today)
        self.items.offer_years()
        self.panel.know(self.ledger.ask.units(), self.ledger.ask.people())
        self.items.select_first()
        self._show_item(self.items.table.current_id())
        self._after_change()

    def _touched(self, touched: Touched) -> None:
        if {"unit", "person"} & touched.tables:
            self.panel.know(self.ledger.ask.units(), self.ledger.ask.people())
        if not touched.items:  # a unit renamed, a report taken out: any row may show it
            self.reload()
            self.counts.load(self.model.items.cards, self.today)
        else:
            fresh = self.ledger.cards(touched.items)
            gone = touched.items - {card.id for card in fresh}
            self.model.touch(fresh, gone)
            self.counts.update(fresh, gone, self.today)
        self.items.offer_years()
        if self.panel.detail is not None and (not touched.items or self.panel.detail.item.id in touched.items):
            self._show_item(self.panel.detail.item.id)
        self._after_change()

    def _after_change(self) -> None:
        """Counts and the names of undo and redo."""
        for group in place_groups():
            for place in group.places:
                if place.wanted is not None:
                    self.navigation.show_count(place.key, self.counts.of(place.key))
        reports = self.ledger.ask.reports()
        self.navigation.show_count(REPORTS, len(reports))
        if self._place == REPORTS:
            self.reports.show_reports(reports)
        if self._place == HISTORY:
            self._fill_history(self.history)
        cards = self.model.items.cards
        self.status.show_counts(
            total=len(cards),
            overdue=self.counts.of("overdue"),
            due_soon=self.counts.of("due_soon"),
            closed=sum(card.status is Status.CLOSED for card in cards),
        )
        name_step(self.actions_by_key["undo"], _("撤销"), self.ledger.ask.to_undo())
        name_step(self.actions_by_key["redo"], _("重做"), self.ledger.ask.to_redo())
        self._enable()

    def _enable(self) -> None:
        if "panel" not in vars(self):
            return
        has_item = self.panel.detail is not None
        for key in ("note", "evidence"):
            self.actions_by_key[key].setEnabled(has_item and self.panel.overview.editable)
        for key in ("export", "copy", "select_all"):
            self.actions_by_key[key].setEnabled(bool(self.model.items.cards))

    def _show_item(self, item_id: int) -> None:
        self.panel.show_detail(self.ledger.ask.detail(item_id) if item_id else None)
        self._enable()

    def _fill_history(self, page: "HistoryPage", item_id: int | None = None) -> None:
        records = self.ledger.ask.history(item_id, limit=_HISTORY_STEPS)
        page.show_records(records, self.ledger.ask.names(), limit=_HISTORY_STEPS)

    def _codes(self) -> dict[str, tuple[int, str]]:
        return {card.code: (card.id, card.title) for card in self.model.items.cards}

    def _look_at_clock(self) -> None:
        """After midnight every light and count is another."""
        if self.ledger.today() != self.today:
            self.refresh()

    # -- going

    def go(self, place: Place) -> None:
        """Show a place of the navigation."""
        self._place = place.key
        if place.key == HISTORY:
            self._fill_history(self.history)
            self.pages.setCurrentWidget(self.history)
        elif place.key == REPORTS:
            self.reports.show_reports(self.ledger.ask.reports())
            self.pages.setCurrentWidget(self.reports)
        else:
            self.pages.setCurrentWidget(self.items)
        self.panel.setVisible(place.wanted is not None)
        if place.wanted is not None:
            self.items.show_place(place)
            self.items.select_first()

    def _search(self, words: str) -> None:
        if words.strip() and self.pages.currentWidget() is not self.items:
            self.navigation.go(ALL)
        self.items.search(words)
        self.items.select_first()

    def clear_filter(self) -> None:
        """Show all items again."""
        self.toolbar.clear()
        self.items.clear()
        self.navigation.go(ALL)

    def _go_to_item(self, item_id: int) -> None:
        if self._place in (REPORTS, HISTORY):
            self.navigation.go(ALL)
        if not self.items.go_to(item_id):
            return
        self.navigation.mark(self.items.place.key)
        if not self.items.wanted().search:
            self.toolbar.clear()

    def _show_report_items(self, report: ReportCard) -> None:
        self.navigation.go(ALL)
        self.items.show_report(report.id, report.title)
        self.items.select_first()

    # -- doing

    def request(self, operation: Operation[object]) -> None:
        """Perform what a widget asks for; a refusal goes back to where it was asked."""
        answer = self.performer.try_perform(operation)
        if not isinstance(answer, UserError):
            return
        if self.dialog is not None:
            self.dialog.refuse(answer)
        elif not self.panel.refuse(answer):
            show_error(answer, self)

    def _undo_step(self, step: Step) -> None:
        self.performer.undo_step(step, parent=self)

    def new_item(self) -> None:
        """Ask for a new item, make it and go to it."""
        wanted = self.items.place.wanted
        kind = wanted.kind if wanted and wanted.kind else ItemKind.PROBLEM
        before = {card.id for card in self.model.items.cards}
        from tracker.gui.items.new_item_dialog import NewItemDialog  # noqa: PLC0415 - as with the panel

        def finished() -> None:
            self.dialog = None
            for new in {card.id for card in self.model.items.cards} - before:
                self._go_to_item(new)

        self.dialog = NewItemDialog(self, self.today, kind)
        self.dialog.requested.connect(self.request)
        self.dialog.finished.connect(finished)
        self.dialog.open()

    def export(self) -> None:
        """Ask which items to export, and write them."""
        items = self.model.items
        selected = self.items.table.selected_cards()
        self.exporting.start(scopes(self.items.title.text(), items.shown, selected, items.cards))

    def _imported(self, imported: "Imported") -> None:
        """Go to the first item of what was imported."""
        self.navigation.go(ALL)
        if imported.added:
            self._go_to_item(self.ledger.ask.item_by_code(imported.added[0]).id)

    def show_source(self) -> "SourceDialog | None":
        """Show the item's words in their report."""
        from tracker.gui.detail.source_dialog import open_source  # noqa: PLC0415 - as with the panel

        return open_source(self, self.theme, self.ledger, self.panel.detail)

    def _pick_evidence(self) -> None:
        if self.panel.detail is not None:
            self.panel.tabs.setCurrentWidget(self.panel.evidence)
            self.files.pick_evidence(self.panel.detail.item.id, self.panel.evidence.subject())

    def _keep_evidence(self, files: list[Path]) -> None:
        if self.panel.detail is not None:
            self.files.add_evidence(self.panel.detail.item.id, self.panel.evidence.subject(), files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if report_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if files := report_files(event):
            event.acceptProposedAction()
            self.importing.start(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        if "panel" in vars(self):
            self.panel.commit()
        window_state.keep(self)
        self.tasks.shutdown()
        self.files.close()
        self.bus.close()
        self.ledger.close()
        event.accept()
        self.closed.emit()
