"""The type of rectification that an item's words speak for."""

from datetime import date

import pytest

from tracker.domain.drafts import Candidate, DraftDeadline, DraftMeasure
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.rectification import proposed_type

AT_ONCE, STAGES, CONTINUOUS = RectificationType.AT_ONCE, RectificationType.IN_STAGES, RectificationType.CONTINUOUS


def due(month: int, *, presumed: bool = False) -> DraftDeadline:
    return DraftDeadline(DeadlineKind.DATE, date(2025, month, 28), "" if presumed else f"{month}月底前", presumed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是公示栏内容有误。目前已整改到位。", AT_ONCE),
        ("个别笔录漏签，当场纠正。", AT_ONCE),
        ("对检查发现的问题立行立改。", AT_ONCE),
        ("二是公示栏内容有误，至今未整改。", None),
        ("部分问题整改不及时。", None),
        ("实施案卷质量三年行动。", STAGES),
        ("分步骤更换执法记录仪。", STAGES),
        ("常态化开展河道巡查，长期坚持。", CONTINUOUS),
        ("持续下降的水位影响取水。", None),
        ("不断提高执法水平。", None),
    ],
)
def test_by_the_words(text: str, expected: RectificationType | None) -> None:
    assert proposed_type(Candidate(ItemKind.PROBLEM, "甲", text, ())) is expected


def test_measures_with_days_of_their_own_are_stages() -> None:
    steps = (DraftMeasure("排查", due(3)), DraftMeasure("更换", due(9)))
    assert proposed_type(Candidate(ItemKind.PROBLEM, "甲", "装备老旧。", (), measures=steps)) is STAGES
    together = (DraftMeasure("排查", due(9)), DraftMeasure("更换", due(9)))
    assert proposed_type(Candidate(ItemKind.PROBLEM, "甲", "装备老旧。", (), measures=together)) is None


def test_a_standing_duty_goes_on_and_one_with_a_day_ends() -> None:
    standing = DraftDeadline(DeadlineKind.STANDING, None, "长期坚持")
    assert proposed_type(Candidate(ItemKind.COMMITMENT, "甲", "立行立改。", (), deadline=standing)) is CONTINUOUS
    assert proposed_type(Candidate(ItemKind.COMMITMENT, "甲", "常态化开展。", (), deadline=due(6))) is None
    assert (
        proposed_type(Candidate(ItemKind.COMMITMENT, "甲", "常态化开展。", (), deadline=due(12, presumed=True)))
        is CONTINUOUS
    )
