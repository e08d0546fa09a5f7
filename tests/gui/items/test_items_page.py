"""The page of items: place, scope, chips and search together, in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.gui.conftest import click, go, press

from tracker.domain.conditions import AnyOf, Between, During, Period
from tracker.domain.filters import ItemFilter, Scope
from tracker.domain.saved_views import SavedView
from tracker.gui.items.filter_popup import FilterPopup
from tracker.gui.main_window import MainWindow
from tracker.operations.saved_views import SaveView
from tracker.views.saved import body_of, view_of

LED = AnyOf("lead", frozenset({"执法大队", "政策法规科"}))


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    window.clear_filter()
    return window


def codes(window: MainWindow) -> list[str]:
    return [card.code for card in window.model.items.shown]


def chips(window: MainWindow) -> list[str]:
    return [chip.text() for chip in window.items.bar.chips]


def test_chips_narrow_the_place_and_go_with_it(window: MainWindow) -> None:
    window.items.show_filter(ItemFilter().having(LED))
    assert codes(window) == ["2025-计-01", "2024-问-01"]
    assert chips(window) == ["牵头单位：政策法规科、执法大队  ✕"]
    window.navigation.go("problems")
    assert chips(window) == []
    assert codes(window) == ["2024-问-01", "2024-问-02"]


def test_popups_count_what_the_other_conditions_leave(window: MainWindow) -> None:
    window.navigation.go("problems")
    window.items.show_filter(ItemFilter().having(LED))
    popup = window.items.bar.open_field("status")
    assert isinstance(popup, FilterPopup)
    counts = {choice.words: choice.number for choice in popup.list.ticks.shown}  # type: ignore[attr-defined]  # values
    popup.close()
    assert sum(counts.values()) == 1


def test_a_condition_ticked_with_the_keyboard_filters_the_table(window: MainWindow) -> None:
    chip = window.items.bar.resting["status"]
    chip.setFocus()
    press(chip, Qt.Key.Key_Return)
    popup = next(each for each in window.findChildren(FilterPopup) if each.isVisible())
    press(popup.list, Qt.Key.Key_Down)  # type: ignore[attr-defined]  # a list of values
    press(popup.list, Qt.Key.Key_Space)  # type: ignore[attr-defined]
    press(popup.list, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert chips(window) == ["状态：待分解  ✕"]
    assert all(card.status.value == "unassigned" for card in window.model.items.shown)
    press(window.items.bar.chips[0], Qt.Key.Key_Delete)
    assert len(codes(window)) == 4


def test_the_scope_holds_everywhere_and_an_item_beyond_it_is_still_found(window: MainWindow, qtbot: QtBot) -> None:
    window.items.set_scope(Scope(years=frozenset({2025})))
    assert codes(window) == ["2025-计-01", "2025-计-02"]
    window.navigation.go("problems")
    assert codes(window) == []
    assert "左上角改选" in window.items.no_hits.words.text()
    with qtbot.waitSignal(window.items.asked, check_params_cb=lambda key: key == "clear_scope"):
        go(window, "2024-问-02")
    assert window.items.table.current_id() == window.ledger.ask.item_by_code("2024-问-02").id


def test_an_empty_list_says_why(window: MainWindow) -> None:
    window.items.show_filter(ItemFilter().having(Between("percent", 90, None)))
    assert "去掉一两个条件" in window.items.no_hits.words.text()
    window.items.show_filter(ItemFilter())
    window.navigation.go("stale")
    assert "不需要处理" in window.items.no_hits.words.text()


def test_flags_become_chips_that_can_be_changed(window: MainWindow) -> None:
    window.items.show_filter(ItemFilter(overdue=True, units=frozenset({"执法大队"})))
    assert chips(window) == ["责任单位：执法大队  ✕", "期限：逾期  ✕"]
    assert codes(window) == ["2024-问-01"]
    assert window.items.own_filter().condition("deadline") == During("deadline", frozenset({Period.OVERDUE}))


def test_the_items_of_a_report_are_a_chip_with_its_title(window: MainWindow) -> None:
    report = window.ledger.ask.reports()[0]
    window.items.show_report(report.id, report.title)
    assert chips(window)[0].startswith("来源文件：云岭市水务局")
    assert window.items.title == "来自报告"
    chip = window.items.bar.chips[0]
    click(chip, QPoint(chip.width() - 8, 8))
    assert window.items.title == "全部事项"


def test_the_count_follows_the_selection(window: MainWindow) -> None:
    assert window.items.bar.count.text().startswith("4 项")
    window.items.table.selectAll()
    assert window.items.bar.count.text() == "4 项 · 已选 4"


def test_a_saved_view_stands_in_the_navigation_with_its_chips(window: MainWindow, qtbot: QtBot) -> None:
    window.items.show_filter(ItemFilter().having(LED))
    window.act("save_view")
    dialog = window.views.dialog
    assert dialog is not None
    dialog.line.setText("两个单位的")
    click(dialog.ok)
    place = window.items.place
    assert (place.title, place.view is not None) == ("两个单位的", True)
    assert chips(window) == ["牵头单位：政策法规科、执法大队  ✕"]
    assert window.counting.of(place.key) == 2
    bar = window.items.bar
    assert not bar.replace.isVisible()
    press(bar.chips[0], Qt.Key.Key_Delete)
    assert len(codes(window)) == 4
    assert bar.replace.text() == "更新“两个单位的”"
    window.items.show_filter(ItemFilter().having(Between("percent", 0, 10)))
    click(bar.replace)
    assert view_of(window.ledger.ask.saved_views()[0]).wanted == ItemFilter().having(Between("percent", 0, 10))


def test_clearing_a_view_goes_back_to_all_items(window: MainWindow) -> None:
    window.request(SaveView(SavedView(name="甲", body=body_of(ItemFilter().having(LED), {}))))
    window.navigation.go(window.views.views[0].key)
    assert len(codes(window)) == 2
    click(window.items.bar.clear)
    assert window.items.place.key == "all"
    assert len(codes(window)) == 4


def test_a_view_keeps_its_grouping(window: MainWindow) -> None:
    window.items.table.group_by("lead")
    window.items.show_filter(ItemFilter().having(LED))
    window.act("save_view")
    dialog = window.views.dialog
    assert dialog is not None
    dialog.line.setText("按单位")
    click(dialog.ok)
    key = window.items.place.key
    window.items.table.group_by(None)
    window.navigation.go("all")
    window.navigation.go(key)
    assert window.items.table.grouped_by() == "lead"
    assert window.items.bar.group.text().startswith("分组：责任单位")


def test_a_click_on_the_place_where_one_is_shows_it_whole_again(window: MainWindow) -> None:
    window.items.show_filter(ItemFilter().having(LED))
    places = window.navigation.list
    click(places.viewport(), places.visualItemRect(places.currentItem()).center())
    assert (chips(window), len(codes(window))) == ([], 4)
