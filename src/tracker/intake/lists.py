"""The entries of a region: the finest unit the report itself numbers at the top list level, else its paragraphs."""

import re
from collections import Counter
from dataclasses import dataclass

from tracker.intake import rules
from tracker.intake.healing import Healed
from tracker.intake.outline import Node
from tracker.intake.rules import Topic

_SHORT_LEAD = 32  # an unnumbered line so short that ends in no full stop is the heading of what follows
_OWNER_LINE = re.compile(
    r"[（(【\[]?(?:责任|牵头|配合|完成时限|整改时限|完成时间|时限|整改措施|整改目标|主要原因|原因分析|"
    r"存在原因|协办|分管)"
)
# 整改方向：一是…；二是… behind a list whose other entries say nothing of the kind
_ANSWERS_ALL = re.compile(r"(?:下一?步)?(?:整改|改进|解决|努力|工作)(?:措施|方向|举措|打算|办法|思路)[：:]")
_CARRIES_ON = re.compile(r"(?:同时|此外|另外|并且|其中|例如|比如|如[，：]|对此|因此|从而|特别是|尤其)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: characters ``start`` to ``end`` of the healed text. ``under`` is the heading it stands below."""

    start: int
    end: int
    numbered: bool
    under: Node
    node: Node | None = None


def entries(healed: Healed, node: Node, start: int, end: int, *, plan: bool) -> list[Entry]:
    """What stands between ``start`` and ``end`` below ``node``, introductions left out; ends are not yet trimmed."""
    children = [child for child in node.children if start <= child.start < end]
    strong = [child for child in children if not child.soft]
    if any(child.topics & (Topic.CONTAINER | Topic.PLAN) for child in strong) and plan:
        return _through_containers(healed, node, strong, start, end)
    strong_tasks = [child for child in strong if not _is_intro(child)]
    if strong_tasks and len(strong_tasks) < len(strong):
        return _entries_of(strong_tasks, node, end, all_children=strong)
    top = _top_list(children)
    if top:
        return _entries_of(top, node, end, all_children=top)
    return _paragraph_entries(healed, node, start, end, plan=plan)


def run_ends(listed: list[Entry]) -> set[int]:
    """Which entries are the last of their count: the list ends after them, or begins anew."""
    ends: set[int] = set()
    for index, entry in enumerate(listed):
        after = listed[index + 1] if index + 1 < len(listed) else None
        if after is None or (after.node and entry.node and after.node.number <= entry.node.number):
            ends.add(index)
    return ends


def trimmed(healed: Healed, listed: list[Entry]) -> list[Entry]:
    """``listed`` without what only closes the list: tables, wishes, 以上问题…, a signature glued to the last word."""
    ends = run_ends(listed)
    multi = [len(_paragraphs(healed, entry.start, entry.end)) > 1 for entry in listed]
    result: list[Entry] = []
    for index, entry in enumerate(listed):
        end = _before_table(healed, entry)
        if index + 1 == len(listed) and not entry.numbered:
            end = _before_closing_sentence(healed.text, entry.start, end, inline=False)
        if index in ends and entry.numbered:
            others = [multi[i] for i in range(len(listed)) if i not in ends]
            end = _last_end(healed, entry, end, others_have_more=any(others) or len(listed) == 1)
        end = entry.start + len(healed.text[entry.start : end].rstrip())
        if end > entry.start:
            result.append(Entry(entry.start, end, entry.numbered, entry.under, entry.node))
    return result


def _is_intro(node: Node) -> bool:
    bare = re.sub(r"\s", "", node.heading)
    return bool(node.topics & Topic.INTRO) and not node.topics & ~Topic.INTRO and not re.search(r"[，。]", bare)


def _through_containers(healed: Healed, node: Node, strong: list[Node], start: int, end: int) -> list[Entry]:
    """Down into 重点任务 and the like; 总体要求 and 工作思路 beside it are introductions."""
    containers = [child for child in strong if child.topics & (Topic.CONTAINER | Topic.PLAN) and _holds_list(child)]
    if not containers:
        plain = [child for child in strong if not _is_intro(child)]
        return _entries_of(plain or strong, node, end, all_children=strong)
    found: list[Entry] = []
    for index, child in enumerate(strong):
        stop = min(child.end, end)
        if child in containers:
            found.extend(entries(healed, child, child.body, stop, plan=True))
        elif not (_is_intro(child) or child.topics & (Topic.INTRO | Topic.PLAN | Topic.CONTAINER | Topic.UPKEEP)):
            found.extend(_entries_of([child], node, stop, all_children=strong[index:]))
    return found


def _holds_list(node: Node) -> bool:
    return len(node.children) >= 2


def _top_list(children: list[Node]) -> list[Node]:
    """Of several ways of numbering in one region the strongest is the list; one stray number is none."""
    counts = Counter(child.family.name for child in children if child.family)
    for least in (2, 1):
        families = [child for child in children if child.family and counts[child.family.name] >= least]
        if families:
            rank = min(child.family.rank for child in families if child.family)
            return [child for child in families if child.family and child.family.rank == rank]
    return []


def _entries_of(nodes: list[Node], under: Node, end: int, *, all_children: list[Node]) -> list[Entry]:
    starts = sorted({node.start for node in all_children} | {node.start for node in nodes})
    found: list[Entry] = []
    for node in nodes:
        after = [start for start in starts if start > node.start]
        found.append(Entry(node.start, min(after[0] if after else end, end), True, under, node))
    return found


def _paragraph_entries(healed: Healed, node: Node, start: int, end: int, *, plan: bool) -> list[Entry]:
    """Unnumbered text: a short line heads what follows it; else each paragraph stands for itself."""
    parts = [part for part in _paragraphs(healed, start, end) if healed.text[part[0] : part[1]].strip("。：: ")]
    parts = [
        part
        for index, part in enumerate(parts)
        if not _closes(healed, part, last=index + 1 == len(parts) and index > 0)
    ]
    if not parts:
        return []
    leads = [_is_lead(healed, part) for part in parts]
    if any(leads) and not all(leads):
        return _led_entries(node, parts, leads)
    if len(parts) > 1 and _introduces(healed.text[parts[0][0] : parts[0][1]], plan=plan):
        parts = parts[1:]
    first, stop = parts[0]
    parts[0] = (_after_introduction(healed.text, first, stop, plan=plan), stop)
    return [Entry(a, b, False, node) for a, b in parts if b > a]


def _led_entries(node: Node, parts: list[tuple[int, int]], leads: list[bool]) -> list[Entry]:
    found: list[Entry] = []
    for part, lead in zip(parts, leads, strict=True):
        if lead:
            found.append(Entry(part[0], part[1], False, node))
        elif found:
            found[-1] = Entry(found[-1].start, part[1], False, node)
    return found


def _paragraphs(healed: Healed, start: int, end: int) -> list[tuple[int, int]]:
    """The paragraphs between ``start`` and ``end``, tables left out, the first and last cut to fit."""
    return [
        (max(start, p.start), min(end, p.end))
        for p in healed.paragraphs
        if p.end > start and p.start < end and not p.table
    ]


def _is_lead(healed: Healed, part: tuple[int, int]) -> bool:
    text = healed.text[part[0] : part[1]].strip()
    return len(text) <= _SHORT_LEAD and not re.search(r"[。；！？：:]$", text) and len(text) >= 4


def _introduces(text: str, *, plan: bool) -> bool:
    """Whether a whole paragraph only leads to the ones after it."""
    if text.rstrip("”").endswith(("：", ":")):
        return True
    if plan:
        return bool(rules.PLAN_LEAD.search(text[-30:])) or bool(
            rules.PLAN_CUE.match(text)
            and re.search(r"为指导|为引领|为统领|为契机|为目标|为主线|精神", text)
            and text.count("。") <= 2
        )
    *_, last = [sentence for sentence in re.split(r"(?<=[。！？])", text) if sentence.strip()]
    return rules.is_general(last) and len(text) < 160


def _after_introduction(text: str, start: int, end: int, *, plan: bool) -> int:
    """Where the matter itself begins: behind 虽然取得成效，但还有差距。如： and 下一步重点做好以下工作："""
    while start < end and text[start] in "。：:， \n":
        start += 1
    at = start
    for found in re.finditer(r"[^。！？：:]+[。！？：:]", text[start:end]):
        sentence, stop = found[0], start + found.end()
        if start + found.start() != at or stop >= end - 8:
            break
        introduces = bool(rules.PLAN_LEAD.search(sentence[-30:])) if plan else rules.is_general(sentence)
        if not introduces:
            break
        at = stop
    if not plan and at > start:
        lead = rules.PROBLEM_LEAD.match(text[at:end])
        at += lead.end() if lead else 0
    while at < end and text[at] in "，,：: \n":
        at += 1
    return at


def _closes(healed: Healed, part: tuple[int, int], *, last: bool) -> bool:
    text = healed.text[part[0] : part[1]]
    return last and bool(
        rules.CLOSING.match(text)
        or (rules.CLOSING_WISH.search(text) and len(text) < 120 and not rules.LEANS_PLAN.match(text))
    )


def _before_table(healed: Healed, entry: Entry) -> int:
    for paragraph in healed.paragraphs:
        if paragraph.table and entry.start < paragraph.start < entry.end:
            return paragraph.start
    return entry.end


def _last_end(healed: Healed, entry: Entry, end: int, *, others_have_more: bool) -> int:
    """Where the last entry of a list truly ends: paragraphs after it may close the list instead."""
    parts = _paragraphs(healed, entry.start, end)
    if not parts:
        return end
    stop = parts[0][1]
    first = healed.text[parts[0][0] : stop]
    heading_only = not re.search(r"[。；！？]$", first.strip()) or len(first) <= _SHORT_LEAD
    inner = [child.start for child in entry.node.children] if entry.node else []
    for index, (a, b) in enumerate(parts[1:], start=1):
        text = healed.text[a:b]
        if _ANSWERS_ALL.match(text) and not others_have_more:
            break
        if _OWNER_LINE.match(text) or any(a <= at < b for at in inner):
            stop = b
            continue
        wish = rules.CLOSING_WISH.search(text) and len(text) < 140 and index + 1 == len(parts)
        if (
            rules.SHARED_CAUSE.match(text)
            or rules.CLOSING.match(text)
            or ((index > 1 or not heading_only) and (wish or rules.PLAN_CUE.match(text)))
        ):
            break
        if not (heading_only or others_have_more or _CARRIES_ON.match(text)):
            break
        stop = b
    return _before_closing_sentence(
        healed.text, entry.start, stop, inline=entry.node is not None and not entry.node.first
    )


def _before_closing_sentence(text: str, start: int, end: int, *, inline: bool) -> int:
    """Without 以上问题，我局将认真整改。 and, of a list inside one paragraph, 究其原因… said of all of it."""
    for found in re.finditer(r"(?<=[。！])\s*([^。！\n]+[。！]?)", text[start:end]):
        wish = rules.CLOSING_WISH.search(found[1]) and rules.WISH_OPENS.match(found[1])
        if rules.CLOSING_SENTENCE.match(found[1]) or wish or (inline and rules.SHARED_CAUSE.match(found[1])):
            return start + found.start()
    return end
