"""The overview: editing in place, refusals beside the field, choices, names, the deadline."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.conftest import opened, press, type_words
from tests.gui.detail.conftest import Desk

from tracker.domain.kinds import DeadlineKind, RectificationType, Role
from tracker.gui.detail.extend_dialog import ExtendDialog
from tracker.gui.widgets.fields import ChoiceField, NamesField, TextField


def test_a_text_is_saved_on_leaving_its_field(desk: Desk, qtbot: QtBot) -> None:
    field = desk.panel.overview.fields["goal"]
    assert isinstance(field, TextField)
    field.editor.setFocus()
    type_words(field.editor, "人人过关")
    assert desk.detail().item.goal == ""
    desk.leave(qtbot)
    assert desk.detail().item.goal == "人人过关"
    step = desk.ledger.undo()
    assert step.words == "撤销：修改 2024-问-01 的整改目标"
    assert desk.detail().item.goal == ""
    assert field.entry() == ""
    desk.ledger.redo()
    assert field.entry() == "人人过关"


def test_a_refusal_stands_beside_the_field_and_the_entry_stays(desk: Desk, qtbot: QtBot) -> None:
    field = desk.panel.overview.fields["title"]
    assert isinstance(field, TextField)
    field.editor.setFocus()
    field.editor.setPlainText("")
    desk.leave(qtbot)
    assert field.refusal.isVisible()
    assert "短标题" in field.refusal.text()
    assert desk.detail().item.title == "执法人员法治素养有待提高"
    field.editor.setFocus()
    press(field.editor, Qt.Key.Key_Escape)
    assert not field.refusal.isVisible()
    assert field.entry() == "执法人员法治素养有待提高"


def test_going_to_another_item_saves_what_was_typed(desk: Desk, qtbot: QtBot) -> None:
    first = desk.detail().item.id
    field = desk.panel.overview.fields["remark"]
    field.editor.setFocus()
    type_words(field.editor, "请示后再办")
    desk.show_item("2024-问-02")
    found = desk.ledger.ask.detail(first)
    assert found is not None
    assert found.item.remark == "请示后再办"
    assert desk.detail().item.remark == ""


def test_choices_and_names(desk: Desk, qtbot: QtBot) -> None:
    kind, lead = desk.panel.overview.fields["rectification"], desk.panel.overview.fields["lead"]
    assert isinstance(kind, ChoiceField)
    kind.editor.setCurrentIndex(2)
    kind.commit()
    assert desk.detail().item.rectification is RectificationType.IN_STAGES
    assert isinstance(lead, NamesField)
    lead.editor.setFocus()
    lead.editor.setText("执法大队，新设科室")
    press(lead.editor, Qt.Key.Key_Return)
    assert desk.detail().names(Role.LEAD) == ("执法大队", "新设科室")
    assert lead.editor.text() == "执法大队、新设科室"


def test_known_names_are_completed(desk: Desk, qtbot: QtBot) -> None:
    support = desk.panel.overview.fields["support"]
    assert isinstance(support, NamesField)
    support.editor.setFocus()
    type_words(support.editor, "执法大队、政策")
    assert support.editor.offered() == ["政策法规科"]
    support.editor._take("政策法规科")
    assert support.editor.text() == "执法大队、政策法规科"
    support.editor.close_list()


def test_a_presumed_deadline_is_confirmed_then_extended(desk: Desk, qtbot: QtBot) -> None:
    desk.show_item("2025-计-01")
    deadline = desk.panel.overview.deadline
    assert deadline.presumed.isVisible()
    deadline.confirm.click()
    assert not desk.detail().item.deadline_presumed
    assert deadline.extend.isVisible()
    deadline.extend.click()
    dialog = opened(desk, ExtendDialog)
    dialog.day.line.setText("2026年3月底")
    dialog.ok.click()
    assert dialog.isVisible()
    assert "理由" in dialog.refusal.text()
    dialog.reason.setPlainText("等待省厅文件")
    dialog.ok.click()
    item = desk.detail().item
    assert (item.deadline_original, item.deadline_current) == (date(2025, 12, 31), date(2026, 3, 31))
    assert "原定 2025-12-31，已延期 1 次" in deadline.more.text()


def test_a_deadline_is_typed_or_made_standing(desk: Desk, qtbot: QtBot) -> None:
    desk.show_item("2024-问-02")
    deadline = desk.panel.overview.deadline
    deadline.day.line.setText("后天")
    deadline.confirm.click()
    assert "看不懂日期" in deadline.refusal.text()
    deadline.standing.click()
    assert desk.detail().item.deadline_kind is DeadlineKind.STANDING
    deadline.standing.click()
    deadline.day.line.setText("2025.9.30")
    deadline.confirm.click()
    assert desk.detail().item.deadline_current == date(2025, 9, 30)


def test_a_field_reverts(qtbot: QtBot) -> None:
    field = TextField("title")
    qtbot.addWidget(field)
    field.show_value("原来的")
    field.editor.setPlainText("改过的")
    press(field.editor, Qt.Key.Key_Escape)
    assert field.entry() == "原来的"
