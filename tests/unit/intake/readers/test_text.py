"""Decoding of plain text."""

import pytest

from tracker.errors import UserError
from tracker.intake.readers.text import decode, read

WORDS = "云泽市水务局2023年度法治政府建设报告\n一、存在问题：12件\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_encodings_are_told_apart(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), name="报告.txt") == WORDS


def test_rare_characters_of_gb18030() -> None:
    assert decode("㑇镇𠮷村法治政府建设".encode("gb18030"), name="报告.txt") == "㑇镇𠮷村法治政府建设"


def test_another_code_is_guessed_at_last() -> None:
    text = "法治政府建設年度報告，依法行政，普法宣傳，行政執法，法律顧問。" * 20
    assert decode(text.encode("big5"), name="报告.txt")


def test_form_feeds_are_pages() -> None:
    document = read("甲\n乙\f丙\n".encode(), name="报告.txt")
    assert [(block.text, block.page) for block in document.blocks] == [("甲", 1), ("乙", 1), ("丙", 2)]
    assert read("甲\n".encode(), name="报告.txt").blocks[0].page is None


def test_junk_is_refused() -> None:
    with pytest.raises(UserError, match="不是文字"):
        decode(bytes(range(256)) * 20, name="乱.txt")
