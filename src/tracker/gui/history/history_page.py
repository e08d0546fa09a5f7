"""The page of all that was done to the ledger."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.journal import Record, Step
from tracker.gui.history.telling import page
from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import heading, muted
from tracker.gui.widgets.page_text import PageText
from tracker.views.timeline import Names
from tracker.words import _


class HistoryPage(QWidget):
    """``undo_wanted`` carries the Step to take back."""

    undo_wanted = Signal(object)

    def __init__(self, theme: Theme, *, titled: bool = True) -> None:
        super().__init__()
        self._records: Sequence[Record] = ()
        self._names: Names = {}
        self._limit = 0
        self._opened: set[int] = set()
        self.text = PageText(theme, _("操作记录"))
        self.text.followed.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(*((16, 6, 16, 0) if titled else (0, 4, 0, 8)))
        column.setSpacing(4)
        if titled:
            column.addWidget(heading(_("操作记录")))
            column.addWidget(muted(_("每一步改动都留有记录；撤销也是新的一步，不会抹掉原来的记录。"), wrap=True))
        column.addWidget(self.text, 1)

    def show_records(self, records: Sequence[Record], names: Names, *, limit: int) -> None:
        """Show ``records``, newest first."""
        self._records, self._names, self._limit = records, names, limit
        self._write()

    def _write(self) -> None:
        self.text.show_html(page(self._records, self._names, limit=self._limit, opened=self._opened))

    def _follow(self, target: str) -> None:
        verb, _colon, number = target.partition(":")
        if verb == "open":
            self._opened ^= {int(number)}
            self._write()
        elif verb == "undo" and (step := self._step(int(number))) is not None:
            self.undo_wanted.emit(step)

    def _step(self, key: int) -> Step | None:
        return next((record.step for record in self._records if record.step.id == key), None)
