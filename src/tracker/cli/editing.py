"""Verbs that change items: new, edit, assign, note, move, link."""

from typing import Annotated, Any

import typer

from tracker.cli import filters
from tracker.cli.printing import remark
from tracker.cli.session import CodeArgument, LedgerOption, given, item, opened, perform, told, understood
from tracker.domain.items import Item
from tracker.domain.kinds import RectificationType
from tracker.domain.links import LinkKind
from tracker.domain.status import Move
from tracker.domain.typed import choice_from, day_from, deadline_from, names_from, percent_from
from tracker.errors import UserError
from tracker.operations.deadlines import ExtendDeadline, SetDeadline
from tracker.operations.items import AddItem, EditItem, MoveItem
from tracker.operations.links import AddLink
from tracker.operations.notes import AddNote
from tracker.operations.operation import Operation
from tracker.operations.people import AssignOwners
from tracker.operations.together import Together
from tracker.words import _

_OWN_VERBS = {
    Move.SUBMIT: "submit", Move.CLOSE: "close", Move.RETURN: "return", Move.WITHDRAW: "withdraw", Move.ASSIGN: "assign",
}  # fmt: skip


def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=_("问题 problem 或 计划任务 commitment"))],
    title: Annotated[str, typer.Argument(metavar="TITLE", help=_("短标题"))],
    *,
    year: Annotated[str, typer.Option("--year", metavar="YEAR", help=_("年度；不写就是今年"))] = "",
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help=_("原文"))] = "",
    ledger: LedgerOption = None,
) -> None:
    """Enter an item by hand."""
    meant = filters.kind_of(kind, "KIND")
    with opened(ledger) as book:
        when = filters.year_of(year, "--year") if year else book.today().year
        perform(book, AddItem(meant, when, title, {"original_text": text} if text else {}))


def edit(
    code: CodeArgument,
    *,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help=_("短标题"))] = None,
    deadline: Annotated[
        str | None,
        typer.Option("--deadline", metavar="DAY", help=_("完成时限，如 2025-06-30、2025年6月30日、长期坚持")),
    ] = None,
    rectification: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help=_("整改类型：立行立改、分阶段整改、持续整改"))
    ] = None,
    cause: Annotated[str | None, typer.Option("--cause", metavar="TEXT", help=_("原因"))] = None,
    goal: Annotated[str | None, typer.Option("--goal", metavar="TEXT", help=_("整改目标"))] = None,
    standard: Annotated[str | None, typer.Option("--standard", metavar="TEXT", help=_("完成标准"))] = None,
    result: Annotated[str | None, typer.Option("--result", metavar="TEXT", help=_("整改结果"))] = None,
    note: Annotated[str | None, typer.Option("--remark", metavar="TEXT", help=_("备注"))] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("延期理由"))] = "",
    approver: Annotated[str, typer.Option("--approver", metavar="NAME", help=_("延期批准人"))] = "",
    ledger: LedgerOption = None,
) -> None:
    """Change an item; several changes are one step."""
    values: dict[str, Any] = given(
        title=title, cause=cause, goal=goal, standard=standard, result=result, remark=note
    )  # fmt: skip
    if rectification is not None:
        values["rectification"] = understood(
            lambda text: choice_from(RectificationType, text), rectification, "--type"
        )  # fmt: skip
    if not values and deadline is None:
        raise typer.BadParameter(_("没有写要改什么。"), param_hint="--title …")
    with opened(ledger) as book:
        meant = item(book, code)
        steps: list[Operation[Any]] = [EditItem(meant.id, values)] if values else []
        if deadline is not None:
            steps += _deadline_step(meant, deadline, reason=reason, approver=approver)
        told(book.perform(Together(steps)))


def _deadline_step(item: Item, text: str, *, reason: str, approver: str) -> list[Operation[Any]]:
    """Setting a first or presumed deadline, or extending one that a person has fixed."""
    day = understood(deadline_from, text, "--deadline")
    fixed = item.deadline_original is not None and not item.deadline_presumed
    if day is None or not fixed:
        if reason or approver:
            remark(_("{code} 的时限是第一次确定，不是延期，没有记理由和批准人。").format(code=item.code))
        return [SetDeadline(item.id, day, "" if text.isascii() else text.strip())]
    if day == item.deadline_current:
        return []
    if not reason.strip():
        raise UserError(
            _("{code} 的时限已定为 {day}，再改就是延期，要写明理由。").format(
                code=item.code, day=item.deadline_current or item.deadline_original
            ),
            _("请加上 --reason，例如 --reason 资金未到位。"),
            field="reason",
        )
    return [ExtendDeadline(item.id, day, reason, approver)]


def assign(
    code: CodeArgument,
    *,
    lead: Annotated[str | None, typer.Option("--lead", metavar="NAMES", help=_("牵头单位，几个用 、隔开"))] = None,
    support: Annotated[str | None, typer.Option("--support", metavar="NAMES", help=_("配合单位"))] = None,
    person: Annotated[str | None, typer.Option("--person", metavar="NAMES", help=_("责任人"))] = None,
    leader: Annotated[str | None, typer.Option("--leader", metavar="NAMES", help=_("分管领导"))] = None,
    ledger: LedgerOption = None,
) -> None:
    """Say who answers; roles that are not given stay."""
    roles = given(lead=lead, support=support, person=person, leader=leader)
    if not roles:
        raise typer.BadParameter(_("没有写由谁负责。"), param_hint="--lead / --support / --person / --leader")
    with opened(ledger) as book:
        meant = item(book, code)
        perform(book, AssignOwners(meant.id, **{role: names_from(text) for role, text in roles.items()}))


def note(
    code: CodeArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_("做了什么"))],
    *,
    percent: Annotated[str | None, typer.Option("--percent", metavar="N", help=_("完成率，0 到 100"))] = None,
    day: Annotated[str | None, typer.Option("--date", metavar="DAY", help=_("日期；不写就是今天"))] = None,
    ledger: LedgerOption = None,
) -> None:
    """Append a progress note."""
    share = None if percent is None else understood(percent_from, percent, "--percent")
    when = None if day is None else understood(day_from, day, "--date")
    with opened(ledger) as book:
        perform(book, AddNote(item(book, code).id, text, share, when))


def move(
    code: CodeArgument,
    step: Annotated[
        str,
        typer.Argument(
            metavar="MOVE", help=_("确认事项 confirm、启动整改 start、转为持续整改 keep_on、调整/终止 drop 等")
        ),
    ],
    *,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("理由；终止、转下年度、恢复时必填"))] = "",
    ledger: LedgerOption = None,
) -> None:
    """Make any lawful move that has no verb of its own."""
    meant = understood(lambda text: choice_from(Move, text), step, "MOVE")
    if meant in _OWN_VERBS:
        raise typer.BadParameter(_("请用 tracker {verb}。").format(verb=_OWN_VERBS[meant]), param_hint="MOVE")
    with opened(ledger) as book:
        perform(book, MoveItem(item(book, code).id, meant, reason))


def link(
    code: CodeArgument,
    how: Annotated[str, typer.Argument(metavar="HOW", help=_("对应 answers、同类再现 recurs 或 结转 continues"))],
    other: Annotated[str, typer.Argument(metavar="OTHER", help=_("另一个事项的编号"))],
    *,
    ledger: LedgerOption = None,
) -> None:
    """Link two items."""
    kind = understood(lambda text: choice_from(LinkKind, text), how, "HOW")
    with opened(ledger) as book:
        perform(book, AddLink(item(book, code).id, item(book, other).id, kind))
