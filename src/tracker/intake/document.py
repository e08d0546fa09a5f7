"""What a reader makes of a file: blocks of text in reading order, joined into the raw text that spans count in."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, table row or (in papers that have only lines) line, as the file gives it.

    ``page`` counts from 1. ``level`` is the outline level the file itself claims for a heading; it is only a hint,
    because offices choose styles by their looks. ``room`` says of a line how many characters would still have fitted
    before the right margin, so that it shows whether the next continues it; None where the file does not tell.
    """

    text: str
    page: int | None = None
    table: bool = False
    level: int | None = None
    room: float | None = None


@dataclass(frozen=True)
class Document:
    """All blocks of a file; ``text`` joins them with line feeds."""

    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> "Document":
        """A document of the blocks that hold anything at all."""
        return cls(tuple(block for block in blocks if block.text.strip()))

    @cached_property
    def text(self) -> str:
        """The raw text: every character a reader gave, nothing healed."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each block begins in ``text``."""
        starts, at = [], 0
        for block in self.blocks:
            starts.append(at)
            at += len(block.text) + 1
        return tuple(starts)

    def block_at(self, offset: int) -> Block:
        """The block that holds the character at ``offset`` of ``text``."""
        return self.blocks[max(0, bisect_right(self.starts, offset) - 1)]
