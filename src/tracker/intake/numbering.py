"""The office's ways of numbering, as data, and where their marks stand in a text."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.domain.numbering import CN, DIGIT, NAMED, OPENINGS

_ORDER = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4}


@dataclass(frozen=True, slots=True)
class Family:
    """One way of numbering; a smaller ``rank`` is a higher level of the official order (GB/T 9704: 一、（一）1.)."""

    name: str
    rank: int
    at_start: re.Pattern[str]  # as the first thing of a paragraph
    inline: re.Pattern[str] | None  # inside one: stricter, for there it may be an accident
    soft: bool = False  # a list inside running text, never a heading of its own


def _family(name: str, rank: int, inline: str, *, soft: bool = False) -> Family:
    return Family(name, rank, OPENINGS[name], re.compile(inline), soft)


FAMILIES = (
    _family("part", 0, rf"第[{CN}]{{1,3}}部分[、：:，]?"),
    _family("cn", 1, rf"(?<![{CN}、统同唯第之单])[{CN}]{{1,3}}、(?![{CN}]、)"),
    # 第（一）项, 本条（二）, 附件（一）: a reference, no heading
    _family("cn_paren", 2, rf"(?<![第条款项件表按照据和与至及])(?:[（(][{CN}]{{1,3}}[）)]|[㈠-㈩])[、．.]?"),
    _family("digit", 3, rf"(?<![\d.．]){DIGIT}"),
    _family("digit_paren", 4, r"(?:[（(]\d{1,2}[）)]|[⑴-⒇])[、．.]?"),
    _family("circle", 5, OPENINGS["circle"].pattern),
    _family("di", 6, rf"(?:第[{CN}]{{1,2}}|其[{CN}])[，、,：:]|{NAMED}", soft=True),
    _family("order", 7, OPENINGS["order"].pattern, soft=True),
    # 统一是, 唯一是, 之一是, 第一是: no list
    _family("shi", 8, rf"(?<![统唯之第单同{CN}])[{CN}]{{1,2}}是", soft=True),
    _family("yao", 9, rf"(?<![统唯之第单同{CN}])[{CN}]{{1,2}}(?:要|抓)", soft=True),
)
STRONG = tuple(family for family in FAMILIES if family.rank <= 3)

_STOPS = "。！？；;!?：:\n"
_HALF_STOPS = "，,、—"
_CLOSERS = '”’"）)》】」』 '
_GLUE_REACH = 45  # a heading glued to its first number is no longer than this


@dataclass(frozen=True, slots=True)
class Mark:
    """One number in the text, at ``start``; what it numbers begins at ``end``."""

    family: Family
    number: int
    start: int
    end: int
    first: bool  # it opens its paragraph


def starts_with_number(text: str) -> bool:
    """Whether a line opens with a number of the higher levels."""
    return any(family.at_start.match(text) for family in STRONG)


def find_marks(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Mark]:
    """All numbers of ``text`` in order, those that only look like one left out."""
    found: list[Mark] = []
    last: dict[str, int] = {}
    for start, end in paragraphs:
        for mark in _paragraph_marks(text, start, end, last):
            found.append(mark)
            last[mark.family.name] = mark.number
            for family in FAMILIES:
                if family.rank > mark.family.rank and not mark.family.soft:
                    last.pop(family.name, None)
    return _without_strays(found)


def _paragraph_marks(text: str, start: int, end: int, last: dict[str, int]) -> Iterable[Mark]:
    at = start
    opening = None
    for family in FAMILIES:
        matched = family.at_start.match(text, start, end)
        if matched:
            opening = Mark(family, _number(matched[0], family), start, matched.end(), first=True)
            break
    if opening:
        yield opening
        at = opening.end
    candidates = sorted(
        (
            Mark(family, _number(matched[0], family), matched.start(), matched.end(), first=False)
            for family in FAMILIES
            if family.inline is not None
            for matched in family.inline.finditer(text, at, end)
        ),
        key=lambda mark: (mark.start, -mark.end),
    )
    heading_from = at
    for mark in candidates:
        if mark.start < at:
            continue
        between = text[heading_from : mark.start]
        if _stands(mark, text, start, between, last):
            yield mark
            at = heading_from = mark.end


def _stands(mark: Mark, text: str, paragraph_start: int, between: str, last: dict[str, int]) -> bool:
    """Whether a number inside a paragraph counts, by what stands before it and by the number before it."""
    left = text[paragraph_start : mark.start].rstrip(_CLOSERS)[-1:]
    if not left:  # directly after another number, or opening the paragraph within quotes
        return True
    follows = mark.number == last.get(mark.family.name, 0) + 1
    stop, half = left in _STOPS, left in _HALF_STOPS
    # 三、存在问题（一）…: the number's heading ran into it
    glued = (
        mark.number == 1 and len(between) <= _GLUE_REACH and not re.search(r"[，。；、：]", between.strip("，。；：、"))
    )
    match mark.family.name:
        case "part" | "order":
            return stop or glued
        case "cn":
            return stop or (glued and text[paragraph_start] == "第")  # 第一部分 工作情况一、…
        case "digit":
            bracketed = text[mark.start - 1] in "）)】"  # …（责任单位：法规科）2.加强…
            return (stop and (follows or mark.number == 1)) or glued or (bracketed and follows)
        case "cn_paren" | "digit_paren":
            return (stop or glued or follows) and not (half and not follows)
        case "circle":
            return True
        case "shi":
            return stop or half or follows or glued
        case _:
            return stop or half or glued


def _without_strays(marks: Sequence[Mark]) -> list[Mark]:
    """A soft number that neither follows nor is followed stands alone: 一是 of some other sense."""
    strays: set[Mark] = set()
    for family in FAMILIES:
        if not family.soft:
            continue
        own = [mark for mark in marks if mark.family is family]
        linked = {m for a, b in pairwise(own) if b.number - a.number in (1, 2) for m in (a, b)}
        strays.update(mark for mark in own if mark not in linked)
    return [mark for mark in marks if mark not in strays]


def _number(text: str, family: Family) -> int:
    if family.name == "order":
        return _ORDER[text[:2]]
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits[0])
    chinese = re.search(rf"[{CN}]+", text)
    if chinese:
        return chinese_number(chinese[0])
    for char in text:
        value = unicodedata.numeric(char, 0)
        if value:
            return int(value)
    return 0


def chinese_number(text: str) -> int:
    """二十一 or 21 as a number."""
    if text.isdigit():
        return int(text)
    if "十" not in text:
        return CN.index(text[-1]) + 1
    tens, _, ones = text.partition("十")
    return ((CN.index(tens) + 1) if tens else 1) * 10 + ((CN.index(ones[-1]) + 1) if ones else 0)
