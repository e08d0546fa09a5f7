"""Names of units and people: completed as they are typed, and told to be alike where they may mean the same.

``by_sound`` says whether readings may be asked for: the first of them takes 100 ms (see pinyin), and a keystroke must
not wait for that.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from tracker.domain import pinyin
from tracker.words import N_

_BLANKS = re.compile(r"\s+")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
# The last word of a unit's name that differs between two notices without meaning another unit
_RANKS = re.compile(r"(?:科室|处室|股室|科|处|室|股|组|部)$")
_TITLES = re.compile(
    r"(?:同志|(?:党组)?(?:副)?(?:书记|局长|主任|科长|处长|股长|队长|大队长|支队长|中队长|所长|站长)|(?:一|二|三|四)级(?:主任)?(?:科员|调研员))$"
)
# 执法一大队 and 执法二大队, 东片中队 and 西片中队: one character apart, and never the same
_MARKS = frozenset("0123456789一二三四五六七八九十甲乙丙丁东西南北中上下左右前后内外大小新老正副总分")
_GENERIC = frozenset({"办公室", "综合科", "综合处", "综合股", "办事处", "大队", "中队", "支队"})
_SLIP_LEAST, _PART_LEAST, _PART_SHARE = 4, 3, 0.4
_NEAR = 0.6  # 执法三队 is as near to 执法支队 as 0.75, 王小何 to 王小河 as 0.67; 李强 to 王强 as 0.5


class Likeness(StrEnum):
    """Why two names may mean the same, the surest first."""

    SAME = "same"
    BRACKET = "bracket"
    RANK = "rank"
    TITLE = "title"
    SOUND = "sound"
    PART = "part"
    SHORT = "short"
    SLIP = "slip"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {
    Likeness.SAME: N_("只差空格、全角半角或括号写法"),
    Likeness.BRACKET: N_("只差括号里的说明"),
    Likeness.RANK: N_("只差“科”“处”“室”一类的字"),
    Likeness.TITLE: N_("只差称呼"),
    Likeness.SOUND: N_("读音相同"),
    Likeness.PART: N_("一个名称包含另一个"),
    Likeness.SHORT: N_("像是简称"),
    Likeness.SLIP: N_("只差一个字"),
}


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """``name`` for comparing: full and half width alike, no case, none of the blanks that 王　强 is padded with."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", name)).casefold().replace("[", "(").replace("]", ")")


# -- completing


def completions(typed: str, names: Iterable[str], *, by_sound: bool = True) -> list[str]:
    """The names that ``typed`` may mean, the best first, those equally good in their given order.

    Characters count before sounds, beginnings before middles: zfdd, zhifa, zhifadd and 执fdd all find 执法大队.
    """
    wanted = folded(typed)
    if not wanted:
        return []
    ranked = [(rank, name) for name in names if (rank := _rank(wanted, name, by_sound)) is not None]
    return [name for _rank, name in sorted(ranked, key=lambda pair: pair[0])]


def _rank(wanted: str, name: str, by_sound: bool) -> int | None:
    whole = folded(name)
    place = whole.find(wanted)
    if place >= 0:
        return 0 if whole == wanted else 1 if place == 0 else 2
    if not by_sound or not any(character.isascii() for character in wanted):
        return None
    parts = [(character, pinyin.reading(character).casefold()) for character in whole]
    for start in range(len(parts)):
        if _spells(wanted, parts, start):
            return 3 if start == 0 else 4
    return 5 if pinyin.sounds_like(name, wanted) else None  # 银行 as yinhang: pinyin knows words, not only characters


def _spells(wanted: str, parts: Sequence[tuple[str, str]], at: int) -> bool:
    """Whether ``wanted`` is one character, or some first letters of a reading, for each of ``parts`` from ``at`` on."""
    if not wanted:
        return True
    if at == len(parts):
        return False
    character, reading = parts[at]
    if wanted.startswith(character) and _spells(wanted[len(character) :], parts, at + 1):
        return True
    return any(
        wanted.startswith(reading[:length]) and _spells(wanted[length:], parts, at + 1)
        for length in range(len(reading), 0, -1)
    )


# -- telling alike


def likeness(first: str, second: str, *, by_sound: bool = True) -> Likeness | None:
    """Why two units' names may mean the same unit; None where they do not seem to."""
    one, other = folded(first), folded(second)
    if one == other:
        return Likeness.SAME
    one_note, other_note = _notes(one), _notes(other)
    if one_note and other_note and one_note != other_note:
        return None  # 执法大队（一） and 执法大队（二）
    one, other = _bare(one), _bare(other)
    if one == other:
        return Likeness.BRACKET
    if _marks(one) != _marks(other):
        return None
    if (root := _RANKS.sub("", one)) == _RANKS.sub("", other) and len(root) > 1:
        return Likeness.RANK
    if by_sound and len(one) == len(other) and _sound(one) == _sound(other):
        return Likeness.SOUND
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        apart = sum(a != b for a, b in zip(short, long, strict=True))
        return Likeness.SLIP if apart == 1 and len(short) >= _SLIP_LEAST else None
    if len(short) < max(_PART_LEAST, _PART_SHARE * len(long)) or short in _GENERIC or short[-1] != long[-1]:
        return None  # 水利局办公室 is no other name of 水利局, nor of each 办公室
    if short in long:
        return Likeness.PART
    return Likeness.SHORT if short[0] == long[0] and _within(short, long) else None


def alike_units(names: Sequence[str], *, by_sound: bool = True) -> list[tuple[int, int, Likeness]]:
    """The places of each two names that may mean one unit, the surest first."""
    found = [
        (first, second, why)
        for (first, one), (second, other) in combinations(enumerate(names), 2)
        if (why := likeness(one, other, by_sound=by_sound)) is not None
    ]
    return sorted(found, key=lambda pair: (_SURE[pair[2]], pair[0], pair[1]))


def alike_people(names: Sequence[str], *, by_sound: bool = True) -> list[tuple[int, int, Likeness]]:
    """The places of each two names that may mean one person: written, titled or sounding alike; the surest first.

    One character apart says nothing of people: 王强 and 王刚 sit in one room.
    """
    keys: list[tuple[Likeness, Callable[[str], Hashable]]]
    keys = [(Likeness.SAME, folded), (Likeness.TITLE, _untitled), *([(Likeness.SOUND, _sound)] if by_sound else [])]
    found: dict[tuple[int, int], Likeness] = {}
    for why, key in keys:
        groups: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            groups[key(folded(name))].append(place)
        for places in groups.values():
            for pair in combinations(places, 2):
                found.setdefault(pair, why)
    return sorted(
        ((first, second, why) for (first, second), why in found.items()), key=lambda p: (_SURE[p[2]], p[0], p[1])
    )


def nearest(name: str, known: Iterable[str], *, most: int = 2, by_sound: bool = True) -> list[str]:
    """The known names that a person may have meant by ``name``, the likeliest first."""
    ranked: list[tuple[float, str]] = []
    wanted = folded(name)
    for other in known:
        if (why := likeness(name, other, by_sound=by_sound)) is not None:
            ranked.append((-10 + _SURE[why], other))
        elif (share := _share(wanted, folded(other))) >= _NEAR:
            ranked.append((-share, other))
    return [other for _rank, other in sorted(ranked, key=lambda pair: pair[0])[:most]]


def _share(one: str, other: str) -> float:
    """How much of both names stands in both, from 0 to 1; 0 where it cannot be enough."""
    both = len(set(one) & set(other))
    return SequenceMatcher(None, one, other).ratio() if 2 * both >= _NEAR * (len(one) + len(other)) else 0.0


_SURE = {why: place for place, why in enumerate(Likeness)}


def _notes(name: str) -> str:
    return "".join(first or second for first, second in _BRACKETS.findall(name))


@lru_cache(maxsize=20_000)
def _bare(name: str) -> str:
    return _BRACKETS.sub("", name) or name


@lru_cache(maxsize=20_000)
def _marks(name: str) -> str:
    return "".join(sorted(character for character in name if character in _MARKS))


@lru_cache(maxsize=20_000)
def _sound(name: str) -> tuple[str, ...]:
    return tuple(map(pinyin.reading, name))


def _untitled(name: str) -> str:
    bare = _bare(name)
    stem = _TITLES.sub("", bare)
    return stem if len(stem) > 1 else bare  # 李局长 is all that the paper says of him


def _within(short: str, long: str) -> bool:
    """Whether the characters of ``short`` stand in ``long`` in their order: 宣教科 in 宣传教育科."""
    rest = iter(long)
    return all(character in rest for character in short)
