"""The verb that writes the progress sheet: export."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import filters
from tracker.cli.printing import Bar, say
from tracker.cli.session import LedgerOption, opened
from tracker.errors import UserError
from tracker.sheets.export import export_progress
from tracker.words import _


def export(
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE.xlsx", help=_("写到哪个文件；已有的会被替换"))],
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
    ledger: LedgerOption = None,
) -> None:
    """Write the progress sheet."""
    chosen = filters.Chosen(
        kind, status, unit, overdue, soon, open_only, year, search, report, where=where, stale=stale, view=view
    )
    with opened(ledger) as book:
        details = book.ask.details([card.id for card in chosen.cards(book)])
        if not details:
            raise UserError(_("没有符合条件的事项，没有导出。"), _("请放宽筛选条件，或先用 tracker list 查看。"))
        with Bar() as progress:
            written = export_progress(
                details,
                out,
                office=book.office(),
                as_of=book.today(),
                kind=filters.kind_of(kind, "--kind") if kind else None,
                progress=progress,
            )
    say(_("已导出 {count} 项：{file}").format(count=len(details), file=written.absolute()))
