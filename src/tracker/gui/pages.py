"""The pages of the window beside its table, each made when it is first gone to, and told anew after each change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tracker.domain.cards import ItemCard
from tracker.errors import UserError
from tracker.gui.files import Files
from tracker.gui.items.places import DASHBOARD, EVIDENCE, HISTORY, PEOPLE, REPORTS, STATISTICS
from tracker.gui.summary.dashboard_page import DashboardPage
from tracker.gui.tasks import Tasks
from tracker.gui.theme import Theme
from tracker.ledger import Ledger

if TYPE_CHECKING:  # what a start does not show is loaded when it is gone to
    from tracker.gui.evidence.evidence_page import EvidencePage
    from tracker.gui.history.history_page import HistoryPage
    from tracker.gui.people.people_page import PeoplePage
    from tracker.gui.reports.reports_page import ReportsPage
    from tracker.gui.summary.statistics_page import StatisticsPage

HISTORY_STEPS = 200
HISTORY_CHANGES = 400  # of one step; an import has thousands, and a list shows a few
_RECENT_STEPS = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """What all pages are told of: the items within the scope, all items, and the day."""

    cards: Sequence[ItemCard]
    all_cards: Sequence[ItemCard]
    today: date


class Pages(QObject):
    """Each signal carries what the page that sent it asks for; see the pages.

    ``current`` gives the items to show. A page is told of the ledger only while it is looked at.
    """

    asked = Signal(str)
    requested = Signal(object)
    place_wanted = Signal(str)
    item_wanted = Signal(int)
    filter_wanted = Signal(object, str)
    unit_wanted = Signal(str)
    person_wanted = Signal(str)
    report_items_wanted = Signal(object)
    undo_wanted = Signal(object)

    def __init__(
        self, ledger: Ledger, theme: Theme, tasks: Tasks, files: Files, current: Callable[[], Shown], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ledger, self._theme, self._tasks, self._files, self._current = ledger, theme, tasks, files, current
        self._settled = False
        self.stack = QStackedWidget()
        self._fillers: dict[str, tuple[Callable[[], QWidget], Callable[[], None]]] = {
            DASHBOARD: (lambda: self.dashboard, self._fill_dashboard),
            REPORTS: (lambda: self.reports, lambda: self.reports.show_reports(self._ledger.ask.reports())),
            PEOPLE: (lambda: self.people, self._fill_people),
            EVIDENCE: (lambda: self.evidence, lambda: self.evidence.show_evidence(self._ledger.ask.all_evidence())),
            STATISTICS: (lambda: self.statistics, self._fill_statistics),
            HISTORY: (lambda: self.history, lambda: self.fill_history(self.history)),
        }
        self._now = ""
        self._telling, self._recalling = self._turn(self._tell), self._turn(self._recall)

    def _turn(self, act: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(0)
        made.timeout.connect(act)
        return made

    # -- going

    def has(self, key: str) -> bool:
        """Whether ``key`` is one of these pages."""
        return key in self._fillers

    def show(self, key: str) -> None:
        """Make the page where there is none yet, tell it of the ledger, and bring it to the front."""
        page, fill = self._fillers[key]
        self._now = key
        self._telling.stop()
        widget = page()
        fill()
        self.stack.setCurrentWidget(widget)

    def leave(self, other: QWidget) -> None:
        """Bring ``other``, which is none of these pages, to the front."""
        self._now = ""
        self._recalling.stop()
        self.stack.setCurrentWidget(other)

    def settle(self) -> None:
        """The rows are painted: what was held back from the first page comes with the next ``refresh``."""
        self._settled = True

    def refresh(self) -> None:
        """Tell the page that is looked at what the ledger has now: in a turn of its own, for a change took long
        enough, and one that leads to another page needs not to be told here."""
        self._telling.start()

    def _tell(self) -> None:
        if self._now:
            self._fillers[self._now][1]()

    def stop(self) -> None:
        """To be called before the ledger is closed: nothing more is asked of it."""
        self._telling.stop()
        self._recalling.stop()

    def refuse(self, error: UserError) -> bool:
        """Show a refusal where the page that is looked at asked; False where it has no place for it."""
        return self._now == PEOPLE and self.people.refuse(error)

    # -- the pages

    @cached_property
    def dashboard(self) -> DashboardPage:
        """工作台."""
        page = DashboardPage(self._ledger.office(), self._theme)
        page.place_wanted.connect(self.place_wanted)
        page.filter_wanted.connect(self.filter_wanted)
        page.item_wanted.connect(self.item_wanted)
        page.asked.connect(self.asked)
        self.stack.addWidget(page)
        return page

    @cached_property
    def reports(self) -> "ReportsPage":
        """报告."""
        from tracker.gui.reports.reports_page import ReportsPage  # noqa: PLC0415 - a start shows none of these

        page = ReportsPage(self._theme)
        page.asked.connect(self.asked)
        page.open_wanted.connect(self._files.open_report)
        page.items_wanted.connect(self.report_items_wanted)
        self.stack.addWidget(page)
        return page

    @cached_property
    def people(self) -> "PeoplePage":
        """责任单位与人员."""
        from tracker.gui.people.people_page import PeoplePage  # noqa: PLC0415 - as above

        page = PeoplePage(self._theme, self._tasks)
        page.requested.connect(self.requested)
        page.items_wanted.connect(self.unit_wanted)
        page.person_items_wanted.connect(self.person_wanted)
        self.stack.addWidget(page)
        return page

    @cached_property
    def evidence(self) -> "EvidencePage":
        """佐证材料."""
        from tracker.gui.evidence.evidence_page import EvidencePage  # noqa: PLC0415 - as above

        page = EvidencePage(self._theme, self._files)
        page.item_wanted.connect(self.item_wanted)
        self.stack.addWidget(page)
        return page

    @cached_property
    def statistics(self) -> "StatisticsPage":
        """统计."""
        from tracker.gui.summary.statistics_page import StatisticsPage  # noqa: PLC0415 - as above

        page = StatisticsPage(self._theme)
        page.filter_wanted.connect(self.filter_wanted)
        page.asked.connect(self.asked)
        self.stack.addWidget(page)
        return page

    @cached_property
    def history(self) -> "HistoryPage":
        """操作记录."""
        from tracker.gui.history.history_page import HistoryPage  # noqa: PLC0415 - as above

        page = HistoryPage(self._theme)
        page.undo_wanted.connect(self.undo_wanted)
        self.stack.addWidget(page)
        return page

    # -- telling them

    def fill_history(self, page: "HistoryPage", item_id: int | None = None) -> None:
        """Show the latest steps on ``page``, of one item only where one is given."""
        records = self._ledger.ask.history(item_id, limit=HISTORY_STEPS, most=HISTORY_CHANGES)
        page.show_records(records, self._ledger.ask.names(records), limit=HISTORY_STEPS)

    def _fill_dashboard(self) -> None:
        shown = self._current()
        self.dashboard.show_cards(shown.cards, shown.today)
        if self._settled:  # the journal comes with SQLAlchemy, for which the first paint does not wait
            self._recalling.start()

    def _recall(self) -> None:
        """The latest steps, in a turn of their own: the numbers took long enough."""
        records = self._ledger.ask.history(limit=_RECENT_STEPS, most=HISTORY_CHANGES)
        self.dashboard.show_recent(records, self._ledger.ask.names(records))

    def _fill_people(self) -> None:
        shown = self._current()
        self.people.show_roster(self._ledger.ask.units(), self._ledger.ask.people(), shown.all_cards, shown.today)

    def _fill_statistics(self) -> None:
        shown = self._current()
        self.statistics.show_cards(shown.cards, shown.today)
