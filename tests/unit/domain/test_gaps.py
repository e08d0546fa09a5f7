"""The gap check of a report under review."""

from dataclasses import replace
from datetime import date

import pytest

from tracker.domain.drafts import Candidate, DraftDeadline, DraftMeasure, DraftOwners, DraftSection, ImportDraft
from tracker.domain.gaps import Gap, Place, gaps, places
from tracker.domain.kinds import DeadlineKind, ItemKind
from tracker.domain.review import DraftReview
from tracker.domain.similar import LedgerItem, SimilarItems

DAY = DraftDeadline(DeadlineKind.DATE, date(2024, 6, 30), "6月底前")
WHOLE = Candidate(
    ItemKind.COMMITMENT, "补齐队伍", "补齐队伍，招录两人。", (), deadline=DAY, owners=DraftOwners(lead=("河湖科",))
)
NO_OWNER = replace(WHOLE, owners=DraftOwners())
PRESUMED = replace(WHOLE, deadline=replace(DAY, presumed=True))


def review(*candidates: Candidate, text: str = "") -> DraftReview:
    return DraftReview.of(ImportDraft("甲.txt", "0" * 64, text, "甲", "乙", 2023, candidates))


def test_a_whole_one_has_none() -> None:
    assert gaps(review(WHOLE)) == []


def test_each_gap_is_counted_and_leads_to_the_first() -> None:
    assert gaps(review(WHOLE, NO_OWNER, PRESUMED, NO_OWNER)) == [
        Gap("1 项任务的时限是推定的", (2,)),
        Gap("2 项没有写明牵头单位", (1, 3)),
    ]


def test_a_task_without_any_deadline_and_an_unsure_one() -> None:
    found = gaps(review(replace(WHOLE, deadline=None, confidence=0.5), replace(WHOLE, kind=ItemKind.PROBLEM)))
    assert [gap.words for gap in found] == ["1 项把握不大，请细看", "1 项任务没有时限"]


PATROL = Candidate(ItemKind.PROBLEM, "河道巡查不够经常", "河道巡查不够经常。", (), owners=DraftOwners(lead=("河湖科",)))
VAGUE = replace(WHOLE, title="加强河道巡查", text="加强河道巡查，不断提高水平。", deadline=None)


def words_of(draft_review: DraftReview) -> list[str]:
    return [gap.words for gap in gaps(draft_review)]


def test_a_problem_that_no_task_answers() -> None:
    other = replace(PATROL, title="办公用房紧张", text="办公用房紧张。")
    patrol = replace(WHOLE, title="补齐巡查队伍", text="每月巡查河道两次。")
    assert words_of(review(PATROL, other, patrol)) == ["问题 ② 没有对应的计划任务"]
    assert words_of(review(PATROL, other, patrol).reject(2)) == ["问题 ①、② 没有对应的计划任务"]
    assert words_of(review(PATROL, patrol).pair(0, 1, answers=False)) == ["问题 ① 没有对应的计划任务"]


def test_a_problem_with_measures_of_its_own_is_answered() -> None:
    assert words_of(review(replace(PATROL, measures=(DraftMeasure("增加巡查"),)), WHOLE)) == []


def test_a_report_without_any_task_is_told_once() -> None:
    many = [replace(PATROL, title=f"问题{number}", text=f"第{number}个问题。") for number in range(5)]
    assert words_of(review(*many)) == ["报告没有计划任务，问题 5 项都没有对应"]


def test_a_task_without_a_measurable_goal() -> None:
    assert words_of(review(PATROL, VAGUE)) == ["计划任务 ② 没有可衡量的目标", "1 项任务没有时限"]


def test_what_resembles_an_earlier_item_asks_until_something_is_said() -> None:
    earlier = LedgerItem("2023-计-04", ItemKind.COMMITMENT, 2023, WHOLE.title, WHOLE.text)
    asked = DraftReview.of(replace(review().source, candidates=(WHOLE,)), (), SimilarItems([earlier]))
    assert words_of(asked) == ["1 项与往年事项相似，请选择是否关联"]
    assert words_of(asked.choose_link(0, "2023-计-04", None)) == []


def test_the_places_of_all_gaps_one_after_another() -> None:
    found = [Gap("甲", (2, 4)), Gap("乙", offset=30)]
    assert places(found) == [Place(0, index=2), Place(0, index=4), Place(1, offset=30)]


def test_a_blank_number_names_its_heading() -> None:
    text = "一、主要举措和成效以及亮点工作情况\n全年开展行政检查   次。"
    source = replace(review(text=text).source, sections=(DraftSection(1, text.splitlines()[0], 0, len(text)),))
    assert words_of(DraftReview.of(source)) == ["“开展行政检查”之后的数字未填（一、主要举措和成效以及…）"]


def test_what_is_rejected_or_known_leaves_no_gap() -> None:
    assert gaps(review(NO_OWNER).reject(0)) == []
    draft = replace(review().source, candidates=(NO_OWNER,))
    assert gaps(DraftReview.of(draft, [("2024-计-01", NO_OWNER.text)])) == []


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("全年开展行政检查   次，办结案件3件。", 8),
        ("培训　　人。", 2),
        ("发放传单____份。", 4),
        ("全年检查 8 次。", None),
        ("检查  次数增加。", None),
        ("检查\n  次日办结。", None),
    ],
)
def test_a_number_that_was_never_filled_in(text: str, offset: int | None) -> None:
    found = [gap.offset for gap in gaps(review(text=text))]
    assert found == ([] if offset is None else [offset])
