"""Chinese words by their sound: the order of the dictionary, and the initials that people type for a name.

The readings are pypinyin's, of single characters. Its phrases are left out: they take 100 ms and 30 MB, and read
offices' words no better than the short list of words here. Each text is read by ``str.translate``, character by
character, so that results are as long as the text and places in one are places in the other.
"""

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import count
from re import Pattern
from threading import Lock
from typing import NamedTuple

_FIRST, _LAST = 0x3400, 0x9FFF  # the characters that texts consist of; the order is made within this range
_STAND_INS = 0xE000  # private characters: one for each other reading of a character, while a text is read
_KEPT = 1 << 17  # as many texts as the largest lists have titles and names
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}

# Readings that differ from the first one of the dictionary, as offices' words have them.
_USUAL = {
    "长": "chang2", "参": "can1", "曾": "zeng1", "盛": "sheng4", "薄": "bo2", "剥": "bo1", "晟": "sheng4", "地": "di4",
    "都": "du1", "差": "cha1", "盖": "gai4", "匙": "chi2", "柏": "bai3", "翟": "zhai2", "隗": "wei3", "贾": "jia3",
    "似": "si4", "强": "qiang2", "降": "jiang4", "秘": "mi4", "厦": "sha4", "卡": "ka3", "茄": "qie2", "陂": "pi2",
    "仇": "qiu2", "尉": "wei4", "缪": "miao4", "宓": "mi4", "吓": "xia4", "圩": "wei2", "坊": "fang1", "率": "lv4",
}  # fmt: skip

# Words in which a character is read in another way, and words that only seem to hold such a word ("="): 重整 is
# chongzheng, but not in 着重整改, where 着重 comes first. In one place the longer word counts.
_WORDS = (
    ("长", "zhang3", "增长 生长 成长 家长 局长 科长 处长 队长 所长 院长 校长 市长 县长 区长 省长 镇长 乡长 村长 组长"
     " 会长 部长 厅长 司长 庭长 社长 站长 班长 首长 董事长 秘书长 检察长 河长 林长 田长 湖长 路长 街长 链长 室长 股长"
     " 关长 台长 长官 年长"),
    ("长", "=", "所长期 会长期 组长期 院长期 队长期 部长期 处长期 局长期 科长期 区长期 市长期 县长期 长期"),
    ("重", "=", "着重 注重 侧重 偏重 尊重 严重 慎重 比重 加重 重点 重大 重要 重视 多重点 多重大 多重要 双重点"),
    ("重", "chong2", "重庆 重复 重新 重建 重组 重申 重叠 重置 重做 重审 重报 重办 重启 重塑 重修 重整 重现 重订 重印"
     " 重名 双重 多重 三重"),
    ("行", "=", "执行业务 履行业务 进行业务 运行业务"),
    ("行", "hang2", "银行 行业 行列 各行各业 行情 行家 行当 商业行 排行"),
    ("会", "=", "社会 委员会 大会 协会 全会 工会 学会 联合会 理事会 董事会"),
    ("会", "kuai4", "会计 财会"),
    ("调", "=", "强调 单调 网上调查 网上调研 线上调查 线上调研"),
    ("调", "tiao2", "协调 空调 失调 微调 调整 调解 调处 调节 调控 调试 调停 调剂 调和 调理 调价 调休 调岗 调薪 上调"
     " 下调"),
    ("率", "=", "效率 比率"),
    ("率", "shuai4", "率先 率领 表率 统率 草率 轻率"),
    ("传", "zhuan4", "传记"),
    ("都", "dou1", "都要 都能 都是 都有 都应 都可"),
    ("朝", "zhao1", "朝气"),
    ("曾", "ceng2", "曾经 未曾 不曾 曾任 何曾"),
    ("藏", "zang4", "西藏 藏族 宝藏 藏区"),
    ("降", "xiang2", "投降"),
    ("省", "xing3", "反省 省察 自省"),
    ("校", "jiao4", "校对 校验 校准 校正 核校 审校 校勘"),
    ("乐", "yue4", "音乐 乐器 声乐 乐清 乐曲"),
    ("识", "zhi4", "标识"),
    ("便", "pian2", "便宜"),
    ("给", "ji3", "供给 补给 给予 给付 自给"),
    ("弹", "tan2", "弹性 弹劾"),
    ("折", "she2", "折本"),
    ("还", "huan2", "归还 返还 偿还 退还 交还 还款 还原 还清"),
    ("厦", "xia4", "厦门"),
    ("番", "pan1", "番禺"),
    ("六", "lu4", "六安"),
    ("巷", "hang4", "巷道"),
    ("差", "chai1", "出差 差旅 公差 差遣"),
    ("卡", "qia3", "关卡 卡口"),
    ("相", "xiang4", "真相 相片"),
)  # fmt: skip

# Names begin with these, words do not: only a name that is typed for may have them.
_SURNAMES = {"单": "shan", "解": "xie", "区": "ou", "查": "zha", "朴": "piao", "盖": "ge", "乐": "yue", "盛": "sheng"}


class _Tables(NamedTuple):
    """For each character: its reading, its initial, and the character that stands at its place in the order."""

    readings: dict[int, str]
    initials: dict[int, str]
    order: dict[int, str]
    words: dict[str, str]  # each word of the list above, and the same with a stand-in
    pattern: Pattern[str]  # finds them


_lock = Lock()
_made: list[_Tables] = []  # one, once they are made


def warm() -> None:
    """Make the tables, where they are not made yet; takes some 100 ms, and is meant for a worker."""
    _tables()


def ready() -> bool:
    """Whether the tables are made, so that no question has to wait."""
    return bool(_made)


def reading(character: str) -> str:
    """The reading of one character without its tone (ü as v); the character itself where it has none."""
    return _tables().readings.get(ord(character), character)


@lru_cache(maxsize=_KEPT)
def initials(text: str) -> str:
    """The first letters of the readings of ``text``, in small letters and as long as it: 执法大队 is zfdd."""
    tables = _tables()
    return _in_context(text, tables).translate(tables.initials)


@lru_cache(maxsize=_KEPT)
def sort_key(text: str) -> str:
    """What ``text`` is ordered by as in a dictionary: by sound and tone, characters of one sound together."""
    tables = _tables()
    return _in_context(text, tables).translate(tables.order)


def rough_key(text: str) -> bytes:
    """What stands in for ``sort_key`` until the tables are made: GB 2312 has its usual characters by their sound."""
    return text.casefold().encode("gb18030", "replace")


def sounds_like(name: str, typed: str) -> bool:
    """Whether ``typed`` is part of ``name``, of its initials or of its full reading."""
    typed = typed.casefold().strip()
    if typed in name.casefold():
        return True
    if not typed.isascii():
        return False
    tables = _tables()
    sounds = [tables.readings.get(ord(each), each.casefold()) for each in _in_context(name, tables)]
    ways = [sounds]
    if name[:1] in _SURNAMES:
        ways.append([_SURNAMES[name[0]], *sounds[1:]])
    return any(typed in "".join(sound[:1] for sound in way) or typed in "".join(way) for way in ways)


def _in_context(text: str, tables: _Tables) -> str:
    """``text`` with stand-ins for characters that its words read in another way."""
    words = tables.words
    return tables.pattern.sub(lambda found: words[found[0]], text)


def _tables() -> _Tables:
    if not _made:
        with _lock:
            if not _made:
                _made.append(_make())
    return _made[0]


def _make() -> _Tables:
    # pypinyin's own switches: without its phrases it is there in 40 ms
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "1")
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 - needed by searches and orders, not by a start

    split: dict[str, tuple[str, str]] = {}
    sounds: dict[int, tuple[str, str]] = {}  # syllable, tone
    for code, heard in pinyin_dict.items():
        first = heard.partition(",")[0]
        known = split.get(first)
        sounds[code] = known if known is not None else split.setdefault(first, _syllable(first))
    for character, usual in _USUAL.items():
        sounds[ord(character)] = usual[:-1], usual[-1]
    fresh = count(_STAND_INS)
    stand_ins: dict[tuple[str, str], str] = {}
    words: dict[str, str] = {}
    for character, heard, listed in _WORDS:
        mark = stand_ins.get((character, heard))
        if mark is None:
            mark = stand_ins[character, heard] = chr(next(fresh))
            sounds[ord(mark)] = sounds[ord(character)] if heard == "=" else (heard[:-1], heard[-1])
        words.update((word, word.replace(character, mark)) for word in listed.split())
    originals = {ord(mark): ord(character) for (character, _heard), mark in stand_ins.items()}
    return _Tables(
        {code: syllable for code, (syllable, _tone) in sounds.items()},
        {**_small_letters(), **{code: syllable[:1] for code, (syllable, _tone) in sounds.items()}},
        {**_small_letters(), **_order(sounds, originals)},
        words,
        _pattern(words),
    )


def _pattern(words: Iterable[str]) -> Pattern[str]:
    """One pattern for all words, parted by their first characters: a bare list of them takes five times as long."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        rests[word[0]].append(word[1:])
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items()))


def _syllable(heard: str) -> tuple[str, str]:
    """("lv", "4") of lǜ."""
    tone = "5"
    kept: list[str] = []
    for part in unicodedata.normalize("NFD", heard):
        if part in _TONES:
            tone = _TONES[part]
        elif part == "\u0308":
            kept[-1] = "v"
        elif part.isascii():
            kept.append(part)  # ê and m̀ lose their marks
    return "".join(kept), tone


def _order(sounds: dict[int, tuple[str, str]], originals: dict[int, int]) -> dict[int, str]:
    """Each character of the range, and each stand-in, to the character at its place in the dictionary's order."""
    within = [code for code in sounds if _FIRST <= code <= _LAST or code in originals]
    within.sort(key=lambda code: (*sounds[code], originals.get(code, code)))
    silent = [code for code in range(_FIRST, _LAST + 1) if code not in sounds]
    made: dict[int, str] = {}
    place = _FIRST - 1
    before: tuple[object, ...] = ()
    for code in within:
        here = (*sounds[code], originals.get(code, code))
        place += here != before  # 重 and its stand-in of the same reading are one
        made[code], before = chr(place), here
    made.update((code, chr(place + n)) for n, code in enumerate(silent, 1))
    return made


def _small_letters() -> dict[int, str]:
    """Latin letters and digits, of full width too, as small ones of half width."""
    wide = {code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)}
    return {**wide, **{code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}}
