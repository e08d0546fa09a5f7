"""Entities refuse what the office would refuse, in its words."""

from datetime import date

import pytest

from tracker.domain.items import Item, format_code
from tracker.domain.kinds import ItemKind, Role
from tracker.domain.links import Link, LinkKind
from tracker.domain.notes import ProgressNote
from tracker.domain.people import Assignment
from tracker.domain.reviews import check_reviewer
from tracker.errors import UserError

ITEM = Item(id=7, code="2024-问-01", kind=ItemKind.PROBLEM, year=2024, title="执法力量不足")


def test_codes_are_printed_as_offices_write_them() -> None:
    assert format_code(ItemKind.PROBLEM, 2023, 1) == "2023-问-01"
    assert format_code(ItemKind.COMMITMENT, 2024, 123) == "2024-计-123"


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"title": "  "}, "title", "“短标题”不能为空。"),
        ({"title": "长" * 201}, "title", "“短标题”太长，最多 200 个字。"),
        ({"percent": 101}, "percent", "“完成率”不能大于 100。"),
        ({"percent": -1}, "percent", "“完成率”不能小于 0。"),
        ({"percent": "不少"}, "percent", "“完成率”要填整数。"),
        ({"deadline_current": "明年"}, "deadline_current", "“现定时限”要写成 2025-06-30 这样的日期。"),
    ],
)
def test_a_wrong_entry_names_its_field(values: dict[str, object], field: str, words: str) -> None:
    with pytest.raises(UserError) as refused:
        ITEM.having(**values)
    assert refused.value.field == field
    assert refused.value.message == words
    assert refused.value.hint


def test_an_edited_item_is_another_value() -> None:
    assert ITEM.having(percent=50).percent == 50
    assert ITEM.percent == 0


def test_units_hold_units_roles_and_people_people_roles() -> None:
    assert Assignment.entered(item_id=1, role=Role.LEAD, unit_id=3).unit_id == 3
    with pytest.raises(UserError, match="牵头、配合写单位"):
        Assignment.entered(item_id=1, role=Role.LEAD, person_id=3)
    with pytest.raises(UserError, match="责任人、分管领导写人员"):
        Assignment.entered(item_id=1, role=Role.PERSON, unit_id=3)
    with pytest.raises(UserError, match="写单位"):
        Assignment.entered(item_id=1, role=Role.LEAD)


def test_an_item_is_not_linked_to_itself() -> None:
    with pytest.raises(UserError, match="不能与自己关联"):
        Link.entered(from_id=1, to_id=1, kind=LinkKind.RECURS)


def test_an_empty_note_says_nothing() -> None:
    with pytest.raises(UserError, match="不能为空"):
        ProgressNote.entered(item_id=1, text=" ", noted_on=date(2025, 5, 1))


def test_nobody_reviews_an_item_of_his_own() -> None:
    check_reviewer(ITEM, "赵主任", ("王小河",))
    with pytest.raises(UserError, match="王小河 是 2024-问-01 的责任人"):
        check_reviewer(ITEM, " 王小河 ", ("王小河",))
    with pytest.raises(UserError, match="审核人") as refused:
        check_reviewer(ITEM, "", ())
    assert refused.value.field == "reviewer"
