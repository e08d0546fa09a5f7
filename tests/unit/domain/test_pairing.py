"""Which plan tasks answer which problems of the same report."""

from pathlib import Path

import pytest
from tests.unit.domain.water_report import DRAFT

from tracker.domain.drafts import Candidate
from tracker.domain.kinds import ItemKind
from tracker.domain.pairing import Pair, pairs, pairs_of
from tracker.intake.read_report import read_report

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
REPORTS = Path(__file__).parents[2] / "data" / "reports"


def problem(text: str) -> Candidate:
    return Candidate(ItemKind.PROBLEM, text.split("。", maxsplit=1)[0], text, ())


def task(text: str) -> Candidate:
    return Candidate(ItemKind.COMMITMENT, text.split("。", maxsplit=1)[0], text, ())


def numbers(file: Path) -> dict[int, set[int]]:
    """The tasks of each problem of a report, counted from 1 among their own kind."""
    candidates = read_report(file).candidates
    problems = [place for place, one in enumerate(candidates) if one.kind is ItemKind.PROBLEM]
    tasks = [place for place, one in enumerate(candidates) if one.kind is ItemKind.COMMITMENT]
    found: dict[int, set[int]] = {number: set() for number in range(1, len(problems) + 1)}
    for pair in pairs(candidates):
        found[problems.index(pair.problem) + 1].add(tasks.index(pair.task) + 1)
    return found


def test_a_report_that_plans_as_it_admits() -> None:
    assert numbers(SAMPLES / "report-2022.txt") == {1: {1}, 2: {2}, 3: {3}, 4: {4}}
    assert numbers(SAMPLES / "report-2024.pdf") == {1: {1}, 2: {2}, 3: {3}, 4: {4}, 5: {5}}


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("problem-cause-measure-triples", {1: {1}, 2: {2}}),
        ("red-head-with-support-part", {1: {1}, 2: {2}, 3: {3}}),
        ("parens-and-circles", {1: {1}, 2: {2}}),
        ("slogan-headings", {1: {1}, 2: {2}}),
        ("closing-sentences", {1: {1}, 2: {2}, 3: {3}}),
        ("unnumbered-cause-heading", {1: {1}, 2: set(), 3: {3}}),
    ],
)
def test_other_reports(report: str, expected: dict[int, set[int]]) -> None:
    assert numbers(REPORTS / f"{report}.txt") == expected


def test_other_words_for_one_matter_fit_whatever_their_order() -> None:
    candidates = [
        problem("普法覆盖面不够广。对外来人口宣传不多。"),
        problem("执法力量薄弱。持证人员只有三名。"),
        task("完善决策程序。编制决策目录。"),
        task("配齐执法队伍。年内招录两人。"),
        task("以案释法。每月发布一个案例。"),
    ]
    assert set(pairs(candidates)) == {Pair(4, 0), Pair(3, 1)}


def test_one_task_may_answer_two_problems_and_one_problem_have_two_tasks() -> None:
    candidates = [
        problem("案卷质量不高。送达回证缺失。"),
        problem("案卷评查不经常。"),
        task("开展案卷评查。每季度一次。"),
    ]
    assert set(pairs(candidates)) == {Pair(2, 0), Pair(2, 1)}
    twice = [problem("行政复议应诉力量不足。"), task("加强行政复议应诉力量。"), task("充实行政复议应诉力量。")]
    assert set(pairs(twice)) == {Pair(1, 0), Pair(2, 0)}


def test_what_has_nothing_to_do_with_each_other_is_left_alone() -> None:
    assert pairs([problem("办公用房紧张。"), task("开展以案释法。")]) == ()
    assert pairs([problem("案卷质量不高。")]) == ()
    assert pairs([]) == ()


def test_the_pairs_of_one_alone() -> None:
    assert pairs_of(DRAFT.candidates, 2) == (Pair(2, 0),)
    assert pairs_of(DRAFT.candidates, 1) == (Pair(3, 1),)
