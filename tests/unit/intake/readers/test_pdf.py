"""PDF files: every character in order, with pages and margins."""

import re
from pathlib import Path

from tracker.intake.readers import docx, pdf

FORMATS = Path(__file__).parents[3] / "data" / "reports" / "formats"


def test_every_character_is_in_order_quotation_marks_too() -> None:
    for name in ("red-head", "nested-and-overall-aims"):
        source = docx.read((FORMATS / f"{name}.docx").read_bytes(), name=name).text
        read = pdf.read((FORMATS / f"{name}.pdf").read_bytes(), name=name)
        lines = [
            block.text
            for block in read.blocks
            if not re.fullmatch(r"—\s*\d+\s*—|法治政府建设年度报告", block.text.strip())
        ]
        assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", source)


def test_blocks_know_their_page_and_margin() -> None:
    blocks = pdf.read((FORMATS / "red-head.pdf").read_bytes(), name="x").blocks
    assert {block.page for block in blocks} == {1, 2}
    rooms = [block.room for block in blocks if block.room is not None]
    assert len(rooms) == len(blocks)
    assert min(rooms) == 0
    assert max(rooms) > 5
    assert any(block.text.startswith("\u3000\u3000") for block in blocks)
