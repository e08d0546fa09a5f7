"""Verbs that only ask: list, show, history, reports, check."""

from typing import Annotated

import typer

from tracker.cli import as_json, filters
from tracker.cli.printing import Bar, remark, say, say_json, table
from tracker.cli.session import JsonOption, LedgerOption, item, opened
from tracker.cli.showing import detail_lines
from tracker.domain.cards import ItemCard
from tracker.domain.deeds import told
from tracker.errors import BugError
from tracker.ledger import Ledger
from tracker.views.columns import columns
from tracker.views.summary import standing, totals
from tracker.views.timeline import sentences
from tracker.words import _

_LISTED = ("code", "kind", "title", "status", "lead", "deadline", "light", "percent")
_TITLE = _LISTED.index("title")


def list_items(
    *,
    kind: filters.KindOption = "",
    status: filters.StatusOption = None,
    unit: filters.UnitOption = None,
    overdue: filters.OverdueOption = False,
    soon: filters.SoonOption = False,
    open_only: filters.OpenOption = False,
    year: filters.YearOption = None,
    search: filters.SearchOption = "",
    report: filters.ReportOption = "",
    where: filters.WhereOption = None,
    stale: filters.StaleOption = False,
    view: filters.ViewOption = "",
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """List the items that the options choose."""
    chosen = filters.Chosen(
        kind, status, unit, overdue, soon, open_only, year, search, report, where=where, stale=stale, view=view
    )
    with opened(ledger) as book:
        found = chosen.cards(book)
        if json:
            say_json([as_json.item_object(card, book.today()) for card in found])
        else:
            print_cards(book, found)


def print_cards(ledger: Ledger, cards: list[ItemCard]) -> None:
    """The table of a list with its totals line."""
    if not cards:
        say(_("没有符合条件的事项。"))
        return
    today = ledger.today()
    shown = columns(_LISTED)
    rows = [[column.text(card, today) for column in shown] for card in cards]
    for line in table([column.title for column in shown], rows, flexible=_TITLE):
        say(line)
    say(totals((standing(card) for card in cards), today).line)


def show(
    code: Annotated[str, typer.Argument(metavar="CODE", help=_("事项编号，如 2024-问-01"))],
    *,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Show everything about one item."""
    with opened(ledger) as book:
        detail = book.ask.detail(item(book, code).id)
        if detail is None:
            raise BugError(f"{code} vanished between two questions")
        names = book.ask.names()
        if json:
            say_json(as_json.detail_object(detail, book.today(), names=names, place=book.evidence.place))
            return
        for line in detail_lines(detail, book.today(), names):
            say(line)


def history(
    code: Annotated[str, typer.Argument(metavar="[CODE]", help=_("事项编号；不写就是整个台账"))] = "",
    *,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help=_("最多几步"))] = 200,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Show who changed what, newest first."""
    with opened(ledger) as book:
        records = book.ask.history(item(book, code).id if code else None, limit=limit)
        names = book.ask.names()
    if json:
        say_json([as_json.record_object(record, names) for record in records])
        return
    for record in records:
        step = record.step
        at = step.at.astimezone().strftime("%Y-%m-%d %H:%M")
        say(f"#{step.id}  {at}  {step.actor}  {told(step.words)}")
        for sentence in sentences(record, names):
            say(f"      {sentence}")
    if not records:
        say(_("还没有操作记录。"))


def reports(*, json: JsonOption = False, ledger: LedgerOption = None) -> None:
    """List the papers that were imported."""
    with opened(ledger) as book:
        found = book.ask.reports()
    if json:
        say_json([as_json.report_object(report) for report in found])
        return
    rows = [
        [
            str(report.id), str(report.report_year or ""), report.title, report.organization, str(report.problems),
            str(report.commitments), report.imported_at.astimezone().date().isoformat(), report.file_name,
        ]
        for report in found
    ]  # fmt: skip
    titles = [_("序号"), _("年度"), _("标题"), _("单位"), _("问题"), _("计划"), _("导入日期"), _("文件")]
    for line in table(titles, rows, flexible=2):
        say(line)


def check(*, json: JsonOption = False, ledger: LedgerOption = None) -> None:
    """Prove that the ledger is whole; exit status 1 on any fault."""
    with opened(ledger) as book:
        with Bar() as progress:
            faults = book.faults(progress)
        items, papers = len(book.cards()), len(book.ask.reports())
    if json:
        say_json({"sound": not faults, "faults": faults, "items": items, "reports": papers})
    else:
        for fault in faults:
            say(fault)
        if not faults:
            say(_("台账完好：{items} 个事项，{papers} 份来源文件。").format(items=items, papers=papers))
    if faults:
        remark(_("台账有 {number} 处问题。请不要再改动，并从 backups 或别处的备份取回。").format(number=len(faults)))
        raise typer.Exit(1)
