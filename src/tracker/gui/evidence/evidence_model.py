"""All evidence as a table: finished rows, sorted in memory, looked up by the view."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from tracker.domain.evidence_cards import EvidenceCard
from tracker.domain.file_kinds import file_kind
from tracker.domain.pinyin import sort_key
from tracker.gui.detail.evidence_tab import STATE_TONES
from tracker.gui.theme import Theme, Tone
from tracker.views.evidence import proves, size_words
from tracker.words import _

Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Column(IntEnum):
    """The columns, from the left."""

    NAME = 0
    KIND = 1
    SIZE = 2
    ITEM = 3
    PROVES = 4
    ADDED = 5
    BY = 6
    STATE = 7
    SHA = 8


@dataclass(frozen=True, slots=True)
class _Told:
    """How a column is headed, told and sorted."""

    word: str
    words: Callable[[EvidenceCard], str]
    key: Callable[[EvidenceCard], Any]


def _columns() -> tuple[_Told, ...]:
    return (
        _Told(_("材料"), lambda card: card.name, lambda card: sort_key(card.name)),
        _Told(_("类型"), lambda card: _(file_kind(card.name).word), lambda card: file_kind(card.name).value),
        _Told(_("大小"), lambda card: size_words(card.size), lambda card: card.size),
        _Told(_("事项"), lambda card: f"{card.code}  {card.title}", lambda card: card.code),
        _Told(_("证明内容"), proves, lambda card: (card.code, card.measure or 0, card.noted_on)),
        _Told(_("收入日期"), lambda card: card.added_at.astimezone().date().isoformat(), lambda card: card.added_at),
        _Told(_("提供人"), lambda card: card.added_by, lambda card: sort_key(card.added_by)),
        _Told(_("核验"), lambda card: _(card.state.word), lambda card: card.state.value),
        _Told(_("校验码"), lambda card: card.sha256[:8], lambda card: card.sha256),
    )


class EvidenceModel(QAbstractTableModel):
    """``several`` tells in how many items a file stands, ``faults`` what a check of the files found."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = _columns()
        self.cards: list[EvidenceCard] = []
        self._given: Sequence[EvidenceCard] = ()
        self.several: Mapping[str, int] = {}
        self.faults: Mapping[str, str] = {}
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def show_cards(self, cards: Sequence[EvidenceCard], several: Mapping[str, int]) -> None:
        """Show ``cards``, in the order that was chosen."""
        self.beginResetModel()
        self._given, self.several = cards, several
        self._put_in_order()
        self.endResetModel()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Mark the files that are missing or damaged, in words by SHA-256."""
        self.faults = faults
        if self.cards:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.cards) - 1, len(Column) - 1))

    def row_of(self, key: int) -> int:
        """The row of a piece of evidence; -1 where it is not shown."""
        return next((row for row, card in enumerate(self.cards) if card.id == key), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 is the order of the ledger, the latest first."""
        self._sorted = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.cards[index.row()].id) for index in self.persistentIndexList()]
        self._put_in_order()
        rows = {card.id: row for row, card in enumerate(self.cards)}
        for index, key in kept:
            self.changePersistentIndex(index, self.index(rows[key], index.column()))
        self.layoutChanged.emit()

    def _put_in_order(self) -> None:
        self.cards = list(self._given)
        if self._sorted is not None:
            column, order = self._sorted
            self.cards.sort(key=self._columns[column].key, reverse=order is Qt.SortOrder.DescendingOrder)

    # -- Qt's questions

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].word
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == Column.SIZE else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card, column = self.cards[index.row()], index.column()
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[column].words(card)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(card, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.text_of(self._tone(card, column)))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column == Column.SIZE else _LEFT
        return None

    def _tone(self, card: EvidenceCard, column: int) -> Tone:
        if card.sha256 in self.faults:
            return Tone.ALERT
        if column == Column.STATE:
            return STATE_TONES[card.state]
        return Tone.PLAIN if column in (Column.NAME, Column.ITEM) else Tone.MUTED

    def second_line(self, card: EvidenceCard) -> str:
        """What stands under the name: a fault, how often the file stands in the ledger, the remark."""
        fault = self.faults.get(card.sha256, "")
        times = self.several.get(card.sha256, 0)
        repeated = _("同一文件用于 {n} 个事项").format(n=times) if times else ""
        return " · ".join(part for part in (fault, repeated, card.remark) if part)

    def _tip(self, card: EvidenceCard, column: int) -> str:
        if column == Column.SHA:
            return card.sha256
        words = self._columns[column].words(card)
        second = self.second_line(card) if column == Column.NAME else ""
        return f"{words}\n{second}" if second else words
