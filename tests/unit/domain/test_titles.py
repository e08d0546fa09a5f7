"""Short titles out of an item's own lead."""

import pytest

from tracker.domain.items import TITLE_LENGTH
from tracker.domain.titles import short_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("（一）加强学习培训。深入学习。", "加强学习培训"),
        ("一是要强化队伍建设，提高执法能力。围绕案例学习。", "强化队伍建设，提高执法能力"),
        ("1．完善制度\n修订办法三件。", "完善制度"),
        ("（二）1.落实责任。", "落实责任"),
        ("首先，基层力量不足；", "基层力量不足"),
        ("①开展培训。", "开展培训"),
        ("一要围绕发展，清理政策。", "围绕发展，清理政策"),
        ("第二，完善衔接。", "完善衔接"),
        ("3.做好宣传：办好两场活动", "做好宣传：办好两场活动"),
        ("3.5公里河段未清淤。", "3.5公里河段未清淤"),
        ("㉑队伍偏弱", "队伍偏弱"),
        ("十、队伍偏弱", "队伍偏弱"),
        ("一些乡镇巡查少。", "一些乡镇巡查少"),
        ("最后一公里不通。", "最后一公里不通"),
    ],
)
def test_the_title_is_the_first_sentence_without_its_number(text: str, title: str) -> None:
    assert short_title(text) == title


def test_a_long_lead_is_cut_between_clauses() -> None:
    text = (
        "一是业务科室对责任制的理解还不够深入，具体表现为对主体、内容、形式的理解不够准确，对二者关系的认识不够深入。"
    )
    assert short_title(text) == "业务科室对责任制的理解还不够深入"


def test_a_quotation_is_not_cut_open() -> None:
    text = "（一）以“数据多跑路，群众少跑腿，服务不打烊，监管不缺位，执法更规范，社会更满意”为目标深化改革创新发展。"
    title = short_title(text)
    assert len(title) <= TITLE_LENGTH
    assert title.endswith("…") or title.count("“") == title.count("”")


def test_a_lead_without_any_comma_says_that_it_was_cut() -> None:
    title = short_title("加强" + "法治政府建设工作" * 8)
    assert len(title) <= TITLE_LENGTH
    assert title.endswith("…")


def test_a_text_of_marks_alone_is_its_own_title() -> None:
    assert short_title("。。") == "。。"
