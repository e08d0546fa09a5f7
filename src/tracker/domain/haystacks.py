"""What a search looks through: the folded texts of an item, parted by marks that say what each of them is."""

from collections.abc import Iterable
from enum import Enum

from tracker.domain import pinyin
from tracker.domain.filters import fold


class Part(Enum):
    """A text of an item. The values are the marks before it: control characters, which nobody types and no text has.

    None of them is white space, for words are parted by that.
    """

    CODE = "\x01"
    TITLE = "\x02"
    OWNER = "\x03"  # each unit and person, in any role
    SOUNDS = "\x04"  # the initials of title and owners: zfdd for 执法大队
    TEXT = "\x05"
    CAUSE = "\x06"
    GOAL = "\x07"
    STANDARD = "\x08"
    RESULT = "\x0e"
    REMARK = "\x0f"
    MEASURE = "\x10"
    NOTE = "\x11"
    EVIDENCE = "\x12"


_MARKS = frozenset(part.value for part in Part)


def haystack(title: str, owners: Iterable[str], marked: str) -> str:
    """The haystack of an item. ``marked`` is its texts, each after its mark, without title and owners."""
    names = "".join(f"{Part.OWNER.value}{name}" for name in owners)
    sounds = Part.SOUNDS.value + pinyin.initials(title) + pinyin.initials(names).replace(Part.OWNER.value, "\n")
    return fold(f"{Part.TITLE.value}{title}{names}{sounds}{marked}")


def part_at(haystack: str, place: int) -> tuple[Part, int, int]:
    """What stands at ``place``, and where that text begins and ends."""
    start = place
    while start > 0 and haystack[start - 1] not in _MARKS:
        start -= 1
    end = place
    while end < len(haystack) and haystack[end] not in _MARKS:
        end += 1
    return Part(haystack[start - 1]), start, end
