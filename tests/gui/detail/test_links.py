"""Links: made by code, followed, taken away."""

from tests.gui.conftest import opened
from tests.gui.detail.conftest import Desk

from tracker.gui.detail.link_dialog import LinkDialog


def test_items_are_linked_by_code_and_followed(desk: Desk) -> None:
    tab = desk.panel.links
    desk.panel.tabs.setCurrentWidget(tab)
    tab.add.click()
    dialog = opened(desk, LinkDialog)
    dialog.code.setText("2024-问-99")
    dialog.ok.click()
    assert "没有编号为" in dialog.refusal.text()
    dialog.code.setText("2024问2")
    dialog.ok.click()
    assert desk.detail().links[0].code == "2024-问-02"
    tab.list.select(desk.detail().links[0].link_id)
    tab.go.click()
    assert desk.detail().item.code == "2024-问-02"
    tab.list.select(desk.detail().links[0].link_id)
    tab.drop.click()
    assert desk.detail().links == ()
