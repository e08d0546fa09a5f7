from datetime import date

from tests.unit.sheets.conftest import AS_OF, TEXT, Make

from tracker.domain.deadlines import Extension
from tracker.sheets.forms.detail_list import detail_sheet
from tracker.sheets.layout import CellKind, Value


def test_dates_numbers_and_whole_texts(make: Make) -> None:
    step = Extension(
        item_id=1,
        from_date=date(2025, 6, 30),
        to_date=date(2025, 12, 31),
        reason="等文件",
        approver="周明",
        asked_on=AS_OF,
    )
    made = detail_sheet([make(original_text=TEXT * 9, extensions=(step,))], as_of=AS_OF)
    row: dict[str, Value] = {
        column.title.replace("\n", ""): value for column, value in zip(made.columns, made.rows[0].cells, strict=True)
    }
    assert row["编号"] == "2024-问-01"
    assert row["原文"] == TEXT * 9
    assert row["现定时限"] == date(2025, 12, 31)
    assert row["剩余天数"] == 184
    assert row["进度"] == 0.4
    assert (row["措施项数"], row["已完成措施"], row["佐证份数"]) == (3, 1, 1)
    assert row["历次进展（新在前）"] == "2025-06-20 完成第一批32卷评查（40%）\n2025-03-05 印发通知（20%）"
    assert row["延期记录"] == "2025-06-30 延至 2025-12-31：等文件（周明批准）"
    assert row["佐证材料名称"] == "通报.pdf"
    assert row["销号日期"] is None
    assert made.filters
    assert not made.above


def test_every_typed_column_holds_its_type(make: Make) -> None:
    made = detail_sheet([make(), make(2, percent=100)], as_of=AS_OF)
    types = {CellKind.NUMBER: int, CellKind.PERCENT: float, CellKind.DATE: date, CellKind.TEXT: str}
    for row in made.rows:
        for column, value in zip(made.columns, row.cells, strict=True):
            assert value is None or isinstance(value, types[column.kind]), column.title


def test_heights_grow_with_the_text_up_to_the_limit(make: Make) -> None:
    made = detail_sheet([make(), make(2, original_text=TEXT * 3), make(3, original_text=TEXT * 60)], as_of=AS_OF)
    short, longer, longest = (row.height for row in made.rows)
    assert short < longer < longest == 409
