"""Reviewing a draft: decisions and corrections before anything is written."""

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.domain.water_report import DRAFT, FEES, NOTICE, PATROL, PRESUMED, PROBLEM, STAFF, TASK, TEXT, candidates

from tracker.domain.correction import one_line, with_measures
from tracker.domain.drafts import (
    Candidate,
    DraftDeadline,
    DraftLink,
    DraftMeasure,
    DraftOwners,
    Span,
)
from tracker.domain.kinds import DeadlineKind, RectificationType
from tracker.domain.links import LinkKind
from tracker.domain.reports import ReportKind
from tracker.domain.review import Decision, DraftReview
from tracker.domain.similar import LedgerItem, SimilarItems
from tracker.errors import UserError


@pytest.fixture
def review() -> DraftReview:
    return DraftReview.of(DRAFT)


class TestDeciding:
    def test_nothing_is_accepted_at_first(self, review: DraftReview) -> None:
        assert review.accepted_draft().candidates == ()
        assert review.count(Decision.OPEN) == 4
        assert (review.count_kind(PROBLEM), review.count_kind(TASK)) == (2, 2)

    def test_what_is_accepted_is_written(self, review: DraftReview) -> None:
        decided = review.accept(0).reject(1).accept(3)
        assert decided.accepted_draft().candidates == (PATROL, NOTICE)
        assert decided.accepted_draft().digest == DRAFT.digest
        assert review.count(Decision.OPEN) == 4, "the earlier value stays as it was"

    def test_all_that_is_left_can_be_accepted(self, review: DraftReview) -> None:
        assert review.reject(1).accept_all().accepted_draft().candidates == (PATROL, STAFF, NOTICE)

    def test_a_draft_accepted_whole_is_the_draft_with_its_links(self, review: DraftReview) -> None:
        links = (DraftLink(2, 0, LinkKind.ANSWERS), DraftLink(3, 1, LinkKind.ANSWERS))
        assert review.accept_all().accepted_draft() == replace(DRAFT, links=links)

    def test_the_next_undecided_one_begins_again_at_the_top(self, review: DraftReview) -> None:
        decided = review.accept(2).accept(3)
        assert decided.next_undecided(3) == 0
        assert decided.next_undecided(0) == 1
        assert decided.accept_all().next_undecided(1) is None

    def test_the_only_undecided_one_is_its_own_next(self, review: DraftReview) -> None:
        assert review.accept(0).accept(1).accept(2).next_undecided(3) == 3


class TestKnown:
    PRESENT = (("2023-问-01", PATROL.text), ("2024-计-01", STAFF.text.replace("。", "．\n")))

    @pytest.fixture
    def review(self) -> DraftReview:
        return DraftReview.of(DRAFT, self.PRESENT)

    def test_they_are_marked_in_whatever_layout(self, review: DraftReview) -> None:
        assert [entry.known_as for entry in review.entries] == ["2023-问-01", None, "2024-计-01", None]
        assert review.known == 2

    def test_they_stay_out(self, review: DraftReview) -> None:
        assert review.accept(0) == review
        assert review.reject(0) == review
        assert review.accept_all().accepted_draft().candidates == (FEES, NOTICE)
        assert review.accept_all().count(Decision.ACCEPTED) == 2
        assert review.next_undecided(-1) == 1

    def test_a_report_of_known_ones_alone(self, review: DraftReview) -> None:
        assert not review.is_all_known
        assert DraftReview.of(replace(DRAFT, candidates=(PATROL,)), self.PRESENT).is_all_known
        assert not DraftReview.of(replace(DRAFT, candidates=())).is_all_known

    def test_other_words_are_matched_anew(self, review: DraftReview) -> None:
        assert review.edit(0, replace(PATROL, text="这是另一件事。")).entries[0].known_as is None
        assert review.edit(1, replace(FEES, text=PATROL.text)).entries[1].known_as == "2023-问-01"

    def test_parts_of_a_known_one_are_known(self, review: DraftReview) -> None:
        parts = review.split(2, TEXT.index("同时购置"))
        assert [entry.known_as for entry in parts.entries[2:4]] == ["2024-计-01", "2024-计-01"]


class TestPairs:
    def test_they_are_proposed_and_seen_from_both_sides(self, review: DraftReview) -> None:
        assert [review.partners(index) for index in range(4)] == [(2,), (3,), (0,), (1,)]

    def test_a_person_changes_and_drops_them(self, review: DraftReview) -> None:
        changed = review.pair(3, 1, answers=False).pair(0, 3, answers=True)
        assert changed.partners(0) == (2, 3)
        assert changed.partners(1) == ()
        assert changed.accept_all().accepted_draft().links == (
            DraftLink(2, 0, LinkKind.ANSWERS),
            DraftLink(3, 0, LinkKind.ANSWERS),
        )

    def test_only_a_task_answers_a_problem(self, review: DraftReview) -> None:
        with pytest.raises(UserError, match="只有计划任务"):
            review.pair(0, 1, answers=True)

    def test_they_need_both_sides_accepted(self, review: DraftReview) -> None:
        assert review.accept_all().reject(0).accepted_draft().links == (DraftLink(2, 0, LinkKind.ANSWERS),)

    def test_they_follow_their_entries_when_others_are_merged_and_split(self, review: DraftReview) -> None:
        merged = review.merge(1)
        assert (merged.partners(0), merged.partners(2)) == ((1, 2), (0,))
        parted = review.split(2, TEXT.index("同时购置"))
        assert parted.partners(0) == (2,)
        assert parted.partners(1) == (4,)

    def test_a_task_made_part_of_a_problem_answers_nothing_any_more(self, review: DraftReview) -> None:
        merged = review.merge(2)
        assert [merged.partners(index) for index in range(3)] == [(), (2,), (1,)]

    def test_another_kind_has_other_pairs(self, review: DraftReview) -> None:
        assert review.change_kind(3).partners(1) == ()
        assert review.change_kind(3).change_kind(3).partners(1) == (3,)

    def test_what_is_added_is_paired_too(self, review: DraftReview) -> None:
        start = TEXT.index("部分乡镇一月一查")
        added = review.add(PROBLEM, start, start + 8)
        assert added.entries[1].key == 4
        assert added.pair(1, 3, answers=True).partners(3) == (0, 1)

    def test_what_the_ledger_has_of_this_report_already_can_be_answered(self) -> None:
        review = DraftReview.of(DRAFT, (("2023-问-01", PATROL.text), ("2024-计-02", NOTICE.text)))
        assert set(review.accept_all().accepted_draft().links) == {
            DraftLink(1, "2023-问-01", LinkKind.ANSWERS),
            DraftLink("2024-计-02", 0, LinkKind.ANSWERS),
        }


class TestSimilar:
    OTHERS = SimilarItems(
        [
            LedgerItem("2021-问-03", PROBLEM, 2021, PATROL.title, PATROL.text),
            LedgerItem("2022-计-02", TASK, 2022, NOTICE.title, NOTICE.text),
            LedgerItem("2022-计-05", TASK, 2022, "修缮泵站", "修缮三座泵站。"),
        ]
    )

    @pytest.fixture
    def review(self) -> DraftReview:
        return DraftReview.of(DRAFT, (), self.OTHERS)

    def codes(self, review: DraftReview) -> list[str | None]:
        return [entry.asked.item.code if entry.asked else None for entry in review.entries]

    def test_they_are_asked_about(self, review: DraftReview) -> None:
        assert self.codes(review) == ["2021-问-03", None, None, "2022-计-02"]
        assert review.asked == 2
        assert review.reject(0).asked == 1

    def test_nothing_is_linked_unless_a_person_says_so(self, review: DraftReview) -> None:
        plain = review.accept_all().accepted_draft().links
        assert all(link.kind is LinkKind.ANSWERS for link in plain)
        chosen = review.choose_link(0, "2021-问-03", LinkKind.RECURS).choose_link(3, "2022-计-02", LinkKind.CONTINUES)
        assert chosen.asked == 0
        assert set(chosen.accept_all().accepted_draft().links) - set(plain) == {
            DraftLink(0, "2021-问-03", LinkKind.RECURS),
            DraftLink(3, "2022-计-02", LinkKind.CONTINUES),
        }

    def test_a_link_runs_from_the_later_to_the_earlier(self, review: DraftReview) -> None:
        chosen = review.choose_link(0, "2021-问-03", LinkKind.RECURS)
        older = chosen.with_header(title="甲", organization="乙", report_year=2020, kind=ReportKind.ANNUAL)
        assert DraftLink("2021-问-03", 0, LinkKind.RECURS) in older.accept_all().accepted_draft().links

    def test_what_was_said_outlasts_corrections_and_reshaping(self, review: DraftReview) -> None:
        chosen = review.choose_link(0, "2021-问-03", LinkKind.RECURS)
        for later in (chosen.edit(0, replace(PATROL, title="河道巡查少")), chosen.merge(1)):
            assert [one.link for one in later.entries[0].similar] == [LinkKind.RECURS]
        (asked,) = chosen.change_kind(0).entries[0].similar
        assert (asked.link, asked.decided) == (None, False), "a task is no problem again"

    def test_other_words_resemble_other_items(self, review: DraftReview) -> None:
        edited = review.edit(1, replace(FEES, title="巡查少", text=PATROL.text))
        assert self.codes(edited)[1] == "2021-问-03"

    def test_what_is_known_is_not_asked_about(self) -> None:
        review = DraftReview.of(DRAFT, (("2023-问-01", PATROL.text),), self.OTHERS)
        assert self.codes(review)[0] is None


class TestEditing:
    def test_the_decision_stays(self, review: DraftReview) -> None:
        edited = review.accept(1).edit(1, replace(FEES, title=" 水费公示慢 "))
        assert edited.entries[1].decision is Decision.ACCEPTED
        assert edited.entries[1].candidate.title == "水费公示慢"

    def test_the_same_again_is_the_same_value(self, review: DraftReview) -> None:
        assert review.edit(1, FEES) is review

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            (replace(FEES, title="  "), "title"),
            (replace(FEES, title="长" * 201), "title"),
            (replace(FEES, text=""), "text"),
            (replace(FEES, owners=DraftOwners(lead=("科" * 61,))), "lead"),
            (replace(FEES, owners=DraftOwners(person=("名" * 41,))), "person"),
        ],
    )
    def test_what_the_ledger_would_refuse_is_refused_at_once(
        self, review: DraftReview, changed: Candidate, field: str
    ) -> None:
        with pytest.raises(UserError) as caught:
            review.edit(1, changed)
        assert caught.value.field == field

    def test_a_title_may_have_200_characters(self, review: DraftReview) -> None:
        assert len(review.edit(1, replace(FEES, title="长" * 200)).entries[1].candidate.title) == 200

    def test_a_duty_made_standing_goes_on_unless_a_type_was_chosen(self, review: DraftReview) -> None:
        standing = DraftDeadline(DeadlineKind.STANDING, None, "长期坚持")
        edited = review.edit(3, replace(NOTICE, deadline=standing))
        assert edited.entries[3].candidate.rectification is RectificationType.CONTINUOUS
        at_once = replace(NOTICE, deadline=standing, rectification=RectificationType.AT_ONCE)
        assert review.edit(3, at_once).entries[3].candidate.rectification is RectificationType.AT_ONCE
        cleared = edited.edit(3, replace(edited.entries[3].candidate, rectification=None))
        assert cleared.entries[3].candidate.rectification is None

    def test_a_measure_that_stays_keeps_its_deadline(self) -> None:
        due = DraftDeadline(DeadlineKind.DATE, date(2024, 3, 31), "3月")
        dated = replace(FEES, measures=(DraftMeasure("逐月\n公示", due), DraftMeasure("设公示栏")))
        changed = with_measures(dated, ["新的一条", one_line("逐月\n公示")])
        assert changed.measures == (DraftMeasure("新的一条"), DraftMeasure("逐月\n公示", due))


class TestKind:
    def test_a_problem_made_a_task_is_due_at_the_end_of_the_plan_year(self, review: DraftReview) -> None:
        changed = review.change_kind(1).entries[1].candidate
        assert (changed.kind, changed.deadline) == (TASK, PRESUMED)

    def test_and_back_it_has_no_deadline(self, review: DraftReview) -> None:
        assert review.change_kind(1).change_kind(1) == review

    def test_a_stated_deadline_stays_both_ways(self, review: DraftReview) -> None:
        changed = review.change_kind(2)
        assert changed.entries[2].candidate.deadline == STAFF.deadline
        assert changed.change_kind(2) == review

    def test_without_a_year_nothing_is_presumed(self) -> None:
        review = DraftReview.of(replace(DRAFT, report_year=None))
        assert review.change_kind(1).entries[1].candidate.deadline is None


class TestAdding:
    def test_selected_words_become_an_accepted_entry_in_their_place(self, review: DraftReview) -> None:
        words = "部分乡镇一月一查，\n  发现  问题偏晚。"
        start = TEXT.index(words)
        added = review.add(PROBLEM, start, start + len(words))
        entry = added.entries[1]
        assert entry.candidate.text == "部分乡镇一月一查，发现问题偏晚。"
        assert entry.candidate.title == "部分乡镇一月一查，发现问题偏晚"
        assert entry.candidate.spans == (Span(start, start + len(words)),)
        assert entry.candidate.section == "三、存在的不足"
        assert entry.decision is Decision.ACCEPTED
        assert review.place_for(start) == 1

    def test_a_task_is_presumed_due_and_knows_its_headings(self, review: DraftReview) -> None:
        start = TEXT.index("按月公示")
        entry = review.add(TASK, start, start + 6).entries[4]
        assert entry.candidate.deadline == PRESUMED
        assert entry.candidate.section == "四、2024年打算 › （二）按月公示水费"

    def test_blanks_around_the_words_are_left_out(self, review: DraftReview) -> None:
        start = TEXT.index("\n四、")
        candidate = review.add(TASK, start, start + 3).entries[2].candidate
        assert candidate.spans == (Span(start + 1, start + 3),)

    def test_page_numbers_are_no_words(self, review: DraftReview) -> None:
        start = TEXT.index("人手")
        assert review.add(PROBLEM, start, TEXT.index("不足。二是") + 3).entries[1].candidate.text == "人手不足。"

    def test_a_selection_without_words_is_refused(self, review: DraftReview) -> None:
        with pytest.raises(UserError):
            review.add(PROBLEM, 5, 5)
        with pytest.raises(UserError):
            review.add(PROBLEM, TEXT.index("。6月"), TEXT.index("6月"))


class TestHeader:
    def header(self, review: DraftReview, year: int | None) -> DraftReview:
        return review.with_header(
            title=" 年度报告 ", organization="云溪县水务局", report_year=year, kind=ReportKind.AUDIT
        )

    def test_fields_are_taken_over(self, review: DraftReview) -> None:
        source = self.header(review, 2023).source
        assert (source.title, source.kind, source.plan_year) == ("年度报告", ReportKind.AUDIT, 2024)

    def test_deadlines_move_with_the_year_they_rest_on(self, review: DraftReview) -> None:
        moved = candidates(self.header(review, 2022))
        assert [c.deadline.day if c.deadline else None for c in moved] == [
            None, None, date(2023, 6, 30), date(2023, 12, 31),
        ]  # fmt: skip
        assert moved[3].deadline is not None
        assert moved[3].deadline.presumed

    def test_a_deadline_with_its_own_year_stays(self, review: DraftReview) -> None:
        stated = DraftDeadline(DeadlineKind.DATE, date(2025, 6, 30), "2025年6月底前")
        moved = self.header(review.edit(2, replace(STAFF, deadline=stated)), 2022)
        assert moved.entries[2].candidate.deadline == stated

    def test_the_last_of_february_stays_in_february(self, review: DraftReview) -> None:
        stated = DraftDeadline(DeadlineKind.DATE, date(2024, 2, 29), "2月底前")
        moved = self.header(review.edit(2, replace(STAFF, deadline=stated)), 2022).entries[2].candidate
        assert moved.deadline is not None
        assert moved.deadline.day == date(2023, 2, 28)

    def test_a_year_given_at_last_dates_the_tasks(self) -> None:
        undated = replace(DRAFT, report_year=None, candidates=(FEES, replace(NOTICE, deadline=None)))
        dated = self.header(DraftReview.of(undated), 2023)
        assert [entry.candidate.deadline for entry in dated.entries] == [None, PRESUMED]

    def test_what_is_missing_is_told_by_field(self, review: DraftReview) -> None:
        assert review.header_faults() == {}
        empty = review.with_header(title=" ", organization="", report_year=None, kind=ReportKind.ANNUAL)
        assert set(empty.header_faults()) == {"title", "organization", "report_year"}
        assert "2099" in self.header(review, 3000).header_faults()["report_year"]


class TestPlaces:
    def test_a_place_in_the_source_finds_its_entry(self, review: DraftReview) -> None:
        assert review.index_at(TEXT.index("部分乡镇")) == 0
        assert review.index_at(TEXT.index("二是水费")) == 1
        assert review.index_at(TEXT.index("三、")) is None

    def test_the_narrower_of_two_is_meant(self, review: DraftReview) -> None:
        start = TEXT.index("购置两艘")
        added = review.add(TASK, start, start + 7)
        assert added.index_at(start + 1) == added.place_for(start) - 1

    def test_sections_count_what_is_under_them(self, review: DraftReview) -> None:
        assert review.section_counts() == (2, 2, 1, 1)
        assert review.section_ends() == (TEXT.index("四、"), len(TEXT), TEXT.index("（二）"), len(TEXT))
