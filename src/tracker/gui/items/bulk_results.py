"""What came of a bulk edit, item by item: those that were refused first, each with the reason."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from tracker.domain.cards import ItemCard
from tracker.gui.theme import Theme, Tone
from tracker.gui.widgets.labels import muted
from tracker.operations.bulk import Outcome
from tracker.words import _

Index = QModelIndex | QPersistentModelIndex


class BulkResults(QWidget):
    """A sentence with the numbers, and a line for each item. ``refused`` are the ids of those that were not done."""

    def __init__(self, theme: Theme, outcomes: Sequence[Outcome], cards: Mapping[int, ItemCard]) -> None:
        super().__init__()
        order = sorted(outcomes, key=lambda outcome: (outcome.refusal is None, outcome.changed))
        self.refused = tuple(outcome.item_id for outcome in order if outcome.refusal is not None)
        changed = sum(outcome.changed for outcome in outcomes)
        same = len(outcomes) - changed - len(self.refused)
        said = [_("已改 {n} 项").format(n=changed)]
        said += [_("未改 {n} 项").format(n=len(self.refused))] if self.refused else []
        said += [_("本来就是这样 {n} 项").format(n=same)] if same else []
        self.summary = QLabel(_("{words}。").format(words=_("，").join(said)))
        self.summary.setProperty("kind", "subheading")
        self.summary.setWordWrap(True)
        self.table = QTableView()
        self.table.setAccessibleName(_("各项的结果"))
        self.table.setModel(ResultModel(order, cards, theme))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(QFontMetrics(self.font()).height() + 12)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.resizeSection(0, 100)
        head.resizeSection(1, 190)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        if changed:
            column.addWidget(muted(_("改了的是一步，可以用“撤销”一次收回；没改的保持原样。"), wrap=True))
        column.addWidget(self.table, 1)


class ResultModel(QAbstractTableModel):
    """An adapter over outcomes: code, title, what came of it."""

    def __init__(self, outcomes: Sequence[Outcome], cards: Mapping[int, ItemCard], theme: Theme) -> None:
        super().__init__()
        self._outcomes, self._cards = outcomes, cards
        self._alert, self._muted = QColor(theme.text_of(Tone.ALERT)), QColor(theme.text_of(Tone.MUTED))
        self._titles = (_("编号"), _("事项"), _("结果"))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._outcomes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        outcome = self._outcomes[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and outcome.refusal is not None and index.column() == 2:
            return str(outcome.refusal)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            card = self._cards[outcome.item_id]
            return (card.code, card.title, result_words(outcome, card.code))[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 2:
            return self._alert if outcome.refusal else None if outcome.changed else self._muted
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None


def result_words(outcome: Outcome, code: str) -> str:
    """已改, 未改 with the reason, or that nothing differed. The code stands beside it and is not said again."""
    if outcome.refusal is not None:
        return _("未改：{reason}").format(reason=outcome.refusal.message.removeprefix(code).strip())
    return _("已改") if outcome.changed else _("本来就是这样")
