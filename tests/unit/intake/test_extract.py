"""What a candidate carries besides its words: steps, causes, answers, kinds, presumed days."""

from datetime import date

from tracker.domain.drafts import ImportDraft
from tracker.domain.kinds import ItemKind
from tracker.domain.reports import ExcerptRole
from tracker.intake.read_report import read_text

HEAD = "云泽市水务局2023年度法治政府建设工作报告\n一、工作情况\n开展普法，规范执法，推进依法行政。\n"


def draft(body: str) -> ImportDraft:
    return read_text(HEAD + body, name="报告.txt")


def test_a_task_keeps_its_steps() -> None:
    read = draft(
        "二、2024年工作计划\n（一）加强普法。一是办讲座，6月底前完成。二是印手册。\n（二）规范执法。修订裁量基准。"
    )
    first, second = read.candidates
    assert [measure.text for measure in first.measures] == ["办讲座，6月底前完成。", "印手册。"]
    assert first.measures[0].deadline is not None
    assert first.measures[0].deadline.day == date(2024, 6, 30)
    assert second.measures == ()
    assert second.deadline is not None
    assert (second.deadline.day, second.deadline.presumed, second.deadline.words) == (date(2024, 12, 31), True, "")


def test_measures_of_another_section_answer_one_to_one() -> None:
    read = draft(
        "二、存在的不足和问题整改情况\n（一）存在的不足\n一是执法力量薄弱。主要原因是编制不足。二是普法形式单一。\n"
        "问题整改情况\n一是已增配人员。二是已创新形式。\n三、2024年工作安排\n一是强队伍。二是强普法。"
    )
    assert [one.kind for one in read.candidates] == [ItemKind.PROBLEM] * 2 + [ItemKind.COMMITMENT] * 2
    first, second = read.candidates[:2]
    assert first.cause == "编制不足。"
    assert [m.text for m in first.measures] == ["已增配人员。"]
    assert [m.text for m in second.measures] == ["已创新形式。"]
    answers = [span for span in second.spans if span.role is ExcerptRole.MEASURE]
    assert [read.text[span.start : span.end] for span in answers] == ["二是已创新形式。"]


def test_measures_are_the_plan_where_the_report_has_no_other() -> None:
    read = draft(
        "二、存在问题\n（一）执法力量薄弱。\n（二）普法形式单一。\n三、改进措施\n（一）增配执法人员。\n（二）创新普法形式。"
    )
    assert [one.kind for one in read.candidates] == [ItemKind.PROBLEM] * 2 + [ItemKind.COMMITMENT] * 2


def test_a_shared_cause_is_told_of_every_problem() -> None:
    read = draft(
        "二、存在问题\n（一）执法力量薄弱。\n（二）普法形式单一。\n存在上述问题的原因，主要是重视不够。\n三、下一步打算\n（一）强队伍。"
    )
    assert [one.cause for one in read.candidates[:2]] == ["存在上述问题的原因，主要是重视不够。"] * 2
    assert read.candidates[1].text == "（二）普法形式单一。"


def test_last_years_problems_are_not_this_years() -> None:
    read = draft("二、上年度督察反馈问题整改情况\n（一）关于公示不及时的问题。已整改。\n三、下一步打算\n（一）强队伍。")
    assert [one.kind for one in read.candidates] == [ItemKind.COMMITMENT]


def test_suggestions_to_others_are_no_items() -> None:
    read = draft("二、下一步打算\n（一）强队伍。\n三、意见建议\n（一）建议加大保障力度。")
    assert [one.text for one in read.candidates] == ["（一）强队伍。"]


def test_found_by_a_sentence_alone_is_less_sure() -> None:
    sure = draft("二、存在问题\n（一）执法力量薄弱。\n（二）普法形式单一。").candidates[0]
    cued = draft(
        "推进依法行政，规范执法。\n" * 4 + "但工作中还存在一些问题：一是执法力量薄弱；二是普法形式单一。"
    ).candidates[0]
    assert cued.confidence < sure.confidence
    assert "但工作中" in cued.reason
    assert "（一）" in sure.reason


def test_tables_stay_outside_items() -> None:
    read = draft("二、下一步打算\n（一）强队伍。\n（二）强普法。\n总之，我局将继续努力。")
    assert [one.text for one in read.candidates] == ["（一）强队伍。", "（二）强普法。"]
