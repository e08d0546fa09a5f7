"""Measures Chinese text in ems and breaks it into lines as official papers want them."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

# A mark that closes, pauses or belongs to the number before it never begins a line.
NOT_AT_START = frozenset("，。、；：！？√）》〉」』】〕〗｝］”’％‰℃°·…～／,.;:!?)]}>%/")
# A mark that opens, or that numbers what follows it, never ends one.
NOT_AT_END = frozenset("（《〈「『【〔〖｛［“‘([{<￥¥＃#①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")

_AWKWARD_START = NOT_AT_START | {" "}  # a blank at the end of a line needs no room

_ATOM = re.compile(
    r"""第?\d(?:
        \d{3}-[问计]-\d+                                      # a code
      | \d{3}([-./])\d{1,2}\1\d{1,2}                         # 2025-06-30
      | \d{3}年\d{1,2}月(?:\d{1,2}日前?|底前|底|前|末)?         # 2025年6月30日
      | [\d,.]*(?:[—\-~～至]\d[\d,.]*)?[ ]?
        (?:个百分点|个工作日|平方米|[万亿]元|万[人件]次?|人次|公里|小时|分钟|年[度底]?前?|月底?前?|日前|余[^\W\d]
          |[^\W\dA-Za-z]|[%％‰℃])?                           # a number with its unit
        )
      | 〔\d{4}〕\d+号
      | [A-Za-z][A-Za-z0-9]*(?:[-_.@:/+&'][A-Za-z0-9]+)*     # a foreign word, a file name, an address
      | —{2,} | …{2,} | -{2,}""",
    re.VERBOSE,
)
_MAY_HOLD_ATOM = re.compile(r"[0-9A-Za-z—…-]").search


class _Widths(dict[str, float]):
    """The width of each character seen so far, in ems: 1 for a wide one, ½ for others, as in 宋体 and 仿宋."""

    def __missing__(self, character: str) -> float:
        if unicodedata.category(character) in ("Mn", "Me", "Cc", "Cf"):
            width = 0.0
        else:
            width = 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5
        self[character] = width
        return width


_width = _Widths().__getitem__


def ems(text: str) -> float:
    """The width of one line of ``text``, in its own font size."""
    return sum(map(_width, text))


def lines_of(text: str, room: float) -> list[str]:
    """``text`` in lines of at most ``room`` ems; its own line ends stay. Joined, a paragraph's lines are its words.

    Only a single word, number or run of marks that is wider than ``room`` is cut inside.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_broken(paragraph, room) if len(paragraph) > 60 else _broken_short(paragraph, room))
    return lines


def fitted(text: str, room: float) -> str:
    """``text`` with a line end wherever ``room`` ems are full, so that no viewer need break it again."""
    return "\n".join(lines_of(text, room))


def evenly(text: str, room: float) -> str:
    """As ``fitted``, but with lines of like length, for centred cells: 立行 / 立改 rather than 立行立 / 改."""
    return "\n".join(line for paragraph in text.split("\n") for line in _even(paragraph, room))


def spread(parts: tuple[str, ...], room: float) -> str:
    """``parts`` in one line of ``room`` ems, the gaps between them filled with wide blanks."""
    if len(parts) < 2:
        return "".join(parts)
    gap = int((room - sum(map(ems, parts))) / (len(parts) - 1))
    return ("　" * max(1, gap)).join(parts)


@lru_cache(maxsize=4096)
def _broken_short(paragraph: str, room: float) -> tuple[str, ...]:
    # names, types and statuses stand in many rows: each is broken once
    return tuple(_broken(paragraph, room))


@lru_cache(maxsize=4096)
def _even(paragraph: str, room: float) -> tuple[str, ...]:
    best = tuple(_broken(paragraph, room))
    if len(best) < 2:
        return best
    narrower = room
    while (narrower := narrower - 0.5) >= room / 2:
        lines = tuple(_broken(paragraph, narrower))
        if len(lines) > len(best) or max(map(ems, lines)) > narrower:  # one more line, or something was cut inside
            break
        best = lines
    return best


def _broken(paragraph: str, room: float) -> list[str]:
    edges = list(accumulate(map(_width, paragraph), initial=0.0))
    whole = edges[-1]
    if whole <= room:
        return [paragraph]
    kept: set[int] = set()  # the places inside of what stays whole
    if _MAY_HOLD_ATOM(paragraph):
        for atom in _ATOM.finditer(paragraph):
            kept.update(range(atom.start() + 1, atom.end()))
    lines = []
    start, length = 0, len(paragraph)
    while whole - edges[start] > room:
        full = bisect_right(edges, edges[start] + room, start) - 1
        end = full if full > start else start + 1
        if end in kept or paragraph[end : end + 1] in _AWKWARD_START or paragraph[end - 1] in NOT_AT_END:
            end = _good_break(paragraph, start, end, kept)
        if end >= length:
            break
        lines.append(paragraph[start:end])
        start = end
    lines.append(paragraph[start:])
    return lines


def _good_break(text: str, start: int, full: int, kept: set[int]) -> int:
    """The last place up to ``full`` where a line from ``start`` may end."""
    end = full
    while text[end : end + 1] == " ":
        end += 1
    if end >= len(text):
        return end
    by_marks = 0
    while end > start:
        if text[end] not in _AWKWARD_START and text[end - 1] not in NOT_AT_END:
            if end not in kept:
                return end
            by_marks = by_marks or end
        end -= 1
    return by_marks or full  # something wider than the line, or nothing but marks
