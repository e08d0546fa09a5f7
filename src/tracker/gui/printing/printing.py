"""Printing from the window: the layout is made in a worker, then previewed; printer, pages and PDF are chosen there."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QObject, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from tracker.domain.cards import ItemDetail
from tracker.domain.kinds import ItemKind
from tracker.gui.gathering import gather
from tracker.gui.perform import show_error
from tracker.gui.printing.page_painter import PagePainter
from tracker.gui.slices import Slices
from tracker.gui.tasks import Tasks
from tracker.ledger import Ledger, collector_paused
from tracker.progress import Progress
from tracker.sheets.forms.progress import progress_sheet
from tracker.sheets.layout import Layout
from tracker.words import _

_MM_PER_INCH = 25.4
_SIZES = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}


class Printing(QObject):
    """The way of a print; lives as long as the window."""

    def __init__(self, ledger: Ledger, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._tasks, self._window = ledger, tasks, parent
        self.preview: QPrintPreviewDialog | None = None
        self._printer: QPrinter | None = None  # the preview does not keep it alive

    def start(self, item_ids: Sequence[int], kind: ItemKind | None = None) -> None:
        """Preview the progress sheet of ``item_ids``, which are read a little at a time."""

        def failed(error: BaseException) -> None:
            show_error(error, self._window)

        Slices(
            gather(self._ledger, item_ids),
            title=_("正在排版进度表"),
            parent=self._window,
            done=lambda details: self._lay_out(details, kind),
            failed=failed,
        )

    def _refuse(self, error: BaseException) -> None:
        show_error(error, self._window)

    def _lay_out(self, details: Sequence[ItemDetail], kind: ItemKind | None) -> None:
        office, today = self._ledger.office(), self._ledger.today()

        def work(progress: Progress) -> Layout:
            with collector_paused():
                return progress_sheet(details, office=office, as_of=today, kind=kind, progress=progress)

        self._tasks.start(work, title=_("正在排版进度表"), parent=self._window, done=self._show)

    def _show(self, layout: Layout) -> None:
        self._printer = printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, layout)
        printer.setDocName(layout.title.text if layout.title else layout.name)
        preview = QPrintPreviewDialog(printer, self._window)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.setWindowTitle(_("打印预览：{name}").format(name=layout.name))
        preview.paintRequested.connect(lambda chosen: paint(chosen, layout))
        preview.finished.connect(self._closed)
        preview.resize(1100, 760)
        self.preview = preview
        preview.open()

    def _closed(self) -> None:
        self.preview = None  # the printer stays until the next preview: the dialog goes only later


def prepare(printer: QPrinter, layout: Layout) -> None:
    """Give ``printer`` the paper of ``layout``; margins are the layout's own, so the whole sheet is painted on."""
    paper = layout.paper
    orientation = QPageLayout.Orientation.Landscape if paper.landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(paper.left, paper.top, paper.right, paper.bottom)
    size = QPageSize(_SIZES[paper.name])
    printer.setPageLayout(QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter))
    printer.setFullPage(True)


def paint(printer: QPrinter, layout: Layout) -> None:
    """Print the pages of ``layout`` that ``printer`` was told to; all where it was told nothing."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return
    try:
        pages = PagePainter(layout, painter, printer.resolution() / _MM_PER_INCH)
        first = max(1, printer.fromPage())
        last = min(pages.pages, printer.toPage() or pages.pages)
        for number in range(first, last + 1):
            if number > first:
                printer.newPage()
            pages.paint(number - 1)
    finally:
        painter.end()
