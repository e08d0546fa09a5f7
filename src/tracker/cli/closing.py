"""Verbs of 销号: submit, close, return, withdraw."""

from typing import Annotated

import typer

from tracker.cli.session import CodeArgument, LedgerOption, item, opened, perform
from tracker.operations.reviews import CloseItem, ReturnItem, SubmitItem, WithdrawClosing
from tracker.words import _

WordsOption = Annotated[str, typer.Option("--words", metavar="TEXT", help=_("意见"))]


def submit(code: CodeArgument, *, words: WordsOption = "", ledger: LedgerOption = None) -> None:
    """Apply for closing (申请销号)."""
    with opened(ledger) as book:
        perform(book, SubmitItem(item(book, code).id, words))


def close(
    code: CodeArgument,
    *,
    reviewer: Annotated[str, typer.Option("--reviewer", metavar="NAME", help=_("审核人，不能是责任人"))],
    words: WordsOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Close (销号)."""
    with opened(ledger) as book:
        perform(book, CloseItem(item(book, code).id, reviewer, words))


def send_back(
    code: CodeArgument,
    *,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("退回理由"))],
    reviewer: Annotated[str, typer.Option("--reviewer", metavar="NAME", help=_("审核人；不写就是本人"))] = "",
    ledger: LedgerOption = None,
) -> None:
    """Return what was submitted (退回)."""
    with opened(ledger) as book:
        perform(book, ReturnItem(item(book, code).id, reason, reviewer))


def withdraw(
    code: CodeArgument,
    *,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("撤回理由"))],
    ledger: LedgerOption = None,
) -> None:
    """Take a closing back (撤回销号)."""
    with opened(ledger) as book:
        perform(book, WithdrawClosing(item(book, code).id, reason))
