"""Plan tasks with and without something that tells their success."""

from datetime import date

import pytest

from tracker.domain.drafts import Candidate, DraftDeadline, DraftMeasure
from tracker.domain.goals import is_measurable
from tracker.domain.kinds import DeadlineKind, ItemKind


def task(text: str, **values: object) -> Candidate:
    return Candidate(ItemKind.COMMITMENT, text.split("。", maxsplit=1)[0], text, (), **values)  # type: ignore[arg-type]  # of tests


@pytest.mark.parametrize(
    "text",
    [
        "（一）规范巡查。每月公布一次巡查结果。",
        "加强培训。全年组织两期专题培训。",
        "提高案卷质量。优秀率达到90％以上。",
        "完善制度。修订《取水许可办理规程》。",
        "编制年度检查计划并向社会公布。",
        "与公安机关签订案件移送协议。",
        "建成水行政执法指挥中心。",
        "建立与检察机关的协作机制。",
        "实现乡镇站点全覆盖。",
        "推动执法队伍全部持证上岗。",
        "节水型单位占比提高到七成。",
    ],
)
def test_numbers_products_and_turns_tell_it(text: str) -> None:
    assert is_measurable(task(text))


@pytest.mark.parametrize(
    "text",
    [
        "（三）完善制度建设。及时清理文件，动态更新。",
        "三是强化监督。围绕重点领域开展专项督察，推动整改闭环。",
        "一是加强学习。深入学习，不断提高执法水平。",
        "2025年，持续抓好水法宣传。",
        "严格落实行政执法“三项制度”。",
        "推行“双随机、一公开”监管，对违法行为“零容忍”。",
        "压实主要负责人第一责任人职责。",
        "“十四五”期间深化改革，提升质效。",
        "推出一批便民新举措。",
    ],
)
def test_slogans_do_not(text: str) -> None:
    assert not is_measurable(task(text))


def test_a_deadline_that_is_stated_tells_it_and_one_that_is_presumed_does_not() -> None:
    due = DraftDeadline(DeadlineKind.DATE, date(2025, 6, 30), "6月底前")
    assert is_measurable(task("完善水费公示。", deadline=due))
    assert not is_measurable(
        task("完善水费公示。", deadline=DraftDeadline(DeadlineKind.DATE, date(2025, 12, 31), presumed=True))
    )


def test_its_measures_count() -> None:
    assert is_measurable(task("完善水费公示。", measures=(DraftMeasure("更换公示栏12块"),)))
