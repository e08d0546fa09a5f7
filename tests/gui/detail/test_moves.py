"""Moves: what each asks, and what a closed item still allows."""

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from tests.gui.conftest import opened
from tests.gui.detail.conftest import Desk

from tracker.domain.status import Move, Status
from tracker.gui.detail.move_dialog import MoveDialog
from tracker.operations.reviews import CloseItem, SubmitItem


def test_submitting_and_closing_ask_what_they_must(desk: Desk, qtbot: QtBot) -> None:
    assert desk.panel.header.first.text() == "申请销号"
    desk.panel.header.first.click()
    opened(desk, MoveDialog).ok.click()
    assert desk.detail().item.status is Status.SUBMITTED
    assert (desk.panel.header.first.text(), desk.panel.header.second.text()) == ("审核销号", "退回")
    desk.panel.header.first.click()
    dialog = opened(desk, MoveDialog)
    dialog.reviewer.setText("赵强")
    dialog.ok.click()
    assert "不能审核自己负责的事项" in dialog.refusal.text()
    dialog.reviewer.setText("督查科 吴敏")
    dialog.ok.click()
    assert desk.detail().item.status is Status.CLOSED
    assert desk.panel.closed_notice.isVisible()
    assert not desk.panel.overview.fields["title"].editor.isEnabled()
    desk.performer.undo(parent=desk)
    assert "正式决定" in opened(desk, QMessageBox).text()
    opened(desk, QMessageBox).close()
    assert desk.panel.header.second.text() == "撤回销号"


def test_other_moves_ask_for_a_reason(desk: Desk) -> None:
    desk.panel.ask_move(Move.DROP)
    dialog = opened(desk, MoveDialog)
    dialog.ok.click()
    assert "理由" in dialog.refusal.text()
    dialog.words.setPlainText("职能划转")
    dialog.ok.click()
    assert desk.detail().item.status is Status.DROPPED
    desk.panel.ask_move(Move.REOPEN)
    opened(desk, MoveDialog).reject()


def test_a_closed_item_is_read_only_but_can_be_withdrawn(desk: Desk) -> None:
    item = desk.detail().item
    desk.ledger.perform(SubmitItem(item.id))
    desk.ledger.perform(CloseItem(item.id, "吴敏"))
    for tab in range(desk.panel.tabs.count()):
        desk.panel.tabs.setCurrentIndex(tab)
    assert not desk.panel.notes.composer.isVisible()
    assert not desk.panel.measures.add.isEnabled()
    desk.panel.header.second.click()
    dialog = opened(desk, MoveDialog)
    dialog.words.setPlainText("验收材料有误")
    dialog.ok.click()
    assert desk.detail().item.status is Status.UNDER_WAY
