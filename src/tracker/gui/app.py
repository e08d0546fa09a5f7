"""The door to the window: whether there is a display for it, and how it is opened."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import logs
from tracker.errors import UserError
from tracker.words import _

if TYPE_CHECKING:
    from tracker.gui.application import Application

_PLATFORMS_WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "").startswith(_PLATFORMS_WITHOUT_DISPLAY):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(ledger_folder: Path | None = None) -> int:
    """Open the window on ``ledger_folder``, else on the last ledger, else a start page; the exit status at its end.

    Raises UserError where there is no display, or Qt's libraries are missing.
    """
    if not logs.log.handlers:  # the command line has started it where it opens the window
        logs.start()
    return opened(ledger_folder).run()


def opened(ledger_folder: Path | None) -> "Application":
    """The program with its first window shown, before it runs. Raises UserError as ``run`` does."""
    hint = _("可以改用命令行：tracker list 查看事项，tracker --help 列出全部命令。")
    if not has_display():
        raise UserError(_("这里没有图形界面（未设置 DISPLAY 或 WAYLAND_DISPLAY），打不开窗口。"), hint)
    gc.disable()  # start-up makes only what stays; collecting meanwhile costs a tenth of its time
    # its search for plugins reads the metadata of every installed package: 20 ms, and there are none
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        # late: a server without a display often lacks the libraries that Qt is linked with
        from tracker.gui.application import Application  # noqa: PLC0415

        application = Application()
        application.show_first(ledger_folder)
    except ImportError as error:
        logs.log.error("no window", exc_info=error)
        raise UserError(_("打不开窗口：缺少图形界面的组件（{reason}）。").format(reason=error), hint) from error
    finally:
        gc.freeze()
        gc.enable()
    return application
