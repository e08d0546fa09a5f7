"""How alike two items are in their words: pairs of neighbouring characters, and for less the office's set phrases."""

import re
from dataclasses import dataclass
from math import sqrt

from tracker.domain.numbering import without_number

# Phrases that stand in almost every item of such a report and so tell little of what it is about
_LINES = (
    "法治 政府 行政 执法 依法 工作 建设 人员 单位 部门 我局 全局 机制 制度 管理 规范 规定",
    "水平 能力 质量 力度 方面 情况 责任 相关 有关 要求 行动 活动 专项 全覆盖",
    "加强 增强 强化 加大 推进 推动 提高 提升 完善 健全 开展 组织 落实 实施 建立 制定 完成 牵头 配合",
    "存在 问题 原因 主要原因是 不够 还不够 还不 不足 有待 还需 仍需 仍有 部分 个别 各项",
    "全面 持续 深入 不断 继续 进一步 严格 以及 时限 年底前 底前",
    "底 前 月 年 和 与 的 对 等 不 还 未 了 将 已",
)
_PHRASES = frozenset(word for line in _LINES for word in line.split())
_PHRASE = re.compile("|".join(sorted(_PHRASES, key=len, reverse=True)))
PHRASE_SHARE = 0.1  # of what an ordinary pair tells
_NUMBERS = re.compile(r"\d+")
_NO_WORDS = re.compile(r"[\W_]+")
_REMARK = re.compile(r"[（(](?:牵头|责任|配合|完成|时限)[^（()）]*[)）]")
# A year, a deadline, a list's number and who answers change every year while the item stays the same
_PASSING = re.compile(
    r"(?:20\d\d|\d{1,2}|[今明本])[年月](?:度|份)?(?:上半年|下半年|年?底)?(?:之?[前内])?|年底前?|[上下]半年|第?[一二三四]季度"
)


@dataclass(frozen=True, slots=True)
class Gist:
    """The pairs of an item's title, and of all its words."""

    title: frozenset[str]
    words: frozenset[str]


def gist(title: str, text: str) -> Gist:
    """What an item is compared by."""
    head = _pairs(title)
    return Gist(head, head | _pairs(text))


def likeness(one: Gist, other: Gist) -> float:
    """0 for items that share nothing, to 1 for the same words. What the titles say counts as much as all the rest.

    The root spreads the low shares, where reworded items lie: the same task told in other words shares a third of
    its pairs with the earlier one, two tasks of one office that differ less than a fifth.
    """
    whole = dice(one.words, other.words)
    return round(sqrt(max(whole, (dice(one.title, other.title) + whole) / 2)), 2)


def dice(one: frozenset[str], other: frozenset[str], share: float = PHRASE_SHARE) -> float:
    """The part of what both sets tell that they have in common, 0 to 1; a set phrase tells ``share`` of a pair."""
    total = _weight(one, share) + _weight(other, share)
    return 2 * _weight(one & other, share) / total if total else 0.0


def _weight(pairs: frozenset[str], share: float) -> float:
    return len(pairs) - (1 - share) * len(pairs & _PHRASES)


def is_common(pair: str) -> bool:
    """Whether ``pair`` is one of the set phrases."""
    return pair in _PHRASES


def _pairs(text: str) -> frozenset[str]:
    """Neighbouring characters between the set phrases, and these; what is bound to one year left out."""
    plain = _NUMBERS.sub("，", _PASSING.sub("，", _REMARK.sub("", without_number(text.strip()))))
    phrases = {phrase for phrase in _PHRASE.findall(plain) if len(phrase) > 1}
    rest = _NO_WORDS.split(_PHRASE.sub("，", plain))
    return frozenset(phrases | {clause[at : at + 2] for clause in rest for at in range(len(clause) - 1)})
