"""The door to the command line: the one place that turns its errors into words and exit statuses."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tracker import __version__, logs, paths
from tracker.cli import usage
from tracker.cli.keeping import OpenWindow
from tracker.cli.printing import remark, say
from tracker.cli.verbs import GROUPS, VERBS
from tracker.errors import Cancelled, UserError
from tracker.words import _

DONE, REFUSED, USAGE = 0, 1, 2

_ABOUT = _(
    "法治整改台账：读入法治政府建设年度报告，管理其中的问题和计划任务，直到逐项销号。\n\n"
    "不写命令就打开窗口。退出码：0 完成，1 未办成（说明原因），2 用法不对。"
)


def _common(
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", metavar="DIR", show_default=False, help=_("台账文件夹，也可写在命令之后")),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=lambda asked: _show_version(asked), help=_("显示版本"))
    ] = False,
) -> None:
    """Options before the verb; ``session.chosen_folder`` looks for the ledger here."""


def _show_version(asked: bool) -> None:
    if asked:
        say(f"fazhi-tracker {__version__}")
        raise typer.Exit


def _plain(about: str) -> typer.Typer:
    # without rich: its boxes break in narrow and in Chinese consoles, and it takes 80 ms to import
    return typer.Typer(
        cls=usage.Group, help=about, add_completion=False, rich_markup_mode=None, no_args_is_help=True,
        context_settings={"max_content_width": 100},
    )  # fmt: skip


def _built() -> typer.Typer:
    whole = _plain(_ABOUT)
    whole.callback()(_common)
    for verb in VERBS:
        whole.command(verb.name, cls=usage.Command, help=verb.help)(verb.run)
    for name, (about, verbs) in GROUPS.items():
        group = _plain(about)
        for verb in verbs:
            group.command(verb.name, cls=usage.Command, help=verb.help)(verb.run)
        whole.add_typer(group, name=name)
    return whole


app = _built()


def main(arguments: Sequence[str], open_window: OpenWindow | None = None) -> int:
    """Run one verb in a process of its own; the exit status. ``open_window`` is how ``demo`` shows its ledger."""
    _speak_utf8()
    logs.start()
    return run(arguments, open_window)


def run(arguments: Sequence[str], open_window: OpenWindow | None = None) -> int:
    """Run one verb; the exit status. Every error becomes one line on standard error."""
    try:
        status = typer.main.get_command(app).main(
            list(arguments), prog_name="tracker", standalone_mode=False, obj=open_window
        )
    except UserError as error:
        remark(str(error))
        return REFUSED
    except (Cancelled, KeyboardInterrupt, typer.Abort):
        remark(_("已中止，正在办的这一步没有写入台账。"))
        return REFUSED
    except BrokenPipeError:
        _drop_output()  # whoever read our output, such as head, has seen enough
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last door: what comes here goes to the log, and its place is told
        if usage.is_usage(error):
            remark(usage.words(error))
            return USAGE
        logs.log.exception("unexpected error in %s", list(arguments)[:1])
        remark(
            _("程序出错，这一步没有办成，台账没有写坏。请把日志文件 {file} 交给维护人员。").format(
                file=paths.log_file()
            )
        )
        return REFUSED
    return status if isinstance(status, int) else DONE


def _speak_utf8() -> None:
    """UTF-8 whatever the console's code page: a pipe on Chinese Windows would get GBK and fail at the first ✓."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # the windowed program on Windows has no console
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - lives as long as we
        elif hasattr(stream, "reconfigure"):
            own = {} if os.environ.get("PYTHONIOENCODING") else {"encoding": "utf-8"}
            stream.reconfigure(errors="replace", **own)


def _drop_output() -> None:
    """Send what is left to nowhere, or Python complains again when it closes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
