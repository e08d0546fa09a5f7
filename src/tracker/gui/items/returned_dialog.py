"""The preview of a returned sheet: what it would change, ticked item by item, before anything is written."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.cards import ItemCard
from tracker.domain.returned import ReturnedSheet, RowDifference, counts
from tracker.errors import UserError
from tracker.gui.items.bulk_results import BulkResults
from tracker.gui.items.returned_model import ReturnedModel, row_words
from tracker.gui.people.roster_table import ToneDelegate
from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import heading, muted
from tracker.ledger import collector_paused
from tracker.operations.bulk import Outcome
from tracker.operations.returned import writing
from tracker.words import _

_ROW_HEIGHT = 32
_WHOLE_HEIGHT = 104  # pixels: four lines of what the current row says
_NARROW = 560  # pixels, where there is nothing to show
_NOT_NAMED = 3  # sheets of the file that were not read


class ReturnedDialog(QDialog):
    """``requested`` carries the ForEach of the ticked lines; ``select_wanted`` the ids of items that were refused.

    Whoever hears ``requested`` calls ``show_outcomes`` when it is done, or ``refuse``.
    """

    requested = Signal(object)
    select_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        sheet: ReturnedSheet,
        found: Sequence[RowDifference],
        cards: Mapping[int, ItemCard],
    ) -> None:
        super().__init__(parent)
        self._theme, self._sheet, self._cards, self._busy = theme, sheet, cards, False
        title = _("读入收回的《{name}》").format(name=sheet.file_name)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(960, 620)
        self.model = ReturnedModel(found, theme, self)
        self.says = muted(_summary(sheet, found), wrap=True)
        self.table = self._make_table()
        self.whole = QPlainTextEdit()
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setFixedHeight(_WHOLE_HEIGHT)
        self.whole.setAccessibleName(_("所选一行的全部变化"))
        self.results: BulkResults | None = None
        self.refusal = QLabel()
        self.refusal.setProperty("kind", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.rule = muted(
            _("空着的格子不改；有一格读不懂的，整行不写。备注接在原来的后面，进展另记一条。写入后可以一步撤销。"),
            wrap=True,
        )
        self.ok = QPushButton()
        self.ok.setProperty("kind", "primary")
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.ask)
        self.only_refused = QPushButton(_("只选中未改的"))
        self.only_refused.setToolTip(_("关上这个窗口，在列表里选中没有改成的事项"))
        self.only_refused.clicked.connect(self._select_refused)
        self.only_refused.hide()
        self.cancel = QPushButton(_("取消") if self.model.ticked() else _("关闭"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out(title)
        self.model.dataChanged.connect(lambda *_all: self._count())
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_whole(now.row()))
        self._count()
        if self.model.lines:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus()
        else:
            self._hide_preview()
            self.resize(_NARROW, self.sizeHint().height())

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("roster")
        table.setAccessibleName(_("收回的表中的变化"))
        table.setModel(self.model)
        table.setItemDelegate(ToneDelegate(table))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for section, width in enumerate((136, 210, 200, 110)):
            head.resizeSection(section, width)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self, title: str) -> None:
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.whole)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.only_refused)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(heading(title))
        column.addWidget(self.says)
        column.addLayout(self.body, 1)
        column.addWidget(self.rule)
        column.addWidget(self.refusal)
        column.addLayout(row)

    def ask(self) -> None:
        """Ask for the changes of the ticked lines."""
        chosen = [(line, self._cards[line.item_id]) for line in self.model.ticked()]
        if chosen:
            self.refusal.hide()
            self._set_busy(busy=True)
            with collector_paused():  # it would take as long again as making the operations
                operation = writing(self._sheet.file_name, chosen)
            self.requested.emit(operation)

    def refuse(self, error: UserError) -> None:
        """Say why nothing was written; the ticks stay."""
        self._set_busy(busy=False)
        self.refusal.setText(str(error))
        self.refusal.show()

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Close where nothing was refused; otherwise show what came of each item."""
        self._set_busy(busy=False)
        if all(outcome.refusal is None for outcome in outcomes):
            self.accept()
            return
        self.results = BulkResults(self._theme, outcomes, self._cards)
        self.says.hide()
        self._hide_preview()
        self.body.addWidget(self.results, 1)
        self.only_refused.show()
        self.cancel.setText(_("关闭"))
        self.results.table.setFocus()

    def _hide_preview(self) -> None:
        for widget in (self.table, self.whole, self.rule, self.ok):
            widget.hide()

    def _select_refused(self) -> None:
        if self.results is not None:
            self.select_wanted.emit(self.results.refused)
        self.accept()

    def _show_whole(self, row: int) -> None:
        if row >= 0:
            self.whole.setPlainText("\n".join(row_words(self.model.lines[row])))

    def _count(self) -> None:
        n = len(self.model.ticked())
        self.ok.setText(_("写入（{n} 项）").format(n=n))
        self.ok.setEnabled(bool(n) and not self._busy)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.table.setEnabled(not busy)
        self._count()

    def reject(self) -> None:
        """Escape and 取消 close it, but not while it is being written: the progress has a 取消 of its own."""
        if not self._busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._busy:
            event.ignore()
        else:
            super().closeEvent(event)


def _summary(sheet: ReturnedSheet, found: Sequence[RowDifference]) -> str:
    """How many lines there are of each sort, and which sheet was read."""
    number = counts(found)
    told = _("共 {total} 行：有变化 {changed} 行，没有变化 {unchanged} 行，不能写入 {refused} 行。").format(
        total=len(found), changed=number.changed, unchanged=number.unchanged, refused=number.refused
    )
    if not number.changed:
        told += _("没有可以写入的内容。")
    if sheet.unread:
        names = _("、").join(_("“{name}”").format(name=name) for name in sheet.unread[:_NOT_NAMED])
        told += _("读的是工作表“{name}”；{others}里改的没有读。").format(name=sheet.sheet, others=names)
    return told
