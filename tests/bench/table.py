"""The table of 10,000 rows: one repaint against Qt's own C++ model, filter and sort against one repaint."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from tests.bench.common import Ratio
from tests.bench.storage import ITEMS, filled
from tracker.domain.filters import ItemFilter
from tracker.gui import appearance
from tracker.gui.items.item_list import ItemList
from tracker.gui.items.table_model import ItemTableModel
from tracker.gui.items.table_view import ItemTable
from tracker.gui.theme import LIGHT

_PAGES = 120
_SIZE = (1400, 800)


def measure() -> Iterator[Ratio]:
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([])
    appearance.dress(application)
    with tempfile.TemporaryDirectory() as scratch:
        ledger = filled(Path(scratch) / "ledger")
        items = ItemList(lambda ids: ledger.ask.haystacks(ids), ledger.today())
        model = ItemTableModel(items)
        table = ItemTable(model, LIGHT)
        model.load(ledger.cards(), ledger.today())
        ours, peer = _repaints(application, table), _repaints(application, _standard(model))
        yield Ratio(f"one repaint of {ITEMS:,} rows", ours, peer, 1.25, "QStandardItemModel, 12 columns of text")
        words = cycle(("", "裁量", "公示", "培训 落实"))
        yield Ratio(
            f"a keystroke in the search of {ITEMS:,} rows",
            _done(table, lambda: model.filter(ItemFilter(search=next(words)))),
            ours,
            2.0,
            "one repaint",
        )
        model.filter(ItemFilter())
        for column in range(model.columnCount()):
            order = cycle((Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder))
            taken = _done(table, lambda column=column, order=order: model.sort(column, next(order)))  # type: ignore[misc]
            yield Ratio(
                f"sort by {model.headerData(column, Qt.Orientation.Horizontal)}", taken, ours, 2.0, "one repaint"
            )
        ledger.close()


def _standard(model: ItemTableModel) -> QTableView:
    """A table whose cells all live in C++: what Qt itself can do."""
    kept = QStandardItemModel(len(model.items.cards), 12)
    for row, card in enumerate(model.items.cards):
        cells = (
            card.code, card.title, card.text, card.lead, card.support, card.status.word, str(card.deadline_current),
            str(card.percent), card.kind.word, str(card.year), card.report_title, str(card.evidence),
        )  # fmt: skip
        for column, text in enumerate(cells):
            kept.setItem(row, column, QStandardItem(text))
    table = QTableView()
    table.setModel(kept)
    kept.setParent(table)
    table.verticalHeader().setDefaultSectionSize(24)
    table.setWordWrap(False)
    return table


def _repaints(application: QApplication, table: QTableView) -> float:
    """Median seconds of one full repaint while paging through."""
    table.resize(*_SIZE)
    table.show()
    application.processEvents()
    bar = table.verticalScrollBar()
    times = []
    for page in range(_PAGES + 20):
        start = time.perf_counter()
        bar.setValue(page * (bar.maximum() // (_PAGES + 20)))
        table.viewport().repaint()
        times.append(time.perf_counter() - start)
    bar.setValue(0)
    return statistics.median(times[20:])


def _done(table: QTableView, work: Callable[[], object]) -> float:
    """Median seconds of ``work`` with the repaint that follows it."""
    times = []
    for _ in range(14):
        start = time.perf_counter()
        work()
        table.viewport().repaint()
        times.append(time.perf_counter() - start)
    return statistics.median(times[2:])
