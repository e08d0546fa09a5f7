"""The overview tells what the other tabs hold: measures to tick, links to follow, the latest progress."""

from PySide6.QtCore import QPoint, Qt
from tests.gui.conftest import click, press
from tests.gui.detail.conftest import Desk

from tracker.domain.links import LinkKind
from tracker.domain.measures import Measure
from tracker.operations.links import AddLink
from tracker.operations.measures import AddMeasure
from tracker.operations.notes import AddNote


def test_a_measure_is_ticked_in_the_overview(desk: Desk) -> None:
    brief = desk.panel.overview.measures.list
    first, second = (measure.id for measure in desk.detail().measures[:2])
    assert [entry.title for entry in brief.entries.entries] == ["1. 印发计划", "2. 组织轮训", "3. 检查案卷"]
    desk.panel.overview.area.ensureWidgetVisible(brief)
    box = brief.visualRect(brief.entries.index(0, 0)).topLeft() + QPoint(12, 10)
    click(brief.viewport(), box)
    assert desk.detail().measures[0].done
    brief.setFocus()
    brief.select(second)
    press(brief, Qt.Key.Key_Space)
    assert [measure.id for measure in desk.detail().measures if measure.done] == [first, second]
    assert brief.entries.entries[0].detail == desk.ledger.today().isoformat()


def test_the_measures_are_as_high_as_their_lines(desk: Desk) -> None:
    brief = desk.panel.overview.measures.list
    last = brief.visualRect(brief.entries.index(2, 0))
    assert brief.viewport().height() >= last.bottom()
    assert not brief.verticalScrollBar().isVisible()


def test_more_measures_than_eight_are_told_as_a_number(desk: Desk) -> None:
    item_id = desk.detail().item.id
    for n in range(6):
        desk.ledger.perform(AddMeasure(Measure.entered(item_id=item_id, text=f"第{n}步")))
    brief = desk.panel.overview.measures
    assert len(brief.list.entries.entries) == 8
    assert "共 9 项措施" in brief.more.text()
    brief.more.linkActivated.emit("measures")
    assert desk.panel.tabs.currentWidget() is desk.panel.measures
    assert desk.panel.measures.quick.hasFocus()


def test_links_are_followed_from_the_overview(desk: Desk) -> None:
    links = desk.panel.overview.links
    assert links.isHidden()
    other = desk.ledger.ask.item_by_code("2024-问-02")
    desk.ledger.perform(AddLink(desk.detail().item.id, other.id, LinkKind.RECURS))
    assert "2024-问-02 河道巡查记录不完整" in links.text()
    wanted: list[int] = []
    desk.panel.links.go_wanted.connect(wanted.append)
    links.linkActivated.emit(str(other.id))
    assert wanted == [other.id]


def test_the_latest_note_stands_in_the_overview(desk: Desk) -> None:
    brief = desk.panel.overview.note
    brief.linkActivated.emit("notes")
    assert desk.panel.tabs.currentWidget() is desk.panel.notes
    desk.panel.tabs.setCurrentWidget(desk.panel.overview)
    item_id = desk.detail().item.id
    desk.ledger.perform(AddNote(item_id, "完成第一期 <轮训>", 30))
    desk.ledger.perform(AddNote(item_id, "完成第二期", 60))
    assert "完成第二期" in brief.text()
    assert "60%" in brief.text()
    assert "全部 2 条" in brief.text()
