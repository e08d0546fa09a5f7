"""Verbs of measures: measure add, measure done, measure list."""

from typing import Annotated

import typer

from tracker.cli import as_json
from tracker.cli.printing import say, say_json, table
from tracker.cli.session import CodeArgument, JsonOption, LedgerOption, item, opened, perform, understood
from tracker.domain.measures import Measure
from tracker.domain.typed import day_from
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.measures import AddMeasure, EditMeasure
from tracker.words import _

NumberArgument = Annotated[int, typer.Argument(metavar="N", help=_("第几条措施"))]


def add(
    code: CodeArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_("措施内容"))],
    *,
    deadline: Annotated[str, typer.Option("--deadline", metavar="DAY", help=_("这条措施的时限"))] = "",
    unit: Annotated[str, typer.Option("--unit", metavar="NAME", help=_("责任单位，须已在台账里"))] = "",
    person: Annotated[str, typer.Option("--person", metavar="NAME", help=_("责任人，须已在台账里"))] = "",
    ledger: LedgerOption = None,
) -> None:
    """Add a measure."""
    day = understood(day_from, deadline, "--deadline") if deadline else None
    with opened(ledger) as book:
        measure = Measure.entered(
            item_id=item(book, code).id, text=text, deadline=day, deadline_text="" if deadline.isascii() else deadline,
            unit_id=_unit(book, unit), person_id=_person(book, person),
        )  # fmt: skip
        perform(book, AddMeasure(measure))


def done(
    code: CodeArgument,
    number: NumberArgument,
    *,
    not_done: Annotated[bool, typer.Option("--not", help=_("改回未完成"))] = False,
    ledger: LedgerOption = None,
) -> None:
    """Tick a measure, dated today."""
    with opened(ledger) as book:
        measure = _measure(book, code, number)
        perform(book, EditMeasure(measure.id, {"done": not not_done}))


def list_measures(code: CodeArgument, *, json: JsonOption = False, ledger: LedgerOption = None) -> None:
    """List the measures of an item."""
    with opened(ledger) as book:
        detail = book.ask.detail(item(book, code).id)
        rows = [as_json.measure_object(measure, book.ask.names()) for measure in (detail.measures if detail else ())]
    if json:
        say_json(rows)
        return
    cells = [
        [
            str(row["number"]), "✓" if row["done"] else "□", row["text"],
            row["done_on"] or row["deadline"] or row["deadline_text"], row["unit"], row["person"],
        ]
        for row in rows
    ]  # fmt: skip
    for line in table(["", "", _("措施"), _("日期"), _("责任单位"), _("责任人")], cells, flexible=2):
        say(line)


def _measure(ledger: Ledger, code: str, number: int) -> Measure:
    meant = item(ledger, code)
    detail = ledger.ask.detail(meant.id)
    measures = detail.measures if detail else ()
    for measure in measures:
        if measure.position + 1 == number:
            return measure
    hint = (
        _("它的措施是第 {numbers} 条。").format(numbers=_("、").join(str(row.position + 1) for row in measures))
        if measures
        else _("它还没有措施，请先用 measure add 增加。")
    )
    raise UserError(_("{code} 没有第 {number} 条措施。").format(code=meant.code, number=number), hint)


def _unit(ledger: Ledger, name: str) -> int | None:
    if not name:
        return None
    for unit in ledger.ask.units():
        if unit.name == name:
            return unit.id
    raise UserError(
        _("台账里没有责任单位“{name}”。").format(name=name), _("请先用 tracker assign 把它定为牵头或配合单位。")
    )


def _person(ledger: Ledger, name: str) -> int | None:
    if not name:
        return None
    for person in ledger.ask.people():
        if person.name == name:
            return person.id
    raise UserError(_("台账里没有“{name}”这个人。").format(name=name), _("请先用 tracker assign 把他定为责任人。"))
