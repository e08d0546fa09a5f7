"""Saved views as lists show them."""

import pytest

from tracker.domain.conditions import Between
from tracker.domain.filters import ItemFilter
from tracker.domain.saved_views import SavedView
from tracker.errors import UserError
from tracker.views.saved import View, body_of, view_named, view_of

WANTED = ItemFilter(overdue=True).having(Between("percent", 0, 50))


def test_filter_and_look_are_kept() -> None:
    look = {"sorted_by": "deadline", "columns": [["code", 90]]}
    view = view_of(SavedView(id=3, name="逾期的", body=body_of(WANTED, look)))
    assert view == View(3, "逾期的", WANTED, look)
    assert view.key == "view-3"


@pytest.mark.parametrize("body", ["", "{", "[]", "3", '{"filter": 3, "look": []}', "{}"])
def test_a_body_that_cannot_be_read_asks_for_nothing(body: str) -> None:
    assert view_of(SavedView(id=1, name="坏的", body=body)) == View(1, "坏的", ItemFilter(), {})


def test_views_are_found_by_name() -> None:
    views = [View(1, "执法支队", ItemFilter()), View(2, "执法支队未销号", ItemFilter()), View(3, "案卷", ItemFilter())]
    assert view_named(views, "执法支队").id == 1
    assert view_named(views, "未销号").id == 2
    with pytest.raises(UserError, match=r"不止一个.*执法支队未销号"):
        view_named(views, "支队")
    with pytest.raises(UserError, match=r"没有名为“财务”的视图.*案卷"):
        view_named(views, "财务")
    with pytest.raises(UserError, match="还没有保存的视图"):
        view_named([], "财务")
