"""The table of 10,000 and of 100,000 rows: a repaint against Qt's own C++ model, all else against one repaint."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from tests.bench.common import Ratio
from tests.bench.storage import filled
from tracker.domain import pinyin
from tracker.domain.filters import ItemFilter
from tracker.gui import appearance
from tracker.gui.items.item_list import ItemList
from tracker.gui.items.table_columns import PLACES
from tracker.gui.items.table_model import ItemTableModel
from tracker.gui.items.table_view import ItemTable
from tracker.gui.theme import LIGHT
from tracker.ledger import Ledger

_PAGES = 120
_SIZE = (1400, 800)
_LONGEST = 0.1  # seconds that nobody may be kept waiting
_SORTED = ("code", "title", "lead", "deadline", "percent", "status", "evidence", "remaining", "report")

# as they are typed: character by character, and words after each other
_TYPED = ("裁", "裁量", "裁量 培", "裁量 培训", "", "z", "zf", "zfd", "zfdd", "公示", "")

_READINGS = """
import threading, time
from tracker.domain import pinyin
thread = threading.Thread(target=pinyin.warm)
longest, last = 0.0, time.perf_counter()
thread.start()
while thread.is_alive():
    time.sleep(0.001)
    now = time.perf_counter()
    longest, last = max(longest, now - last), now
print(longest)
"""


def measure() -> Iterator[Ratio]:
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([])
    appearance.dress(application)
    yield Ratio("the longest wait while readings are loaded", _longest_wait(), _LONGEST, 1.0, "a tenth of a second")
    pinyin.warm()
    with tempfile.TemporaryDirectory() as scratch:
        ledger = filled(Path(scratch) / "ledger", 10_000)
        table = _shown(ledger)
        ours, peer = _repaints(application, table), _repaints(application, _standard(table.items_model))
        yield Ratio("one repaint of 10,000 rows", ours, peer, 1.25, "QStandardItemModel, 12 columns of text")
        yield from _work(table, "10,000 rows", ours, 2.0, "one repaint")
        table.close()
        ledger.close()
    with tempfile.TemporaryDirectory() as scratch:
        ledger = filled(Path(scratch) / "ledger", 100_000)
        table = _shown(ledger)
        _repaints(application, table)
        # the measure is what Qt itself takes: a delegate that paints faster does not make a search slower
        yield from _work(table, "100,000 rows", peer, 4.0, "one repaint by QStandardItemModel")
        table.close()
        ledger.close()


def _longest_wait() -> float:
    """How long a thread that only ticks is kept from it while another one loads the readings of characters."""
    told = [
        float(subprocess.run([sys.executable, "-c", _READINGS], capture_output=True, check=True, text=True).stdout)
        for _turn in range(5)
    ]
    return statistics.median(told)


def _shown(ledger: Ledger) -> ItemTable:
    model = ItemTableModel(ItemList(lambda ids: ledger.ask.haystacks(ids), ledger.today()))
    table = ItemTable(model, LIGHT)
    model.setParent(table)
    model.load(ledger.cards(), ledger.today())
    return table


def _work(table: ItemTable, of: str, unit: float, limit: float, unit_name: str) -> Iterator[Ratio]:
    model = table.items_model
    yield Ratio(f"the longest slice that prepares {of} for searches", _slices(model.items), _LONGEST, 1.0, "0.1 s")
    words = cycle(_TYPED)

    def search() -> None:
        model.filter(ItemFilter(search=next(words)))

    yield Ratio(f"a keystroke in the search of {of}", _done(table, search), unit, limit, unit_name)
    for grouping in ("lead", "deadline"):
        model.group(grouping)
        yield Ratio(f"the same of {of}, grouped by {grouping}", _done(table, search), unit, limit, unit_name)
    model.group(None)
    model.filter(ItemFilter())
    for key in _SORTED:
        order = cycle((Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder))

        def sort(key: str = key, order: Iterator[Qt.SortOrder] = order) -> None:
            model.sort(PLACES[key], next(order))

        yield Ratio(f"sort of {of} by {key}", _done(table, sort), unit, limit, unit_name)


def _slices(items: ItemList) -> float:
    longest, complete = 0.0, False
    while not complete:
        start = time.perf_counter()
        complete = items.prepare()
        longest = max(longest, time.perf_counter() - start)
    return longest


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
    for _ in range(24):
        start = time.perf_counter()
        work()
        table.viewport().repaint()
        times.append(time.perf_counter() - start)
    return statistics.median(times[2:])
