"""The progress sheet on paper: the same pages and words as the layout has, as a real PDF shows them."""

from pathlib import Path

import pypdfium2
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPicture
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from tracker.gui.printing import printing
from tracker.gui.printing.page_painter import PagePainter
from tracker.gui.printing.printing import Printing
from tracker.gui.tasks import Tasks
from tracker.gui.widgets.labels import heading
from tracker.intake.radicals import ORDINARY
from tracker.ledger import Ledger
from tracker.sheets.forms.progress import progress_sheet
from tracker.sheets.layout import Layout


def sheet(ledger: Ledger, times: int = 1) -> Layout:
    details = ledger.ask.details([card.id for card in ledger.cards()]) * times
    return progress_sheet(details, office=ledger.office(), as_of=ledger.today())


def plain(text: str) -> str:
    """``text`` with ordinary characters where the PDF has the radicals that look like them."""
    return text.translate(ORDINARY)


def printed(layout: Layout, target: Path, *, pages: tuple[int, int] = (0, 0)) -> list[str]:
    """The texts of the pages of the PDF that ``layout`` is printed to, without blanks."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printing.prepare(printer, layout)
    printer.setFromTo(*pages)
    printing.paint(printer, layout)
    document = pypdfium2.PdfDocument(target)
    texts = ["".join(plain(page.get_textpage().get_text_range()).split()) for page in document]
    size = QSizeF(*document[0].get_size())
    document.close()
    assert abs(size.width() / size.height() - layout.paper.width / layout.paper.height) < 0.01
    return texts


def test_a_pdf_has_the_pages_and_the_words_of_the_layout(ledger: Ledger, tmp_path: Path, dressed: None) -> None:
    layout = sheet(ledger, times=6)
    texts = printed(layout, tmp_path / "进度表.pdf")
    assert len(texts) == len(layout.pages) > 2
    assert layout.title is not None
    assert layout.totals is not None
    assert layout.signature is not None
    assert layout.title.text in texts[0]
    assert layout.title.text not in texts[1]
    for number, (text, rows) in enumerate(zip(texts, layout.pages, strict=True), 1):
        assert f"第{number}页共{len(texts)}页" in text
        assert "责任人" in text, "each page has the header"
        for row in rows:
            assert "".join(str(row.cells[2]).split())[:12] in text
    assert "".join(layout.totals.text.split()) in texts[-1]
    assert "".join(layout.signature.text.split()) in texts[-1]


def test_only_the_chosen_pages_are_printed(ledger: Ledger, tmp_path: Path, dressed: None) -> None:
    layout = sheet(ledger, times=6)
    texts = printed(layout, tmp_path / "一页.pdf", pages=(2, 2))
    assert len(texts) == 1
    assert f"第2页共{len(layout.pages)}页" in texts[0]


def test_the_preview_is_black_on_white_in_dark_colours_too(ledger: Ledger, qtbot: QtBot) -> None:
    recorded = QPicture()
    painter = QPainter(recorded)
    PagePainter(sheet(ledger), painter, 4.0).paint(0)
    painter.end()
    image = QImage(1200, 850, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.red)  # what a window's own colours would leave
    painter.drawPicture(0, 0, recorded)
    painter.end()
    colours = [image.pixelColor(x, y) for x in range(0, 1200, 2) for y in range(0, 850, 2)]
    assert all(abs(colour.red() - colour.blue()) < 40 for colour in colours)  # greys, but for the edges of letters


def test_the_preview_shows_the_items_that_were_asked_for(ledger: Ledger, qtbot: QtBot) -> None:
    window = heading("窗口")
    qtbot.addWidget(window)
    window.show()
    tasks = Tasks(window)
    work = Printing(ledger, tasks, window)
    work.start([card.id for card in ledger.cards()])
    qtbot.waitUntil(lambda: work.preview is not None and work.preview.isVisible())
    assert work.preview is not None
    shown = work.preview.findChild(QPrintPreviewWidget)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.pageCount() == len(sheet(ledger).pages))
    work.preview.reject()
    tasks.shutdown()
    assert vars(work)["preview"] is None
