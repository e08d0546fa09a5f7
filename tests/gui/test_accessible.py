"""Screen readers and the keyboard reach everything: each control has a name, and Tab comes to it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import go, opened

from tracker.domain.status import Move
from tracker.gui.main_window import MainWindow

PAGES = ("dashboard", "all", "reports", "people", "evidence", "statistics", "history")
DIALOGS = ("new_item", "export", "urge", "bulk_edit", "save_view", "about")


def controls(root: QWidget) -> Iterator[QWidget]:
    """What a person can put the focus on."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            inner = widget.parentWidget()
            if isinstance(inner, QAbstractScrollArea) and not isinstance(inner, QScrollArea):
                continue  # the viewport of a list: the list has the name
            yield widget


def spoken(widget: QWidget) -> str:
    """What a screen reader says of a control."""
    found = QAccessible.queryAccessibleInterface(widget)
    said = found.text(QAccessible.Text.Name) if found is not None else ""
    if said or not isinstance(widget, QAbstractButton):
        return said
    return widget.text()


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        proxied = widget.focusProxy()
        if not spoken(widget) and (proxied is None or not spoken(proxied)):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("place", PAGES)
def test_every_control_of_a_page_has_a_name(window: MainWindow, qtbot: QtBot, place: str) -> None:
    window.navigation.go(place)
    qtbot.wait(20)
    assert nameless(window) == []


@pytest.mark.parametrize("tab", range(6))
def test_every_control_of_the_panel_has_a_name(window: MainWindow, tab: int) -> None:
    go(window, "2024-问-01")
    window.panel.tabs.setCurrentIndex(tab)
    assert nameless(window.panel) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(window: MainWindow, action: str) -> None:
    window.actions_by_key[action].trigger()
    dialog = opened(window, QDialog)
    assert nameless(dialog) == []
    dialog.reject()


def test_every_control_of_a_decision_has_a_name(window: MainWindow) -> None:
    window.panel.ask_move(Move.SUBMIT)
    dialog = opened(window, QDialog)
    assert nameless(dialog) == []
    dialog.reject()


@pytest.mark.parametrize("place", PAGES)
def test_tab_comes_to_every_control_and_back(window: MainWindow, qtbot: QtBot, place: str) -> None:
    window.navigation.go(place)
    qtbot.wait(20)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.navigation.list.setFocus()
    first = QApplication.focusWidget()
    reached: list[QWidget] = []
    for _step in range(300):
        now = QApplication.focusWidget()
        if now is None or (reached and now is first):
            break
        reached.append(now)
        window.focusNextChild()
    else:
        pytest.fail("Tab never comes back to where it began")
    names = {spoken(widget) for widget in reached}
    wanted = {spoken(widget) for widget in controls(window)} - {""}  # what hands the cursor on has no name of its own
    assert wanted <= names, f"Tab does not come to {sorted(wanted - names)}"
