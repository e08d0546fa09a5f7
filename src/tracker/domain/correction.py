"""What a person may make of a candidate: the limits of its fields, measures line by line, days in another year."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.drafts import Candidate, DraftDeadline, DraftMeasure
from tracker.errors import UserError
from tracker.words import _

MAX_TITLE = 200
_LONGEST_NAME = {"lead": 60, "support": 60, "person": 40, "leader": 40}


def corrected(candidate: Candidate) -> Candidate:
    """``candidate`` as the ledger can take it. Raises UserError naming the field that is wrong."""
    candidate = replace(candidate, title=candidate.title.strip(), text=candidate.text.strip())
    if not candidate.title:
        raise UserError(_("短标题不能为空。"), _("请写一句能认出这一项的话。"), field="title")
    if len(candidate.title) > MAX_TITLE:
        raise UserError(_("短标题太长，最多 {limit} 个字。").format(limit=MAX_TITLE), field="title")
    if not candidate.text:
        raise UserError(_("原文不能为空。"), _("不要这一项时，请选“不采用”。"), field="text")
    for role, limit in _LONGEST_NAME.items():
        for name in getattr(candidate.owners, role):
            if len(name) > limit:
                raise UserError(
                    _("“{name}…”太长，一个名称最多 {limit} 个字。").format(name=name[:10], limit=limit),
                    _("几个名称之间请用顿号分开。"),
                    field=role,
                )
    return candidate


def shifted(deadline: DraftDeadline | None, years: int) -> DraftDeadline | None:
    """``deadline`` with its year moved, unless the report's own words name one."""
    if deadline is None or deadline.day is None or not years or re.search(r"\d{4}", deadline.words):
        return deadline
    day = deadline.day
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return replace(deadline, day=day.replace(year=day.year + years, day=last))


def one_line(text: str) -> str:
    """``text`` without line feeds: the form has one measure on each line."""
    return "".join(line.strip() for line in text.splitlines())


def with_measures(candidate: Candidate, texts: Sequence[str]) -> Candidate:
    """``candidate`` with these measures, each on one line; one whose words stay is kept as it was, deadline and all."""
    known = {one_line(step.text): step for step in candidate.measures}
    return replace(candidate, measures=tuple(known.get(text, DraftMeasure(text)) for text in texts))
