"""Word files: order, tables, nested content, levels."""

import io
import zipfile
from pathlib import Path

from tracker.intake.document import Document
from tracker.intake.readers.docx import read

REPORTS = Path(__file__).parents[3] / "data" / "reports" / "formats"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'


def word(body: str, *, namespace: str = W, styles: str = "") -> Document:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", f"<w:document {namespace}><w:body>{body}</w:body></w:document>")
        if styles:
            package.writestr("word/styles.xml", f"<w:styles {namespace}>{styles}</w:styles>")
    return read(stream.getvalue(), name="报告.docx")


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(*texts: str) -> str:
    return "<w:tc>" + "".join(paragraph(text) for text in texts) + "</w:tc>"


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_paragraphs_and_tables_in_order() -> None:
    table = f"<w:tbl><w:tr>{cell('序号')}{cell('任务', '说明')}</w:tr><w:tr>{cell('1')}{cell('普法')}</w:tr></w:tbl>"
    document = word(paragraph("前") + table + paragraph("后"))
    assert texts(document) == ["前", "序号\t任务 说明", "1\t普法", "后"]
    assert [block.table for block in document.blocks] == [False, True, True, False]


def test_nested_content_is_not_lost() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>"
    inline = (
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>行内</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"
    )
    inserted = (
        "<w:p><w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>"
    )
    nested = f"<w:tbl><w:tr><w:tc>{paragraph('外')}<w:tbl><w:tr>{cell('内')}</w:tr></w:tbl></w:tc></w:tr></w:tbl>"
    box = f"<w:p><w:r><w:t>文</w:t><w:pict><w:txbxContent>{paragraph('框内')}</w:txbxContent></w:pict></w:r></w:p>"
    document = word(control + inline + inserted + nested + box)
    assert texts(document) == ["控件", "行内链接", "新增", "外 内", "文", "框内"]


def test_breaks_and_tabs() -> None:
    run = '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br w:type="page"/><w:t>丁</w:t></w:r>'
    assert texts(word(f"<w:p>{run}</w:p>")) == ["甲", "乙\t丙丁"]


def test_levels_come_from_the_paragraph_or_its_style() -> None:
    styles = (
        '<w:style w:styleId="2"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="a"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    )
    body = (
        paragraph("甲", '<w:pStyle w:val="2"/>')
        + paragraph("乙", '<w:pStyle w:val="a"/>')
        + paragraph("丙", '<w:outlineLvl w:val="1"/>')
        + paragraph("丁", '<w:pStyle w:val="none"/>')
    )
    assert [block.level for block in word(body, styles=styles).blocks] == [1, 3, 2, None]


def test_strict_files_are_read_too() -> None:
    assert texts(word(paragraph("严格"), namespace=STRICT)) == ["严格"]


def test_a_real_file_keeps_its_content_control_and_table() -> None:
    document = read((REPORTS / "owners-and-deadlines.docx").read_bytes(), name="报告.docx")
    assert any(text.startswith("（二）加强规范性文件管理") for text in texts(document))
    assert next(block.text for block in document.blocks if block.table) == "序号\t任务\t责任单位"
