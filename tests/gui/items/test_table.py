"""The table by itself: columns, look, order, groups, selection, finding, copying."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.gui.conftest import click, press
from tests.gui.items.conftest import at, codes

from tracker.domain import pinyin
from tracker.domain.filters import ItemFilter
from tracker.domain.kinds import ItemKind
from tracker.gui.items import table_menus
from tracker.gui.items.item_list import ItemList
from tracker.gui.items.table_columns import CODE, EVIDENCE, OWNER, PERCENT, PLACES, STATUS, TITLE
from tracker.gui.items.table_look import TableLook
from tracker.gui.items.table_model import ItemTableModel, group_figures
from tracker.gui.items.table_view import ItemTable
from tracker.ledger import Ledger
from tracker.operations.items import AddItem, EditItem
from tracker.operations.people import AssignOwners

_BY_LEAD = ["政策法规科", "2025-计-01", "执法大队", "2024-问-01", "未明确", "2025-计-02", "2024-问-02"]


def entry(menu: QMenu, words: str) -> QAction:
    """An entry of a menu or of its own menus, by its words."""
    found = [action for action in menu.findChildren(QAction) if action.text().split("\t")[0] == words]
    found += [action for action in menu.actions() if action.text().split("\t")[0] == words]
    assert found, [action.text() for action in menu.actions()]
    return found[0]


def shown(table: ItemTable) -> list[str]:
    """The keys of the columns in sight, from the left."""
    return [key for key, _width in table.columns.columns() if not table.isColumnHidden(PLACES[key])]


# -- columns and look


def test_columns_are_chosen_moved_and_sized_by_menu(table: ItemTable) -> None:
    menu = table.column_menu()
    entry(menu, "分管领导").trigger()
    entry(menu, "佐证").trigger()
    assert [key for key, _width in table.columns.columns()][-2:] == ["status", "leader"]
    header = table_menus.header_menu(table, PLACES["leader"])
    entry(header, "左移").trigger()
    assert [key for key, _width in table.columns.columns()][-2:] == ["leader", "status"]
    assert table.columns.roomy
    entry(table_menus.header_menu(table, PERCENT), "隐藏此列").trigger()
    assert "percent" not in shown(table)
    entry(table.column_menu(), "恢复默认列").trigger()
    assert table.look() == TableLook()


def test_the_last_column_stays(table: ItemTable) -> None:
    for key in ("title", "lead", "deadline", "percent", "status", "evidence", "code"):
        table.columns.choose(key, shown=False)
    assert [key for key, _width in table.columns.columns()] == ["code"]


def test_dragging_in_the_header_is_remembered(table: ItemTable, qtbot: QtBot) -> None:
    head = table.horizontalHeader()
    with qtbot.waitSignal(table.look_changed):
        head.moveSection(head.visualIndex(STATUS), 1)
        head.resizeSection(OWNER, 190)
    columns = dict(table.look().columns)
    assert list(columns)[:3] == ["code", "status", "title"]
    assert columns["lead"] == 190


def test_a_look_comes_back(table: ItemTable, qtbot: QtBot) -> None:
    look = TableLook((("title", 300), ("year", 70), ("code", 94)), "title", True, "status")
    with qtbot.assertNotEmitted(table.look_changed, wait=400):
        table.set_look(look)
    assert table.look() == look
    assert table.horizontalHeader().sortIndicatorSection() == TITLE
    assert codes(table)[0] == "待分解"
    table.set_look(TableLook())
    assert table.look() == TableLook()
    assert len(codes(table)) == 4


def test_a_look_of_another_version_is_read_as_far_as_it_is_known() -> None:
    look = TableLook((("title", 300), ("year", 70)), "title", True, "status")
    assert TableLook.from_json(look.as_json()) == look
    odd = {
        "columns": [["title", 300], ["title", 10], ["mystery", 40], "code", ["year", "wide"], ["lead", True]],
        "sorted_by": "mystery",
        "descending": "yes",
        "grouped_by": 7,
        "later": 1,
    }
    read = TableLook.from_json(odd)
    assert [key for key, _width in read.columns] == ["title", "year", "lead"]
    assert dict(read.columns)["title"] == 300
    assert (read.sorted_by, read.descending, read.grouped_by) == (None, False, None)
    nothings: tuple[object, ...] = (None, [], "x", {}, {"columns": []})
    for nothing in nothings:
        assert TableLook.from_json(nothing) == TableLook()


def test_first_columns_give_way_and_own_ones_scroll(table: ItemTable, qtbot: QtBot) -> None:
    def widest() -> int:
        head = table.horizontalHeader()
        return sum(head.sectionSize(n) for n in range(head.count()))

    for width in (900, 640, 900, 520):
        table.resize(width, 400)
        qtbot.wait(1)
        assert widest() <= table.viewport().width()
        assert table.columnWidth(TITLE) >= 170
    assert table.isColumnHidden(EVIDENCE)
    assert not table.horizontalScrollBar().isVisible()
    table.columns.choose("report", shown=True)
    qtbot.wait(1)
    assert table.horizontalScrollBar().isVisible()
    assert not table.isColumnHidden(EVIDENCE)


def test_columns_take_the_width_of_their_words(table: ItemTable, ledger: Ledger) -> None:
    ledger.perform(AssignOwners(ledger.ask.item_by_code("2024-问-01").id, lead=("名字特别特别长的综合行政执法大队",)))
    table.columns.fit_contents()
    widths = dict(table.columns.columns())
    assert widths["lead"] > 200
    assert widths["evidence"] < 90


def test_the_header_is_used_by_keyboard(table: ItemTable, qtbot: QtBot) -> None:
    head = table.horizontalHeader()
    head.setFocus()
    press(head, Qt.Key.Key_Right)
    press(head, Qt.Key.Key_Space)
    assert table.look().sorted_by == "title"
    press(head, Qt.Key.Key_Space)
    assert table.look().descending
    press(head, Qt.Key.Key_Space)
    assert table.look().sorted_by is None
    press(head, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert [key for key, _width in table.columns.columns()][1:3] == ["lead", "title"]
    press(head, Qt.Key.Key_Right)
    before = table.columnWidth(PLACES["deadline"])
    press(head, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert table.columnWidth(PLACES["deadline"]) == before + 12
    with qtbot.waitSignal(table.look_changed):
        press(head, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    press(head, Qt.Key.Key_Down)
    assert table.hasFocus()


# -- order


def test_words_are_in_order_by_their_sound(table: ItemTable, ledger: Ledger) -> None:
    for code, lead in (("2024-问-02", "重庆路所"), ("2025-计-02", "安监科")):
        ledger.perform(AssignOwners(ledger.ask.item_by_code(code).id, lead=(lead,)))
    table.horizontalHeader().setSortIndicator(OWNER, Qt.SortOrder.AscendingOrder)
    leads = [card.lead for card in table.items_model.items.shown]
    assert leads == ["安监科", "重庆路所", "政策法规科", "执法大队"]


def test_orders_are_guessed_until_readings_are_loaded(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(pinyin, "ready", lambda: False)
    model = ItemTableModel(ItemList(lambda ids: ledger.ask.haystacks(ids), ledger.today()))
    model.load(ledger.cards(), ledger.today())
    model.sort(OWNER)
    assert model.items.guessed
    monkeypatch.undo()
    model.prepare()
    qtbot.waitUntil(lambda: not model.items.guessed)
    qtbot.waitUntil(lambda: model.items.index.complete)
    assert model.items.shown[0].lead == "政策法规科"
    model.stop()


# -- groups


def test_groups_have_headings_with_figures(table: ItemTable) -> None:
    table.group_by("lead")
    assert codes(table) == _BY_LEAD
    model = table.items_model
    assert model.index(0, CODE).data() == "政策法规科，1 项"
    assert table.rowHeight(0) < table.rowHeight(1)
    closed = model.items.groups()[0]._replace(total=3, closed=1)
    assert group_figures(closed) == "3 项 · 已销号 1 项（33%）"
    table.group_by(None)
    assert len(codes(table)) == 4
    assert table.rowHeight(0) == table.rowHeight(1) == 54


def current(table: ItemTable) -> str:
    """The code of the item under the cursor, or its heading."""
    return codes(table)[table.currentIndex().row()]


def test_the_cursor_passes_open_headings_and_stops_at_folded_ones(table: ItemTable) -> None:
    table.group_by("lead")
    at(table, "2025-计-01", CODE)
    press(table, Qt.Key.Key_Down)
    assert current(table) == "2024-问-01"
    press(table, Qt.Key.Key_Left)
    assert table.current_id() == 0
    assert current(table) == "执法大队"
    press(table, Qt.Key.Key_Left)
    assert codes(table) == [each for each in _BY_LEAD if each != "2024-问-01"]
    press(table, Qt.Key.Key_Up)
    press(table, Qt.Key.Key_Down)
    assert current(table) == "执法大队", "a folded group is a stop"
    press(table, Qt.Key.Key_Space)
    assert codes(table) == _BY_LEAD
    press(table, Qt.Key.Key_Right)
    assert current(table) == "2024-问-01"
    press(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert current(table) == "2025-计-01"
    press(table, Qt.Key.Key_Up)
    assert current(table) == "2025-计-01"
    press(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert current(table) == "2024-问-02"


def test_a_click_folds_a_group_and_leaves_the_selection(table: ItemTable) -> None:
    table.group_by("lead")
    chosen = at(table, "2024-问-01", CODE)
    place = QPoint(40, table.rowViewportPosition(0) + 10)
    click(table.viewport(), place)
    assert "2025-计-01" not in codes(table)
    assert [card.id for card in table.selected_cards()] == [chosen]
    click(table.viewport(), place)
    assert codes(table) == _BY_LEAD


def test_headings_are_neither_selected_nor_counted_nor_copied(table: ItemTable) -> None:
    table.group_by("lead")
    press(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.selected_rows() == len(table.selected_cards()) == 4
    press(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 5
    table.items_model.filter(ItemFilter(kind=ItemKind.PROBLEM))
    assert table.selected_rows() == 2


def test_selection_is_kept_by_item_through_filters_order_and_groups(table: ItemTable) -> None:
    chosen = at(table, "2024-问-02", STATUS)
    changes: tuple[Callable[[], None], ...] = (
        lambda: table.group_by("status"),
        lambda: table.items_model.sort(TITLE, Qt.SortOrder.DescendingOrder),
        lambda: table.items_model.filter(ItemFilter(kind=ItemKind.PROBLEM)),
        lambda: table.group_by(None),
    )
    for change in changes:
        change()
        assert table.current_id() == chosen
        assert [card.id for card in table.selected_cards()] == [chosen]
        assert table.currentIndex().column() == STATUS


def test_going_to_an_item_opens_its_group(table: ItemTable, ledger: Ledger) -> None:
    table.group_by("lead")
    table.fold_all(folded=True)
    assert codes(table) == ["政策法规科", "执法大队", "未明确"]
    item_id = ledger.ask.item_by_code("2025-计-01").id
    assert table.go_to(item_id)
    assert table.current_id() == item_id
    assert not table.go_to(99_999)
    entry(table_menus.row_menu(table, []), "全部展开").trigger()
    assert codes(table) == _BY_LEAD


def test_an_edit_moves_an_item_into_its_new_group(table: ItemTable, ledger: Ledger) -> None:
    table.group_by("lead")
    item_id = at(table, "2024-问-02", CODE)
    ledger.perform(AssignOwners(item_id, lead=("执法大队",)))
    assert codes(table)[2:5] == ["执法大队", "2024-问-01", "2024-问-02"]
    assert table.current_id() == item_id


def test_the_model_keeps_the_rules_of_qt_with_groups(table: ItemTable, ledger: Ledger) -> None:
    tester = QAbstractItemModelTester(table.items_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for key in ("lead", "deadline", None, "report"):
        table.group_by(key)
        table.fold_all(folded=True)
        ledger.perform(EditItem(ledger.ask.item_by_code("2024-问-01").id, {"title": f"按{key}"}))
        table.fold_all(folded=False)
        ledger.perform(AddItem(ItemKind.PROBLEM, 2025, f"新的{key}"))
        table.items_model.filter(ItemFilter(search="新的"))
        table.items_model.filter(ItemFilter())
    assert tester.model() is table.items_model


# -- searching, finding, copying


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zfdd", ["2024-问-01"]),
        ("zcfgk", ["2025-计-01"]),
        ("qylx", ["2025-计-01"]),
        ("ZFRY 素养", ["2024-问-01"]),
        ("案卷 赵强", ["2024-问-01"]),
        ("培训不够", ["2024-问-01"]),
        ("没有", []),
    ],
)
def test_searches_look_through_words_and_initials(table: ItemTable, words: str, found: list[str]) -> None:
    table.items_model.filter(ItemFilter(search=words))
    assert codes(table) == found


def test_a_hit_that_no_cell_shows_stands_beneath_the_title(table: ItemTable) -> None:
    items = table.items_model.items
    table.items_model.filter(ItemFilter(search="案卷"))
    (card,) = items.shown
    assert items.search is not None
    assert items.search.below(card, items.row(card)) == "措施：检查案卷"
    table.items_model.filter(ItemFilter(search="zf"))
    first = items.search.marked("执法大队")
    assert first.spans == ((0, 2),)
    assert table.grab().toImage().pixelColor(0, 0).isValid()  # painted with marks


def test_a_search_that_is_typed_on_finds_the_same_as_one_at_once(table: ItemTable) -> None:
    for words in ("执", "执法", "执法 案", "执法 案卷", "法", "zf", "zfdd", "zfdd 案", "案"):
        table.items_model.filter(ItemFilter(search=words))
        step_by_step = codes(table)
        table.items_model.filter(ItemFilter())
        table.items_model.filter(ItemFilter(search=words))
        assert codes(table) == step_by_step


def test_typing_finds_a_row(table: ItemTable) -> None:
    at(table, "2025-计-02", CODE)
    QTest.keyClicks(table, "hd")
    assert table.current_card().title.startswith("河道")  # type: ignore[union-attr]  # there is one
    assert "hd" in table.bubble.text()
    table._find.typed = ""  # a pause
    QTest.keyClicks(table, "zfdd")
    assert table.current_card().lead == "执法大队"  # type: ignore[union-attr]
    table._find.typed = ""
    QTest.keyClicks(table, "qqq")
    assert "没有找到 qqq" in table.bubble.text()


def test_rows_are_copied_as_they_are_shown(table: ItemTable) -> None:
    table.columns.apply((("title", 230), ("year", 70)))
    at(table, "2024-问-01", TITLE)
    table.copy_rows()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "编号\t事项\t年度\n2024-问-01\t执法人员法治素养有待提高\t2024"
    assert "<td>2024</td>" in data.html()


def test_the_menu_of_rows_has_the_windows_actions_and_its_own(table: ItemTable, qtbot: QtBot) -> None:
    ours = QAction("登记进展", table)
    table.set_menu([ours])
    at(table, "2024-问-01", OWNER)
    menu = table_menus.row_menu(table, [ours])
    assert ours in menu.actions()
    with qtbot.waitSignal(table.only_unit_wanted) as wanted:
        entry(menu, "只看“执法大队”").trigger()
    assert wanted.args == ["执法大队"]
    entry(menu, "复制所选行").trigger()
    assert "2024-问-01" in QGuiApplication.clipboard().text()
    entry(menu, "按“责任单位”分组").trigger()
    assert table.grouped_by() == "lead"
    entry(table_menus.row_menu(table, []), "取消分组").trigger()
    assert table.grouped_by() is None
    entry(table_menus.group_menu(table, table), "按期限远近").trigger()
    assert table.grouped_by() == "deadline"
