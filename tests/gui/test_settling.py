"""Reading everything anew, in a worker, while the window is used; and making ready only while nobody else works."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.conftest import go, press

from tracker.gui.main_window import MainWindow
from tracker.ledger import Ledger
from tracker.operations.items import EditItem


def elsewhere(window: MainWindow, title: str) -> None:
    """Another program gives the first problem another title."""
    other = Ledger(window.ledger.folder, actor="王科员", clock=window.ledger.clock)
    other.perform(EditItem(other.ask.item_by_code("2024-问-01").id, {"title": title}))
    other.close()


def title(window: MainWindow) -> str:
    return next(card.title for card in window.model.items.cards if card.code == "2024-问-01")


def test_f5_shows_what_another_program_has_written(window: MainWindow, qtbot: QtBot) -> None:
    item_id = go(window, "2024-问-01")
    elsewhere(window, "改过的标题")
    press(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: title(window) == "改过的标题")
    assert window.items.table.current_id() == item_id
    qtbot.waitUntil(lambda: window.actions_by_key["undo"].text() == "撤销：修改 2024-问-01 的短标题")
    qtbot.waitUntil(lambda: window.panel.header.title.text() == "改过的标题")


def test_what_is_written_while_all_is_read_anew_is_not_lost(window: MainWindow, qtbot: QtBot) -> None:
    elsewhere(window, "改过的标题")
    window.refresh()
    window.request(EditItem(go(window, "2024-问-02"), {"percent": 40}))  # before the worker has told
    qtbot.waitUntil(lambda: title(window) == "改过的标题")
    assert [card.percent for card in window.model.items.cards if card.code == "2024-问-02"] == [40]


def test_searches_are_not_made_ready_while_a_worker_works_unless_somebody_searches(
    window: MainWindow, qtbot: QtBot
) -> None:
    working = True
    window.model.wait_while(lambda: working)
    window.model.load(window.ledger.cards(), window.today)
    window.model.prepare()
    qtbot.wait(80)
    assert not window.model.items.index.complete
    window.search("轮训")
    qtbot.waitUntil(lambda: [card.code for card in window.model.items.shown] != [])
    assert window.model.items.index.complete
