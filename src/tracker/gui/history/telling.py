"""History as a page: each step with who, when and what changed, and the link that takes it back."""

from collections.abc import Collection, Sequence
from datetime import datetime
from html import escape
from itertools import islice

from tracker.domain import deeds
from tracker.domain.journal import Record, StepRole
from tracker.views.timeline import LONGEST, Names, lines, undoable
from tracker.words import _

_MOST_LINES = 8  # of a step until it is opened
_MOST_OPENED = 400  # a step that imported a thousand items is not read line by line


def page(records: Sequence[Record], names: Names, *, limit: int, opened: Collection[int] = ()) -> str:
    """HTML of ``records``, newest first; ``limit`` is how many were asked for, ``opened`` which steps tell all."""
    if not records:
        return f'<p class="muted">{escape(_("还没有操作记录。"))}</p>'
    taken_back = {record.step.reverses for record in records if record.step.reverses}
    free = undoable(records)
    told = []
    for record in records:
        key = record.step.id
        standing = key not in taken_back
        told.append(_step(record, names, standing=standing, free=key in free, opened=key in opened))
    if len(records) >= limit:
        told.append(f'<p class="muted">{escape(_("只列出最近 {n} 步。").format(n=limit))}</p>')
    return "".join(told)


def _step(record: Record, names: Names, *, standing: bool, free: bool, opened: bool) -> str:
    step = record.step
    when = local(step.at).strftime("%Y-%m-%d %H:%M")
    head = f'<span class="muted">{when}　{escape(step.actor)}</span>　{_way_back(record, standing=standing, free=free)}'
    shown, more = _lines(record, names, opened=opened)
    body = "".join(f'<div class="muted" style="margin-left: 14px">{escape(line)}</div>' for line in shown)
    if more or opened:
        word = _("收起") if opened else _("展开全部")
        body += f'<div style="margin-left: 14px"><a href="open:{step.id}">{escape(word)}</a></div>'
    return f'<p style="margin: 10px 0 1px 0">{head}</p><div class="plain">{escape(deeds.told(step.words))}</div>{body}'


def _way_back(record: Record, *, standing: bool, free: bool) -> str:
    step = record.step
    if not standing:
        return f'<span class="muted">{escape(_("（已撤销）"))}</span>'
    if step.role is StepRole.UNDO:
        return ""
    if not step.reversible:
        return f'<span class="muted">{escape(_("（正式决定，不能撤销）"))}</span>'
    if not free:
        return f'<span class="muted">{escape(_("（之后又改过）"))}</span>'
    return f'<a href="undo:{step.id}">{escape(_("撤销这一步"))}</a>'


def _lines(record: Record, names: Names, *, opened: bool) -> tuple[list[str], bool]:
    """The lines to show, and whether there is more to be said."""
    if opened:
        told = list(dict.fromkeys(islice(lines(record.changes, names, longest=0), _MOST_OPENED)))
        if len(record.changes) >= _MOST_OPENED:
            told.append(_("……改动太多，只列出前面的。"))
        return told, False
    some = list(dict.fromkeys(islice(lines(record.changes, names, longest=LONGEST), 4 * _MOST_LINES)))
    whole = list(dict.fromkeys(islice(lines(record.changes, names, longest=0), 4 * _MOST_LINES)))
    return some[:_MOST_LINES], len(some) > _MOST_LINES or some != whole


def local(moment: datetime) -> datetime:
    """A time of the journal on the office's clock."""
    return moment.astimezone()
