"""Where in the report problems, plans, causes and answering measures are told: by headings, else by cue sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.domain.numbering import without_number
from tracker.intake import rules
from tracker.intake.digits import plain
from tracker.intake.healing import Healed
from tracker.intake.lists import Entry, entries, run_ends
from tracker.intake.outline import Node
from tracker.intake.rules import Topic

_ASKED = Topic.PROBLEM | Topic.PLAN | Topic.CAUSE | Topic.MEASURE
_LATE = 0.4  # a report comes to its problems and plans after this share of its text
_LEAST = 6  # characters that can say anything at all


@dataclass(frozen=True, slots=True)
class Region:
    """Characters ``start`` to ``end`` under ``node`` that tell of one topic. ``cued``: only a sentence says so."""

    topic: Topic
    node: Node
    start: int
    end: int
    cued: bool = False


def find_regions(healed: Healed, root: Node, *, report_year: int | None) -> list[Region]:
    """The regions in the order of the report; a report may lack any of them."""
    finder = _Finder(healed, report_year)
    finder.planned = any(node.topics & Topic.PLAN for node in root.walk() if not node.soft)
    found = list(finder.headed(root))
    if not any(region.topic & Topic.PROBLEM for region in found):
        found.extend(finder.cued_problems(root, found))
    if not any(region.topic & Topic.PLAN for region in found):
        found = [_as_plan(region) for region in found]
    if not any(region.topic & Topic.PLAN for region in found):
        found.extend(finder.cued_plans(root, found))
    return sorted(found, key=lambda region: region.start)


def _as_plan(region: Region) -> Region:
    """Where a report has no plan, measures still to be taken are what it promises; those told as done are not."""
    if region.topic & Topic.MEASURE and not region.topic & Topic.DONE:
        return replace(region, topic=Topic.PLAN)
    return region


@dataclass
class _Finder:
    healed: Healed
    report_year: int | None
    planned: bool = False

    def headed(self, node: Node) -> Iterator[Region]:
        for child in node.children:
            if child.soft:
                continue
            if child.topics & _ASKED:
                yield from self.split(child, child.topics)
            else:
                yield from self.headed(child)

    def split(self, node: Node, topic: Topic) -> Iterator[Region]:
        """The regions below one heading: its own text, and those of subheadings that promise something else."""
        start = node.body
        own = topic & _ASKED
        if topic & Topic.OTHER and own & Topic.PROBLEM:  # 取得的成效和存在的问题
            if any(child.topics & _ASKED for child in node.children if not child.soft):
                yield from self.headed(node)
                return
            start = self._first_problem(node)
        begin = start
        first = Topic.PROBLEM if own & Topic.PROBLEM else own
        for child in self._subheadings(node, topic):
            yield from self._own(node, start, child.start, own if start == begin else first, topic)
            yield from self.split(child, child.topics)
            start = child.end
            own = first
        yield from self._own(node, start, node.end, own, topic)

    def _first_problem(self, node: Node) -> int:
        """Where a section that first tells of something else comes to its problems, else its beginning."""
        for at, sentence in sentences(self.healed.text, node.body, node.end):
            if rules.PROBLEM_CUE.search(sentence[:90]) and rules.is_general(re.split(r"(?<=：)", sentence)[0]):
                return at
        return node.body

    def _subheadings(self, node: Node, topic: Topic) -> list[Node]:
        strong = [child for child in node.children if not child.soft]
        if not topic & Topic.PROBLEM:
            # 下一步工作打算 with (一)重点任务: lists.py goes down into those
            return []
        naming = [child for child in strong if child.topics & Topic.PROBLEM]
        named = [child for child in naming if rules.names_all_problems(child.heading)]
        # 存在的问题 beside 下一步打算 heads a list; 普法工作存在短板 beside its like is an entry of one
        heads = named if len(named) == 1 or len(naming) < len(strong) else []
        if all(child.topics & _ASKED for child in strong) and len(naming) == 1:
            heads = naming
        return [child for child in strong if child.topics & _ASKED and (child in heads or child not in naming)]

    def _own(self, node: Node, start: int, end: int, own: Topic, topic: Topic) -> Iterator[Region]:
        text = self.healed.text[start:end].strip("。：:；; \n")
        if len(text) < _LEAST:
            return
        if not own & Topic.PROBLEM:
            yield Region(_first(own) | (topic & Topic.DONE), node, start, end)
            return
        causes = self._cause_list(node, start, end)
        if causes is not None:
            yield Region(Topic.PROBLEM, node, start, causes)
            stop = next(self._cues(causes, end), end)
            yield Region(Topic.CAUSE, node, causes, stop, cued=True)
            if stop < end:
                yield self._after_problems(node, stop, end, own)
            return
        cut = self._turn(node, start, end, mixed=bool(own & (Topic.PLAN | Topic.MEASURE)))
        if cut is None:
            yield Region(own & (Topic.PROBLEM | Topic.PLAN) if own & Topic.PLAN else Topic.PROBLEM, node, start, end)
            return
        yield Region(Topic.PROBLEM, node, start, cut)
        yield self._after_problems(node, cut, end, own)

    def _after_problems(self, node: Node, start: int, end: int, own: Topic) -> Region:
        """What a section of problems says will be done: the plan, or answers where the plan stands elsewhere."""
        plan = bool(own & Topic.PLAN) or not self.planned
        answers = own & Topic.MEASURE and not own & Topic.PLAN and self.planned
        return Region(Topic.MEASURE if answers or not plan else Topic.PLAN, node, start, end, cued=True)

    def _cause_list(self, node: Node, start: int, end: int) -> int | None:
        """Where a second list begins that tells the causes of all problems of the first: 主要原因：一是…"""
        listed = entries(self.healed, node, start, end, plan=False)
        for at, sentence in sentences(self.healed.text, start, end):
            cue = rules.CAUSE_LIST.match(sentence)
            if cue is None:
                continue
            after = [entry for entry in listed if entry.start >= at]
            opened = after and after[0].node is not None and after[0].node.number == 1
            if (
                opened
                and after[0].start <= at + cue.end() + 2
                and any(entry.numbered for entry in listed if entry.start < at)
            ):
                return at
        return None

    def _turn(self, node: Node, start: int, end: int, *, mixed: bool) -> int | None:
        """Where a region of problems turns to what will be done, or None."""
        listed = entries(self.healed, node, start, end, plan=False)
        ends = run_ends(listed)
        cues = list(self._cues(start, end))
        if not listed:
            return next((at for at in cues if at > start + _LEAST), None)
        for at in cues:
            index = max((i for i, entry in enumerate(listed) if entry.start <= at), default=None)
            if index is None:  # prose tells the problems, and the list is of what will be done
                if at > start + _LEAST and self._lean(listed, Topic.PLAN):
                    return at
                continue
            entry = listed[index]
            if index not in ends or not entry.numbered:
                if entry.numbered:
                    continue
                return at if at > start + _LEAST else None
            restarts = index + 1 < len(listed)
            opens = at == self.healed.paragraph_at(at).start
            if restarts or (opens and not _each_has_one(listed[:index], cues)):
                return at
            inline = entry.node is not None and not entry.node.first
            if (inline or not self.planned) and not _each_has_one(listed[:index], cues):
                return at
        if mixed:
            restart = next((i + 1 for i in sorted(ends) if i + 1 < len(listed)), None)
            if restart is not None:
                opening = self.healed.paragraph_at(listed[restart].start).start
                return opening if opening > listed[restart - 1].start else listed[restart].start
        return None

    def _cues(self, start: int, end: int) -> Iterator[int]:
        for at, sentence in sentences(self.healed.text, start, end):
            cue = rules.PLAN_CUE.match(plain(sentence))
            if cue and cue["year"] and self.report_year and int(cue["year"]) <= self.report_year:
                continue
            if cue or rules.ANSWER_CUE.match(sentence):
                yield at

    def cued_problems(self, root: Node, found: list[Region]) -> Iterator[Region]:
        """Problems told without a heading, such as at the end of the achievements: 虽然…，但仍存在…：一是…"""
        text = self.healed.text
        taken = [(region.start, region.end) for region in found]
        plans = {region.node.start for region in found if region.topic & Topic.PLAN}
        for at, sentence in sentences(text, root.start, root.end):
            if any(a <= at < b for a, b in taken):
                continue
            if not (rules.PROBLEM_CUE.search(sentence[:90]) and rules.is_general(re.split(r"(?<=：)", sentence)[0])):
                continue
            node = _deepest(root, at)
            end = node.end
            # the last words before the plan may come early where the plan is the longer part
            if (at - root.start) < _LATE * (root.end - root.start) and end not in plans:
                continue
            cut = self._turn(node, at, end, mixed=False)
            stop = cut if cut is not None else end
            if not self._sounds(node, at, stop, Topic.PROBLEM):
                continue
            yield Region(Topic.PROBLEM, node, at, stop, cued=True)
            if cut is not None and not self.planned:
                yield Region(Topic.PLAN, node, cut, end, cued=True)
            return

    def cued_plans(self, root: Node, found: list[Region]) -> Iterator[Region]:
        """A plan told without a heading: 下一步，我局将… as a paragraph of its own near the end."""
        taken = [(region.start, region.end) for region in found]
        for paragraph in self.healed.paragraphs:
            at = paragraph.start
            if not root.start + _LATE * (root.end - root.start) <= at < root.end or any(a <= at < b for a, b in taken):
                continue
            cue = rules.PLAN_CUE.match(plain(self.healed.text[at : paragraph.end]))
            if cue is None or (cue["year"] and self.report_year and int(cue["year"]) <= self.report_year):
                continue
            node = _deepest(root, at)
            following = [one for one in root.walk() if one.start >= at and not one.soft and one.family is not None]
            # a strong list may open right after the cue paragraph and belong to it
            end = (
                following[0].start
                if following and following[0].topics & _ASKED
                else (node.end if node is not root else root.end)
            )
            if self._sounds(node, at, end, Topic.PLAN):
                yield Region(Topic.PLAN, node, at, end, cued=True)
                return

    def _sounds(self, node: Node, start: int, end: int, topic: Topic) -> bool:
        listed = entries(self.healed, node, start, end, plan=topic is Topic.PLAN)
        if len(listed) >= 2:
            return not self._lean(listed, Topic.PLAN if topic is Topic.PROBLEM else Topic.PROBLEM)
        text = self.healed.text[start:end]
        if len(text) >= 900:
            return False
        return topic is Topic.PLAN or bool(rules.LEANS_PROBLEM.search(text) and not rules.SOLVED.search(text))

    def _lean(self, listed: list[Entry], topic: Topic) -> bool:
        """Whether most of the entries sound like ``topic``."""
        leads = [without_number(self.healed.text[entry.start : entry.start + 60]) for entry in listed]
        return sum(1 for lead in leads if rules.leans(lead) is topic) * 2 > len(leads)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Each sentence of ``text`` between ``start`` and ``end`` with its place."""
    for found in re.finditer(r"[^。！？\n]+[。！？]?[”’）)]*", text[start:end]):
        yield start + found.start(), found[0]


def _first(topic: Topic) -> Topic:
    for one in (Topic.PLAN, Topic.MEASURE, Topic.CAUSE):
        if topic & one:
            return one
    return topic


def _each_has_one(listed: list[Entry], cues: list[int]) -> bool:
    """Whether the entries before also say what comes next: then it is each item's own, not the list's end."""
    return bool(listed) and sum(1 for entry in listed if any(entry.start <= at < entry.end for at in cues)) * 2 >= len(
        listed
    )


def _deepest(root: Node, at: int) -> Node:
    """The lowest heading, not a list inside text, that holds ``at``."""
    node = root
    while True:
        child = next((one for one in node.children if one.start <= at < one.end and not one.soft), None)
        if child is None or child.start == at:
            return node
        node = child
