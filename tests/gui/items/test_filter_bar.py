"""Filter chips by mouse and by keyboard."""

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import click, press, type_words
from tests.unit.domain.test_filters import TODAY, card

from tracker.domain import pinyin
from tracker.domain.card_fields import FIELDS
from tracker.domain.cards import ItemCard
from tracker.domain.conditions import OPEN_STATUSES, AnyOf, Between, During, Period
from tracker.domain.filters import ItemFilter, matching
from tracker.domain.status import Status
from tracker.gui.items.chip import Chip
from tracker.gui.items.filter_bar import FilterBar
from tracker.gui.items.filter_popup import DaysPopup, FilterPopup, NumberPopup, ValuesPopup
from tracker.gui.items.tick_list import TickList
from tracker.gui.theme import LIGHT

UNITS = (
    "执法大队",
    "法规科",
    "办公室",
    "财务科",
    "宣传科",
    "养护中心",
    "河道所",
    "规划科",
    "人事科",
    "安监科",
    "水政科",
)
CARDS = [
    card(n, lead=UNITS[n % 11], support="", percent=n, deadline_current=date(2025, 5, 1 + n),
         status=Status.CLOSED if n % 5 == 0 else Status.UNDER_WAY)
    for n in range(30)
]  # fmt: skip


class Shown:
    """A bar over the cards above, filtered as the page does it."""

    def __init__(self) -> None:
        self.now = ItemFilter()
        self.bar = FilterBar(LIGHT, self.left)
        self.bar.changed.connect(self.take)

    def left(self, field: str) -> tuple[Sequence[ItemCard], date]:
        return self.cards(self.now.without(field)), TODAY

    def cards(self, wanted: ItemFilter) -> list[ItemCard]:
        return matching(CARDS, wanted, today=TODAY, haystacks={})

    def take(self, wanted: ItemFilter) -> None:
        self.now = wanted
        self.bar.show_filter(wanted, "")

    def texts(self) -> list[str]:
        return [chip.text() for chip in self.bar.chips]

    def popup(self) -> FilterPopup:
        (found,) = [each for each in self.bar.findChildren(FilterPopup) if each.isVisible()]
        return found

    def values(self) -> ValuesPopup:
        found = self.popup()
        assert isinstance(found, ValuesPopup)
        return found

    def list(self) -> TickList:
        return self.popup().findChildren(TickList)[0]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    pinyin.warm()
    made = Shown()
    qtbot.addWidget(made.bar)
    made.bar.resize(1200, 40)
    made.bar.show()
    qtbot.waitExposed(made.bar)
    made.bar.activateWindow()
    qtbot.waitUntil(made.bar.isActiveWindow)
    yield made
    made.bar.close()


def cross(chip: Chip) -> QPoint:
    return QPoint(chip.width() - 10, chip.height() // 2)


def menu_of(widget: QWidget) -> QMenu:
    return next(menu for menu in widget.findChildren(QMenu) if menu.isVisible())


def test_a_chip_at_rest_opens_its_values_with_what_they_would_leave(shown: Shown) -> None:
    shown.take(ItemFilter().having(Between("percent", 0, 10)))
    click(shown.bar.resting["unit"])
    counts = {choice.words: choice.number for choice in shown.list().ticks.shown}
    assert len(counts) == 11
    assert set(counts.values()) == {1}


def test_a_tick_is_in_force_at_once_and_another_joins_it(shown: Shown) -> None:
    click(shown.bar.resting["unit"])
    listed = shown.list()
    for row in (0, 1):
        click(listed.viewport(), listed.visualRect(listed.ticks.index(row)).center())
    keys = {choice.key for choice in listed.ticks.shown[:2]}
    assert shown.now.conditions == (AnyOf("unit", frozenset(keys)),)
    assert shown.texts() == ["责任单位：安监科、办公室  ✕"]
    assert not shown.bar.resting["unit"].isVisible()
    click(listed.viewport(), listed.visualRect(listed.ticks.index(0)).center())
    assert shown.texts() == ["责任单位：办公室  ✕"]


def test_typing_initials_finds_a_value_and_enter_takes_it(shown: Shown) -> None:
    click(shown.bar.resting["unit"])
    popup = shown.values()
    assert popup.line.hasFocus()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_F, Qt.Key.Key_D, Qt.Key.Key_D):
        press(popup.line, key)
    assert [choice.words for choice in popup.list.ticks.shown] == ["执法大队"]
    press(popup.line, Qt.Key.Key_Return)
    assert shown.now.conditions == (AnyOf("unit", frozenset({"执法大队"})),)
    assert not popup.isVisible()
    assert shown.bar.chips[0].hasFocus()


def test_arrows_and_the_blank_key_tick(shown: Shown) -> None:
    click(shown.bar.resting["unit"])
    popup = shown.values()
    press(popup.line, Qt.Key.Key_Down)
    press(popup.line, Qt.Key.Key_Space)
    assert popup.line.text() == ""
    assert shown.texts() == ["责任单位：办公室  ✕"]


def test_escape_gives_back_what_was_in_force(shown: Shown) -> None:
    before = ItemFilter().having(AnyOf("unit", frozenset({"法规科"})))
    shown.take(before)
    click(shown.bar.chips[0], QPoint(20, 10))
    popup = shown.values()
    press(popup.line, Qt.Key.Key_Space)
    assert shown.now != before
    press(popup.line, Qt.Key.Key_Escape)
    assert shown.now == before
    assert not popup.isVisible()


def test_all_that_was_found_is_ticked_by_one_link(shown: Shown) -> None:
    click(shown.bar.resting["unit"])
    popup = shown.values()
    assert popup.all_found.isHidden()
    type_words(popup.line, "科")
    click(popup.all_found)
    assert len(next(iter(shown.now.conditions)).values) == 7  # type: ignore[union-attr]  # an AnyOf
    type_words(popup.line, "没有的")
    assert popup.nothing.isVisible()


def test_the_cross_takes_a_condition_away_and_the_words_open_it(shown: Shown) -> None:
    shown.take(ItemFilter().having(AnyOf("unit", frozenset({"法规科"}))).having(Between("percent", 5, None)))
    chip = shown.bar.chips[0]
    click(chip, QPoint(20, 10))
    assert shown.values().list.ticks.ticked == {"法规科"}
    shown.popup().close()
    click(chip, cross(chip))
    assert shown.texts() == ["进度：5% 起  ✕"]
    assert shown.bar.resting["unit"].isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_on_a_chip_takes_it_away_and_the_keyboard_stays(shown: Shown, key: Qt.Key) -> None:
    shown.take(ItemFilter(overdue=True, stale_days=30))
    shown.bar.chips[1].setFocus()
    press(shown.bar.chips[1], key)
    assert shown.texts() == ["逾期  ✕"]
    assert shown.bar.chips[0].hasFocus()
    press(shown.bar.chips[0], key)
    assert shown.texts() == []
    assert shown.bar.more.hasFocus()


def test_what_has_no_popup_is_taken_away_by_a_click(shown: Shown) -> None:
    shown.take(ItemFilter(overdue=True))
    click(shown.bar.chips[0], QPoint(10, 10))
    assert shown.now == ItemFilter()


def test_enter_opens_and_tab_goes_from_chip_to_chip(shown: Shown) -> None:
    first = shown.bar.resting["status"]
    first.setFocus()
    press(first, Qt.Key.Key_Tab)
    assert shown.bar.resting["unit"].hasFocus()
    press(shown.bar.resting["unit"], Qt.Key.Key_Tab)
    assert shown.bar.resting["deadline"].hasFocus()
    press(shown.bar.resting["deadline"], Qt.Key.Key_Return)
    assert isinstance(shown.popup(), DaysPopup)


def test_the_statuses_that_are_open_are_ticked_by_one_link(shown: Shown) -> None:
    click(shown.bar.resting["status"])
    click(shown.values().open_ones)
    assert shown.now.conditions == (AnyOf("status", OPEN_STATUSES),)
    assert shown.texts() == ["状态：未销号  ✕"]
    assert len(shown.cards(shown.now)) == 24


def test_deadlines_by_period_and_by_days(shown: Shown) -> None:
    click(shown.bar.resting["deadline"])
    popup = shown.popup()
    assert isinstance(popup, DaysPopup)
    press(popup.list, Qt.Key.Key_Space)
    assert shown.now.conditions == (During("deadline", frozenset({Period.OVERDUE})),)
    popup.last.line.setFocus()
    type_words(popup.last.line, "2025年5月")
    popup.last.line.textEdited.emit(popup.last.line.text())
    assert shown.now.conditions == (During("deadline", frozenset({Period.OVERDUE}), None, date(2025, 5, 31)),)
    popup.last.line.setText("五月天")
    press(popup, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert "看不懂日期" in popup.fault.text()
    popup.clear()
    assert shown.now == ItemFilter()


def test_numbers_from_and_to(shown: Shown) -> None:
    popup = shown.bar.open_field("percent")
    assert isinstance(popup, NumberPopup)
    assert popup.low.hasFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_0):
        press(popup.low, key)
    press(popup.low, Qt.Key.Key_Tab)
    press(popup.high, Qt.Key.Key_2)
    press(popup.high, Qt.Key.Key_5)
    press(popup.high, Qt.Key.Key_Return)
    assert shown.now.conditions == (Between("percent", 10, 25),)
    assert shown.texts() == ["进度：10% 至 25%  ✕"]


def test_every_column_is_offered(shown: Shown) -> None:
    click(shown.bar.more)
    menu = menu_of(shown.bar)
    titles = [action.text() for action in menu.actions()]
    assert {"分管领导", "退回次数", "来源文件", "销号日期"} <= set(titles)
    menu.actions()[titles.index("退回次数")].trigger()
    menu.close()
    assert isinstance(shown.popup(), NumberPopup)


def test_grouping_is_asked_for_and_shown(shown: Shown, qtbot: QtBot) -> None:
    click(shown.bar.group)
    menu = menu_of(shown.bar)
    titles = [action.text() for action in menu.actions()]
    assert titles[0] == "不分组"
    with qtbot.waitSignal(shown.bar.group_wanted) as asked:
        menu.actions()[titles.index("状态")].trigger()
    menu.close()
    assert asked.args == ["status"]
    assert shown.bar.group.text() == "分组：状态  ✕"
    shown.bar.group.setFocus()
    with qtbot.waitSignal(shown.bar.group_wanted) as asked:
        press(shown.bar.group, Qt.Key.Key_Delete)
    assert asked.args == [None]


def test_clearing_and_saving_are_offered_where_there_is_something(shown: Shown, qtbot: QtBot) -> None:
    bar = shown.bar
    assert not bar.clear.isVisible()
    assert not bar.save.isVisible()
    shown.take(ItemFilter(overdue=True))
    assert bar.clear.isVisible()
    with qtbot.waitSignals([bar.clear_wanted, bar.save_wanted]):
        click(bar.clear)
        click(bar.save)
    bar.show_filter(ItemFilter(overdue=True), "", view="我的")
    assert bar.replace.text() == "更新“我的”"
    with qtbot.waitSignal(bar.replace_wanted):
        click(bar.replace)


def test_a_search_is_a_chip(shown: Shown, qtbot: QtBot) -> None:
    shown.bar.show_filter(ItemFilter(), "案卷")
    assert shown.bar.search.text() == "搜索：案卷  ✕"
    with qtbot.waitSignal(shown.bar.search_dropped):
        click(shown.bar.search)


@pytest.mark.parametrize("width", [420, 620, 760, 1200])
def test_nothing_is_cut_however_narrow(shown: Shown, width: int) -> None:
    wanted = ItemFilter(stale_days=30, overdue=True)
    for field in ("lead", "support", "person", "leader"):
        wanted = wanted.having(AnyOf(field, frozenset({"某某某单位的某某某科室", "另一个", "第三个"})))
    shown.bar.show_count(300, 12)
    shown.take(wanted)
    shown.bar.resize(width, shown.bar.heightForWidth(width))
    QApplication.processEvents()
    flow = shown.bar.flow
    chips = [*shown.bar.chips, shown.bar.more, shown.bar.group, shown.bar.clear, shown.bar.save]
    for chip in chips:
        assert chip.isVisible()
        assert flow.rect().contains(chip.geometry()), chip.text()
    places = [chip.geometry() for chip in chips]
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :])


def test_usual_chips_give_way_before_a_second_row(shown: Shown) -> None:
    shown.bar.resize(420, 40)
    QApplication.processEvents()
    rows = {chip.y() for chip in (*shown.bar.resting.values(), shown.bar.more) if chip.isVisible()}
    assert len(rows) == 1
    assert shown.bar.resting["status"].isVisible()
    assert not shown.bar.resting["year"].isVisible()


@pytest.mark.parametrize("field", FIELDS)
def test_a_popup_stays_until_it_is_left(shown: Shown, qtbot: QtBot, field: str) -> None:
    """A part that was a window of its own for a moment once took the popup with it."""
    shown.bar.open_field(field)
    windows = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    qtbot.wait(20)
    assert shown.popup().isVisible()
    assert windows == {shown.bar, shown.popup()}
    press(shown.popup(), Qt.Key.Key_Escape)
