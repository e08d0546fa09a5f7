"""Importing: one step, codes in order, nothing twice."""

import pytest
from tests.unit.conftest import candidate, draft, sample

from tracker.domain.drafts import DraftDeadline, DraftOwners
from tracker.domain.kinds import DeadlineKind, ItemKind, Role
from tracker.domain.status import Status
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.reports import Imported, ImportReport


def test_candidates_become_items_with_all_that_was_read(ledger: Ledger, imported: Imported) -> None:
    assert imported.added == ("2024-问-01", "2024-问-02", "2025-计-01", "2025-计-02")
    task = ledger.ask.item_by_code("2025-计-01")
    assert (task.deadline_presumed, task.status) == (True, Status.NOT_STARTED)
    detail = ledger.ask.detail(task.id)
    assert detail is not None
    assert [measure.text for measure in detail.measures] == ["印发清单", "组织培训"]
    assert detail.names(Role.SUPPORT) == ("执法大队", "办公室")
    assert [(excerpt.start, excerpt.report_id) for excerpt in detail.excerpts] == [(60, imported.report_id)]
    assert ledger.ask.item_by_code("2024-问-01").cause == "人手不足"
    (card,) = ledger.ask.reports()
    assert (card.problems, card.commitments, card.report_year) == (2, 2, 2024)


def test_an_import_is_one_step_and_undone_whole(ledger: Ledger, imported: Imported) -> None:
    assert len(ledger.ask.history()) == 1
    assert ledger.undo().words == "撤销：导入《云岭市水务局2024年度报告》：2 项问题、2 项计划任务"
    assert ledger.cards() == []
    assert ledger.ask.reports() == []
    assert ledger.ask.units() == []
    ledger.redo()
    assert [card.code for card in ledger.cards()] == ["2025-计-01", "2025-计-02", "2024-问-01", "2024-问-02"]


def test_the_same_report_twice_adds_nothing(ledger: Ledger, imported: Imported) -> None:
    again = ledger.perform(ImportReport(sample()))
    assert again.step is None
    assert again.value == Imported(imported.report_id, (), imported.added)


def test_what_was_left_out_before_can_be_added_later(ledger: Ledger, imported: Imported) -> None:
    more = draft(candidate(1), candidate(9))
    done = ledger.perform(ImportReport(more)).value
    assert (done.report_id, done.added, done.known) == (imported.report_id, ("2024-问-03",), ("2024-问-01",))


def test_the_same_words_in_another_years_report_are_another_item(ledger: Ledger, imported: Imported) -> None:
    later = draft(candidate(1), year=2025, text="下一年的报告")
    assert ledger.perform(ImportReport(later)).value.added == ("2025-问-01",)


def test_a_report_without_a_year_asks_for_it(ledger: Ledger) -> None:
    with pytest.raises(UserError, match="报告年度") as refused:
        ledger.perform(ImportReport(draft(candidate(1), year=None)))
    assert refused.value.field == "report_year"
    assert ledger.cards() == []


def test_a_report_with_nothing_to_track_is_kept_out(ledger: Ledger) -> None:
    assert ledger.perform(ImportReport(draft())).step is None


def test_a_standing_duty_is_read_as_one(ledger: Ledger) -> None:
    standing = DraftDeadline(DeadlineKind.STANDING, None, "长期坚持")
    lead = DraftOwners(lead=("法规科", "法规科"))
    ledger.perform(ImportReport(draft(candidate(1, ItemKind.COMMITMENT, deadline=standing, owners=lead))))
    item = ledger.ask.item_by_code("2025-计-01")
    assert (item.deadline_kind, item.deadline_text, item.deadline_current) == (DeadlineKind.STANDING, "长期坚持", None)
    assert ledger.cards()[0].lead == "法规科"
