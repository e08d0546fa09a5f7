"""统计: the table, its order, its copy, its chart, and the items behind each row."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import TODAY, click, press
from tests.made_cards import card, many

from tracker.domain.status import Status
from tracker.gui.summary.statistics_page import StatisticsPage
from tracker.gui.theme import LIGHT
from tracker.views.statistics import Grouping

CARDS = [
    card(Status.CLOSED, date(2025, 3, 31), id=1, lead="甲科", closed_on=date(2025, 3, 1)),
    card(Status.UNDER_WAY, date(2025, 5, 1), id=2, lead="甲科"),
    card(Status.CLOSED, id=3, lead="乙 & 丙科", closed_on=date(2025, 4, 9)),
]


@pytest.fixture
def page(qtbot: QtBot) -> StatisticsPage:
    made = StatisticsPage(LIGHT)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show_cards(CARDS, TODAY)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def labels(page: StatisticsPage) -> list[str]:
    return [page.table.stats.label(row) for row in range(page.table.stats.rowCount())]


def head(page: StatisticsPage, title: str) -> int:
    return page.table.stats.lines()[0].index(title)


def test_the_table_and_its_total(page: StatisticsPage) -> None:
    QAbstractItemModelTester(page.table.stats, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert labels(page) == ["甲科", "乙 & 丙科", "合计"]
    rates = [line[head(page, "销号率")] for line in page.table.stats.lines()[1:]]
    assert rates == ["50.0%", "100.0%", "66.7%"]
    assert page.said.text() == "截至 2025-05-20，共 3 项"
    page.show_grouping(Grouping.MONTH)
    assert labels(page) == ["2025 年 3 月", "2025 年 4 月", "合计"]
    assert page.said.text() == "截至 2025-05-20，已销号 2 项"


def test_a_sort_leaves_the_total_below_and_the_chart_follows(page: StatisticsPage) -> None:
    rate = head(page, "销号率")
    page.table.sortByColumn(rate, Qt.SortOrder.DescendingOrder)
    assert labels(page) == ["乙 & 丙科", "甲科", "合计"]
    assert [bar.label for bar in page.bars.bars] == ["乙 & 丙科", "甲科"]
    page.show_cards([*CARDS, card(lead="丁科")], TODAY)
    assert labels(page) == ["乙 & 丙科", "甲科", "丁科", "合计"]
    page.table.natural_order()
    assert labels(page)[0] == "甲科"
    page.table.sortByColumn(rate, Qt.SortOrder.DescendingOrder)
    page.show_grouping(Grouping.STATUS)
    assert labels(page) == ["整改中", "已销号", "合计"]


def test_the_copy_is_a_table_for_excel(page: StatisticsPage) -> None:
    page.table.setFocus()
    press(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in data.text().split("\n")]
    assert lines[0][:3] == ["牵头单位", "总数", "已销号"]
    assert [line[:3] for line in lines[1:]] == [["甲科", "2", "1"], ["乙 & 丙科", "1", "1"], ["合计", "3", "2"]]
    assert len({len(line) for line in lines}) == 1
    assert '乙 &amp; 丙科</td><td align="right">1</td>' in data.html()
    QGuiApplication.clipboard().clear()
    click(page.copy)
    assert QGuiApplication.clipboard().text().startswith("牵头单位\t")
    assert page.said.text() == "已复制 3 行，可以粘贴了"


def test_a_row_leads_to_its_items(page: StatisticsPage, qtbot: QtBot) -> None:
    table = page.table
    with qtbot.waitSignal(page.filter_wanted) as asked:
        click(table.viewport(), table.visualRect(table.stats.index(1, 0)).center())
    wanted, title = asked.args
    assert (title, [each.id for each in CARDS if wanted.keeps(each, TODAY)]) == ("牵头单位：乙 & 丙科", [3])
    table.setFocus()
    press(table, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.filter_wanted) as asked:
        press(table, Qt.Key.Key_Return)
    assert [each.id for each in CARDS if asked.args[0].keeps(each, TODAY)] == [1, 2]
    table.selectRow(2)
    with qtbot.waitSignal(page.filter_wanted) as asked:
        press(table, Qt.Key.Key_Return)
    assert asked.args[1] == "全部事项"
    with qtbot.assertNotEmitted(page.filter_wanted):
        click(table.viewport(), table.visualRect(table.stats.index(1, 3)).center())


def test_a_part_of_a_bar_leads_to_its_items(page: StatisticsPage, qtbot: QtBot) -> None:
    rect = page.bars.segment_rects(0)[3]
    with qtbot.waitSignal(page.filter_wanted) as asked:
        click(page.bars, rect.center().toPoint())
    assert asked.args[1] == "甲科 · 逾期"
    assert [each.id for each in CARDS if asked.args[0].keeps(each, TODAY)] == [2]
    for grouping, kept in ((Grouping.MONTH, [1]), (Grouping.STATUS, [2])):
        page.show_grouping(grouping)
        with qtbot.waitSignal(page.filter_wanted) as asked:
            click(page.bars, page.bars.segment_rects(0)[0].center().toPoint())
        assert [each.id for each in CARDS if asked.args[0].keeps(each, TODAY)] == kept


def test_tab_leads_from_the_choice_to_the_table_the_chart_and_the_copy(page: StatisticsPage) -> None:
    page.tabs.setFocus()
    reached = []
    for _step in range(3):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)  # type: ignore[arg-type]
        reached.append(QApplication.focusWidget())
    assert reached == [page.table, page.bars, page.copy]


def test_nothing_closed_and_nothing_at_all_are_told_in_words(page: StatisticsPage, qtbot: QtBot) -> None:
    page.show_cards([card()], TODAY)
    page.show_grouping(Grouping.MONTH)
    assert page.nothing.isVisible()
    assert not page.table.isVisible()
    assert not page.copy.isEnabled()
    page.show_cards([], TODAY)
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.asked) as asked:
        click(page.empty.findChildren(QPushButton)[0])
    assert asked.args == ["import_reports"]


@pytest.mark.parametrize("grouping", Grouping)
@pytest.mark.parametrize("width", [778, 1150, 1600])
def test_it_fits(qtbot: QtBot, grouping: Grouping, width: int) -> None:
    page = StatisticsPage(LIGHT)
    qtbot.addWidget(page)
    page.resize(width, 560)
    page.show_cards(many(300, TODAY), TODAY)
    page.show_grouping(grouping)
    page.show()
    QApplication.processEvents()
    assert page.width() == width
    assert page.table.height() >= min(150, page.table.sizeHint().height())
    assert page.area.height() >= 100
    if width >= 1150:
        assert page.table.horizontalScrollBar().maximum() == 0
    assert not page.grab().isNull()
