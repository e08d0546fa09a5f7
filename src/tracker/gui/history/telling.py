"""History as a page: each step with who, when and what changed, and the link that takes it back."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from tracker.domain.journal import Record, StepRole
from tracker.views.timeline import Names, sentences
from tracker.words import _

_MOST_LINES = 8  # a step that imported 300 items is told by its words; the rest is a count


def page(records: Sequence[Record], names: Names, *, limit: int) -> str:
    """HTML of ``records``, newest first; ``limit`` is how many were asked for."""
    if not records:
        return f'<p class="muted">{escape(_("还没有操作记录。"))}</p>'
    taken_back = {record.step.reverses for record in records if record.step.reverses}
    told = [_step(record, names, standing=record.step.id not in taken_back) for record in records]
    if len(records) >= limit:
        told.append(f'<p class="muted">{escape(_("只列出最近 {n} 步。").format(n=limit))}</p>')
    return "".join(told)


def _step(record: Record, names: Names, *, standing: bool) -> str:
    step = record.step
    when = local(step.at).strftime("%Y-%m-%d %H:%M")
    head = f'<span class="muted">{when}　{escape(step.actor)}</span>'
    if standing and step.reversible and step.role is not StepRole.UNDO:
        head += f'　<a href="undo:{step.id}">{escape(_("撤销这一步"))}</a>'
    elif not standing:
        head += f'　<span class="muted">{escape(_("（已撤销）"))}</span>'
    lines = sentences(record, names)
    shown = lines[:_MOST_LINES]
    if len(lines) > len(shown):
        shown.append(_("……共 {n} 处改动").format(n=len(lines)))
    body = "".join(f'<div class="muted" style="margin-left: 14px">{escape(line)}</div>' for line in shown)
    return f'<p style="margin: 10px 0 1px 0">{head}</p><div class="plain">{escape(step.words)}</div>{body}'


def local(moment: datetime) -> datetime:
    """A time of the journal on the office's clock."""
    return moment.astimezone()
