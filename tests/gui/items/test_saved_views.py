"""Saved views in the window: naming, replacing, renaming, ordering, deleting."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import click, press

from tracker.domain.conditions import AnyOf
from tracker.domain.filters import ItemFilter
from tracker.domain.saved_views import SavedView
from tracker.errors import UserError
from tracker.gui.items.saved_views import SavedViews
from tracker.ledger import Ledger
from tracker.operations.operation import Operation
from tracker.operations.saved_views import SaveView

WANTED = ItemFilter(overdue=True).having(AnyOf("lead", frozenset({"执法大队"})))
LOOK = {"grouped_by": "lead"}


class Desk:
    """The controller over a ledger, as the window wires it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.window = QWidget()
        self.views = SavedViews(self.window)
        self.views.requested.connect(self.perform)
        self.went: list[str] = []
        self.refusals: list[bool] = []  # whether a dialog took each
        self.views.go_wanted.connect(self.went.append)
        self.views.know(ledger.ask.saved_views())

    def perform(self, operation: Operation[object]) -> None:
        try:
            self.ledger.perform(operation)
        except UserError as error:
            self.refusals.append(self.views.refuse(error))
        self.views.know(self.ledger.ask.saved_views())

    def save(self, name: str, wanted: ItemFilter = WANTED) -> None:
        self.views.save(wanted, LOOK)
        dialog = self.views.dialog
        assert dialog is not None
        dialog.line.setText(name)
        press(dialog.line, Qt.Key.Key_Return)

    @property
    def names(self) -> list[str]:
        return [view.name for view in self.views.views]


@pytest.fixture
def desk(ledger: Ledger, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(ledger)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()


def test_a_view_is_named_kept_and_gone_to(desk: Desk) -> None:
    desk.save("逾期的执法大队")
    assert desk.views.dialog is None
    (view,) = desk.views.views
    assert (view.name, view.wanted, dict(view.look)) == ("逾期的执法大队", WANTED, LOOK)
    assert desk.went == [view.key]
    assert desk.ledger.undo().words == "撤销：保存视图“逾期的执法大队”"


def test_a_view_without_a_name_is_refused_in_the_dialog(desk: Desk) -> None:
    desk.save("  ")
    assert desk.views.dialog is not None
    assert "要有名称" in desk.views.dialog.refusal.text()
    assert desk.names == []


def test_a_name_that_is_taken_can_replace_its_view(desk: Desk) -> None:
    desk.save("我的")
    desk.save("我的", ItemFilter())
    dialog = desk.views.dialog
    assert dialog is not None
    assert "已经有名为“我的”的视图" in dialog.refusal.text()
    assert dialog.ok.text() == "替换原来的"
    dialog.line.setText("我的二")
    assert dialog.ok.text() == "保存"
    dialog.line.setText("我的")
    click(dialog.ok)
    assert desk.views.views[0].wanted == WANTED  # a person is told once more after another name
    click(dialog.ok)
    assert desk.names == ["我的"]
    assert desk.views.views[0].wanted == ItemFilter()


def test_a_view_is_renamed_but_not_over_another(desk: Desk) -> None:
    desk.save("甲")
    desk.save("乙")
    desk.views.rename(desk.views.views[1])
    dialog = desk.views.dialog
    assert dialog is not None
    assert dialog.line.text() == "乙"
    dialog.line.setText("甲")
    click(dialog.ok)
    assert "请换一个名称" in dialog.refusal.text()
    dialog.line.setText("丙")
    click(dialog.ok)
    assert desk.names == ["甲", "丙"]


def test_the_menu_orders_replaces_and_deletes(desk: Desk) -> None:
    for name in ("甲", "乙", "丙"):
        desk.save(name)

    def choose(place: int, words: str) -> None:
        menu: QMenu = desk.views.menu(desk.views.views[place], QPoint(5, 5), wanted=ItemFilter(search="新"), look={})
        action = next(each for each in menu.actions() if each.text() == words)
        assert action.isEnabled()
        action.trigger()
        menu.close()

    choose(2, "上移")
    assert desk.names == ["甲", "丙", "乙"]
    choose(0, "下移")
    assert desk.names == ["丙", "甲", "乙"]
    choose(1, "改为现在显示的内容")
    assert desk.views.views[1].wanted == ItemFilter(search="新")
    choose(0, "删除视图")
    assert desk.names == ["甲", "乙"]
    desk.ledger.undo()
    desk.views.know(desk.ledger.ask.saved_views())
    assert desk.names == ["丙", "甲", "乙"]


def test_the_first_goes_no_higher_and_no_list_replaces_nothing(desk: Desk) -> None:
    desk.save("甲")
    menu = desk.views.menu(desk.views.views[0], QPoint(5, 5), wanted=None, look={})
    enabled = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    menu.close()
    assert enabled == {
        "改名…": True, "改为现在显示的内容": False, "上移": False, "下移": False, "删除视图": True,
    }  # fmt: skip


def test_what_the_ledger_refuses_stands_in_the_dialog(desk: Desk) -> None:
    """Another program took the name between two looks."""
    other = Ledger(desk.ledger.folder)
    desk.views.save(WANTED, LOOK)
    dialog = desk.views.dialog
    assert dialog is not None
    other.perform(SaveView(SavedView(name="抢先")))
    other.close()
    dialog.line.setText("抢先")
    click(dialog.ok)
    assert desk.refusals == [True]
    assert dialog.isVisible()
    assert "已经有名为“抢先”的视图" in dialog.refusal.text()
