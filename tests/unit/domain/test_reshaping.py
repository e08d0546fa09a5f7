"""Merging and splitting candidates: words, places, and all that belongs to them."""

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.domain.water_report import DRAFT, FEES, NOTICE, PATROL, PRESUMED, STAFF, TEXT, candidates, place

from tracker.domain.drafts import (
    DraftDeadline,
    DraftMeasure,
    DraftOwners,
    squeezed,
)
from tracker.domain.kinds import DeadlineKind
from tracker.domain.reports import ExcerptRole
from tracker.domain.review import Decision, DraftReview
from tracker.errors import UserError


@pytest.fixture
def review() -> DraftReview:
    return DraftReview.of(DRAFT)


class TestMerging:
    def test_everything_of_both_is_kept(self, review: DraftReview) -> None:
        merged = review.merge(3)
        assert len(merged.entries) == 3
        one = merged.entries[2].candidate
        assert one.title == STAFF.title
        assert one.text == f"{STAFF.text}\n{NOTICE.text}"
        assert one.spans == (*STAFF.spans, *NOTICE.spans)
        assert one.measures == STAFF.measures
        assert one.deadline == STAFF.deadline, "what is stated goes before what is presumed"
        assert one.owners == STAFF.owners
        assert one.confidence == 0.9

    def test_two_of_one_paragraph_are_one_sentence_after_the_other(self, review: DraftReview) -> None:
        assert review.merge(1).entries[0].candidate.text == PATROL.text + FEES.text

    def test_the_later_of_two_stated_deadlines_counts(self, review: DraftReview) -> None:
        stated = DraftDeadline(DeadlineKind.DATE, date(2024, 9, 30), "三季度")
        merged = review.edit(3, replace(NOTICE, deadline=stated)).merge(3).entries[2].candidate
        assert merged.deadline == DraftDeadline(DeadlineKind.DATE, date(2024, 9, 30), "6月底前、三季度")

    def test_a_standing_duty_outlasts_any_day(self, review: DraftReview) -> None:
        standing = DraftDeadline(DeadlineKind.STANDING, None, "长期坚持")
        merged = review.edit(3, replace(NOTICE, deadline=standing)).merge(3).entries[2].candidate
        assert merged.deadline is not None
        assert (merged.deadline.kind, merged.deadline.day) == (DeadlineKind.STANDING, None)

    def test_nobody_supports_what_they_lead(self, review: DraftReview) -> None:
        owners = DraftOwners(lead=("人事科",), person=("林舟",))
        merged = review.edit(3, replace(NOTICE, owners=owners)).merge(3).entries[2].candidate
        assert merged.owners == DraftOwners(lead=("河湖科", "人事科"), person=("林舟",))

    def test_two_accepted_ones_stay_accepted_and_others_are_looked_at_again(self, review: DraftReview) -> None:
        assert review.accept(0).accept(1).merge(1).entries[0].decision is Decision.ACCEPTED
        assert review.accept(0).merge(1).entries[0].decision is Decision.OPEN

    def test_the_first_has_nothing_before_it(self, review: DraftReview) -> None:
        with pytest.raises(UserError):
            review.merge(0)


class TestSplitting:
    def test_the_healed_text_is_cut_where_the_raw_text_is(self, review: DraftReview) -> None:
        # the place stands behind a line wrap, an indent and blanks that healing took out
        parts = candidates(review.split(0, TEXT.index("主要原因")))[:2]
        assert [part.text for part in parts] == [
            "一是河道巡查不够经常。部分乡镇一月一查，发现问题偏晚。",
            "主要原因是人手不足。",
        ]
        assert "".join(part.text for part in parts) == PATROL.text

    def test_every_place_inside_loses_no_letter(self, review: DraftReview) -> None:
        page_end = TEXT.index("- 3 -") + len("- 3 -")
        for index, candidate in enumerate((PATROL, FEES, STAFF, NOTICE)):
            first, last = candidate.spans[0].start, max(span.end for span in candidate.spans)
            for offset in range(first, last + 1):
                try:
                    parts = candidates(review.split(index, offset))[index : index + 2]
                except UserError:
                    continue
                whole_lines = TEXT[first:offset].partition("\n- 3")[0] if offset <= page_end else TEXT[first:offset]
                assert squeezed(parts[0].text) == squeezed(whole_lines.replace("- 3 -", ""))
                assert squeezed(parts[0].text) + squeezed(parts[1].text) == squeezed(candidate.text)
                assert all(part.text and part.title and part.spans for part in parts)
                for part in parts:
                    assert all(span.start < span.end for span in part.spans)

    def test_punctuation_stays_on_the_side_of_the_caret_where_it_stands(self, review: DraftReview) -> None:
        after_stop = candidates(review.split(2, TEXT.index("6月底前")))[2:4]
        assert [part.text[-3:] for part in after_stop[:1]] == ["队伍。"]
        before_stop = candidates(review.split(2, TEXT.index("6月底前") - 1))[2:4]
        assert before_stop[1].text.startswith("。6月")

    def test_spans_are_cut_and_trimmed(self, review: DraftReview) -> None:
        first, second = candidates(review.split(0, TEXT.index("部分乡镇")))[:2]
        assert [TEXT[s.start : s.end] for s in first.spans] == ["一是河道巡查不够经常。"]
        assert second.spans[0].start == TEXT.index("部分乡镇")
        at_wrap = TEXT.index("，\n  发现") + 1
        first, second = candidates(review.split(0, at_wrap))[:2]
        assert TEXT[first.spans[0].end - 1] == "，"
        assert second.spans[0].start == TEXT.index("发现  问题")

    def test_titles_are_derived_again(self, review: DraftReview) -> None:
        first, second = candidates(review.split(2, TEXT.index("同时购置")))[2:4]
        assert first.title == "补齐巡查队伍"
        assert second.title == "同时购置两艘巡查船"

    def test_causes_and_measures_go_with_their_words(self, review: DraftReview) -> None:
        first, second = candidates(review.split(0, TEXT.index("主要原因")))[:2]
        assert (first.cause, second.cause) == ("", "人手不足")
        first, second = candidates(review.split(2, TEXT.index("同时购置")))[2:4]
        assert [[step.text for step in part.measures] for part in (first, second)] == [["完成招录"], ["购置两艘巡查船"]]

    def test_a_measure_that_is_cut_is_two(self, review: DraftReview) -> None:
        first, second = candidates(review.split(2, TEXT.index("两艘")))[2:4]
        assert [step.text for step in first.measures] == ["完成招录", "购置"]
        assert [step.text for step in second.measures] == ["两艘巡查船"]

    def test_a_stated_deadline_goes_with_its_words(self, review: DraftReview) -> None:
        first, second = candidates(review.split(2, TEXT.index("同时购置")))[2:4]
        assert first.deadline == STAFF.deadline
        assert second.deadline == PRESUMED
        first, second = candidates(review.split(2, TEXT.index("6月底前")))[2:4]
        assert (first.deadline, second.deadline) == (PRESUMED, STAFF.deadline)

    def test_owners_answer_for_both_parts(self, review: DraftReview) -> None:
        parts = candidates(review.split(2, TEXT.index("同时购置")))[2:4]
        assert [part.owners for part in parts] == [STAFF.owners, STAFF.owners]

    def test_measures_told_elsewhere_stay_with_the_first_part(self, review: DraftReview) -> None:
        answered = replace(
            FEES,
            spans=(*FEES.spans, place("（二）按月公示水费。", ExcerptRole.MEASURE)),
            measures=(DraftMeasure("按月公示水费"),),
        )
        first, second = candidates(review.edit(1, answered).split(1, TEXT.index("不够及时")))[1:3]
        assert first.measures == (DraftMeasure("按月公示水费"),)
        assert [span.role for span in first.spans] == [ExcerptRole.STATEMENT, ExcerptRole.MEASURE]
        assert (second.measures, len(second.spans)) == ((), 1)

    def test_both_parts_keep_the_decision(self, review: DraftReview) -> None:
        parts = review.accept(2).split(2, TEXT.index("同时购置")).entries[2:4]
        assert {part.decision for part in parts} == {Decision.ACCEPTED}

    @pytest.mark.parametrize("offset", [0, TEXT.index("二是水费"), TEXT.index("四、"), len(TEXT)])
    def test_a_place_outside_is_refused(self, review: DraftReview, offset: int) -> None:
        with pytest.raises(UserError, match="第 2 项"):
            review.split(1, offset)

    def test_merging_brings_the_words_back(self, review: DraftReview) -> None:
        again = review.split(2, TEXT.index("同时购置")).merge(3)
        assert again.entries[2].candidate.text == STAFF.text
        assert len(again.entries) == 4
