"""工作台: its words, its numbers and where they lead, by mouse and by keyboard."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import NOW, OFFICE, TODAY, click, press
from tests.made_cards import card, many

from tracker.domain.cards import ItemCard
from tracker.domain.filters import ItemFilter
from tracker.domain.kinds import ItemKind
from tracker.domain.status import Status
from tracker.gui.dark import DARK
from tracker.gui.items.places import HISTORY, STATISTICS, place_groups
from tracker.gui.summary.dashboard_page import DashboardPage
from tracker.gui.summary.numbers import FILTERS, numbers
from tracker.gui.theme import LIGHT
from tracker.ledger import Ledger
from tracker.operations.items import EditItem
from tracker.views.dashboard import dashboard


@pytest.fixture
def page(qtbot: QtBot) -> DashboardPage:
    made = DashboardPage(OFFICE, LIGHT)
    qtbot.addWidget(made)
    made.resize(1150, 1200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def show(page: DashboardPage, cards: Sequence[ItemCard]) -> None:
    """Show ``cards``, and let the page lay itself out."""
    page.show_cards(cards, TODAY)
    QTest.qWait(30)  # wrapped words give their height only when they know their width


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


SOME = [
    card(id=1, code="2024-问-01", title="河道巡查记录不完整", due=days(-12), lead="执法大队", added_on=days(-60)),
    card(Status.CLOSED, id=2, code="2024-问-02", due=days(-30), closed_on=days(-31), added_on=days(-60)),
    card(Status.SUBMITTED, id=3, code="2024-计-01", due=days(90), lead="执法大队", added_on=days(-60)),
    card(id=4, code="2024-计-02", due=days(5), added_on=days(-60), last_note=days(-1)),
]


def test_the_head_says_the_day_and_what_there_is_to_do(page: DashboardPage) -> None:
    show(page, SOME)
    assert page.title.text() == "今天要办 3 件事"
    assert page.sentence.text() == "逾期 1 项，7 天内到期 1 项，等待审核 1 项。"
    assert page.day.text() == f"{OFFICE}　2025 年 5 月 20 日　星期二"
    show(page, SOME[1:2])
    assert (page.title.text(), page.sentence.text()) == ("今天没有要办的事", "1 项全部销号。")
    assert page.nothing.isVisibleTo(page)


def test_each_number_leads_to_its_items(page: DashboardPage, qtbot: QtBot) -> None:
    show(page, SOME)
    for key in ("overdue", "due_soon", "submitted", "without_evidence", "stale", "without_owner"):
        with qtbot.waitSignal(page.place_wanted) as went:
            click(page.tiles.tile(key))
        assert went.args == [key]
    with qtbot.waitSignal(page.filter_wanted) as asked:
        click(page.tiles.tile("closed"))
    assert asked.args == [FILTERS["closed"], "已销号"]
    assert page.tiles.tile("closed").text() == "25%"
    assert page.tiles.tile("overdue").accessibleName() == "逾期 1"


def test_the_numbers_are_those_of_the_lists_and_the_navigation() -> None:
    cards = many(300, TODAY)
    places = {place.key: place.wanted for group in place_groups() for place in group.places}
    for number in numbers(dashboard(cards, TODAY).figures):
        wanted = FILTERS[number.key] if number.key in FILTERS else places[number.key]
        assert isinstance(wanted, ItemFilter)
        kept = sum(wanted.keeps(each, TODAY) for each in cards)
        assert str(kept) in (number.text, number.label.removeprefix("已销号 ").partition("/")[0]), number.key


def test_tiles_are_one_stop_of_tab_and_arrows_walk_within(page: DashboardPage, qtbot: QtBot) -> None:
    show(page, SOME)
    tiles = page.tiles.tiles
    tiles[0].setFocus()
    press(tiles[0], Qt.Key.Key_Right)
    press(tiles[1], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is tiles[2]
    assert [tile.focusPolicy() == Qt.FocusPolicy.StrongFocus for tile in tiles] == [n == 2 for n in range(8)]
    with qtbot.waitSignal(page.place_wanted) as went:
        press(tiles[2], Qt.Key.Key_Return)
    assert went.args == ["due_soon"]
    press(tiles[2], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.todos


def test_the_list_says_why_and_leads_to_the_item(page: DashboardPage, qtbot: QtBot) -> None:
    show(page, SOME)
    told = [page.todos.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert told == [
        "2024-问-01 河道巡查记录不完整，执法大队，逾期 12 天",
        "2024-计-02 记录不规范，法规科，剩 5 天",
        "2024-计-01 记录不规范，执法大队，等待审核",
    ]
    with qtbot.waitSignal(page.item_wanted) as went:
        click(page.todos.viewport(), QPoint(60, 20))
    assert went.args == [1]
    page.todos.setFocus()
    press(page.todos, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.item_wanted) as went:
        press(page.todos, Qt.Key.Key_Return)
    assert went.args == [4]


def test_a_long_list_opens_and_closes(page: DashboardPage) -> None:
    show(page, [card(id=n, due=days(-n)) for n in range(1, 31)])
    assert (page.todos.model().rowCount(), page.more.text()) == (8, "展开全部 30 项")
    click(page.more)
    assert (page.todos.model().rowCount(), page.more.text()) == (30, "收起")
    assert page.todos.verticalScrollBar().maximum() == 0
    click(page.more)
    assert page.todos.model().rowCount() == 8
    show(page, [card(id=n, due=days(-n)) for n in range(1, 131)])
    assert page.more.text() == "展开前 100 项"


def test_a_unit_and_its_parts_lead_to_their_items(page: DashboardPage, qtbot: QtBot) -> None:
    show(page, SOME)
    bars = page.bars
    assert [bar.label for bar in bars.bars] == ["执法大队", "法规科"]
    with qtbot.waitSignal(page.filter_wanted) as asked:
        click(bars, bars.rect_of(0).center() - QPoint(bars.width() // 2 - 10, 0))
    wanted, title = asked.args
    assert (title, [each.id for each in SOME if wanted.keeps(each, TODAY)]) == ("执法大队", [1, 3])
    overdue = bars.segment_rects(0)[3]
    with qtbot.waitSignal(page.filter_wanted) as asked:
        click(bars, overdue.center().toPoint())
    wanted, title = asked.args
    assert (title, [each.id for each in SOME if wanted.keeps(each, TODAY)]) == ("执法大队 · 逾期", [1])


def test_bars_are_walked_by_keyboard_and_told(page: DashboardPage, qtbot: QtBot) -> None:
    show(page, SOME)
    bars = page.bars
    assert bars.accessibleDescription() == "执法大队：整改中 1，逾期 1；法规科：已销号 1，整改中 1"
    bars.setFocus()
    press(bars, Qt.Key.Key_Down)
    press(bars, Qt.Key.Key_Right)
    press(bars, Qt.Key.Key_Right)
    assert bars.accessibleName() == "责任单位进度：法规科 整改中 1"
    with qtbot.waitSignal(page.filter_wanted) as asked:
        press(bars, Qt.Key.Key_Return)
    assert asked.args[1] == "法规科 · 整改中"
    assert [each.id for each in SOME if asked.args[0].keeps(each, TODAY)] == [4]


def test_the_rest_of_many_units_leads_to_the_statistics(page: DashboardPage, qtbot: QtBot) -> None:
    show(page, many(400, TODAY))
    labels = [bar.label for bar in page.bars.bars]
    assert labels[-2:] == ["其余 17 个单位", "未明确"]
    with qtbot.waitSignal(page.place_wanted) as went:
        click(page.bars, page.bars.rect_of(8).center())
    assert went.args == [STATISTICS]


def test_the_chart_tells_the_month_pointed_at(page: DashboardPage) -> None:
    show(page, SOME)
    assert page.trend_part.title.text() == "2025 年销号进度"
    assert page.told.text() == "今天：未办结 3 项，按时限应剩 2 项"
    assert "4 月底：未办结 3 项，按时限应剩 3 项" in page.trend.accessibleDescription()
    page.trend.setFocus()
    press(page.trend, Qt.Key.Key_Left)
    assert page.told.text() == "4 月底：未办结 3 项，按时限应剩 3 项"
    press(page.trend, Qt.Key.Key_Right)
    press(page.trend, Qt.Key.Key_Right)
    assert page.told.text() == "5 月底：按时限应剩 1 项"
    page.todos.setFocus()
    assert page.told.text().startswith("今天")


def test_few_items_are_told_in_words_not_drawn(page: DashboardPage) -> None:
    show(page, SOME[:1])
    assert not page.trend_part.isVisible()
    assert not page.unit_part.isVisible()
    assert page.todo_part.isVisible()
    show(page, [card(id=n, added_on=days(-3)) for n in (1, 2)])
    assert page.trend_part.isVisible()
    assert not page.trend.isVisible()
    assert "满一个月" in page.told.text()


def test_an_empty_ledger_explains_the_first_steps(page: DashboardPage, qtbot: QtBot) -> None:
    show(page, [])
    asked: list[str] = []
    page.asked.connect(asked.append)
    for button in page.empty.findChildren(QPushButton):
        click(button)
    assert asked == ["import_reports", "new_item", "open_demo"]
    show(page, SOME)
    assert page.currentWidget() is page.area


def test_recent_steps_lead_to_their_items(page: DashboardPage, ledger: Ledger, qtbot: QtBot) -> None:
    item = ledger.ask.item_by_code("2024-问-01")
    ledger.perform(EditItem(item.id, {"percent": 40}))
    show(page, ledger.cards())
    assert not page.recent_part.isVisible()
    page.show_recent(ledger.ask.history(limit=20), ledger.ask.names())
    assert page.recent_part.isVisible()
    told = page.recent.toPlainText()
    assert f"今天 {NOW.astimezone():%H:%M}  陈法规" in told
    assert "完成率：0% → 40%" in told
    document: QTextDocument = page.recent.document()
    assert f'href="item:{item.id}"' in document.toHtml()
    with qtbot.waitSignal(page.item_wanted) as went:
        page.recent.anchorClicked.emit(QUrl(f"item:{item.id}"))
    assert went.args == [item.id]
    with qtbot.waitSignal(page.place_wanted) as to:
        click(page.all_steps)
    assert to.args == [HISTORY]


def test_what_has_not_changed_is_not_shown_again(page: DashboardPage) -> None:
    cards = many(200, TODAY)
    show(page, cards)
    QApplication.processEvents()
    page.todos.setCurrentIndex(page.todos.model().index(3, 0))
    resets: list[None] = []
    page.todos.model().modelReset.connect(lambda: resets.append(None))
    show(page, list(cards))
    show(page, [*cards, card(Status.CLOSED, id=999, closed_on=TODAY)])
    assert not resets
    first = page.todos.todos.todos[0]
    show(page, [each for each in cards if each.id != first.item_id])
    assert len(resets) == 1
    assert page.todos.currentIndex().row() == 2


@pytest.mark.parametrize("width", [778, 900, 1150, 1700])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_nothing_is_cut_at_any_width(qtbot: QtBot, theme: object, width: int) -> None:
    page = DashboardPage("云岭市水务和水资源综合利用管理局", theme)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(width, 560)
    show(page, many(900, TODAY))
    page.show()
    QApplication.processEvents()
    body = page.area.widget()
    assert body is not None
    assert body.width() <= page.area.viewport().width()
    assert page.area.verticalScrollBar().maximum() > 0
    for part in (page.tiles, page.todo_part, page.trend_part, page.unit_part):
        assert body.rect().contains(part.geometry()), part
    assert not page.grab().isNull()


def test_it_tells_when_it_is_painted(qtbot: QtBot) -> None:
    for cards in ([], SOME):
        page = DashboardPage(OFFICE, LIGHT)
        qtbot.addWidget(page)
        page.show_cards(cards, TODAY)
        with qtbot.waitSignal(page.first_painted):
            page.show()


def test_it_waits_for_no_heavy_library() -> None:
    """What a start would have to load before the first paint."""
    script = "import sys; import tracker.gui.summary.dashboard_page; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"pydantic", "sqlalchemy", "sqlmodel", "openpyxl", "docx", "pypdfium2", "pypinyin"}
    assert not heavy & set(loaded)


def test_kinds_are_counted_together(page: DashboardPage) -> None:
    show(page, [each._replace(kind=ItemKind.COMMITMENT) for each in SOME])
    assert page.title.text() == "今天要办 3 件事"
