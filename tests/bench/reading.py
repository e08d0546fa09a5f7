"""Reading: .docx against zip and lxml, PDF against pypdfium2's own get_text, and whether every character came."""

import io
import random
import zipfile
from collections.abc import Iterator

import docx
import pypdfium2
from lxml import etree
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from tests.bench.common import Ratio, in_turns
from tracker.domain.drafts import squeezed
from tracker.intake.readers import docx as docx_reader
from tracker.intake.readers import pdf as pdf_reader

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CLAUSES = ("完善“三项制度”", "加强案卷评查", "推进‘双公示’", "规范裁量基准（试行）", "开展普法宣传", "落实责任清单")


def paragraphs(number: int = 60) -> list[str]:
    """A report's worth of paragraphs of 120 to 300 characters, with the quotation marks that readers misplace."""
    rnd = random.Random(7)
    return ["，".join(rnd.choice(_CLAUSES) for _ in range(rnd.randint(15, 35))) + f"，第{n}段。" for n in range(number)]


def measure() -> Iterator[Ratio]:
    yield _docx()
    yield _pdf()


def _docx() -> Ratio:
    made, kept = docx.Document(), io.BytesIO()
    for text in paragraphs():
        made.add_paragraph(text)
    table = made.add_table(2, 3)
    table.cell(1, 1).text = "表格里的字"
    made.save(kept)
    data = kept.getvalue()
    read = squeezed(docx_reader.read(data, name="样本.docx").text)
    expected = squeezed("".join(paragraphs()))
    if expected not in read or "表格里的字" not in read:
        raise SystemExit("the .docx reader lost text")

    def lxml() -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        "\n".join("".join(t.text or "" for t in p.iter(f"{_WORD}t")) for p in root.iter(f"{_WORD}p"))

    pair = in_turns(lambda: docx_reader.read(data, name="样本.docx"), lxml, 21)
    return Ratio("one .docx, tables kept", *pair, 30.0, "zip and lxml")


def _pdf() -> Ratio:
    data = _printed(paragraphs())
    read = squeezed(pdf_reader.read(data, name="样本.pdf").text)
    if read != squeezed("".join(paragraphs())):
        raise SystemExit("the PDF reader lost or displaced characters")

    def plain() -> None:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            page.get_textpage().get_text_bounded()
        document.close()

    pair = in_turns(lambda: pdf_reader.read(data, name="样本.pdf"), plain, 9)
    return Ratio("one PDF, every character in order", *pair, 2.5, "pypdfium2 get_text")


def _printed(texts: list[str]) -> bytes:
    """The paragraphs as an A4 PDF, as Qt prints them."""
    if QGuiApplication.instance() is None:
        QGuiApplication([])
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(28, 37, 26, 35))
    )
    page = QTextDocument()
    page.setDefaultFont(QFont(QGuiApplication.font().family(), 12))
    page.setPlainText("\n".join(texts))
    page.documentLayout().setPaintDevice(writer)
    page.setPageSize(QSizeF(writer.width(), writer.height()))  # else print_ adds page numbers of its own
    page.print_(writer)
    del writer
    buffer.close()
    return bytes(store.data())
