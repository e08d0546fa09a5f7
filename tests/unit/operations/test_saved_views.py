"""Saved views are kept in the office's order, under names of their own."""

import pytest

from tracker.domain.saved_views import SavedView
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.saved_views import DropView, OrderViews, SaveView


def names(ledger: Ledger) -> list[str]:
    return [view.name for view in ledger.ask.saved_views()]


def test_views_are_added_behind_the_others_and_ordered(ledger: Ledger) -> None:
    made = [ledger.perform(SaveView(SavedView(name=name))).value for name in ("本科室", "今年重点", "督办")]
    assert names(ledger) == ["本科室", "今年重点", "督办"]
    ledger.perform(OrderViews((made[2].id, made[0].id)))
    assert names(ledger) == ["督办", "本科室", "今年重点"]
    ledger.undo()
    assert names(ledger) == ["本科室", "今年重点", "督办"]


def test_a_name_that_is_taken_or_empty_is_refused(ledger: Ledger) -> None:
    ledger.perform(SaveView(SavedView(name="本科室")))
    with pytest.raises(UserError, match="已经有名为“本科室”的视图") as refused:
        ledger.perform(SaveView(SavedView(name="本科室")))
    assert refused.value.field == "name"
    with pytest.raises(UserError, match="不能为空"):
        ledger.perform(SaveView(SavedView.entered(name=" ")))


def test_renaming_replacing_and_dropping_are_steps_that_can_be_undone(ledger: Ledger) -> None:
    view = ledger.perform(SaveView(SavedView(name="本科室", body='{"a": 1}'))).value
    done = ledger.perform(SaveView(view.having(name="法制科")))
    assert done.words == "视图“本科室”改名为“法制科”"
    assert done.touched.items == frozenset()
    assert done.touched.tables == {"saved_view"}
    ledger.perform(DropView(view.id))
    assert names(ledger) == []
    ledger.undo()
    assert ledger.ask.saved_views()[0].body == '{"a": 1}'
    assert ledger.faults() == []
