"""Blocks joined into one raw text."""

from tracker.intake.document import Block, Document


def test_blocks_are_joined_and_found_again() -> None:
    document = Document.of([Block("甲乙", page=1), Block("  "), Block("丙", page=2)])
    assert document.text == "甲乙\n丙"
    assert document.starts == (0, 3)
    assert document.block_at(1).page == 1
    assert document.block_at(3).page == 2
