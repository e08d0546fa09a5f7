"""The actions of the menus: what each does in the real window, and when it can be done."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot
from tests.gui.conftest import click, go, opened, press, shown

from tracker import settings, words
from tracker.gui import appearance
from tracker.gui.application import Application
from tracker.gui.items.bulk_dialog import BulkDialog
from tracker.gui.items.view_dialogs import ViewDialog
from tracker.gui.main_window import MainWindow
from tracker.gui.reminders.urge_dialog import UrgeDialog
from tracker.gui.settings.settings_dialog import SettingsDialog
from tracker.gui.summary.dashboard_page import DashboardPage
from tracker.gui.theme import LIGHT
from tracker.ledger import Ledger


def menu(window: MainWindow, key: str) -> QMenu:
    found = window.actions_by_key[key].menu()
    assert isinstance(found, QMenu)
    found.aboutToShow.emit()
    return found


def test_the_window_opens_on_the_dashboard_with_the_reminders_of_the_day(ledger: Ledger, qtbot: QtBot) -> None:
    window = shown(MainWindow(ledger), qtbot)
    assert isinstance(window.pages.stack.currentWidget(), DashboardPage)
    assert window.reminding.bar.isVisible()
    click(window.reminding.bar.overdue)
    assert window.place == "overdue"
    assert [card.code for card in window.model.items.shown] == ["2024-问-01"]
    window.close()


def test_keys_lead_to_the_places(window: MainWindow) -> None:
    for key, place in (("go_dashboard", "dashboard"), ("go_problems", "problems"), ("go_all", "all")):
        window.actions_by_key[key].trigger()
        assert window.place == place
    assert window.items.table.hasFocus()


@pytest.mark.parametrize("place", ["reports", "people", "evidence", "statistics", "history", "dashboard"])
def test_beside_the_list_nothing_is_done_to_items(window: MainWindow, place: str) -> None:
    window.navigation.go(place)
    for key in ("edit_cell", "bulk_edit", "urge", "drop_items", "note", "evidence", "copy", "save_view"):
        assert not window.actions_by_key[key].isEnabled(), key
    assert window.actions_by_key["export"].isEnabled()
    assert window.panel.isHidden()


def test_other_ledgers_are_offered_and_asked_for(window: MainWindow, tmp_path: Path) -> None:
    assert [action.text() for action in menu(window, "recent").actions()] == ["（没有别的台账）"]
    Ledger.create(tmp_path / "去年").close()
    gone = tmp_path / "已经删掉"
    settings.save(replace(settings.load(), recent_ledgers=(str(tmp_path / "去年"), str(gone))))
    wanted: list[Path] = []
    window.ledger_wanted.connect(wanted.append)
    (entry,) = menu(window, "recent").actions()
    entry.trigger()
    assert wanted == [tmp_path / "去年"]


def test_columns_and_groups_are_chosen_in_the_menu_bar(window: MainWindow) -> None:
    columns = {action.text(): action for action in menu(window, "columns").actions()}
    columns["整改类型"].trigger()
    assert "rectification" in [key for key, _width in window.items.table.columns.columns()]
    groups = {action.text(): action for action in menu(window, "grouping").actions()}
    groups["状态" if "状态" in groups else "按状态"].trigger()
    assert window.items.table.grouped_by() == "status"


def test_items_entered_by_mistake_go_after_a_question_and_come_back(window: MainWindow) -> None:
    go(window, "2025-计-02")
    window.items.focus_table()
    press(window.items.table, Qt.Key.Key_Delete)
    box = opened(window, QMessageBox)
    assert "2025-计-02" in box.informativeText()
    box.buttons()[0].click()
    assert [card.code for card in window.model.items.cards if card.code == "2025-计-02"] == []
    window.actions_by_key["undo"].trigger()
    assert window.counting.of("all") == 4


def test_a_selection_is_urged_in_one_step(window: MainWindow) -> None:
    window.actions_by_key["select_all"].trigger()
    window.actions_by_key["urge"].trigger()
    dialog = opened(window, UrgeDialog)
    click(dialog.ok)
    assert {card.urgings for card in window.model.items.cards} == {1}
    window.actions_by_key["undo"].trigger()
    assert {card.urgings for card in window.model.items.cards} == {0}


def test_what_is_overdue_is_urged_from_the_reminder(window: MainWindow) -> None:
    click(window.reminding.bar.urge)
    dialog = opened(window, UrgeDialog)
    assert "2024-问-01" in dialog.windowTitle()
    dialog.reject()


def test_the_list_is_kept_as_a_view_and_shown_again(window: MainWindow) -> None:
    window.navigation.go("overdue")
    window.items.table.group_by("lead")
    window.actions_by_key["save_view"].trigger()
    dialog = opened(window, ViewDialog)
    dialog.line.setText("逾期按单位")
    click(dialog.ok)
    (view,) = window.views.views
    assert window.place == view.key
    assert window.counting.of(view.key) == 1
    window.items.table.group_by(None)
    window.navigation.go("all")
    window.navigation.go(view.key)
    assert window.items.table.grouped_by() == "lead"
    window.looks.menu(window.items.place, QPoint(5, 5))
    found = opened(window, QMenu)
    next(action for action in found.actions() if action.text() == "删除视图").trigger()
    assert window.views.views == ()
    assert window.place == "all"
    found.close()


def test_a_selection_is_changed_at_once(window: MainWindow) -> None:
    window.navigation.go("commitments")
    window.actions_by_key["select_all"].trigger()
    window.actions_by_key["bulk_edit"].trigger()
    dialog = opened(window, BulkDialog)
    assert "2 项" in dialog.windowTitle()
    dialog.reject()


def test_escape_gives_up_the_search(window: MainWindow) -> None:
    window.toolbar.search.setText("轮训")
    press(window.toolbar.search, Qt.Key.Key_Return)
    assert len(window.model.items.shown) < 4
    press(window.items.table, Qt.Key.Key_Escape)
    assert window.toolbar.search.text() == ""
    assert len(window.model.items.shown) == 4


def test_another_look_and_name_make_the_window_anew(ledger: Ledger, qtbot: QtBot) -> None:
    folder = ledger.folder
    application = Application()
    application.open(folder)
    window = application.window
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: window.settled)
    window.navigation.go("statistics")
    window.actions_by_key["settings"].trigger()
    dialog = opened(window, SettingsDialog)
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.size_of_words.setCurrentIndex(dialog.size_of_words.findData(14.0))
    dialog.person.setText("王小河")
    click(dialog.ok)
    other = application.window
    assert isinstance(other, MainWindow)
    assert other is not window
    assert (other.theme.name, other.ledger.actor, other.place) == ("dark", "王小河", "statistics")
    assert application.qt.font().pointSizeF() == 14.0
    qtbot.waitUntil(lambda: other.settled)
    other.close()
    appearance.dress(application.qt, LIGHT)
    words.choose_language("zh_CN")
