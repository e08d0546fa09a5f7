"""The gap check of a report under review."""

from dataclasses import replace
from datetime import date

import pytest

from tracker.domain.drafts import Candidate, DraftDeadline, DraftOwners, ImportDraft
from tracker.domain.gaps import Gap, gaps
from tracker.domain.kinds import DeadlineKind, ItemKind
from tracker.domain.review import DraftReview

DAY = DraftDeadline(DeadlineKind.DATE, date(2024, 6, 30), "6月底前")
WHOLE = Candidate(ItemKind.COMMITMENT, "补齐队伍", "补齐队伍。", (), deadline=DAY, owners=DraftOwners(lead=("河湖科",)))
NO_OWNER = replace(WHOLE, owners=DraftOwners())
PRESUMED = replace(WHOLE, deadline=replace(DAY, presumed=True))


def review(*candidates: Candidate, text: str = "") -> DraftReview:
    return DraftReview.of(ImportDraft("甲.txt", "0" * 64, text, "甲", "乙", 2023, candidates))


def test_a_whole_one_has_none() -> None:
    assert gaps(review(WHOLE)) == []


def test_each_gap_is_counted_and_leads_to_the_first() -> None:
    assert gaps(review(WHOLE, NO_OWNER, PRESUMED, NO_OWNER)) == [
        Gap("1 项任务的时限是推定的", index=2),
        Gap("2 项没有写明牵头单位", index=1),
    ]


def test_a_task_without_any_deadline_and_an_unsure_one() -> None:
    found = gaps(review(replace(WHOLE, deadline=None, confidence=0.5), replace(WHOLE, kind=ItemKind.PROBLEM)))
    assert [gap.words for gap in found] == ["1 项把握不大，请细看", "1 项任务没有时限"]


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
