"""Verbs about a ledger as a whole: create, undo, redo, demo."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from tracker import paths
from tracker.cli.printing import Bar, remark, say
from tracker.cli.reading import print_cards
from tracker.cli.session import LedgerOption, has_display, opened, sentence
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.sheets.export import export_progress
from tracker.words import _

DEMO_FOLDER = "demo"
OpenWindow = Callable[[Path], int]  # how __main__ lets this door use the other one


def create(
    *,
    office: Annotated[str, typer.Option("--office", metavar="NAME", help=_("填报单位"))] = "",
    ledger: LedgerOption = None,
) -> None:
    """Make an empty ledger."""
    place = ledger or paths.default_ledger()
    Ledger.create(place, office=office).close()
    say(_("新建台账：{folder}").format(folder=place))


def undo(*, ledger: LedgerOption = None) -> None:
    """Take back the last step."""
    with opened(ledger) as book:
        say(sentence(book.undo().words))


def redo(*, ledger: LedgerOption = None) -> None:
    """Bring back what undo took."""
    with opened(ledger) as book:
        say(sentence(book.redo().words))


def demo(
    context: typer.Context,
    *,
    text: Annotated[bool, typer.Option("--text", help=_("不打开窗口，只在终端显示"))] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help=_("重新做一份演示台账，丢弃在里面试改的内容"))] = False,
    ledger: Annotated[
        Path | None, typer.Option("--ledger", metavar="DIR", show_default=False, help=_("演示台账放在哪个文件夹"))
    ] = None,
) -> None:
    """Make the demonstration ledger, and show it in the window or here."""
    from tracker.demo.build import ready_demo  # noqa: PLC0415 - reads reports and makes files: only this verb pays

    # not TRACKER_LEDGER and not the default: there lies the office's own ledger
    before: Path | None = context.find_root().params.get("ledger")
    place = (ledger or before or paths.data_folder() / DEMO_FOLDER).absolute()
    with Bar() as progress:
        ready_demo(place, fresh=fresh, progress=progress)
    open_window: OpenWindow | None = context.obj
    if open_window and has_display() and not text:
        say(_("演示台账在 {folder}，正在打开窗口。").format(folder=place))
        try:
            raise typer.Exit(open_window(place))
        except UserError as error:  # a display that does not answer, or Qt's libraries missing: show it here instead
            remark(str(error))
    _print_demo(place)


def _print_demo(place: Path) -> None:
    with opened(place) as book:
        cards = book.cards()
        print_cards(book, cards)
        target = place / "exports" / "整改进度表.xlsx"  # an official form is Chinese in every language
        target.parent.mkdir(exist_ok=True)
        details = book.ask.details([card.id for card in cards])
        with Bar() as progress:
            export_progress(details, target, office=book.office(), as_of=book.today(), progress=progress)
    say(_("演示台账在 {folder}").format(folder=place))
    say(_("整改进度表已写到 {file}").format(file=target))
