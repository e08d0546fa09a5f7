"""A draft as the plain object that `tracker extract --json` prints; its keys are stable."""

from tracker.domain.drafts import Candidate, DraftDeadline, ImportDraft
from tracker.domain.pairing import pairs
from tracker.domain.reports import ExcerptRole


def draft_to_json(draft: ImportDraft) -> dict[str, object]:
    """The draft as JSON values. ``deadline`` of an item is the stated or presumed day; ``owner`` its lead names;
    ``answers`` the numbers of the items, counted from 1, that it seems to answer."""
    found = pairs(draft.candidates)
    return {
        "title": draft.title,
        "organization": draft.organization,
        "report_year": draft.report_year,
        "plan_year": draft.plan_year,
        "items": [
            _item(candidate, [pair.problem + 1 for pair in found if pair.task == place])
            for place, candidate in enumerate(draft.candidates)
        ],
    }


def _item(candidate: Candidate, answers: list[int]) -> dict[str, object]:
    owners = candidate.owners
    spans = [span for span in candidate.spans if span.role is ExcerptRole.STATEMENT]
    return {
        "kind": candidate.kind.value,
        "title": candidate.title,
        "text": candidate.text,
        "deadline": _day(candidate.deadline),
        "deadline_text": candidate.deadline.words if candidate.deadline else "",
        "deadline_presumed": bool(candidate.deadline and candidate.deadline.presumed),
        "deadline_standing": bool(candidate.deadline and candidate.deadline.kind.value == "standing"),
        "owner": "、".join(owners.lead) or None,
        "owners": {
            "lead": list(owners.lead),
            "support": list(owners.support),
            "person": list(owners.person),
            "leader": list(owners.leader),
        },
        "cause": candidate.cause,
        "measures": [{"text": measure.text, "deadline": _day(measure.deadline)} for measure in candidate.measures],
        "rectification": candidate.rectification and candidate.rectification.value,
        "answers": answers,
        "section": candidate.section,
        "page": spans[0].page if spans else None,
        "start": spans[0].start if spans else None,
        "end": spans[-1].end if spans else None,
        "confidence": candidate.confidence,
        "reason": candidate.reason,
    }


def _day(deadline: DraftDeadline | None) -> str | None:
    return deadline.day.isoformat() if deadline and deadline.day else None
