import re
from datetime import date

import pytest
from tests.unit.sheets.conftest import AS_OF, OFFICE, TEXT, Make

from tracker.domain.cards import ItemDetail, Owner
from tracker.domain.kinds import DeadlineKind, ItemKind, Role
from tracker.domain.measures import Measure
from tracker.domain.notes import ProgressNote
from tracker.domain.status import Status
from tracker.errors import Cancelled
from tracker.sheets.fitting import page_room, room
from tracker.sheets.forms.progress import progress_sheet
from tracker.sheets.layout import A3_LEDGER, A4_LEDGER, Layout
from tracker.sheets.line_breaking import NOT_AT_START, ems
from tracker.views.columns import card_of
from tracker.views.summary import standing, totals

TITLES = [
    "序号",
    "编号",
    "问题（任务）及来源",
    "整改措施及完成标准",
    "整改类型",
    "责任科室（牵头/配合）",
    "责任人",
    "分管领导",
    "完成时限（原定/现定）",
    "进展情况（截至2025年6月30日）",
    "状态（销号日期）",
    "佐证材料份数",
]


def sheet(*details: ItemDetail, kind: ItemKind | None = None) -> Layout:
    return progress_sheet(details, office=OFFICE, as_of=AS_OF, kind=kind)


def cell(detail: ItemDetail, place: int) -> str:
    return str(sheet(detail).rows[0].cells[place])


def test_the_twelve_columns_and_the_lines_around_them(make: Make) -> None:
    made = sheet(make())
    assert [column.title.replace("\n", "") for column in made.columns] == TITLES
    assert made.title
    assert made.title.text == "云岭市水务局法治政府建设问题整改和任务落实进度表"
    assert made.meta
    assert re.fullmatch(r"填报单位（盖章）：云岭市水务局　+数据截至：2025年6月30日　+单位：项", made.meta.text)
    assert made.signature
    assert re.sub("　+", " ", made.signature.text) == "填表人： 审核人： 单位负责人： 联系电话： 填报日期： 年 月 日"


@pytest.mark.parametrize(
    ("kind", "title", "column"),
    [
        (ItemKind.PROBLEM, "云岭市水务局法治政府建设问题整改台账", "问题及来源"),
        (ItemKind.COMMITMENT, "云岭市水务局法治政府建设计划任务进度表", "任务及来源"),
    ],
)
def test_the_kind_chooses_the_words(make: Make, kind: ItemKind, title: str, column: str) -> None:
    made = sheet(make(kind=kind), kind=kind)
    assert made.title
    assert (made.title.text, made.columns[2].title.replace("\n", "")) == (title, column)


def test_a_long_name_of_an_office_gets_a_line_of_its_own(make: Make) -> None:
    office = "云岭市水务局（云岭市河长制工作领导小组办公室、云岭市节约用水办公室）"
    made = progress_sheet([make()], office=office, as_of=AS_OF)
    assert made.title
    assert made.title.text == f"{office}\n法治政府建设问题整改和任务落实进度表"


def test_a_row_says_all_of_an_item(make: Make) -> None:
    number, *cells = sheet(make()).rows[0].cells
    text = [str(words).replace("\n", "") for words in cells]
    assert number == 1
    assert text[0] == "2024-问-01"
    assert text[1] == TEXT + "（来源：2024年度法治政府建设年度报告）"
    assert [mark in text[2] for mark in ("①修订", "次案卷评查√", "②", "③")] == [True] * 4
    assert cells[3] == "立行\n立改"
    assert text[4] == "牵头：政策法规科配合：水政监察支队"
    assert cells[5:8] == ["张建国", "周明", "2025年12月31日"]
    assert text[8] == "2025年6月20日：完成第一批32卷评查（40%）2025年3月5日：印发通知（20%）"
    assert cells[9:] == ["正在整改", "1份"]


def test_every_blank_is_a_dash(make: Make) -> None:
    empty = make(
        owners=(), notes=(), evidence=(), measures=0, rectification=None, percent=0, deadline_kind=None,
        deadline_original=None, deadline_current=None,
    )  # fmt: skip
    assert [words for words in sheet(empty).rows[0].cells if words == "—"] == ["—"] * 8


def test_deadlines_are_texts(make: Make) -> None:
    assert cell(make(deadline_presumed=True), 8) == "2025年12月31日\n（推定）"
    assert cell(make(deadline_original=date(2025, 6, 30)), 8) == "原定\n2025年6月30日\n现定\n2025年12月31日"
    standing_duty = make(deadline_kind=DeadlineKind.STANDING, deadline_original=None, deadline_current=None)
    assert cell(standing_duty, 8) == "长期坚持"


def test_statuses_carry_their_marks(make: Make) -> None:
    assert cell(make(deadline_current=date(2025, 6, 18)), 10).replace("\n", "") == "正在整改【逾期12天】"
    assert cell(make(deadline_current=date(2025, 7, 2)), 10).replace("\n", "") == "正在整改【临期】"
    closed = make(status=Status.CLOSED, closed_on=date(2025, 6, 12), result="制度已印发", percent=100)
    assert cell(closed, 10).replace("\n", "") == "已完成（销号）2025-06-12"
    assert cell(closed, 9).replace("\n", "").startswith("整改结果：制度已印发2025年6月20日：")


def test_notes_after_the_day_of_the_sheet_are_not_printed(make: Make) -> None:
    later = (ProgressNote(item_id=1, text="七月的事", noted_on=date(2025, 7, 1)),)
    assert cell(make(notes=later), 9) == "已完成40%"


def test_a_very_long_text_gives_way_to_the_title_and_says_where_it_stands(make: Make) -> None:
    long = make(
        original_text=TEXT * 30,
        steps=tuple(Measure(id=n, item_id=1, text=TEXT) for n in range(12)),
        notes=(ProgressNote(item_id=1, text=TEXT * 20, noted_on=AS_OF),),
    )
    made = sheet(long)
    cells = [str(words).replace("\n", "") for words in made.rows[0].cells]
    assert cells[2].startswith("执法全过程记录不规范（原文详见明细表）（来源：")
    assert re.search(r"（其余\d+项措施详见明细表）$", cells[3])
    assert cells[9].endswith("（后略，全文详见明细表）")
    assert made.notes
    assert "全文见本工作簿“明细”表" in made.notes.text


@pytest.mark.parametrize("count", [1, 7, 40])
def test_every_line_fits_and_every_row_is_high_enough(make: Make, count: int) -> None:
    details = [make(n, measures=n % 7, original_text=TEXT * (1 + n % 4)) for n in range(1, count + 1)]
    made = sheet(*details)
    for row in made.rows:
        for words, column in zip(row.cells, made.columns, strict=True):
            lines = str(words).split("\n")
            assert all(ems(line) <= room(column.mm, 9) for line in lines), lines
            assert not any(line[0] in NOT_AT_START for line in lines), lines
            assert row.height >= min(409, len(lines) * 9 * 1.45)


@pytest.mark.parametrize("count", [0, 1, 2, 7, 40])
def test_the_signature_never_stands_alone_and_no_page_is_too_full(make: Make, count: int) -> None:
    made = sheet(*(make(n, measures=n % 7) for n in range(1, count + 1)))
    room_there = page_room(made.paper)
    for number, page in enumerate(made.pages):
        assert page
        used = made.header_height + sum(row.height for row in page)
        used += sum(band.height for band in made.above) if number == 0 else 0
        used += sum(band.height for band in made.below) if number == len(made.pages) - 1 else 0
        assert used <= room_there
    assert sum(map(len, made.pages)) == max(count, 1)


@pytest.mark.parametrize("count", [3, 1200])
@pytest.mark.parametrize("paper", [A4_LEDGER, A3_LEDGER])
def test_the_table_is_no_wider_than_its_share_of_the_paper(make: Make, count: int, paper: object) -> None:
    detail = make()
    made = progress_sheet([detail] * count, office=OFFICE, as_of=AS_OF, paper=paper)  # type: ignore[arg-type]
    assert made.width <= 0.92 * made.paper.usable_width


def test_the_totals_line_is_that_of_the_items(make: Make) -> None:
    details = [make(1), make(2, status=Status.CLOSED), make(3, deadline_current=date(2025, 6, 1))]
    made = sheet(*details)
    assert made.totals
    expected = totals((standing(detail) for detail in details), AS_OF)
    assert made.totals.text == expected.line == totals((standing(card_of(d)) for d in details), AS_OF).line


def test_no_items_still_make_a_sheet_to_sign() -> None:
    made = sheet()
    assert [row.cells[2] for row in made.rows] == ["（无此类事项）"]
    assert made.totals
    assert made.totals.text.startswith("合计 0 项：")


def test_people_stand_below_each_other(make: Make) -> None:
    two = (Owner(Role.PERSON, "张建国", None, 1), Owner(Role.PERSON, "李敏", None, 2))
    assert cell(make(owners=two), 6) == "张建国\n李敏"


def test_who_watches_can_stop_it(make: Make) -> None:
    def stop(done: int, total: int, text: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        progress_sheet([make()] * 60, office=OFFICE, as_of=AS_OF, progress=stop)
