"""Raw text healed of what layout put in: line wraps, page numbers, running heads, contents pages, markdown marks."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.domain.drafts import Span
from tracker.domain.reports import ExcerptRole
from tracker.intake.document import Document
from tracker.intake.numbering import starts_with_number

# —3—, - 3 -, 第3页, 第 3 页 共 9 页, 3/9, or a number alone: a line that says where one is, not what is said
PAGE_NUMBER = re.compile(
    r"[-—–－~·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[,，/／]?\s*共?\s*\d{1,3}\s*页)?(?:\s*/\s*\d{1,3})?[-—–－~·\s]*"
)
# 三、存在的问题……………3
_CONTENTS_LINE = re.compile(r".{2,60}?(?:[.．·•…⋯]{3,}|\t+)\s*[-—]?\s*\d{1,3}\s*[-—]?")
_CONTENTS_HEAD = re.compile(r"目\s*录")
_MARKS = re.compile(r"\*\*|__|[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_HEAD_MARK = re.compile(r"\s*(?:#{1,6}\s*|>\s+|[-*+]\s+(?=\S)|[●■◆▪•★▲◇□]\s*(?=\S))")
_BLANKS = re.compile(r"[\s\u3000\xa0]+")
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026]")
_ENDS = tuple("。！？；：!?;:")
_CLOSERS = "”’\"'）)》】」』*"
_RUNNING = re.compile(r"[，。；：]")  # titles have none
# a web page's own line, however long, is never the beginning of the report's text
_PAGE_FURNITURE = re.compile(
    r"(?:您?(?:当前|现在)?(?:所在)?(?:的?位置)|首页|发布(?:时间|日期|机构|单位)|发文(?:日期|机关|字号)|(?:信息)?来源|索引号|"
    r"主题分类|成文日期|生成日期|打印|字体|浏览|阅读|点击)[^。，]{0,12}[：:>＞/\s]"
)
_WEAK_NUMBER = re.compile(
    r"[一二三四五六七八九十]{1,3}[，,]"
)  # 手段单 / 一，发现: half a word more often than a number
_SURE_DIGIT = re.compile(r"\d{1,2}[.．]\s?[\u4e00-\u9fff]")  # 3.健全: no quantity goes on like this
# …（责任单位：法规科） ends an item without a full stop, and 妥否，请批示 begins the foot
_OWNERS_LAST = re.compile(r"[（(][^（()）]*(?:责任|牵头|配合|协办|时限|负责|坚持|推进)[^（()）]*[）)]$")
_FOOT_OPENS = re.compile(r"妥否|特此|专此|附件|附[:：]|抄送|联系人|以上报告|[（(]此件")
_NEVER_LAST = tuple("，、,（(《“‘—")  # a paragraph does not end on these, a cut line does

_CONTINUES_FROM = 24  # characters: an unwrapped line at least so long that ends in no full stop was cut by a page
_ONE = 0.9  # of a character
_FOOT = re.compile(
    r"[\u4e00-\u9fff]{3,28}(?:局|委|委员会|政府|办公室|办事处|厅|中心|大队|支队|管委会|科)|"
    r"(?:20\d\d|二[〇○零][^年]{2})年[^月]{1,2}月[^日]{1,3}日"
)
_WIDEST = 130  # columns: no line broken by hand or by a page is wider
_FULL_SHARE = 0.2  # of the lines, at least, run to the margin in broken text
_FRAMED = 0.7  # share of a document's characters in tables
_FULL_SLACK = 6  # half-width columns by which a full line may be shorter, for punctuation may not begin a line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters ``start`` to ``end`` of the healed text."""

    start: int
    end: int
    table: bool = False
    level: int | None = None


@dataclass(slots=True)
class _Line:
    chars: str
    origin: list[int]
    page: int | None
    table: bool
    level: int | None
    indented: bool
    width: int  # of the line as it stands in the file, in half-width columns
    room: float | None  # characters that would still have fitted


@dataclass(frozen=True)
class Healed:
    """The healed ``text``, its paragraphs parted by line feeds, and for each character its place in the raw text."""

    document: Document
    text: str
    origin: list[int]
    paragraphs: tuple[Paragraph, ...]
    noise: list[int] = field(default_factory=list)  # where in the raw text lines were dropped

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds ``offset``."""
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return self.paragraphs[max(0, index)]

    def spans(self, start: int, end: int, role: ExcerptRole = ExcerptRole.STATEMENT) -> tuple[Span, ...]:
        """The raw places of healed characters ``start`` to ``end``: parted where a page ends or a line was dropped."""
        spans: list[Span] = []
        first = last = -1
        for at in range(start, end):
            raw = self.origin[at]
            if raw < 0:
                continue
            if first < 0:
                first = last = raw
            elif self._parted(last, raw):
                spans.append(self._span(first, last, role))
                first = last = raw
            last = raw
        if first >= 0:
            spans.append(self._span(first, last, role))
        return tuple(spans)

    def raw_range(self, start: int, end: int) -> tuple[int, int]:
        """The raw place of all from ``start`` to ``end``, whatever was dropped between."""
        places = [raw for raw in self.origin[start:end] if raw >= 0]
        return (places[0], places[-1] + 1) if places else (0, 0)

    def _span(self, first: int, last: int, role: ExcerptRole) -> Span:
        return Span(first, last + 1, role, self.document.block_at(first).page)

    def _parted(self, last: int, raw: int) -> bool:
        if raw - last < 2:
            return False
        if bisect_right(self.noise, last) != bisect_right(self.noise, raw):
            return True
        return self.document.block_at(last).page != self.document.block_at(raw).page


def heal(document: Document) -> Healed:
    """``document`` as paragraphs of clean text."""
    lines, noise = _drop_noise(document, list(_lines(document)))
    wrap = _wrap_width(lines)
    text: list[str] = []
    origin: list[int] = []
    paragraphs: list[Paragraph] = []
    start = paragraph_from = 0
    for index, line in enumerate(lines):
        running = any(_RUNNING.search(piece) for piece in reversed(text[paragraph_from:]))
        if index and _joins(lines[index - 1], line, wrap, running=running):
            if text[-1][-1:].isascii() and line.chars[:1].isascii() and line.chars[:1].isalpha():
                text.append(" ")
                origin.append(-1)
        elif index:
            paragraphs.append(Paragraph(start, len(origin), lines[index - 1].table, lines[index - 1].level))
            text.append("\n")
            origin.append(-1)
            start = len(origin)
            paragraph_from = len(text)
        text.append(line.chars)
        origin.extend(line.origin)
    if lines:
        paragraphs.append(Paragraph(start, len(origin), lines[-1].table, lines[-1].level))
    return Healed(document, "".join(text), origin, tuple(paragraphs), noise)


def _lines(document: Document) -> Iterator[_Line]:
    # some offices type the whole report into one framed table: then its cells are the text
    tabled = sum(len(block.text) for block in document.blocks if block.table)
    framed = tabled > _FRAMED * sum(len(block.text) for block in document.blocks)
    breaks = r"([\n\v\t\u2028\u2029\x85])" if framed else r"([\n\v\u2028\u2029\x85])"
    for block, start in zip(document.blocks, document.starts, strict=True):
        at = start
        for piece in re.split(breaks, block.text):
            if piece.strip():
                chars, origin = _clean(piece, at)
                if chars:
                    indented = piece.startswith(("\u3000\u3000", "    ", "\t"))
                    width = sum(2 if char > "\u2000" else 1 for char in piece.rstrip())
                    yield _Line(
                        chars, origin, block.page, block.table and not framed, block.level, indented, width, block.room
                    )
            at += len(piece)


def _clean(line: str, at: int) -> tuple[str, list[int]]:
    """The line's characters without marks and the blanks that only set Chinese and digits apart."""
    head = _HEAD_MARK.match(line)
    begin = head.end() if head else 0
    end = len(line.rstrip())
    kept = [True] * len(line)
    for mark in _MARKS.finditer(line):
        kept[mark.start() : mark.end()] = [False] * (mark.end() - mark.start())
    for blank in _BLANKS.finditer(line):
        before, after = line[blank.start() - 1 : blank.start()], line[blank.end() : blank.end() + 1]
        wide = blank.end() - blank.start() >= 3  # 行政检查   次: a number that was never filled in stays visible
        touches = bool(_CJK.match(before) or _CJK.match(after) or not before or not after)
        for index in range(blank.start() + (1 if wide or not touches else 0), blank.end()):
            kept[index] = False
    places = [index for index in range(begin, end) if kept[index]]
    while places and line[places[0]].isspace():
        places.pop(0)
    return "".join(line[index] for index in places), [at + index for index in places]


def _drop_noise(document: Document, lines: list[_Line]) -> tuple[list[_Line], list[int]]:
    """Without page numbers, heads repeated on every page, and the contents page."""
    heads = _running_heads(lines)
    contents = _contents(lines)
    kept: list[_Line] = []
    noise: list[int] = []
    for index, line in enumerate(lines):
        edge = index == 0 or index + 1 == len(lines) or lines[index - 1].page != line.page
        edge = edge or lines[index + 1].page != line.page
        if index in contents or PAGE_NUMBER.fullmatch(line.chars) or (edge and line.chars in heads):
            noise.append(line.origin[0])
        elif not re.fullmatch(r"[\s|:\-—=_*#~.·]+", line.chars):
            kept.append(line)
        else:
            noise.append(line.origin[0])
    return kept, noise


def _running_heads(lines: list[_Line]) -> set[str]:
    """The lines that open, or close, more than half of the pages, two at least."""
    pages = {line.page for line in lines}
    firsts: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    for index, line in enumerate(lines):
        if index == 0 or lines[index - 1].page != line.page:
            firsts[line.chars] += 1
        if index + 1 == len(lines) or lines[index + 1].page != line.page:
            lasts[line.chars] += 1
    counted = [*firsts.items(), *lasts.items()]
    return {chars for chars, count in counted if count >= 2 and count * 2 > len(pages) and len(pages) > 1}


def _contents(lines: list[_Line]) -> set[int]:
    """The lines of a contents page: those led by dots to a page number, and those under 目录."""
    found = {index for index, line in enumerate(lines[:120]) if _CONTENTS_LINE.fullmatch(line.chars)}
    for index, line in enumerate(lines[:40]):
        if not _CONTENTS_HEAD.fullmatch(line.chars):
            continue
        found.add(index)
        first = ""
        for place in range(index + 1, len(lines)):
            bare = re.sub(r"[\W\d_]+$", "", lines[place].chars)
            numbered = starts_with_number(lines[place].chars) or re.search(r"\d$", lines[place].chars)
            if not numbered or lines[place].width > 100 or "。" in lines[place].chars or bare == first:
                break
            first = first or bare
            found.add(place)
    return found


def _wrap_width(lines: list[_Line]) -> int | None:
    """The width at which lines were broken by hand or by a page, or None where a line is a whole paragraph."""
    if any(line.room is not None for line in lines):
        return 0  # the file itself tells
    widths = sorted(line.width for line in lines if not line.table)
    if len(widths) < 8:
        return None
    width = widths[int(len(widths) * 0.95)]
    full = [line for line in lines if not line.table and line.width >= width - _FULL_SLACK]
    cut = sum(1 for line in full if not line.chars.rstrip(_CLOSERS).endswith(_ENDS))
    # paragraphs as long as they happen to be do not share their greatest width; lines that were broken do
    if width <= _WIDEST and len(full) >= max(4, _FULL_SHARE * len(widths)) and cut >= 0.5 * len(full):
        return width
    return None


def _is_heading(chars: str) -> bool:
    return len(chars) <= 50 and starts_with_number(chars) and not re.search(r"[。；！？]", chars)


def _joins(line: _Line, after: _Line, wrap: int | None, *, running: bool) -> bool:
    """Whether ``after`` only continues ``line``; ``running``: this is running text, not a title."""
    if line.table or after.table or _PAGE_FURNITURE.match(line.chars):
        return False
    ended = line.chars.rstrip(_CLOSERS).endswith(_ENDS)
    strong = starts_with_number(after.chars) and (ended or not running or not _WEAK_NUMBER.match(after.chars))
    if line.chars.endswith(_NEVER_LAST):
        return not strong
    # a page may cut a paragraph anywhere, and a long number may leave a line short
    cut = (
        not ended
        and not strong
        and not after.indented
        and not _OWNERS_LAST.search(line.chars)
        and not _FOOT_OPENS.match(after.chars)
        and len(line.chars) >= (_CONTINUES_FROM if wrap is None else _CONTINUES_FROM // 2)
        and running
        and not _is_heading(line.chars)
    )
    if wrap is None:
        return cut
    room = (wrap - line.width) / 2 if line.room is None else line.room
    full = room <= _FULL_SLACK / 2
    digit = re.match(r"\d", after.chars) and (line.chars[-1:].isdigit() or not _SURE_DIGIT.match(after.chars))
    if strong and (ended or not full or not digit):
        return False
    if after.indented and (ended or not line.indented):
        return False
    if ended and (
        _FOOT.fullmatch(after.chars) or (room >= _ONE and not re.match(r".?[，。；、：！？）”》]", after.chars))
    ):
        return False  # the next character would have fitted, had the sentence not been the last
    return full or cut
