"""Small work on an item's words and number: raw lines healed, the place where a text is parted, ① for 1."""

import re

_PAGE_NUMBER = re.compile(r"[-—–－\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–－\s]*")
_MARKS = re.compile(r"\*\*|__|[\u200b\u200c\u200d\u2060\ufeff\u00ad]|^\s*#{1,6}\s+", re.MULTILINE)
_CJK = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026]"
_BLANKS = re.compile(rf"(?<={_CJK})\s+|\s+(?={_CJK})")


def circled(number: int) -> str:
    """①, ② … ㊿; beyond these the bare number in brackets."""
    for first, last, start in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if first <= number <= last:
            return chr(ord(start) + number - first)
    return f"({number})"


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


def healed(raw: str) -> str:
    """Raw words that a person selected, on one line: no line wraps, page numbers or markdown marks."""
    lines = [line for line in raw.splitlines() if not _PAGE_NUMBER.fullmatch(line)]
    text = re.sub(r"\s+", " ", _MARKS.sub("", "\n".join(lines))).strip()
    return _BLANKS.sub("", text)
