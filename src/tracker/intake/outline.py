"""The report's outline: numbered and unnumbered headings, and lists inside text, nested into a tree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.domain.drafts import DraftSection
from tracker.intake import rules
from tracker.intake.digits import plain
from tracker.intake.healing import Healed
from tracker.intake.numbering import Family, Mark, find_marks
from tracker.intake.rules import Topic, topics

_PLAIN = re.compile(r"(?!)")  # an unnumbered heading is found by its words, not by a number
PLAIN_HIGH = Family("plain", 1, _PLAIN, None)
PLAIN_LOW = Family("plain_low", 2, _PLAIN, None)

_SENTENCE_END = re.compile(r"[。：:；;！？!?\n]")
_LONGEST_HEADING = 42
# 三、存在的问题我局在…: where a heading lost its line end, the text goes on with one of these
_BODY_OPENS = re.compile(
    r"(?:我[局委办镇乡县区市们院]|目前|当前|虽然?|尽管|20\d\d年|一年来|今年|过去|在|回顾|对照|随着|经过|"
    r"从|围绕|主要|由于|坚持|以|下步|通过|下一步|总的|按照|根据|尽管|以习近平|紧扣|紧紧|努力|深入|加强|强化|成立|到20\d\d年)"
)
_ASKED = Topic.PROBLEM | Topic.PLAN | Topic.CAUSE | Topic.MEASURE


@dataclass(eq=False, slots=True)
class Node:
    """A heading or list entry: characters ``start`` to ``end`` of the healed text. ``content`` is where the words
    after the number begin, ``body`` where those after the heading do."""

    family: Family | None
    number: int
    start: int
    content: int
    body: int
    heading: str
    first: bool
    topics: Topic = Topic.NONE
    rank: float = 0
    end: int = 0
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)

    @property
    def soft(self) -> bool:
        return self.family is not None and self.family.soft

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def path(self) -> list["Node"]:
        """The headings above and including this one, the topmost first; the root is left out."""
        nodes: list[Node] = []
        node: Node | None = self
        while node is not None and node.family is not None:
            nodes.insert(0, node)
            node = node.parent
        return nodes


def build(healed: Healed, *, start: int, end: int, report_year: int | None) -> Node:
    """The tree of what stands between ``start`` and ``end`` of the healed text."""
    # a title glued to the text leaves the rest of its paragraph
    reach = [(max(start, p.start), p.end) for p in healed.paragraphs if p.end > start and p.start < end and not p.table]
    marks = find_marks(healed.text, reach)
    nodes = [_numbered(healed, marks, index, end, report_year) for index in range(len(marks))]
    opened = {node.start for node in nodes if node.first}
    unnumbered = _plain_headings(healed, reach, opened, report_year)
    nodes = sorted([*nodes, *unnumbered], key=lambda node: node.start)
    root = Node(None, 0, start, start, start, "", first=True, rank=-1, end=end)
    _nest(root, nodes)
    _close(root, end)
    return root


def sections(healed: Healed, root: Node) -> tuple[DraftSection, ...]:
    """The headings of the outline with their places in the raw text; lists inside running text are none."""
    return tuple(
        DraftSection(len(node.path()), heading_line(healed, node), *healed.raw_range(node.start, node.end))
        for node in root.walk()
        if node.family is not None and node.family.rank <= 3 and not node.soft and node.heading
    )


def heading_line(healed: Healed, node: Node) -> str:
    """The heading with its number, as the report writes it, less the stop at its end."""
    number = healed.text[node.start : node.content].strip()
    line = number + node.heading
    return line if len(line) <= _LONGEST_HEADING else line[: _LONGEST_HEADING - 1] + "…"


def section_path(healed: Healed, node: Node) -> str:
    """三、存在问题 › （一）…"""
    return " › ".join(heading_line(healed, one) for one in node.path() if one.heading and not one.soft)


def _numbered(healed: Healed, marks: Sequence[Mark], index: int, end: int, report_year: int | None) -> Node:
    mark = marks[index]
    paragraph = healed.paragraph_at(mark.start)
    limit = min(paragraph.end, end)
    if index + 1 < len(marks):
        limit = min(limit, marks[index + 1].start)
    heading_end = _heading_end(healed.text, mark.end, limit)
    heading = healed.text[mark.end : heading_end].strip()
    strict = mark.family.rank > 1 and mark.family.name != "part"
    topic = Topic.NONE
    if not mark.family.soft and heading:
        glued = _glued(heading, report_year) if len(heading) > 12 else None
        if glued is not None:
            heading, topic = glued
            heading_end = mark.end + len(heading)
        else:
            topic = topics(heading, report_year=report_year, strict=strict)
    return Node(
        mark.family, mark.number, mark.start, mark.end, heading_end, heading, mark.first, topic, mark.family.rank
    )


def _heading_end(text: str, start: int, limit: int) -> int:
    stop = _SENTENCE_END.search(text, start, limit)
    return stop.start() if stop else limit


def _glued(heading: str, report_year: int | None) -> tuple[str, Topic] | None:
    """The heading before running text that follows without a stop, if those words alone make one of ours."""
    for opening in _BODY_OPENS.finditer(plain(heading), 4):
        before, after = heading[: opening.start()], heading[opening.start() :]
        if len(after) < 12 or len(before) > _LONGEST_HEADING:
            continue
        topic = topics(before, report_year=report_year, strict=True)
        if topic & (Topic.PROBLEM | Topic.PLAN) or topic in (Topic.INTRO, Topic.UPKEEP):
            return before, topic
    return None


def _plain_headings(
    healed: Healed, reach: Sequence[tuple[int, int]], opened: set[int], report_year: int | None
) -> Iterator[Node]:
    """Unnumbered paragraphs, or leads of such before a colon, that are a heading by every word of theirs."""
    led: list[Node] = []
    for start, end in reach:
        if start in opened:
            continue
        text = healed.text[start:end]
        whole = text.strip("：:。 【】[]〖〗")
        body = end  # whatever closes it: a colon, a bracket
        stop = re.search(r"[：:。]", text[:26])
        if len(whole) <= 30:
            topic = topics(whole, report_year=report_year, strict=True) & ~(Topic.INTRO | Topic.CONTAINER)
            other = start > reach[0][0] and len(whole) >= 4 and rules.OTHER_SECTION.fullmatch(whole)
            if other and not topic & _ASKED:
                yield Node(PLAIN_HIGH, 0, start, start, body, whole, first=True, topics=Topic.OTHER)
                continue
            if topic & _ASKED and not re.search(r"[。；！？]", whole):
                yield Node(_plain_family(topic), 0, start, start, body, whole, first=True, topics=topic)
                continue
        if stop and stop.start() >= 4:
            lead = text[: stop.start()]
            topic = topics(lead, report_year=report_year, strict=True)
            if topic & _ASKED and not topic & (Topic.INTRO | Topic.CONTAINER):
                led.append(
                    Node(_plain_family(topic), 0, start, start, start + len(lead), lead, first=True, topics=topic)
                )
    # 原因：… 整改措施：… said again and again are parts of each item, and so is 存在问题：… beside them
    answers = sum(1 for node in led if not node.topics & (Topic.PROBLEM | Topic.PLAN))
    before = Topic.NONE
    for node in led:
        once = sum(1 for other in led if other.topics == node.topics) == 1
        # 不足：… and one 原因：… after it are two parts of a section
        if once and answers < 2 and (node.topics & (Topic.PROBLEM | Topic.PLAN) or before & Topic.PROBLEM):
            yield node
        before = node.topics


def _plain_family(topic: Topic) -> Family:
    return PLAIN_HIGH if topic & (Topic.PROBLEM | Topic.PLAN) else PLAIN_LOW


def _nest(root: Node, nodes: Sequence[Node]) -> None:
    stack = [root]
    for index, node in enumerate(nodes):
        assert node.family is not None
        if node.family in (PLAIN_HIGH, PLAIN_LOW):
            _pop_for_plain(stack, node)
        else:
            same = _predecessor(stack, node)
            if same is not None and not _restarts_inside(same, node, nodes, index):
                while stack[-1] is not same:
                    stack.pop()
                stack.pop()
            elif same is None:
                while len(stack) > 1 and stack[-1].rank >= node.family.rank and not _holds(stack[-1], nodes, index):
                    stack.pop()
            node.rank = max(float(node.family.rank), stack[-1].rank + 0.01)
        node.parent = stack[-1]
        stack[-1].children.append(node)
        stack.append(node)


def _predecessor(stack: list[Node], node: Node) -> Node | None:
    """The open entry that this one follows: the innermost of its kind, but for a heading of ours the outer one."""
    open_ones = [one for one in stack if one.family is node.family]
    if node.topics & _ASKED and any(one.number + 1 == node.number for one in open_ones):
        return next(one for one in open_ones if one.number + 1 == node.number)
    return open_ones[-1] if open_ones else None


def _pop_for_plain(stack: list[Node], node: Node) -> None:
    """An unnumbered heading stands beside （一） where the section above promised its topic, else beside 一、."""
    above = next((one for one in reversed(stack) if one.family is not None and one.rank <= 1), None)
    own = node.topics & _ASKED
    low = node.family is PLAIN_LOW or (above is not None and bool(above.topics & own) and above.topics & _ASKED != own)
    node.rank = 2 if low else 1
    while len(stack) > 1 and stack[-1].rank >= node.rank:
        stack.pop()


def _restarts_inside(same: Node, node: Node, nodes: Sequence[Node], index: int) -> bool:
    """Whether 一、 within section 三、 opens a list of its own: the outer numbers go on after it."""
    if node.family is None or node.family.name != "cn" or node.number != 1 or same.number < 2 or node.topics & _ASKED:
        return False
    numbers = [one.number for one in nodes[index + 1 :] if one.family is node.family]
    return bool(numbers) and numbers[0] == 2 and same.number + 1 in numbers and numbers.count(2) == 1


def _holds(open_node: Node, nodes: Sequence[Node], index: int) -> bool:
    """Whether a newcomer of no lower rank still stands below ``open_node``: the first number under an unnumbered
    heading does, and so does a list inside a list."""
    if open_node.family in (PLAIN_HIGH, PLAIN_LOW) and nodes[index].number == 1:
        return True
    return _goes_on(open_node, nodes, index)


def _goes_on(open_node: Node, nodes: Sequence[Node], index: int) -> bool:
    """Whether a list of lower rank is only interrupted here and takes up its count again: 一是… 1.… 2.… 二是…"""
    newcomer = nodes[index]
    for later in nodes[index + 1 :]:
        if later.family is open_node.family:
            return later.number == open_node.number + 1
        if later.family is None or (later.family.rank < (newcomer.family.rank if newcomer.family else 0)):
            return False
    return False


def _close(node: Node, end: int) -> None:
    node.end = end
    for index, child in enumerate(node.children):
        _close(child, node.children[index + 1].start if index + 1 < len(node.children) else end)
