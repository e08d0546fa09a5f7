"""Items that come again in another year, and items that only sound alike."""

from dataclasses import replace

import pytest

from tracker.domain.drafts import Candidate
from tracker.domain.kinds import ItemKind
from tracker.domain.likeness import gist, likeness
from tracker.domain.links import LinkKind
from tracker.domain.similar import ALIKE, LedgerItem, Similar, SimilarItems, chosen_again, link_kinds

PROBLEM, TASK = ItemKind.PROBLEM, ItemKind.COMMITMENT

AGAIN = [
    # the same words with another year, number and owner
    (
        "（三）继续推进执法“三项制度”。2023年6月底前完成执法记录仪更换。（责任单位：河湖科）",
        "四是继续推进执法“三项制度”。2024年9月底前完成执法记录仪更换。（责任单位：监督科）",
    ),
    # reworded, the matter is the same
    (
        "一是水事案卷归档不规范。个别案卷缺少送达回证，笔录要素不全。",
        "（二）水事案卷质量还不高。抽查的案卷中仍有送达回证缺失、笔录要素不全的情况。",
    ),
    # shorter the second time
    (
        "2.河湖巡查频次不够。部分乡镇河长巡河流于形式，非法采砂发现不及时，群众反映较多。",
        "河湖巡查频次仍然不够，部分乡镇河长巡河流于形式。",
    ),
    (
        "（五）建设取水许可电子证照平台。完成与省级平台的接口开发，取水户全部换领电子证照。",
        "推进取水许可电子证照平台建设，取水户电子证照换领率达到80%。",
    ),
]
OTHERS = [
    # the office's set phrases alone
    ("一是执法人员能力水平有待进一步提高。", "三是水费公示机制有待进一步完善。"),
    ("（一）全面加强执法队伍建设，提高依法行政水平。", "（二）全面加强政务公开建设，提高依法行政水平。"),
    # one word in common
    ("河湖巡查频次不够，非法采砂发现不及时。", "河湖长制宣传栏老旧，内容多年没有更新。"),
    # deadlines and numbers alike
    ("2024年6月底前完成水文站改造12处。", "2024年6月底前完成普法讲座12场。"),
    ("（一）健全执法协作机制。与公安、交通部门会签案件移送办法。", "（一）健全内部监督机制。每季度开展一次案卷抽查。"),
]


def alike(one: str, other: str) -> float:
    return likeness(gist(_title(one), one), gist(_title(other), other))


def _title(text: str) -> str:
    return text.split("。", maxsplit=1)[0]


@pytest.mark.parametrize(("one", "other"), AGAIN)
def test_what_comes_again_is_alike(one: str, other: str) -> None:
    assert alike(one, other) >= ALIKE


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_what_only_sounds_alike_is_not(one: str, other: str) -> None:
    assert alike(one, other) < ALIKE


def test_the_same_words_are_wholly_alike_and_none_are_not_at_all() -> None:
    assert alike(AGAIN[0][0], AGAIN[0][0]) == 1
    assert alike("", "") == 0
    assert alike(*AGAIN[0]) > alike(*AGAIN[1]), "other years and owners matter less than other words"


def candidate(text: str, kind: ItemKind = TASK) -> Candidate:
    return Candidate(kind, _title(text), text, ())


def item(code: str, text: str) -> LedgerItem:
    return LedgerItem(code, PROBLEM if "问" in code else TASK, int(code[:4]), _title(text), text)


LEDGER = [
    item("2023-计-04", AGAIN[0][0]),
    item("2023-问-01", AGAIN[1][0]),
    item("2022-问-02", AGAIN[2][0]),
    item("2023-计-05", AGAIN[3][0]),
    *(item(f"2022-计-{number:02d}", one) for number, (one, _other) in enumerate(OTHERS, 1)),
]


def test_the_right_item_is_found_among_others() -> None:
    others = SimilarItems(LEDGER)
    assert [one.item.code for one in others.like(candidate(AGAIN[0][1]))] == ["2023-计-04"]
    assert [one.item.code for one in others.like(candidate(AGAIN[2][1], PROBLEM))] == ["2022-问-02"]
    assert others.like(candidate("组织公务用车专项清理。")) == ()


def test_a_problem_resembles_problems_alone() -> None:
    assert SimilarItems(LEDGER).like(candidate(AGAIN[0][1], PROBLEM)) == ()


def test_a_task_may_answer_an_earlier_problem_but_its_own_kind_comes_first() -> None:
    words = AGAIN[2][0]
    both = SimilarItems([item("2023-问-07", words), item("2022-计-09", words)])
    assert [one.item.code for one in both.like(candidate(words))] == ["2022-计-09", "2023-问-07"]


def test_at_most_three_are_shown_the_likest_first() -> None:
    same = [item(f"20{year}-计-01", AGAIN[0][0]) for year in range(10, 20)]
    found = SimilarItems([*same, item("2021-计-02", AGAIN[0][1])]).like(candidate(AGAIN[0][1]))
    assert len(found) == 3
    assert found[0].item.code == "2021-计-02"


def test_an_empty_ledger_has_none() -> None:
    assert SimilarItems().like(candidate(AGAIN[0][0])) == ()


def test_which_links_are_lawful() -> None:
    assert link_kinds(PROBLEM, PROBLEM) == (LinkKind.RECURS, LinkKind.CONTINUES)
    assert link_kinds(TASK, TASK)[0] is LinkKind.CONTINUES
    assert link_kinds(TASK, PROBLEM) == (LinkKind.ANSWERS,)
    assert link_kinds(PROBLEM, TASK) == ()


def test_what_was_said_stays_with_its_item() -> None:
    said = Similar(LEDGER[0], 0.9, LinkKind.CONTINUES, decided=True)
    fresh = (Similar(LEDGER[0], 0.7), Similar(LEDGER[3], 0.6))
    assert chosen_again(fresh, (said, Similar(LEDGER[3], 0.5))) == (replace(said, score=0.7), fresh[1])
