"""Small cuts in an item's words: its lead as a title, raw lines healed, the place where a text is parted."""

import re

from tracker.domain.items import TITLE_LENGTH

# 一是 / 第二 / 其次， / （三） / 3. / ③ / 四、: what numbers an item is no part of its title
_NUMBER = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳㉑-㉟㊱-㊿]|第?[一二三四五六七八九十]{1,3}(?:是要?|[、.．，])"
    r"|\d{1,2}(?:[、)）]|[.．](?!\d))|首先[，,]|其次[，,]|再次[，,]|最后[，,])\s*"
)
_PAGE_NUMBER = re.compile(r"[-—–－\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–－\s]*")
_MARKS = re.compile(r"\*\*|__|[\u200b\u200c\u200d\u2060\ufeff\u00ad]|^\s*#{1,6}\s+", re.MULTILINE)
_CJK = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026]"
_BLANKS = re.compile(rf"(?<={_CJK})\s+|\s+(?={_CJK})")


def counts(char: str) -> bool:
    """Whether ``char`` is a letter, digit or Chinese character: one of those that layout never changes."""
    return char.isalnum()


def letters(text: str) -> int:
    """How many characters of ``text`` count."""
    return sum(map(counts, text))


def cut(text: str, count: int, marks: int = 0) -> tuple[str, str]:
    """``text`` parted after its ``count``-th counting character and up to ``marks`` punctuation marks behind it."""
    at = 0
    while count > 0 and at < len(text):
        count -= counts(text[at])
        at += 1
    while marks > 0 and at < len(text) and not counts(text[at]):
        marks -= not text[at].isspace()
        at += 1
    return text[:at].strip(), text[at:].strip()


def end_of(words: str, raw: str, start: int) -> int:
    """Where ``words``, which begin at ``start`` of the raw text, end there, whatever blanks layout put between."""
    left, at = letters(words), start
    while left > 0 and at < len(raw):
        left -= counts(raw[at])
        at += 1
    return at


def title_from(text: str) -> str:
    """A short title out of an item's own lead: its first sentence, or as many of its clauses as a table cell holds."""
    lead = _NUMBER.sub("", text.lstrip(), count=1) if _NUMBER.match(text) else text.strip()
    sentence = re.split(r"[。；！？;\n]", lead, maxsplit=1)[0].strip(" 　：:，,、")
    if len(sentence) <= TITLE_LENGTH:
        return sentence or text.strip()[:TITLE_LENGTH]
    kept = ""
    for clause in re.split(r"(?<=[，,：:])", sentence):
        if len(kept) + len(clause) > TITLE_LENGTH + 1:  # the comma at its end is taken off
            break
        kept += clause
    return (kept or sentence[: TITLE_LENGTH - 1] + "…").strip(" 　：:，,、")


def healed(raw: str) -> str:
    """Raw words that a person selected, on one line: no line wraps, page numbers or markdown marks."""
    lines = [line for line in raw.splitlines() if not _PAGE_NUMBER.fullmatch(line)]
    text = re.sub(r"\s+", " ", _MARKS.sub("", "\n".join(lines))).strip()
    return _BLANKS.sub("", text)
