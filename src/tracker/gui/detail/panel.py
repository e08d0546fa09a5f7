"""The panel of one item: header and tabs; it asks by signals and is told what to show."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from tracker.domain.cards import ItemDetail
from tracker.domain.people import Person, Unit
from tracker.domain.status import Move
from tracker.errors import UserError
from tracker.gui.detail.evidence_tab import EvidenceTab
from tracker.gui.detail.header import PanelHeader
from tracker.gui.detail.history_tab import HistoryTab
from tracker.gui.detail.links_tab import LinksTab, Others
from tracker.gui.detail.measures_tab import MeasuresTab
from tracker.gui.detail.move_dialog import MoveDialog
from tracker.gui.detail.moves import form_of
from tracker.gui.detail.notes_tab import NotesTab
from tracker.gui.detail.overview_tab import OverviewTab
from tracker.gui.detail.tab import Tab
from tracker.gui.files import Files
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.reminders.urge_dialog import UrgeDialog
from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import muted
from tracker.gui.widgets.sizes import grown
from tracker.views.columns import card_of
from tracker.words import _


class DetailPanel(QWidget):
    """``requested`` carries an Operation; its hearer calls ``refuse`` at once where it is refused."""

    requested = Signal(object)

    def __init__(self, theme: Theme, today: date, others: Callable[[], Others]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(grown(372))
        self.detail: ItemDetail | None = None
        self.dialog: OperationDialog | None = None
        self._people: Sequence[str] = ()
        self._plain_move = False  # a move without a dialog has no place for a refusal
        self.header = PanelHeader(theme, today)
        self.overview = OverviewTab(theme, today)
        self.measures = MeasuresTab(theme, today)
        self.notes = NotesTab(theme, today)
        self.evidence = EvidenceTab(theme)
        self.links = LinksTab(theme, others)
        self.history = HistoryTab(theme)
        # from without inwards: whatever is put into another widget is dressed anew with all that it has in it
        self.stack = QStackedWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        empty = muted(_("在左边的列表中选择一项，\n这里显示它的内容。"))
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        full = QWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(full)
        self.closed_notice = QLabel(_("已销号的事项不能再改；确需修改，请先撤回销号。"))
        self.closed_notice.setProperty("kind", "notice")
        self.closed_notice.setWordWrap(True)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)  # only where the words are longer than Chinese
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        column = QVBoxLayout(full)
        column.setContentsMargins(16, 16, 10, 0)
        column.setSpacing(10)
        column.addWidget(self.header)
        column.addWidget(self.closed_notice)
        column.addWidget(self.tabs, 1)
        for tab in self._all():
            self.tabs.addTab(tab, "")
            tab.requested.connect(self.requested)
        self.header.move_wanted.connect(self.ask_move)
        self.header.note_wanted.connect(self.compose_note)
        self.header.evidence_wanted.connect(self.evidence.pick_wanted)
        self.header.urging_wanted.connect(self.ask_urging)
        self.overview.tab_wanted.connect(self.go_to_tab)
        self.overview.go_wanted.connect(self.links.go_wanted)
        self.tabs.currentChanged.connect(lambda _index: self._show_tab())

    def sizeHint(self) -> QSize:
        return QSize(390, 700)

    def _all(self) -> tuple[Tab, ...]:
        return self.overview, self.measures, self.notes, self.evidence, self.links, self.history

    # -- showing

    def show_detail(self, detail: ItemDetail | None) -> None:
        """Show one item, or that none is chosen. What was typed into the old one is asked for first."""
        if self.detail is not None and (detail is None or detail.item.id != self.detail.item.id):
            self.commit()
        self.detail = detail
        self.stack.setCurrentIndex(0 if detail is None else 1)
        if detail is None:
            return
        self.header.show_detail(detail)
        for index, tab in enumerate(self._all()):
            self.tabs.setTabText(index, tab.caption(detail))
        self._show_tab()
        self.closed_notice.setVisible(not self.overview.editable)

    def _show_tab(self) -> None:
        """The overview decides what is editable and is always shown; the others when they are looked at."""
        if self.detail is None:
            return
        self.overview.show_detail(self.detail)
        tab = self.tabs.currentWidget()
        if isinstance(tab, Tab) and tab is not self.overview:
            tab.show_detail(self.detail)

    def go_to_tab(self, name: str) -> None:
        """Show the tab of measures or notes, ready to write."""
        if name == "notes":
            self.compose_note()
        elif name == "measures":
            self.tabs.setCurrentWidget(self.measures)
            self.measures.compose()

    def use_files(self, files: Files) -> None:
        """Where the evidence's pictures and copies come from."""
        self.evidence.use_files(files)

    def drafts(self) -> list[str]:
        """The codes of items with a note that was begun and not saved."""
        return self.notes.unsaved()

    def set_today(self, today: date) -> None:
        """Another day has come."""
        for part in (self.header, self.overview, self.measures, self.notes):
            part.today = today

    def know(self, units: Sequence[Unit], people: Sequence[Person]) -> None:
        """Who can answer for items."""
        self._people = [person.name for person in people if person.active]
        self.overview.know(
            ([unit.name for unit in units if unit.active], [unit.name for unit in units if not unit.active]),
            (self._people, [person.name for person in people if not person.active]),
        )
        self.measures.know(units, people)
        self.notes.know(self._people)

    # -- asking

    def commit(self) -> None:
        """Ask for what was typed and not yet saved."""
        for tab in self._all():
            tab.commit()

    def refuse(self, error: UserError) -> bool:
        """Show why the operation just asked for was refused; False where there is no place for it here."""
        if self.dialog is not None:
            self.dialog.refuse(error)
            return True
        if self._plain_move:
            return False
        asking = [tab for tab in self._all() if tab.dialog is not None]
        tab = asking[0] if asking else self.tabs.currentWidget()
        return (isinstance(tab, Tab) and tab.refuse(error)) or self.overview.refuse(error)

    def ask_move(self, move: Move) -> None:
        """Ask for a move of the item shown, after what it wants to know."""
        if self.detail is None:
            return
        item, form = self.detail.item, form_of(move)
        if not form.asks:
            self._plain_move = True
            self.requested.emit(form.build(item, "", ""))
            self._plain_move = False
            return
        self.dialog = MoveDialog(self, item, form, self._people)
        self.dialog.requested.connect(self.requested)
        self.dialog.finished.connect(self._dialog_closed)
        self.dialog.open()

    def ask_urging(self) -> None:
        """Ask whom to remind of the item shown."""
        if self.detail is not None:
            self.dialog = UrgeDialog(self, [card_of(self.detail)], self.header.today)
            self.dialog.requested.connect(self.requested)
            self.dialog.finished.connect(self._dialog_closed)
            self.dialog.open()

    def _dialog_closed(self) -> None:
        self.dialog = None

    def compose_note(self) -> None:
        """Go to where the next note is written."""
        if self.detail is not None and self.overview.editable:
            self.tabs.setCurrentWidget(self.notes)
            self.notes.compose()

    def focus_form(self) -> None:
        """Give the keyboard to the tab that is shown."""
        if self.detail is not None and self.tabs.currentWidget() is self.overview:
            self.overview.focus_field("title")
        else:
            self.tabs.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
