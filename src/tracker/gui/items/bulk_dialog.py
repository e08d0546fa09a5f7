"""The dialog of a bulk edit: the fields first, then what came of each item where not all were done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tracker.domain.cards import ItemCard
from tracker.errors import UserError
from tracker.gui.items.bulk_form import BulkForm
from tracker.gui.items.bulk_results import BulkResults
from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import heading, muted
from tracker.operations.bulk import Changes, ForEach, Outcome
from tracker.words import _

_FEW = 3  # codes that are named above the fields
_WIDTH, _HEIGHT = 640, 680  # pixels; a screen of 768 has room for it


class BulkDialog(QDialog):
    """``requested`` carries the ForEach of the items; ``select_wanted`` the ids of those that were refused.

    Whoever hears ``requested`` calls ``show_outcomes`` when it is done, or ``refuse``.
    """

    requested = Signal(object)
    select_wanted = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme, cards: Sequence[ItemCard]) -> None:
        super().__init__(parent)
        self._theme, self._cards = theme, {card.id: card for card in cards}
        self._busy = False
        title = _("批量修改（{n} 项）").format(n=len(cards))
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH, _HEIGHT)
        self.form = BulkForm(cards)
        self.results: BulkResults | None = None
        self.area = QScrollArea()
        self.area.setWidget(self.form)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.refusal = QLabel()
        self.refusal.setProperty("kind", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.says = muted(_says(cards), wrap=True)
        self.ok = QPushButton(_("修改"))
        self.ok.setProperty("kind", "primary")
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.ask)
        self.only_refused = QPushButton(_("只选中未改的"))
        self.only_refused.setToolTip(_("关上这个窗口，在列表里选中没有改成的事项"))
        self.only_refused.clicked.connect(self._select_refused)
        self.only_refused.hide()
        self.cancel = QPushButton(_("取消"))
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.only_refused)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.ok)
        self.body = QVBoxLayout()
        self.body.addWidget(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(heading(title))
        column.addWidget(self.says)
        column.addLayout(self.body, 1)
        column.addWidget(self.refusal)
        column.addLayout(row)

    def ask(self) -> None:
        """Ask for the changes of the ticked fields."""
        try:
            changes: Changes = self.form.changes()
        except UserError as error:
            self.refuse(error)
            return
        self.refusal.hide()
        self._set_busy(busy=True)
        self.requested.emit(ForEach([changes.part_of(card) for card in self._cards.values()], changes.words))

    def refuse(self, error: UserError) -> None:
        """Say why nothing was done; the entries stay for mending."""
        self._set_busy(busy=False)
        self.refusal.setText(str(error))
        self.refusal.show()

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Close where nothing was refused and something was done; otherwise show what came of each."""
        self._set_busy(busy=False)
        if all(outcome.refusal is None for outcome in outcomes) and any(outcome.changed for outcome in outcomes):
            self.accept()
            return
        self.results = BulkResults(self._theme, outcomes, self._cards)
        self.area.hide()
        self.body.addWidget(self.results)
        self.says.hide()
        self.ok.hide()
        self.only_refused.setVisible(bool(self.results.refused))
        self.cancel.setText(_("关闭"))
        self.results.table.setFocus()

    def _select_refused(self) -> None:
        if self.results is not None:
            self.select_wanted.emit(self.results.refused)
        self.accept()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.ok.setEnabled(not busy)
        self.form.setEnabled(not busy)

    def reject(self) -> None:
        """Escape and 取消 close it, but not while it is being done: the progress has a 取消 of its own."""
        if not self._busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._busy:
            event.ignore()
        else:
            super().closeEvent(event)


def _says(cards: Sequence[ItemCard]) -> str:
    codes = "、".join(card.code for card in cards[:_FEW])
    if len(cards) > _FEW:
        codes = _("{codes} 等").format(codes=codes)
    return _("{codes}。只改打钩的项目；某一项不能改时，其他的照改，最后列出原因。").format(codes=codes)
