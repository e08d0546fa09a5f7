"""What every verb begins with: which ledger, opened; which item is meant; what an option's words mean."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from tracker import paths, settings
from tracker.cli import printing
from tracker.domain import deeds
from tracker.domain.items import Item
from tracker.domain.typed import code_from
from tracker.errors import UserError
from tracker.ledger import DATABASE, Done, Ledger
from tracker.operations.operation import Operation
from tracker.words import _

T = TypeVar("T")
_VARIABLE = "TRACKER_LEDGER"


def chosen_folder(context: typer.Context, given: Path | None) -> Path:
    """The ledger's folder: --ledger behind the verb, else before it, else TRACKER_LEDGER, else the default."""
    before: Path | None = context.find_root().params.get("ledger")
    variable = os.environ.get(_VARIABLE, "")
    return ledger_folder(given or before or (Path(variable) if variable else paths.default_ledger()))


def ledger_folder(path: Path) -> Path:
    """The folder of a ledger that may be named by its database, as file managers do."""
    return path.parent if path.name == DATABASE and path.is_file() else path


LedgerOption = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="DIR",
        callback=chosen_folder,
        show_default=False,
        help=_("台账文件夹；不写时用环境变量 TRACKER_LEDGER，再不然用默认台账"),
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help=_("输出 JSON"))]
CodeArgument = Annotated[str, typer.Argument(metavar="CODE", help=_("事项编号，如 2024-问-01"))]


@contextmanager
def opened(folder: Path | None, *, make: bool = False, office: str = "") -> Iterator[Ledger]:
    """The ledger in ``folder``, signed by the person of the settings, and closed again.

    Where there is none, one is made for ``office`` if ``make`` allows it.
    """
    place = folder or paths.default_ledger()
    actor = settings.load().person
    if make and not Ledger.is_ledger(place):
        ledger = Ledger.create(place, office=office, actor=actor)
        printing.remark(_("新建台账：{folder}").format(folder=place))
    else:
        ledger = Ledger(place, actor=actor)
    try:
        yield ledger
    finally:
        ledger.close()


def item(ledger: Ledger, code: str) -> Item:
    """The item that ``code`` means. Raises UserError that names codes which exist."""
    return ledger.ask.item_by_code(code_from(code))


def perform(ledger: Ledger, operation: Operation[T]) -> T:
    """Run ``operation`` and say what it did, or that nothing differed."""
    return told(ledger.perform(operation)).value


def told(done: Done[T]) -> Done[T]:
    """Say in one line what came of an operation."""
    printing.say(sentence(done.words) if done.step is not None else _("没有变化，台账未改动。"))
    return done


def sentence(words: str) -> str:
    """The words of a step as a sentence."""
    return _("{words}。").format(words=deeds.told(words))


def understood(parse: Callable[[str], T], text: str, option: str) -> T:
    """What an option's ``text`` means; where it means nothing, that is a fault of usage (exit status 2)."""
    try:
        return parse(text)
    except UserError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def given(**values: Any) -> dict[str, Any]:
    """The options that were written on the command line."""
    return {name: value for name, value in values.items() if value is not None}


def stdin_is_terminal() -> bool:
    """Whether a person is there to be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def has_display() -> bool:
    """Whether a window could open here."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):  # a window, but nobody would see it
        return False
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
