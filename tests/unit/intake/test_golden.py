"""Reports written for this project in many layouts, each with its marks: what is read must be what is marked."""

import json
from pathlib import Path
from typing import Any

import pytest

from tracker.domain.drafts import ImportDraft, squeezed
from tracker.domain.items import TITLE_LENGTH
from tracker.domain.reports import ExcerptRole
from tracker.intake.read_report import read_report

REPORTS = Path(__file__).parents[2] / "data" / "reports"
MARKED = sorted(path.stem for path in (REPORTS / "gold").glob("*.json"))
OTHER_FORMATS = sorted(path.name for path in (REPORTS / "formats").glob("*.*") if path.stem in MARKED)


def marks(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((REPORTS / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def test_there_are_enough_layouts() -> None:
    assert len(MARKED) >= 30
    assert {Path(name).suffix for name in OTHER_FORMATS} == {".docx", ".pdf"}


@pytest.mark.parametrize("name", MARKED)
def test_items_of_a_text_are_the_marked_ones(name: str) -> None:
    assert_as_marked(read_report(REPORTS / f"{name}.txt"), marks(name))


@pytest.mark.parametrize("name", OTHER_FORMATS)
def test_items_of_word_and_pdf_are_the_marked_ones(name: str) -> None:
    assert_as_marked(read_report(REPORTS / "formats" / name), marks(Path(name).stem))


def assert_as_marked(draft: ImportDraft, gold: dict[str, Any]) -> None:
    read = [(candidate.kind.value, squeezed(candidate.text)) for candidate in draft.candidates]
    assert read == [(item["kind"], squeezed(item["text"])) for item in gold["items"]]
    assert draft.organization == gold["organization"]
    assert draft.report_year == gold["report_year"]
    assert draft.title
    for candidate, item in zip(draft.candidates, gold["items"], strict=True):
        deadline = candidate.deadline
        stated = deadline.day if deadline and not deadline.presumed else None
        assert (stated.isoformat() if stated else None) == item["deadline"], candidate.title
        if item["owner"]:
            assert squeezed(item["owner"]) in squeezed("、".join(candidate.owners.lead))
        else:
            assert candidate.owners.lead == ()


@pytest.mark.parametrize("name", [*(f"{name}.txt" for name in MARKED), *(f"formats/{name}" for name in OTHER_FORMATS)])
def test_each_candidate_stands_where_its_spans_say(name: str) -> None:
    draft = read_report(REPORTS / name)
    for candidate in draft.candidates:
        stated = [span for span in candidate.spans if span.role is ExcerptRole.STATEMENT]
        assert stated
        assert all(0 <= span.start < span.end <= len(draft.text) for span in candidate.spans)
        slices = "".join(draft.text[span.start : span.end] for span in stated)
        assert squeezed(slices) == squeezed(candidate.text)
        assert 4 <= len(candidate.title) <= TITLE_LENGTH
        assert 0 < candidate.confidence <= 1
        assert candidate.reason
        if name.endswith(".pdf"):
            assert all(span.page for span in candidate.spans)


@pytest.mark.parametrize("name", MARKED)
def test_causes_stand_where_their_spans_say(name: str) -> None:
    draft = read_report(REPORTS / f"{name}.txt")
    for candidate in draft.candidates:
        slices = "".join(draft.text[s.start : s.end] for s in candidate.spans if s.role is ExcerptRole.CAUSE)
        assert squeezed(candidate.cause) in squeezed(slices)


def test_sections_nest_and_hold_the_candidates() -> None:
    draft = read_report(REPORTS / "nested-and-overall-aims.txt")
    assert [section.heading for section in draft.sections if section.level == 1] == [
        "一、工作开展情况",
        "二、存在不足和原因",
        "三、下一步工作计划",
    ]
    assert draft.candidates[0].section == "二、存在不足和原因 › （一）存在不足"
    assert draft.candidates[3].section == "三、下一步工作计划 › （二）重点任务"
