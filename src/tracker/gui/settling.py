"""What a window does after its first paint, and after reading all anew: one thing a turn, keys answered between."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tracker import settings
from tracker.domain.cards import ItemCard
from tracker.gui import window_actions
from tracker.gui.warming import Warming
from tracker.ledger import Ledger
from tracker.progress import Progress
from tracker.words import _

if TYPE_CHECKING:
    from tracker.gui.main_window import MainWindow


class Settling(QObject):
    """Loads libraries in a thread first; counts, names, years, reminders and the journal wait for them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[Callable[[], object]] = deque()
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._next)
        self.warming = Warming(self)
        # libraries and cards stay: a collector that looks at them again and again takes 60 ms each time (measured)
        self.warming.done.connect(gc.freeze)
        self.warming.done.connect(self.anew)
        self.warming.rested.connect(gc.freeze)

    def start(self) -> None:
        """Begin; to be called when the first page is painted."""
        self.warming.start()

    def read(self) -> None:
        """Read all items in a worker, for another program may have written to the ledger; the rest follows."""
        window, written = self._window, self._window.written

        def work(_progress: Progress) -> list[ItemCard]:
            ledger = Ledger(window.ledger.folder)  # a second opening of its own: the window's belongs to its thread
            try:
                return ledger.cards()
            finally:
                ledger.close()

        def done(cards: list[ItemCard]) -> None:
            if window.written != written:
                self.read()  # what was read is older than what is shown
                return
            window.load(cards)
            self.anew()

        window.tasks.start(work, title=_("刷新"), parent=window, done=done)

    def anew(self) -> None:
        """The items were read; all that follows from them is still to be done."""
        window = self._window
        self._waiting = deque(
            (
                window.counting.know_reports,
                lambda: window.counting.know_views(window.today),
                lambda: window.counting.anew(window.today),
                window.know_people,
                window.pages.settle,
                window.after_change,
                window.door.build,
                self._show_item,
                lambda: window.reminding.apply(settings.load()),
                lambda: window_actions.hang_table_menus(window),
                self._end,
            )
        )
        self._turns.start(0)

    @property
    def loading(self) -> bool:
        """Whether a thread is loading libraries."""
        return self.warming.is_loading

    def stop(self) -> None:
        """To be called before the ledger is closed: nothing more is asked of it."""
        self.warming.wait()
        self._turns.stop()
        self._waiting.clear()
        gc.unfreeze()  # another ledger may be opened: this window can go

    def _next(self) -> None:
        act = self._waiting.popleft()
        if not self._waiting:
            self._turns.stop()
        act()

    def _show_item(self) -> None:
        window = self._window
        window.settled = True
        if window.shows_items:
            window.items.select_first()
            window.show_item(window.items.table.current_id())

    def _end(self) -> None:
        self._window.model.prepare()
        self.warming.go_on()
