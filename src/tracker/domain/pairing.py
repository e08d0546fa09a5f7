"""Which plan tasks of a report answer which of its problems (对应), proposed from their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.drafts import Candidate
from tracker.domain.kinds import ItemKind
from tracker.domain.likeness import Gist, dice, gist

# What an office calls one matter in its problems and in its plans: words of one line mean the same
_THEMES = tuple(
    re.compile(words)
    for words in (
        r"普法|宣传|法治文化|以案释法|法律明白人|知晓|法治氛围|法治意识|法律意识|法治观念|守法",
        r"培训|轮训|学法|练兵|业务能力|执法能力|执法水平|法律素养|素质|能力素质|能力建设|专业化|运用法律|法治思维|思想认识|尊法",
        r"队伍|力量|人手|人员[^，。]{0,6}(?:少|不足|缺|老化|偏)|编制|招录|招聘|配齐|配强|人才|专职|身兼|持证|执法资格",
        r"案卷|卷宗|文书|评查",
        r"裁量|处罚幅度",
        r"协作|协同|联动|联合|移送|衔接|推诿|会商|合力",
        r"数据|信息化|数字|智慧|智能|平台|共享|线上|非现场",
        r"监督|督察|问责|刚性",
        r"复议|应诉|诉讼|败诉|出庭|行政争议",
        r"纠纷|调解|信访|化解|矛盾",
        r"决策|论证|合法性审查",
        r"规范性文件|备案审查",
        r"法律顾问|公职律师|律师",
        r"公开|公示",
        r"营商环境|涉企|经营主体|入企|企业",
        r"信用|失信",
        r"装备|记录仪|船艇",
        r"程序|听证|申辩|送达|告知",
        r"制度执行|落实不到位|落差",
        r"公共法律服务",
        r"执法理念|规范执法|执法规范|文明执法|执法行为",
    )
)
_LEAST = 0.25
_PHRASE_SHARE = 0.3  # within one report a set phrase that two items share says more than between years
_TITLE_SHARE = 0.6  # a text tells of much; its title of what it is about
_NEAR_BEST = 0.8  # a second task for a problem must fit almost as well as the first
_IN_STEP = 0.15  # reports often plan in the order in which they admitted


@dataclass(frozen=True, slots=True)
class Pair:
    """The task at ``task`` answers the problem at ``problem``: places among the candidates."""

    task: int
    problem: int


@dataclass(frozen=True, slots=True)
class _Subject:
    place: int
    gist: Gist
    title_themes: frozenset[int]
    themes: frozenset[int]


def pairs(candidates: Sequence[Candidate]) -> tuple[Pair, ...]:
    """The pairs that the words speak for, by problem. A problem that nothing fits has none."""
    problems = _subjects(candidates, ItemKind.PROBLEM)
    tasks = _subjects(candidates, ItemKind.COMMITMENT)
    if not problems or not tasks:
        return ()
    in_step = len(problems) <= len(tasks) <= len(problems) + 2
    scores = [
        [fit(problem, task) + (_IN_STEP if in_step and row == column else 0.0) for column, task in enumerate(tasks)]
        for row, problem in enumerate(problems)
    ]
    best_of_task = [max(column) for column in zip(*scores, strict=True)]
    found = []
    for row, problem in zip(scores, problems, strict=True):
        best = max(row)
        found += [
            Pair(task.place, problem.place)
            for score, task, most in zip(row, tasks, best_of_task, strict=True)
            if score >= _LEAST and score >= best * _NEAR_BEST and (score == best or score >= most * _NEAR_BEST)
        ]
    return tuple(found)


def pairs_of(candidates: Sequence[Candidate], place: int) -> tuple[Pair, ...]:
    """The pairs that the words of the one at ``place`` speak for: it was added or has other words now."""
    problems = _subjects(candidates, ItemKind.PROBLEM)
    tasks = _subjects(candidates, ItemKind.COMMITMENT)
    scores = {
        Pair(task.place, problem.place): fit(problem, task)
        for problem in problems
        for task in tasks
        if place in (problem.place, task.place)
    }
    best = max(scores.values(), default=0.0)
    return tuple(pair for pair, score in scores.items() if score >= max(_LEAST, best * _NEAR_BEST))


def fit(problem: _Subject, task: _Subject) -> float:
    """How well a task fits a problem, 0 to 1: by their themes, and by their very words."""
    titles = _shared(problem.title_themes, task.title_themes)
    themes = _TITLE_SHARE * titles + (1 - _TITLE_SHARE) * _shared(problem.themes, task.themes)
    words = max(
        dice(problem.gist.title, task.gist.title, _PHRASE_SHARE),
        dice(problem.gist.words, task.gist.words, _PHRASE_SHARE),
    )
    return 0.6 * themes + 0.4 * min(1.0, 2.5 * words)


def _shared(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _subjects(candidates: Sequence[Candidate], kind: ItemKind) -> list[_Subject]:
    return [
        _Subject(
            place,
            gist(candidate.title, candidate.text),
            _themes_of(candidate.title),
            _themes_of(f"{candidate.title}\n{candidate.text}"),
        )
        for place, candidate in enumerate(candidates)
        if candidate.kind is kind
    ]


def _themes_of(text: str) -> frozenset[int]:
    return frozenset(number for number, words in enumerate(_THEMES) if words.search(text))
