"""What a search found where a row does not show it: the words around the place, and what text they stand in."""

from collections.abc import Sequence

from tracker.domain.haystacks import Part, part_at
from tracker.domain.marking import Marked, marked
from tracker.words import _

_BEFORE, _LENGTH = 9, 60  # characters before the place, so that it stands in sight in a narrow column, and in all
_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"})
_CHINESE = "\u2e80"


def near(text: str, found: Marked) -> str:
    """``text``, begun shortly before the first place of ``found`` where that stands far in."""
    return _cut(text, found.spans[0][0]) if found.spans else text


def passage(haystack: str, words: Sequence[str], owners: Sequence[tuple[str, str]]) -> str:
    """Where the first of ``words`` stands in what a row does not show: 措施：…组织案卷评查…; empty for nowhere.

    ``owners`` are the names of roles that no cell shows, each with the role's word.
    """
    for word in words:
        for role, names in owners:
            if (found := marked(names, (word,))).words:
                return _("{what}：{words}").format(what=role, words=near(names, found))
        at = haystack.find(word)
        while at >= 0:
            part, start, end = part_at(haystack, at)
            if name := _name_of(part):
                return _("{what}：{words}").format(what=name, words=_cut(_printed(haystack[start:end]), at - start))
            at = haystack.find(word, end)
    return ""


def _cut(text: str, place: int) -> str:
    if place <= _BEFORE + 2:
        return text[:_LENGTH]
    start = place - _BEFORE
    return f"…{text[start : start + _LENGTH]}"


def _printed(folded: str) -> str:
    """A folded text with the signs that stand after Chinese characters in full width again, in one line."""
    flat = folded.replace("\n", " ")
    return "".join(
        sign.translate(_WIDE) if before >= _CHINESE or before in "\"')" else sign
        for before, sign in zip(" " + flat, flat, strict=False)
    )


def _name_of(part: Part) -> str:
    """The word before a passage; empty for what a row shows in any case."""
    return {
        Part.TITLE: _("事项"),  # a long one, whose end no cell shows
        Part.TEXT: _("原文"),
        Part.CAUSE: _("原因"),
        Part.GOAL: _("整改目标"),
        Part.STANDARD: _("完成标准"),
        Part.RESULT: _("整改结果"),
        Part.REMARK: _("备注"),
        Part.MEASURE: _("措施"),
        Part.NOTE: _("进展"),
        Part.EVIDENCE: _("佐证"),
    }.get(part, "")
