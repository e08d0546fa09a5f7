"""The history of an item: what can be taken back has a link, what cannot says why, long words unfold."""

from tests.gui.detail.conftest import Desk

from tracker.gui.widgets.fields import TextField
from tracker.operations.items import EditItem
from tracker.operations.reviews import CloseItem, SubmitItem


def told(desk: Desk) -> str:
    desk.panel.tabs.setCurrentWidget(desk.panel.history)
    return desk.panel.history.page.text.toPlainText()


def test_only_what_still_stands_can_be_taken_back(desk: Desk) -> None:
    item_id = desk.detail().item.id
    desk.ledger.perform(EditItem(item_id, {"goal": "人人过关"}))
    desk.ledger.perform(EditItem(item_id, {"goal": "全员过关"}))
    html = (told(desk), desk.panel.history.page.text.toHtml())[1]
    last = desk.ledger.ask.to_undo()
    assert last is not None
    assert f'href="undo:{last.id}"' in html
    assert f'href="undo:{last.id - 1}"' not in html
    assert "之后又改过" in told(desk)
    desk.panel.history.page.text.followed.emit(f"undo:{last.id}")
    assert desk.detail().item.goal == "人人过关"
    assert f'href="undo:{last.id - 1}"' in desk.panel.history.page.text.toHtml()


def test_a_formal_decision_says_that_it_stays(desk: Desk) -> None:
    item_id = desk.detail().item.id
    desk.ledger.perform(SubmitItem(item_id))
    desk.ledger.perform(CloseItem(item_id, "吴敏"))
    assert "正式决定，不能撤销" in told(desk)


def test_long_words_unfold(desk: Desk) -> None:
    desk.ledger.perform(EditItem(desk.detail().item.id, {"cause": "甲" * 90 + "尾声"}))
    assert "尾声" not in told(desk)
    step = desk.ledger.ask.to_undo()
    assert step is not None
    page = desk.panel.history.page
    page.text.followed.emit(f"open:{step.id}")
    assert "尾声" in page.text.toPlainText()
    page.text.followed.emit(f"open:{step.id}")
    assert "尾声" not in page.text.toPlainText()


def test_history_tells_and_takes_back(desk: Desk) -> None:
    field = desk.panel.overview.fields["goal"]
    assert isinstance(field, TextField)
    field.editor.setPlainText("人人过关")
    field.commit()
    desk.panel.tabs.setCurrentWidget(desk.panel.history)
    text = desk.panel.history.page.text
    assert "整改目标：（空） → 人人过关" in text.toPlainText()
    step = desk.ledger.ask.to_undo()
    assert step is not None
    text.followed.emit(f"undo:{step.id}")
    assert desk.detail().item.goal == ""
    assert "已撤销" in text.toPlainText()
