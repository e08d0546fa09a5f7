"""The panel: editing in place, refusals beside the field, deadlines, moves, and what the tabs hold."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from tests.gui.conftest import TEXT, click, go, opened, press, type_words

from tracker.domain.cards import ItemDetail
from tracker.domain.evidence import WHOLE
from tracker.domain.kinds import DeadlineKind, RectificationType, Role
from tracker.domain.status import Move, Status
from tracker.gui import ask
from tracker.gui.detail.extend_dialog import ExtendDialog
from tracker.gui.detail.link_dialog import LinkDialog
from tracker.gui.detail.measure_dialog import MeasureDialog
from tracker.gui.detail.move_dialog import MoveDialog
from tracker.gui.detail.source_dialog import position
from tracker.gui.main_window import MainWindow
from tracker.gui.widgets.fields import ChoiceField, NamesField, TextField
from tracker.operations.reviews import CloseItem, SubmitItem


def detail(window: MainWindow) -> ItemDetail:
    assert window.panel.detail is not None
    found = window.ledger.ask.detail(window.panel.detail.item.id)
    assert found is not None
    return found


def leave(window: MainWindow, qtbot: QtBot) -> None:
    """The focus goes back to the table, as by a click."""
    window.items.table.setFocus()
    qtbot.wait(1)


def test_a_text_is_saved_on_leaving_its_field(window: MainWindow, qtbot: QtBot) -> None:
    field = window.panel.overview.fields["goal"]
    assert isinstance(field, TextField)
    field.editor.setFocus()
    type_words(field.editor, "人人过关")
    assert detail(window).item.goal == ""
    leave(window, qtbot)
    assert detail(window).item.goal == "人人过关"
    assert window.actions_by_key["undo"].text().startswith("撤销：修改 2024-问-01")
    window.actions_by_key["undo"].trigger()
    assert detail(window).item.goal == ""
    assert field.entry() == ""
    window.actions_by_key["redo"].trigger()
    assert field.entry() == "人人过关"


def test_a_refusal_stands_beside_the_field_and_the_entry_stays(window: MainWindow, qtbot: QtBot) -> None:
    field = window.panel.overview.fields["title"]
    assert isinstance(field, TextField)
    field.editor.setFocus()
    field.editor.setPlainText("")
    leave(window, qtbot)
    assert field.refusal.isVisible()
    assert "短标题" in field.refusal.text()
    assert detail(window).item.title == "执法人员法治素养有待提高"
    field.editor.setFocus()
    press(field.editor, Qt.Key.Key_Escape)
    assert not field.refusal.isVisible()
    assert field.entry() == "执法人员法治素养有待提高"


def test_going_to_another_item_saves_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    first = detail(window).item.id
    field = window.panel.overview.fields["remark"]
    field.editor.setFocus()
    type_words(field.editor, "请示后再办")
    go(window, "2024-问-02")
    found = window.ledger.ask.detail(first)
    assert found is not None
    assert found.item.remark == "请示后再办"
    assert detail(window).item.remark == ""


def test_choices_and_names(window: MainWindow, qtbot: QtBot) -> None:
    kind, lead = window.panel.overview.fields["rectification"], window.panel.overview.fields["lead"]
    assert isinstance(kind, ChoiceField)
    kind.editor.setCurrentIndex(2)
    kind.commit()
    assert detail(window).item.rectification is RectificationType.IN_STAGES
    assert isinstance(lead, NamesField)
    lead.editor.setFocus()
    lead.editor.setText("执法大队，新设科室")
    press(lead.editor, Qt.Key.Key_Return)
    assert detail(window).names(Role.LEAD) == ("执法大队", "新设科室")
    assert lead.editor.text() == "执法大队、新设科室"


def test_known_names_are_completed(window: MainWindow, qtbot: QtBot) -> None:
    support = window.panel.overview.fields["support"]
    assert isinstance(support, NamesField)
    support.editor.setFocus()
    type_words(support.editor, "执法大队、政策")
    assert support.editor.offered() == ["政策法规科"]
    support.editor._take("政策法规科")
    assert support.editor.text() == "执法大队、政策法规科"
    support.editor.close_list()


def test_a_presumed_deadline_is_confirmed_then_extended(window: MainWindow, qtbot: QtBot) -> None:
    go(window, "2025-计-01")
    deadline = window.panel.overview.deadline
    assert deadline.presumed.isVisible()
    deadline.confirm.click()
    assert not detail(window).item.deadline_presumed
    assert deadline.extend.isVisible()
    deadline.extend.click()
    dialog = opened(window, ExtendDialog)
    dialog.day.line.setText("2026年3月底")
    dialog.ok.click()
    assert dialog.isVisible()
    assert "理由" in dialog.refusal.text()
    dialog.reason.setPlainText("等待省厅文件")
    dialog.ok.click()
    item = detail(window).item
    assert (item.deadline_original, item.deadline_current) == (date(2025, 12, 31), date(2026, 3, 31))
    assert "原定 2025-12-31，已延期 1 次" in deadline.more.text()


def test_a_deadline_is_typed_or_made_standing(window: MainWindow, qtbot: QtBot) -> None:
    go(window, "2024-问-02")
    deadline = window.panel.overview.deadline
    deadline.day.line.setText("后天")
    deadline.confirm.click()
    assert "看不懂日期" in deadline.refusal.text()
    deadline.standing.click()
    assert detail(window).item.deadline_kind is DeadlineKind.STANDING
    deadline.standing.click()
    deadline.day.line.setText("2025.9.30")
    deadline.confirm.click()
    assert detail(window).item.deadline_current == date(2025, 9, 30)


def test_submitting_and_closing_ask_what_they_must(window: MainWindow, qtbot: QtBot) -> None:
    assert window.panel.header.first.text() == "申请销号"
    window.panel.header.first.click()
    opened(window, MoveDialog).ok.click()
    assert detail(window).item.status is Status.SUBMITTED
    assert (window.panel.header.first.text(), window.panel.header.second.text()) == ("审核销号", "退回")
    window.panel.header.first.click()
    dialog = opened(window, MoveDialog)
    dialog.reviewer.setText("赵强")
    dialog.ok.click()
    assert "不能审核自己负责的事项" in dialog.refusal.text()
    dialog.reviewer.setText("督查科 吴敏")
    dialog.ok.click()
    assert detail(window).item.status is Status.CLOSED
    assert window.panel.closed_notice.isVisible()
    assert not window.panel.overview.fields["title"].editor.isEnabled()
    window.actions_by_key["undo"].trigger()
    assert "正式决定" in opened(window, QMessageBox).text()
    opened(window, QMessageBox).close()
    assert window.panel.header.second.text() == "撤回销号"


def test_other_moves_ask_for_a_reason(window: MainWindow) -> None:
    window.panel.ask_move(Move.DROP)
    dialog = opened(window, MoveDialog)
    dialog.ok.click()
    assert "理由" in dialog.refusal.text()
    dialog.words.setPlainText("职能划转")
    dialog.ok.click()
    assert detail(window).item.status is Status.DROPPED
    window.panel.ask_move(Move.REOPEN)
    opened(window, MoveDialog).reject()


def test_measures_are_ticked_added_changed_moved_and_taken_out(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.panel.measures
    window.panel.tabs.setCurrentWidget(tab)
    assert window.panel.tabs.tabText(1) == "措施 0/3"
    tab.list.setFocus()
    tab.list.select(detail(window).measures[0].id)
    press(tab.list, Qt.Key.Key_Space)
    assert detail(window).measures[0].done
    assert window.panel.tabs.tabText(1) == "措施 1/3"
    box = tab.list.visualRect(tab.list.entries.index(1, 0)).topLeft() + QPoint(14, 14)
    click(tab.list.viewport(), box)
    assert detail(window).measures[1].done
    tab.down.click()
    assert [measure.text for measure in detail(window).measures] == ["印发计划", "检查案卷", "组织轮训"]
    tab.add.click()
    dialog = opened(window, MeasureDialog)
    dialog.ok.click()
    assert "措施" in dialog.refusal.text()
    dialog.text.setPlainText("通报结果")
    dialog.unit.setCurrentIndex(dialog.unit.findText("执法大队"))
    dialog.day.line.setText("2025-08-31")
    dialog.ok.click()
    added = detail(window).measures[-1]
    assert (added.text, added.deadline) == ("通报结果", date(2025, 8, 31))
    tab.list.select(added.id)
    tab.change.click()
    dialog = opened(window, MeasureDialog)
    dialog.text.setPlainText("通报并复查")
    dialog.ok.click()
    assert detail(window).measures[-1].text == "通报并复查"
    tab.drop.click()
    assert len(detail(window).measures) == 3


def test_a_note_is_composed_with_its_percentage(window: MainWindow, qtbot: QtBot) -> None:
    window.panel.header.note.click()
    notes = window.panel.notes
    notes.save.click()
    assert notes.refusal.isVisible()
    type_words(notes.text, "完成首期轮训")
    notes.with_percent.setChecked(True)
    notes.percent.setValue(60)
    press(notes.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = detail(window)
    assert (found.notes[0].text, found.notes[0].percent, found.item.percent) == ("完成首期轮训", 60, 60)
    assert notes.text.toPlainText() == ""
    assert "完成首期轮训" in notes.list.toPlainText()


def drop(files: list[Path]) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.test_data = data  # type: ignore[attr-defined]  # the event does not keep it alive
    return event


def test_evidence_is_dropped_in_opened_judged_and_taken_out(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = window.panel.evidence
    window.panel.tabs.setCurrentWidget(tab)
    files = [tmp_path / "签到表.txt", tmp_path / "照片.jpg"]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    tab.dropEvent(drop(files))
    qtbot.waitUntil(lambda: len(detail(window).evidence) == 2)
    proof = detail(window).evidence[0]
    assert window.panel.tabs.tabText(3) == "佐证 2"
    entry = tab.list.entries.entries[0]
    assert (entry.title, entry.mark) == ("签到表.txt", "待核验")
    assert proof.sha256[:8] in entry.detail
    seen: list[Path] = []

    def note(place: Path) -> bool:
        seen.append(place)
        return True

    monkeypatch.setattr(ask, "open_outside", note)
    tab.list.select(proof.id)
    tab.open.click()
    assert seen[0].name == "签到表.txt"
    assert seen[0].read_text(encoding="utf-8") == "签到表.txt"
    assert window.ledger.folder not in seen[0].parents
    tab.verify.click()
    assert tab.list.entries.entries[0].mark == "已核验"
    tab.save.click()
    dialog = opened(window, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "另存.txt"))
    dialog.reject()
    assert (tmp_path / "另存.txt").exists()
    tab.drop.click()
    assert len(detail(window).evidence) == 1


def test_evidence_proves_what_was_chosen(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    tab = window.panel.evidence
    window.panel.tabs.setCurrentWidget(tab)
    assert [tab.proves.itemText(n) for n in range(tab.proves.count())] == [
        "整个事项", "措施1：印发计划", "措施2：组织轮训", "措施3：检查案卷",
    ]  # fmt: skip
    tab.proves.setCurrentIndex(2)
    file = tmp_path / "签到表.txt"
    file.write_text("签到", encoding="utf-8")
    tab.dropEvent(drop([file]))
    qtbot.waitUntil(lambda: len(detail(window).evidence) == 1)
    assert detail(window).evidence[0].measure_id == detail(window).measures[1].id
    assert "措施2：组织轮训" in tab.list.entries.entries[0].detail
    assert tab.proves.currentIndex() == 2, "the next file is likely for the same"
    go(window, "2024-问-02")
    assert tab.subject() == WHOLE


def test_items_are_linked_by_code_and_followed(window: MainWindow) -> None:
    tab = window.panel.links
    window.panel.tabs.setCurrentWidget(tab)
    tab.add.click()
    dialog = opened(window, LinkDialog)
    dialog.code.setText("2024-问-99")
    dialog.ok.click()
    assert "没有编号为" in dialog.refusal.text()
    dialog.code.setText("2024问2")
    dialog.ok.click()
    assert detail(window).links[0].code == "2024-问-02"
    tab.list.select(detail(window).links[0].link_id)
    tab.go.click()
    assert detail(window).item.code == "2024-问-02"
    tab.list.select(detail(window).links[0].link_id)
    tab.drop.click()
    assert detail(window).links == ()


def test_history_tells_and_takes_back(window: MainWindow) -> None:
    field = window.panel.overview.fields["goal"]
    assert isinstance(field, TextField)
    field.editor.setPlainText("人人过关")
    field.commit()
    window.panel.tabs.setCurrentWidget(window.panel.history)
    text = window.panel.history.page.text
    assert "整改目标：（空） → 人人过关" in text.toPlainText()
    step = window.ledger.ask.to_undo()
    assert step is not None
    text.followed.emit(f"undo:{step.id}")
    assert detail(window).item.goal == ""
    assert "已撤销" in text.toPlainText()


def test_the_source_opens_at_the_words(window: MainWindow, qtbot: QtBot) -> None:
    assert window.panel.overview.source.isVisible()
    dialog = window.show_source()
    assert dialog is not None
    qtbot.waitExposed(dialog)
    dialog.scroll_there()
    marks = [mark.cursor.selectedText() for mark in dialog.text.extraSelections()]
    assert marks == ["一是执法人员法治素养有待提高。", "培训不够系统"]
    assert dialog.text.verticalScrollBar().value() > 0
    assert position(TEXT, TEXT.index("𠮷") + 1) == TEXT.index("𠮷") - 1 + 2  # one \r\n before it, two units itself
    dialog.accept()


def test_a_field_reverts(qtbot: QtBot) -> None:
    field = TextField("title")
    qtbot.addWidget(field)
    field.show_value("原来的")
    field.editor.setPlainText("改过的")
    press(field.editor, Qt.Key.Key_Escape)
    assert field.entry() == "原来的"


def test_a_closed_item_is_read_only_but_can_be_withdrawn(window: MainWindow) -> None:
    item = detail(window).item
    window.performer.perform(SubmitItem(item.id), parent=window)
    window.performer.perform(CloseItem(item.id, "吴敏"), parent=window)
    for tab in range(window.panel.tabs.count()):
        window.panel.tabs.setCurrentIndex(tab)
    assert not window.panel.notes.composer.isVisible()
    assert not window.panel.measures.add.isEnabled()
    window.panel.header.second.click()
    dialog = opened(window, MoveDialog)
    dialog.words.setPlainText("验收材料有误")
    dialog.ok.click()
    assert detail(window).item.status is Status.UNDER_WAY
