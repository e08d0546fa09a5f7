"""Links in the import review: tasks and problems of one report, and items of earlier reports."""

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from tests.gui.intake.conftest import Desk

from tracker.domain.drafts import ImportDraft
from tracker.domain.links import LinkKind
from tracker.domain.review import DraftReview
from tracker.domain.similar import LedgerItem, SimilarItems
from tracker.gui.intake.review_dialog import ReviewDialog
from tracker.intake.read_report import read_report
from tracker.operations.reports import ImportReport

CTRL = Qt.KeyboardModifier.ControlModifier


def card(dialog: ReviewDialog, row: int) -> str:
    model = dialog.panes.candidates.cards
    return str(model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole))


def written(dialog: ReviewDialog) -> ImportDraft:
    drafts: list[ImportDraft] = []
    dialog.confirmed.connect(drafts.append)
    dialog.run("accept_all")
    dialog.run("write")
    return drafts[0]


class TestPairs:
    @pytest.fixture
    def dialog(self, open_review: Callable[[ReviewDialog], ReviewDialog], draft: ImportDraft) -> ReviewDialog:
        return open_review(ReviewDialog(DraftReview.of(draft)))

    def offered(self, dialog: ReviewDialog) -> list[QAction]:
        menu = dialog.panes.form.partners.menu()
        menu.aboutToShow.emit()
        return menu.actions()

    def test_both_cards_name_each_other(self, dialog: ReviewDialog) -> None:
        assert "对应 ③" in card(dialog, 0)
        assert "对应 ①" in card(dialog, 2)
        assert "补齐巡查队伍" in dialog.panes.form.partners.text()
        assert dialog.panes.form.partners_name.text() == "对应任务"

    def test_they_are_changed_in_the_menu(self, dialog: ReviewDialog) -> None:
        offered = self.offered(dialog)
        assert [action.text()[0] for action in offered] == ["③", "④", "⑤"], "tasks alone can answer a problem"
        assert [action.isChecked() for action in offered] == [True, False, False]
        offered[0].trigger()
        assert "对应" not in card(dialog, 0)
        assert "问题 ① 没有对应的计划任务" in dialog.panes.notice.text()
        self.offered(dialog)[2].trigger()
        assert "对应 ⑤" in card(dialog, 0)
        dialog.session.undo()
        dialog.session.undo()
        assert "对应 ③" in card(dialog, 0)

    def test_from_the_tasks_side_problems_are_offered(self, dialog: ReviewDialog) -> None:
        dialog.session.go(4)
        assert dialog.panes.form.partners_name.text() == "对应问题"
        assert "没有对应" in dialog.panes.form.partners.text()
        assert [action.text()[0] for action in self.offered(dialog)] == ["①", "②"]

    def test_what_is_paired_is_written(self, dialog: ReviewDialog) -> None:
        dialog.session.pair(3, answers=True)
        assert [(one.source, one.target) for one in written(dialog).links] == [(2, 0), (3, 0), (3, 1)]


class TestSimilar:
    @pytest.fixture
    def dialog(
        self, open_review: Callable[[ReviewDialog], ReviewDialog], draft: ImportDraft, earlier_report: Path
    ) -> ReviewDialog:
        earlier = [
            LedgerItem(f"2022-{one.kind.mark}-{number:02d}", one.kind, 2022, one.title, one.text)
            for number, one in enumerate(read_report(earlier_report).candidates, 1)
        ]
        return open_review(ReviewDialog(DraftReview.of(draft, (), SimilarItems(earlier))))

    def test_the_card_asks_and_the_bar_counts(self, dialog: ReviewDialog) -> None:
        assert "与 2022-问-01 相似" in card(dialog, 0)
        assert "同类再现？" in card(dialog, 0)
        assert "与 2022-计-03 相似" in card(dialog, 4)
        assert "结转？" in card(dialog, 4)
        assert not any("相似" in card(dialog, row) for row in (1, 2, 3))
        assert "2 项与往年事项相似" in dialog.panes.notice.text()
        assert "2 项与往年事项相似" in dialog.panes.summary.text()

    def test_the_key_takes_the_likeliest_link_and_takes_it_back(self, dialog: ReviewDialog) -> None:
        QTest.keyClick(dialog.panes.candidates, Qt.Key.Key_L, CTRL)
        assert "同类再现 2022-问-01" in card(dialog, 0)
        assert "1 项与往年事项相似" in dialog.panes.notice.text()
        QTest.keyClick(dialog.panes.candidates, Qt.Key.Key_L, CTRL)
        assert "2022-问-01" not in card(dialog, 0)
        assert dialog.session.review.entries[0].similar[0].decided

    def test_the_choices_in_the_details(self, dialog: ReviewDialog) -> None:
        choice = dialog.panes.form.links.choices[0]
        assert [choice.itemText(row) for row in range(choice.count())] == ["请选择", "不关联", "同类再现", "结转"]
        choice.setCurrentIndex(3)
        choice.activated.emit(3)
        assert "结转 2022-问-01" in card(dialog, 0)
        assert [choice.itemText(row) for row in range(choice.count())] == ["不关联", "同类再现", "结转"]
        assert choice.currentText() == "结转"
        choice.setCurrentIndex(0)
        choice.activated.emit(0)
        assert "2022-问-01" not in card(dialog, 0)

    def test_nothing_to_choose_shows_no_box(self, dialog: ReviewDialog) -> None:
        assert dialog.panes.form.links.isVisible()
        dialog.session.go(1)
        assert not dialog.panes.form.links.isVisible()
        dialog.run("link")
        assert not dialog.session.can_undo

    def test_unanswered_questions_link_nothing(self, dialog: ReviewDialog) -> None:
        assert all(one.kind is LinkKind.ANSWERS for one in written(dialog).links)


def test_links_are_written_with_the_import_in_one_step(desk: Desk, report: Path, earlier_report: Path) -> None:
    desk.ledger.perform(ImportReport(read_report(earlier_report)))
    desk.importing.start([report])
    dialog = desk.opened()
    dialog.run("link")
    dialog.run("accept_all")
    before = len(desk.ledger.ask.history())
    dialog.panes.buttons["write"].click()
    desk.qtbot.waitUntil(lambda: bool(desk.results))
    assert len(desk.ledger.ask.history()) == before + 1
    detail = desk.ledger.ask.detail(desk.ledger.ask.item_by_code("2023-问-01").id)
    assert detail is not None
    assert {(link.kind, link.outgoing, link.code) for link in detail.links} == {
        (LinkKind.RECURS, True, "2022-问-01"),
        (LinkKind.ANSWERS, False, "2024-计-01"),
    }
    desk.ledger.undo()
    former = desk.ledger.ask.detail(desk.ledger.ask.item_by_code("2022-问-01").id)
    assert former is not None
    assert former.links == ()
    assert len(desk.ledger.cards()) == 4


def test_an_item_that_vanished_meanwhile_refuses_and_the_review_stays(
    desk: Desk, report: Path, earlier_report: Path
) -> None:
    desk.ledger.perform(ImportReport(read_report(earlier_report)))
    desk.importing.start([report])
    dialog = desk.opened()
    dialog.run("link")
    dialog.run("accept_all")
    desk.ledger.undo()
    dialog.run("write")
    desk.qtbot.waitUntil(lambda: "2022-问-01" in dialog.panes.notice.text())
    assert dialog.isEnabled()
    assert desk.ledger.cards() == []
    dialog.run("link")
    dialog.run("write")
    desk.qtbot.waitUntil(lambda: bool(desk.results))


def test_comparing_with_ten_thousand_items_leaves_the_window_alive(
    desk: Desk, report: Path, earlier_report: Path
) -> None:
    """The window's own part is one question; the rest runs in a worker."""
    few = read_report(earlier_report)
    many = [
        replace(one, title=f"{one.title}{number}", text=f"{one.text}第{number}号")
        for number in range(2500)
        for one in few.candidates
    ]
    desk.ledger.perform(ImportReport(replace(few, candidates=tuple(many))))
    beats = [time.perf_counter()]
    pulse = QTimer(desk.window)
    pulse.timeout.connect(lambda: beats.append(time.perf_counter()))
    pulse.start(5)
    desk.importing.start([report])
    dialog = desk.opened()
    pulse.stop()
    assert dialog.session.review.entries[0].similar, "found among ten thousand"
    longest = max(later - earlier for earlier, later in pairwise(beats))
    assert longest < 0.5, "measured 0.09 s; the bound is loose for shared machines"
