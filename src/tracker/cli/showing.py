"""One item as lines for a terminal."""

from collections.abc import Iterator
from datetime import date

from tracker.domain.cards import ItemDetail
from tracker.domain.kinds import Role
from tracker.domain.lights import light, remaining
from tracker.views.columns import card_of, deadline_words
from tracker.views.timeline import Names
from tracker.words import _


def detail_lines(detail: ItemDetail, today: date, names: Names) -> Iterator[str]:
    """Everything about one item; parts that are empty are left out."""
    item = detail.item
    yield f"{item.code}  {_(item.kind.word)}  {item.title}"
    for word, text in _facts(detail, today):
        if text:
            yield "  " + _("{what}：{words}").format(what=word, words=text)
    yield from _part(_("原文"), [item.original_text])
    yield from _part(_("整改措施"), _measures(detail, names))
    yield from _part(
        _("进展记录"),
        [
            f"{note.noted_on} {note.author} {'' if note.percent is None else f'{note.percent}%'} {note.text}"
            for note in detail.notes
        ],
    )
    yield from _part(
        _("佐证材料"),
        [
            f"{number}. "
            + _("{name}（{size}，{state}）{remark}").format(
                name=proof.name, size=size_words(proof.size), state=_(proof.state.word), remark=proof.remark
            )
            for number, proof in enumerate(detail.evidence, start=1)
        ],
    )
    yield from _part(
        _("延期"), [f"{row.asked_on} {row.from_date} → {row.to_date} {row.reason}" for row in detail.extensions]
    )
    yield from _part(
        _("办理意见"), [f"{row.decided_on} {_(row.move.word)} {row.person} {row.words}" for row in detail.reviews]
    )
    yield from _part(
        _("催办"), [f"{row.urged_on} {row.urged_by} → {row.to_whom}  {row.words}" for row in detail.urgings]
    )
    yield from _part(
        _("关联"),
        [
            f"{_(link.kind.word)} {link.code} {link.title}"
            if link.outgoing
            else _("{code} {kind} 本项").format(code=link.code, kind=_(link.kind.word))
            for link in detail.links
        ],
    )


def _facts(detail: ItemDetail, today: date) -> Iterator[tuple[str, str]]:
    item = detail.item
    lamp = _(light(item.status, item.deadline_current, today).word)
    left = remaining(item.status, item.deadline_current, today)
    yield _("状态"), f"{_(item.status.word)}  {item.percent}%"
    yield _("整改类型"), _(item.rectification.word) if item.rectification else ""
    for role in Role:
        yield _(role.word), "、".join(detail.names(role))
    yield _("完成时限"), "  ".join(word for word in (deadline_words(card_of(detail)), lamp, left) if word)
    if item.deadline_original and item.deadline_original != item.deadline_current:
        yield _("原定时限"), item.deadline_original.isoformat()
    yield _("时限原文"), item.deadline_text
    yield _("原因"), item.cause
    yield _("整改目标"), item.goal
    yield _("完成标准"), item.standard
    yield _("整改结果"), item.result
    yield _("备注"), item.remark
    yield _("销号日期"), item.closed_on.isoformat() if item.closed_on else ""
    yield _("来源"), " › ".join(word for word in (detail.report_title, _section(detail)) if word)


def _section(detail: ItemDetail) -> str:
    return detail.excerpts[0].section if detail.excerpts else ""


def _measures(detail: ItemDetail, names: Names) -> list[str]:
    lines = []
    for measure in detail.measures:
        owners = [names.get(("unit", measure.unit_id or 0), ""), names.get(("person", measure.person_id or 0), "")]
        when = measure.done_on if measure.done else measure.deadline
        beside = _("，").join(word for word in (*owners, when.isoformat() if when else measure.deadline_text) if word)
        tick = "✓" if measure.done else "□"
        lines.append(
            f"{measure.position + 1}. {tick} {measure.text}" + (_("（{words}）").format(words=beside) if beside else "")
        )
    return lines


def _part(title: str, lines: list[str]) -> Iterator[str]:
    full = [" ".join(line.split()) for line in lines if line.strip()]
    if full:
        yield _("{title}：").format(title=title)
        yield from (f"  {line}" for line in full)


def size_words(size: int) -> str:
    """A file's size as people read it: 873 B, 12 KB, 3.4 MB."""
    if size < 1024:
        return f"{size} B"
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"
