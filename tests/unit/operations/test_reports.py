"""Importing: one step, codes in order, nothing twice."""

from dataclasses import replace

import pytest
from tests.unit.conftest import candidate, draft, sample

from tracker.domain.drafts import DraftDeadline, DraftLink, DraftOwners
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType, Role
from tracker.domain.links import LinkKind
from tracker.domain.similar import LedgerItem
from tracker.domain.status import Status
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.items import AddItem
from tracker.operations.reports import Imported, ImportReport

TASK = ItemKind.COMMITMENT


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


def test_links_are_written_in_the_same_step_and_undone_with_it(ledger: Ledger, imported: Imported) -> None:
    links = (
        DraftLink(1, 0, LinkKind.ANSWERS),
        DraftLink(0, "2024-问-01", LinkKind.RECURS),
        DraftLink("2025-计-01", 0, LinkKind.ANSWERS),
        DraftLink(1, 0, LinkKind.ANSWERS),  # the same again
    )
    later = replace(draft(candidate(8), candidate(9, TASK), year=2025, text="下一年的报告"), links=links)
    before = len(ledger.ask.history())
    assert ledger.perform(ImportReport(later)).value.added == ("2025-问-01", "2026-计-01")
    assert len(ledger.ask.history()) == before + 1
    detail = ledger.ask.detail(ledger.ask.item_by_code("2025-问-01").id)
    assert detail is not None
    assert {(link.kind, link.outgoing, link.code) for link in detail.links} == {
        (LinkKind.RECURS, True, "2024-问-01"),
        (LinkKind.ANSWERS, False, "2026-计-01"),
        (LinkKind.ANSWERS, False, "2025-计-01"),
    }
    assert not [fault for fault in ledger.faults() if "文件" not in fault], "links and journal are whole"
    ledger.undo()
    earlier = ledger.ask.detail(ledger.ask.item_by_code("2024-问-01").id)
    assert earlier is not None
    assert earlier.links == ()
    ledger.redo()
    assert len(ledger.ask.details([detail.item.id])[0].links) == 3


def test_a_link_to_an_item_that_is_gone_refuses_the_whole_import(ledger: Ledger, imported: Imported) -> None:
    later = replace(draft(candidate(8), year=2025, text="下一年"), links=(DraftLink(0, "2019-问-01", LinkKind.RECURS),))
    with pytest.raises(UserError, match="2019-问-01"):
        ledger.perform(ImportReport(later))
    assert len(ledger.ask.reports()) == 1


def test_a_link_to_what_the_ledger_has_already_is_made_to_that_item(ledger: Ledger, imported: Imported) -> None:
    more = replace(draft(candidate(1), candidate(9, TASK)), links=(DraftLink(1, 0, LinkKind.ANSWERS),))
    ledger.perform(ImportReport(more))
    detail = ledger.ask.detail(ledger.ask.item_by_code("2024-问-01").id)
    assert detail is not None
    assert [link.code for link in detail.links] == ["2025-计-03"]


def test_the_type_that_was_chosen_is_written(ledger: Ledger) -> None:
    ledger.perform(ImportReport(draft(candidate(1, rectification=RectificationType.AT_ONCE), candidate(2))))
    assert ledger.ask.item_by_code("2024-问-01").rectification is RectificationType.AT_ONCE
    assert ledger.ask.item_by_code("2024-问-02").rectification is None


def test_the_items_of_other_reports_can_be_asked_for(ledger: Ledger, imported: Imported) -> None:
    ledger.perform(AddItem(TASK, 2023, "修缮泵站"))
    (report,) = ledger.ask.reports()
    by_hand = [LedgerItem("2023-计-01", TASK, 2023, "修缮泵站", "")]
    assert ledger.ask.items_of_others(report.digest) == by_hand
    assert len(ledger.ask.items_of_others("")) == 5
