"""The status bar: how the whole ledger stands, and where it lies."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QStatusBar

from tracker.domain.deeds import told
from tracker.gui.widgets.labels import ElidedLabel
from tracker.ledger import Done
from tracker.words import _

_TELL_MS = 8_000


class StatusLine(QStatusBar):
    """Counts and what was just done at the left, the ledger's folder at the right."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.counts = QLabel()
        self.folder = ElidedLabel(str(folder))
        self.folder.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.folder.setContentsMargins(0, 0, 12, 0)
        self.said = ElidedLabel()
        self.said.setProperty("kind", "said")
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.setInterval(_TELL_MS)
        self._until.timeout.connect(self.said.clear)
        self.addWidget(self.counts)
        self.addWidget(self.said, 2)
        self.addPermanentWidget(self.folder, 1)

    def tell(self, done: Done[object]) -> None:
        """Say for some seconds what was just done."""
        self.said.setText(_("已记录：{words}").format(words=told(done.words)))
        self._until.start()

    def show_counts(self, *, total: int, overdue: int, due_soon: int, closed: int) -> None:
        """Show how the ledger stands."""
        share = _("（{words}）").format(words=f"{closed / total:.0%}") if total else ""
        words = _("共 {total} 项　　逾期 {overdue}　　30 天内到期 {soon}　　已销号 {closed}{share}")
        self.counts.setText(words.format(total=total, overdue=overdue, soon=due_soon, closed=closed, share=share))
