"""Causes and measures told inside an item, and those of other sections matched to the items they speak of."""

import re
from collections.abc import Sequence

from tracker.domain.drafts import squeezed

# 主要原因是…, 究其原因，…, 原因在于…
_CAUSE = re.compile(
    r"(?:究其(?:主要|根本)?原因|(?:其|主要|根本|产生|存在|造成|深层次|直接|上述|的|问题|分析|"
    r"具体)*原因(?:分析|主要)?)(?:主要)?(?:是|在于|有|为|：|:|，|,)+(?:主要)?(?:是|在于)?"
)
_TURNS = re.compile(
    r"(?:整改措施|改进措施|下一步措施|下一?步|今后|接下来|针对|对此|为此|下一阶段|整改情况|责任单位|"
    r"牵头|完成时限|措施)"
)
_MEASURE = re.compile(r"(?:问题)?(?:整改|改进|解决|下一步|工作|具体)(?:落实)?(?:措施|举措|情况|打算)[：:]")
# …看得见、管不着。下一步，将积极争取…: each problem with its own next step
_NEXT = re.compile(
    r"(?<=[。；])\s*(?:下一?步|接下来|今后|下一阶段|对此|为此)(?:工作中|工作)?[，,]?(?=[^。]{0,30}?(?:将|要|拟|计划|"
    r"继续|进一步|加强|加大|我))"
)
_MATCH = 0.06  # share of common character pairs below which two texts speak of different things


def cause_range(text: str) -> tuple[int, int] | None:
    """Where ``text`` tells its cause, behind 主要原因是; None where it does not."""
    found = _CAUSE.search(text)
    if found is None or found.start() < 6:
        return None
    start = found.end()
    end = start
    for sentence in re.finditer(r"[^。！？\n]+[。！？\n]?", text[start:]):
        if end > start and (_TURNS.match(sentence[0].strip()) or start + sentence.end() - start > 400):
            break
        end = start + sentence.end()
    while end > start and text[end - 1] in "\n ；;":
        end -= 1
    while start < end and text[start] in " ：:，,\n":
        start += 1
    return (start, end) if end - start >= 4 else None


def measure_range(text: str) -> tuple[int, int] | None:
    """Where a problem's text goes on to its own measures, behind 整改措施：."""
    found = _MEASURE.search(text) or _NEXT.search(text)
    if found is None or found.start() < 6:
        return None
    return (found.end(), len(text)) if len(text) - found.end() >= 4 else None


def matched(items: Sequence[str], answers: Sequence[str]) -> list[list[int]]:
    """For each item the indexes of the answers that belong to it: one to one where the counts agree, all to all
    where one answer speaks for the whole, else each to the item it shares most words with."""
    result: list[list[int]] = [[] for _ in items]
    if not items or not answers:
        return result
    if len(items) == len(answers):
        return [[index] for index in range(len(items))]
    if len(answers) == 1:
        return [[0] for _ in items]
    pairs = [_pairs(item) for item in items]
    for index, answer in enumerate(answers):
        own = _pairs(answer)
        scores = [len(own & other) / max(1, min(len(own), len(other))) for other in pairs]
        best = max(range(len(items)), key=lambda at: scores[at])
        if scores[best] >= _MATCH:
            result[best].append(index)
    return result


def _pairs(text: str) -> set[str]:
    bare = squeezed(text)
    return {bare[index : index + 2] for index in range(len(bare) - 1)}
