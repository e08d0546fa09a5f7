"""The review dialog: keyboard and mouse, what it shows, and how it stays smooth."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.intake.conftest import typed_into

from tracker.domain.drafts import Candidate, ImportDraft, Span
from tracker.domain.kinds import ItemKind, RectificationType
from tracker.domain.reports import ExcerptRole
from tracker.domain.review import Decision, DraftReview
from tracker.gui.dark import DARK
from tracker.gui.intake import looks
from tracker.gui.intake.commands import commands
from tracker.gui.intake.review_dialog import ReviewDialog
from tracker.gui.theme import LIGHT, Theme

Open = Callable[[ReviewDialog], ReviewDialog]
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def dialog(open_review: Open, draft: ImportDraft) -> ReviewDialog:
    return open_review(ReviewDialog(DraftReview.of(draft)))


def decisions(dialog: ReviewDialog) -> list[Decision]:
    return [entry.decision for entry in dialog.session.review.entries]


def kinds(dialog: ReviewDialog) -> list[ItemKind]:
    return [entry.candidate.kind for entry in dialog.session.review.entries]


def shown_cards(dialog: ReviewDialog) -> list[str]:
    model = dialog.panes.candidates.cards
    return [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


class TestKeyboard:
    def test_accepting_and_rejecting_go_on_to_the_next(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        cards = dialog.panes.candidates
        QTest.keyClick(cards, Qt.Key.Key_Return)
        QTest.keyClick(cards, Qt.Key.Key_Delete)
        QTest.keyClick(cards, Qt.Key.Key_Enter)
        assert decisions(dialog)[:4] == [Decision.ACCEPTED, Decision.REJECTED, Decision.ACCEPTED, Decision.OPEN]
        assert dialog.session.current == 3
        assert cards.currentIndex().row() == 3

    def test_the_whole_flow_without_a_mouse(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        cards = dialog.panes.candidates
        written: list[ImportDraft] = []
        dialog.confirmed.connect(written.append)
        QTest.keyClick(cards, Qt.Key.Key_T, CTRL)
        assert kinds(dialog)[0] is ItemKind.COMMITMENT
        QTest.keyClick(cards, Qt.Key.Key_Down, ALT)
        QTest.keyClick(cards, Qt.Key.Key_F3)
        assert dialog.session.current == 2
        QTest.keyClick(cards, Qt.Key.Key_Up, ALT)
        assert dialog.session.current == 1
        QTest.keyClick(cards, Qt.Key.Key_M, CTRL)
        assert len(dialog.session.review.entries) == 4
        QTest.keyClick(cards, Qt.Key.Key_Z, CTRL)
        QTest.keyClick(cards, Qt.Key.Key_Z, CTRL)
        assert kinds(dialog)[0] is ItemKind.PROBLEM
        QTest.keyClick(cards, Qt.Key.Key_Y, CTRL)
        assert kinds(dialog)[0] is ItemKind.COMMITMENT
        QTest.keyClick(cards, Qt.Key.Key_A, CTRL | SHIFT)
        QTest.keyClick(cards, Qt.Key.Key_Return, CTRL)
        assert len(written[0].candidates) == 5

    def test_the_arrow_keys_move_among_the_cards(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        QTest.keyClick(dialog.panes.candidates, Qt.Key.Key_Down)
        assert dialog.session.current == 1
        assert dialog.panes.form.title.text() == "水费公示不够及时"

    def test_splitting_at_the_caret_of_the_source(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        source = dialog.panes.source
        source.place_caret(dialog.session.review.source.text.index("发现问题偏晚"))
        QTest.keyClick(source, Qt.Key.Key_K, CTRL)
        texts = [entry.candidate.text for entry in dialog.session.review.entries[:2]]
        assert texts[0].endswith("每月只查一次，")
        assert texts[1].startswith("发现问题偏晚。")

    def test_splitting_where_nothing_can_be_split_says_so(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        dialog.panes.source.place_caret(0)
        QTest.keyClick(dialog.panes.source, Qt.Key.Key_K, CTRL)
        assert "光标" in dialog.panes.notice.text()
        QTest.keyClick(dialog.panes.candidates, Qt.Key.Key_Return)
        assert "光标" not in dialog.panes.notice.text(), "the next change takes the message away"

    def test_enter_and_delete_mean_typing_inside_a_field(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        lead, cause = dialog.panes.form.lead, dialog.panes.form.cause
        lead.setFocus()
        typed_into(lead, "河湖科")
        QTest.keyClick(lead, Qt.Key.Key_Return)
        assert dialog.session.review.entries[0].candidate.owners.lead == ("河湖科",)
        assert decisions(dialog)[0] is Decision.OPEN
        assert dialog.panes.candidates.hasFocus()
        cause.setFocus()
        QTest.keyClick(cause, Qt.Key.Key_Return)
        QTest.keyClick(cause, Qt.Key.Key_Delete)
        assert decisions(dialog)[0] is Decision.OPEN

    def test_escape_leaves(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        QTest.keyClick(dialog.panes.candidates, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    def test_every_control_is_reached_by_tab(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        seen = []
        for _step in range(60):
            focused = QApplication.focusWidget()
            assert focused is not None
            if focused in seen:
                break
            seen.append(focused)
            focused.window().focusNextChild()
        panes = dialog.panes
        for widget in (panes.outline, panes.source, panes.candidates, panes.form.title, panes.form.leader,
                       panes.header.title, panes.header.kind, panes.cancel, panes.buttons["accept"]):  # fmt: skip
            assert widget in seen
        assert seen.index(panes.form.title) == seen.index(panes.candidates) + 3, (
            "list, kind, its button, then the title"
        )

    def test_keys_are_given_once(self) -> None:
        keys = [key for command in commands().values() for key in command.keys]
        assert len(keys) == len(set(keys))


class TestForm:
    def test_fields_are_taken_over_when_left(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        form = dialog.panes.form
        form.title.setFocus()
        form.title.selectAll()
        typed_into(form.title, "河道巡查少")
        form.measures.setFocus()
        assert dialog.session.review.entries[0].candidate.title == "河道巡查少"
        typed_into(form.measures, "增加人手")
        QTest.keyClick(form.measures, Qt.Key.Key_Return)
        typed_into(form.measures, "更新装备")
        form.day.setFocus()
        typed_into(form.day, "2024/9/30")
        QTest.keyClick(form.day, Qt.Key.Key_Return)
        candidate = dialog.session.review.entries[0].candidate
        assert [step.text for step in candidate.measures] == ["增加人手", "更新装备"]
        assert candidate.deadline is not None
        assert str(candidate.deadline.day) == "2024-09-30"
        assert "2024-09-30" in shown_cards(dialog)[0]

    def test_an_empty_title_is_told_beside_the_field_and_holds_everything_up(
        self, dialog: ReviewDialog, qtbot: QtBot
    ) -> None:
        form = dialog.panes.form
        form.title.setText("")
        dialog.run("accept")
        field, label = form._faults["title"]
        assert label.isVisible()
        assert field.property("refused")
        assert decisions(dialog)[0] is Decision.OPEN
        form.title.setText("巡查少")
        dialog.run("accept")
        assert dialog.session.review.entries[0].candidate.title == "巡查少"
        assert decisions(dialog)[0] is Decision.ACCEPTED

    def test_a_date_that_is_none_is_told(self, dialog: ReviewDialog) -> None:
        form = dialog.panes.form
        form.day.setText("2024-02-30")
        assert not form.commit()
        assert "2025-06-30" in form._faults["deadline"][1].text()

    def test_confirming_a_presumed_date_by_another_day(self, dialog: ReviewDialog) -> None:
        dialog.session.go(3)
        form = dialog.panes.form
        assert "推定" in form.deadline_words.text()
        assert form.commit(), "looking at it changes nothing"
        assert not dialog.session.can_undo
        form.day.setText("2024-11-30")
        form.commit()
        deadline = dialog.session.review.entries[3].candidate.deadline
        assert deadline is not None
        assert not deadline.presumed

    def test_a_standing_duty(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        dialog.session.go(3)
        form = dialog.panes.form
        form.standing.click()
        assert "长期坚持" in shown_cards(dialog)[3]
        assert not form.day.isEnabled()
        form.standing.click()
        typed_into(form.day, "2024-10-31")
        form.commit()
        assert "2024-10-31" in shown_cards(dialog)[3]

    def test_the_type_of_rectification_is_proposed_and_can_be_chosen(self, dialog: ReviewDialog) -> None:
        dialog.session.go(3)
        form = dialog.panes.form
        assert form.rectification.currentText() == "未定"
        form.standing.click()
        assert form.rectification.currentText() == "持续整改"
        form.rectification.setCurrentIndex(1)
        form.rectification.activated.emit(1)
        assert dialog.session.review.entries[3].candidate.rectification is RectificationType.AT_ONCE
        form.rectification.setCurrentIndex(0)
        form.rectification.activated.emit(0)
        assert dialog.session.review.entries[3].candidate.rectification is None

    def test_known_units_and_people_are_offered(self, open_review: Open, draft: ImportDraft) -> None:
        review = DraftReview.of(draft)
        dialog = open_review(ReviewDialog(review, units=["供水管理科", "人事科"], people=["供春生"]))
        form = dialog.panes.form
        form.lead.setFocus()
        typed_into(form.lead, "供水")
        assert form.lead.offered() == ["供水管理科"]
        form.lead.close_list()
        form.person.setFocus()
        typed_into(form.person, "供")
        assert form.person.offered() == ["供春生"]
        form.person.close_list()

    def test_choosing_the_kind_that_it_is_changes_nothing(self, dialog: ReviewDialog) -> None:
        kind = dialog.panes.form.kind
        kind.activated.emit(kind.currentIndex())
        assert not dialog.session.can_undo

    def test_the_other_kind_can_be_chosen(self, dialog: ReviewDialog) -> None:
        kind = dialog.panes.form.kind
        kind.setCurrentIndex(kind.findData(ItemKind.COMMITMENT))
        kind.activated.emit(kind.currentIndex())
        assert kinds(dialog)[0] is ItemKind.COMMITMENT
        assert "改为问题" in dialog.panes.buttons["kind"].text()

    def test_the_report_year_moves_the_presumed_dates(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        year = dialog.panes.header.report_year
        year.setFocus()
        year.selectAll()
        typed_into(year, "2022")
        QTest.keyClick(year, Qt.Key.Key_Return)
        assert "2023-12-31（推定）" in shown_cards(dialog)[3]

    def test_an_emptied_header_field_is_told_beside_it(self, dialog: ReviewDialog) -> None:
        dialog.run("accept_all")
        dialog.panes.header.organization.clear()
        dialog.run("write")
        assert dialog.panes.header._faults["organization"][1].isVisible()
        assert dialog.panes.header.organization.hasFocus()


class TestSource:
    def test_a_click_on_words_selects_their_card(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        source = dialog.panes.source
        place = dialog.session.review.source.text.index("个别供水站")
        source.reveal(place)
        point = source.cursorRect(source._cursor(place, place)).center() + QPoint(3, 0)
        QTest.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert dialog.session.current == 1

    def test_a_click_on_a_number_selects_its_card(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        badges = dict(dialog.panes.source.badges())
        QTest.mouseClick(dialog.panes.source._margin, Qt.MouseButton.LeftButton, pos=badges[1].center())
        assert dialog.session.current == 1

    def test_the_current_words_are_in_sight(self, dialog: ReviewDialog) -> None:
        dialog.session.go(4)
        assert 4 in dict(dialog.panes.source.badges())

    def test_selected_words_become_an_item(self, dialog: ReviewDialog, qtbot: QtBot) -> None:
        source, text = dialog.panes.source, dialog.session.review.source.text
        assert not dialog.panes.buttons["add_problem"].isEnabled()
        start = text.index("开展案卷评查两次")
        source.select(start, start + 8)
        assert dialog.panes.buttons["add_problem"].isEnabled()
        QTest.keyClick(source, Qt.Key.Key_1, CTRL)
        entry = dialog.session.review.entries[0]
        assert (entry.candidate.text, entry.decision) == ("开展案卷评查两次", Decision.ACCEPTED)
        assert dialog.session.current == 0

    def test_the_menu_offers_what_can_be_done(self, dialog: ReviewDialog) -> None:
        source = dialog.panes.source
        source.select(10, 20)
        offered = {action.text().split("\t")[0]: action for action in source.build_menu().actions()}
        assert offered["设为任务"].isEnabled()
        assert not offered["在光标处拆分"].isEnabled()
        offered["设为任务"].trigger()
        assert kinds(dialog)[0] is ItemKind.COMMITMENT

    def test_what_was_rejected_is_grey(self, dialog: ReviewDialog) -> None:
        before = [s.format.background().color().name() for s in dialog.panes.source.extraSelections()]
        dialog.run("reject")
        after = [s.format.background().color().name() for s in dialog.panes.source.extraSelections()]
        assert before[0] != after[0]

    def test_rare_characters_and_line_ends_keep_every_place(self, open_review: Open, draft: ImportDraft) -> None:
        text = "𠮷村水务站\r\n一是𠮷村渠道淤塞。二是水闸老旧。\r\n\f完"
        start = text.index("二是")
        candidate = Candidate(ItemKind.PROBLEM, "水闸老旧", "二是水闸老旧。", (Span(start, start + 7),))
        dialog = open_review(
            ReviewDialog(DraftReview.of(replace(draft, text=text, candidates=(candidate,), sections=())))
        )
        source = dialog.panes.source
        coloured = source.extraSelections()[0]
        assert coloured.cursor.selectedText() == "二是水闸老旧。"
        source.select(text.index("𠮷村渠道"), text.index("淤塞"))
        assert source.selected == (text.index("𠮷村渠道"), text.index("淤塞"))
        source.place_caret(text.index("完"))
        assert source.caret == text.index("完")


class TestPointing:
    def test_pointing_at_a_card_lights_its_words_and_leaving_it_puts_them_out(self, dialog: ReviewDialog) -> None:
        cards, source = dialog.panes.candidates, dialog.panes.source
        before = [one.format.background().color().name() for one in source.extraSelections()]
        strong = looks.ground(ItemKind.PROBLEM, ExcerptRole.STATEMENT, LIGHT).strong
        assert before.count(strong) == 1, "the current one"
        QTest.mouseMove(cards.viewport(), cards.visualRect(cards.cards.index(0)).center())
        QTest.mouseMove(cards.viewport(), cards.visualRect(cards.cards.index(1)).center())
        after = [one.format.background().color().name() for one in source.extraSelections()]
        assert after.count(strong) == 2
        QApplication.sendEvent(cards, QEvent(QEvent.Type.Leave))
        assert [one.format.background().color().name() for one in source.extraSelections()] == before

    def test_pointing_at_words_frames_their_card(self, dialog: ReviewDialog) -> None:
        source = dialog.panes.source
        place = dialog.session.review.source.text.index("个别供水站")
        source.reveal(place)
        point = source.cursorRect(source._cursor(place, place)).center() + QPoint(4, 0)
        QTest.mouseMove(source.viewport(), point)
        assert dialog.panes.candidates._delegate.lit == 1
        QTest.mouseMove(source.viewport(), QPoint(2, source.viewport().height() - 2))
        assert dialog.panes.candidates._delegate.lit in (-1, 4)

    def test_pointing_at_a_number_in_the_margin(self, dialog: ReviewDialog) -> None:
        source = dialog.panes.source
        QTest.mouseMove(source._margin, dict(source.badges())[1].center())
        assert dialog.panes.candidates._delegate.lit == 1

    def test_what_fields_were_read_from_is_underlined(self, dialog: ReviewDialog) -> None:
        lines = [
            one.cursor.selectedText() for one in dialog.panes.source.extraSelections() if one.format.fontUnderline()
        ]
        assert {"2024年6月底前", "河湖科", "人事科"} <= set(lines)


class TestOutline:
    def test_sections_are_counted_and_lead_to_their_words(self, dialog: ReviewDialog) -> None:
        outline = dialog.panes.outline
        tops = [outline.topLevelItem(row) for row in range(outline.topLevelItemCount())]
        counts = {row.text(0): row.text(1) for row in tops if row is not None}
        assert counts == {"一、主要举措和成效": "", "二、存在的问题": "2", "三、2024年工作安排": "3"}
        assert tops[0] is not None
        outline.itemClicked.emit(tops[0], 0)
        assert dialog.panes.source.caret == dialog.session.review.source.text.index("一、主要")

    def test_the_section_of_the_current_card_is_marked(self, dialog: ReviewDialog) -> None:
        dialog.session.go(3)
        current = dialog.panes.outline.currentItem()
        assert current is not None
        assert current.text(0).startswith("（二）规范水费公示")


class TestStates:
    def test_a_report_without_candidates_says_how_to_add_them(self, open_review: Open, draft: ImportDraft) -> None:
        dialog = open_review(ReviewDialog(DraftReview.of(replace(draft, candidates=()))))
        assert "选中一段话" in dialog.panes.notice.text()
        assert dialog.session.current == -1
        for name in ("accept", "reject", "merge", "split", "kind", "accept_all", "previous", "next", "undo", "write"):
            assert not dialog.panes.buttons[name].isEnabled(), name
            dialog.run(name)
        start = draft.text.index("个别供水站")
        dialog.panes.source.select(start, start + 12)
        dialog.run("add_task")
        assert dialog.session.current == 0
        assert dialog.panes.form.title.text() == "个别供水站公示栏长期没有"
        dialog.session.undo()
        assert dialog.session.current == -1

    def test_known_ones_name_their_item(self, open_review: Open, draft: ImportDraft) -> None:
        present = [("2023-问-07", draft.candidates[0].text)]
        dialog = open_review(ReviewDialog(DraftReview.of(draft, present)))
        assert "台账中已有 2023-问-07" in shown_cards(dialog)[0]
        assert dialog.session.current == 1, "the first that needs a decision"
        assert "1 项与台账中已有事项相同" in dialog.panes.summary.text()
        assert "已核对 0 / 4" in dialog.panes.summary.text()

    def test_when_all_is_decided_the_next_step_is_named(self, dialog: ReviewDialog) -> None:
        dialog.run("accept_all")
        assert "Ctrl+Enter" in dialog.panes.notice.text()
        assert "5 项" in dialog.panes.buttons["write"].text()

    def test_nothing_accepted_cannot_be_written(self, dialog: ReviewDialog) -> None:
        written: list[ImportDraft] = []
        dialog.confirmed.connect(written.append)
        dialog.run("write")
        assert written == []
        assert "没有采用" in dialog.panes.notice.text()

    def test_gaps_are_listed_and_lead_to_their_place(self, dialog: ReviewDialog) -> None:
        notice = dialog.panes.notice
        assert "2 项任务的时限是推定的" in notice.text()
        assert "4 项没有写明牵头单位" in notice.text()
        notice.linkActivated.emit("0")
        assert dialog.session.current == 3
        notice.linkActivated.emit("0")
        assert dialog.session.current == 4, "a second click goes to the second place"
        notice.linkActivated.emit("0")
        assert dialog.session.current == 3
        dialog.panes.form.lead.setText("供水科")
        dialog.run("accept")
        assert "3 项没有写明牵头单位" in notice.text()

    def test_keys_go_through_all_gaps_round_and_round(self, dialog: ReviewDialog) -> None:
        cards, visited = dialog.panes.candidates, []
        for _step in range(7):
            QTest.keyClick(cards, Qt.Key.Key_F8)
            visited.append(dialog.session.current)
        assert visited == [3, 4, 0, 1, 3, 4, 3], "two presumed deadlines, four without a lead, and again"
        QTest.keyClick(cards, Qt.Key.Key_F8, SHIFT)
        assert dialog.session.current == 4

    def test_a_blank_number_is_shown_in_the_source(self, open_review: Open, draft: ImportDraft) -> None:
        text = draft.text.replace("开展案卷评查两次", "开展案卷评查  次数不明，检查   次")
        dialog = open_review(ReviewDialog(DraftReview.of(replace(draft, text=text, candidates=(), sections=()))))
        assert "“数不明，检查”之后的数字未填" in dialog.panes.notice.text()
        QTest.keyClick(dialog.panes.candidates, Qt.Key.Key_F8)
        assert dialog.panes.source.caret == text.index("   次")

    def test_gaps_stay_listed_when_all_is_decided(self, dialog: ReviewDialog) -> None:
        dialog.run("accept_all")
        assert "全部核对完毕" in dialog.panes.notice.text()
        assert "4 项没有写明牵头单位" in dialog.panes.notice.text()

    def test_a_vague_task_says_so_on_its_card(self, open_review: Open, draft: ImportDraft) -> None:
        vague = replace(draft.candidates[4], title="加强培训", text="加强培训，不断提高能力。")
        dialog = open_review(ReviewDialog(DraftReview.of(replace(draft, candidates=(vague,)))))
        assert "无可衡量目标" in shown_cards(dialog)[0]
        assert "计划任务 ① 没有可衡量的目标" in dialog.panes.notice.text()


class TestLook:
    def test_it_fits_small_screens_and_folds_the_outline_away(self, dialog: ReviewDialog) -> None:
        least = dialog.minimumSizeHint()
        assert least.width() <= 1000
        assert least.height() <= 620
        dialog.resize(1000, 620)
        QApplication.processEvents()
        assert dialog.size() == QSize(1000, 620)
        assert dialog.panes.outline.visibleRegion().isEmpty()
        dialog.resize(1366, 768)
        QApplication.processEvents()
        assert not dialog.panes.outline.visibleRegion().isEmpty()

    @pytest.mark.parametrize("theme", [LIGHT, DARK])
    def test_words_can_be_read_on_every_ground(self, theme: Theme) -> None:
        for kind in ItemKind:
            for role in ExcerptRole:
                for off in (False, True):
                    ground = looks.ground(kind, role, theme, off=off)
                    assert min(contrast(theme.text, one) for one in (ground.plain, ground.strong)) >= 4.5

    def test_every_control_has_a_name_for_screen_readers(self, dialog: ReviewDialog) -> None:
        panes = dialog.panes
        named = [
            panes.outline,
            panes.source,
            panes.candidates,
            panes.notice,
            panes.form.partners,
            *panes.buttons.values(),
        ]
        fields = [panes.form.kind, panes.form.title, panes.form.text, panes.form.cause, panes.form.measures]
        fields += [panes.form.rectification, panes.form.day, panes.form.lead, panes.form.support, panes.form.person]
        fields += [panes.form.leader, panes.header.title, panes.header.kind]
        assert [widget for widget in (*named, *fields) if not widget.accessibleName()] == []


def contrast(one: str, other: str) -> float:
    """As WCAG 2 counts it."""

    def light(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


class TestModel:
    def test_it_keeps_qts_rules(self, dialog: ReviewDialog) -> None:
        tester = QAbstractItemModelTester(
            dialog.panes.candidates.cards, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        for name in ("accept", "next", "merge", "undo", "accept_all"):
            dialog.run(name)
        assert tester.model() is dialog.panes.candidates.cards


def long_draft(draft: ImportDraft) -> ImportDraft:
    """100 candidates in 60,000 characters."""
    words, candidates, at = [], [], 0
    for number in range(1, 101):
        text = f"第{number}项是巡查。" + "各乡镇按月巡查河道并登记上报，" * 40
        words.append(text)
        candidates.append(Candidate(ItemKind.COMMITMENT, f"第{number}项", text, (Span(at, at + len(text)),)))
        at += len(text) + 1
    return replace(draft, text="\n".join(words), candidates=tuple(candidates), sections=())


def test_a_long_report_stays_smooth(open_review: Open, draft: ImportDraft, qtbot: QtBot) -> None:
    dialog = open_review(ReviewDialog(DraftReview.of(long_draft(draft))))
    QApplication.processEvents()
    slowest = 0.0
    for _step in range(20):
        begun = time.perf_counter()
        QTest.keyClick(dialog.panes.candidates, Qt.Key.Key_Return)
        QApplication.processEvents()
        slowest = max(slowest, time.perf_counter() - begun)
    assert dialog.session.current == 20
    assert slowest < 0.5, "a key press must not be felt; the bound is loose for shared machines"


def test_the_numbers_of_items_on_one_line_stand_in_their_order(open_review: Open, draft: ImportDraft) -> None:
    text = "一是巡查少。二是公示慢。三是培训少。"
    starts = [text.index(words) for words in ("一是", "二是", "三是")]
    items = tuple(
        Candidate(ItemKind.PROBLEM, text[at : at + 5], text[at : at + 6], (Span(at, at + 6),)) for at in starts
    )
    dialog = open_review(ReviewDialog(DraftReview.of(replace(draft, text=text, candidates=items, sections=()))))
    badges = dict(dialog.panes.source.badges())
    assert badges[0].left() < badges[1].left() < badges[2].left()
    assert badges[0].left() >= 0
    assert len({rect.top() for rect in badges.values()}) == 1
