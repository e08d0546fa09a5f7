"""The table of the statistics: rows that sort, a total that stays below, and a copy that Excel takes as a table."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from tracker.gui.summary.stat_delegate import PAD, StatDelegate
from tracker.gui.theme import Theme
from tracker.gui.widgets.clipboard import clipboard_data
from tracker.views.stat_columns import StatColumn, group_word, stat_columns
from tracker.views.stat_copy import copied_lines
from tracker.views.statistics import Grouping, Statistics, StatRow
from tracker.words import _

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 34
_LEAST_LABEL, _USUAL_LABEL, _SORT_MARK = 120, 200, 14  # pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StatModel(QAbstractTableModel):
    """An adapter over finished statistics; the last row is the whole."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._link, self._muted = QColor(theme.accent), QColor(theme.muted)
        self._alert = QColor(theme.alert)
        self.bold = QFont(QApplication.font())
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.shown: Statistics | None = None
        self.rows: list[StatRow] = []
        self.columns: tuple[StatColumn, ...] = ()
        self._texts: list[list[str]] = []
        self._sorted_by: tuple[int, bool] | None = None

    def show_statistics(self, shown: Statistics) -> None:
        """Show ``shown`` in the order chosen last, if it is of the same sort."""
        self.beginResetModel()
        if self.shown is None or self.shown.grouping is not shown.grouping:
            self._sorted_by = None
        self.shown, self.columns = shown, stat_columns(shown.grouping)
        self._order()
        self.endResetModel()

    def _order(self) -> None:
        if self.shown is None:
            return
        whole, self.rows = self.shown.whole, list(self.shown.rows)
        if self._sorted_by is not None:
            section, descending = self._sorted_by
            self.rows.sort(key=self._key(section), reverse=descending)
        tallies = [*(row.tally for row in self.rows), whole]
        self._texts = [[column.text(tally, whole) for column in self.columns] for tally in tallies]

    def _key(self, section: int) -> Callable[[StatRow], Any]:
        """Words stand in their natural order, whatever they are; a figure that there is none of is the least."""
        assert self.shown is not None
        if section == 0:
            places = {row.key: place for place, row in enumerate(self.shown.rows)}
            return lambda row: places[row.key]
        whole, figure = self.shown.whole, self.columns[section - 1].figure
        return lambda row: -1.0 if (found := figure(row.tally, whole)) is None else float(found)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 for the natural order."""
        self.beginResetModel()
        self._sorted_by = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        self._order()
        self.endResetModel()

    def row_at(self, row: int) -> StatRow | None:
        """The row; None for the whole."""
        return self.rows[row] if row < len(self.rows) else None

    def label(self, row: int) -> str:
        """The words of the first column."""
        found = self.row_at(row)
        return found.label if found is not None else _("合计")

    def lines(self) -> list[list[str]]:
        """Everything as texts, with the headings first."""
        if self.shown is None:
            return []
        head = [group_word(self.shown.grouping), *(column.title for column in self.columns)]
        return [head, *([self.label(n), *texts] for n, texts in enumerate(self._texts))]

    # -- Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self.shown is None else len(self.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        is_whole = row >= len(self.rows)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._texts[row][column - 1] if column else self.label(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_RIGHT if column else _LEFT)
            case Qt.ItemDataRole.FontRole:
                return self.bold if is_whole else None
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, column, is_whole=is_whole)
            case Qt.ItemDataRole.ToolTipRole:
                return self.label(row) if column == 0 else None
        return None

    def _colour(self, row: int, column: int, *, is_whole: bool) -> QColor | None:
        """The first column leads to items, noughts stand back, what is overdue stands out."""
        if column == 0:
            return None if is_whole else self._link
        if self._texts[row][column - 1] in ("0", "—"):
            return self._muted
        return self._alert if self.columns[column - 1].key == "overdue" else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or self.shown is None:
            return None
        column = self.columns[section - 1] if section else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title if column else group_word(self.shown.grouping)
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip if column else _("点击标题排序，再点一次倒序，第三次恢复原来的次序")
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_RIGHT if column else _LEFT)
        return None


class StatTable(QTableView):
    """``row_wanted`` carries the StatRow whose items are asked for: its name clicked, or Enter on it; None for all."""

    row_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.stats = StatModel(theme, self)
        self.setModel(self.stats)
        self.setItemDelegate(StatDelegate(theme, self))
        self.setAccessibleName(_("统计表"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(44)
        head.setSortIndicatorClearable(True)
        self.natural_order()
        self.setSortingEnabled(True)
        self.clicked.connect(lambda index: self._clicked(index, twice=False))
        self.doubleClicked.connect(lambda index: self._clicked(index, twice=True))

    def natural_order(self) -> None:
        """Take back a sort."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def show_statistics(self, shown: Statistics) -> None:
        """Show ``shown``; the cursor stays by its row."""
        now = self.currentIndex()
        kept = self.stats.row_at(now.row()) if now.isValid() else None
        if self.stats.shown is None or self.stats.shown.grouping is not shown.grouping:
            self.natural_order()
            kept = None
        self.stats.show_statistics(shown)
        keys = [row.key for row in self.stats.rows]
        self.setCurrentIndex(self.stats.index(keys.index(kept.key) if kept and kept.key in keys else 0, 0))
        self.fit()

    def fit(self) -> None:
        """Figures take what they need; the first column what is left of the view, within reason."""
        for column, width in enumerate(self._figure_widths(), 1):
            self.setColumnWidth(column, width)
        room = self.viewport().width() - sum(self._figure_widths())
        self.setColumnWidth(0, max(_LEAST_LABEL, min(self._label_width(), room)))
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self.stats.shown is None:
            return super().sizeHint()
        rows = ROW_HEIGHT * self.stats.rowCount() + self.horizontalHeader().sizeHint().height()
        return QSize(self.wanted_width(), rows + self.horizontalScrollBar().sizeHint().height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.stats.shown is not None:
            self.fit()

    def wanted_width(self) -> int:
        """What it takes to show all figures, and the labels as far as they are of a usual length."""
        label = min(max(self._label_width(), _LEAST_LABEL), _USUAL_LABEL)
        return sum(self._figure_widths()) + label + self.verticalScrollBar().sizeHint().width()

    def _figure_widths(self) -> list[int]:
        head, *body = self.stats.lines()
        bold = QFontMetrics(self.stats.bold)
        return [
            max(bold.horizontalAdvance(head[n]) + _SORT_MARK, *(bold.horizontalAdvance(line[n]) for line in body))
            + 2 * PAD
            + 2  # words are laid out in fractions of pixels
            for n in range(1, len(head))
        ]

    def _label_width(self) -> int:
        bold = QFontMetrics(self.stats.bold)
        return max(bold.horizontalAdvance(line[0]) for line in self.stats.lines()) + 2 * PAD + _SORT_MARK

    def copy_table(self) -> None:
        """Put the whole table on the clipboard, as text and as HTML."""
        lines = self.stats.lines()
        if not lines:
            return
        copied = copied_lines(lines)
        data = clipboard_data()
        data.setText(copied.plain)
        data.setHtml(copied.html)
        QGuiApplication.clipboard().setMimeData(data)

    def _clicked(self, index: Index, *, twice: bool) -> None:
        """A name is a link; elsewhere a click only chooses the row."""
        if twice is (index.column() > 0):
            self._go(index.row())

    def _go(self, row: int) -> None:
        self.row_wanted.emit(self.stats.row_at(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._go(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_table()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        leads = index.isValid() and index.column() == 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)


def groupings() -> tuple[tuple[Grouping, str], ...]:
    """What can be counted by, and its words."""
    return (
        (Grouping.UNIT, _("按单位")),
        (Grouping.STATUS, _("按状态")),
        (Grouping.YEAR, _("按年度")),
        (Grouping.REPORT, _("按来源")),
        (Grouping.KIND, _("按类别")),
        (Grouping.TYPE, _("按整改类型")),
        (Grouping.MONTH, _("按销号月份")),
    )
