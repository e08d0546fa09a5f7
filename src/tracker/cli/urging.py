"""Verbs for several items at once: urge (催办), delete."""

from typing import Annotated

import typer

from tracker.cli.session import LedgerOption, item, opened, perform, understood
from tracker.domain.typed import day_from
from tracker.operations.dropping import DropItems
from tracker.operations.urgings import UrgeItems
from tracker.words import _

CodesArgument = Annotated[list[str], typer.Argument(metavar="CODE...", help=_("事项编号，可写多个"))]


def urge(
    codes: CodesArgument,
    *,
    words: Annotated[str, typer.Option("--words", metavar="TEXT", help=_("催办内容"))] = "",
    to_whom: Annotated[
        str, typer.Option("--to", metavar="NAMES", help=_("催办对象；不写就是各事项的牵头单位和责任人"))
    ] = "",
    day: Annotated[str, typer.Option("--date", metavar="DAY", help=_("催办日期；不写就是今天"))] = "",
    ledger: LedgerOption = None,
) -> None:
    """Record that the owners of items were reminded."""
    on = understood(day_from, day, "--date") if day else None
    with opened(ledger) as book:
        ids = tuple(item(book, code).id for code in codes)
        perform(book, UrgeItems(ids, words=words, urged_on=on, to_whom=to_whom))


def delete(codes: CodesArgument, *, ledger: LedgerOption = None) -> None:
    """Take items out that were entered by mistake."""
    with opened(ledger) as book:
        perform(book, DropItems(tuple(item(book, code).id for code in codes)))
