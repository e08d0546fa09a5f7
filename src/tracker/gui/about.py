"""The box that says what program this is."""

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from tracker import __version__, paths
from tracker.gui import ask
from tracker.words import _


def show(parent: QWidget, ledger: Path) -> QMessageBox:
    """Show versions and places, for a call to whoever supports the program."""
    lines = (
        _("版本 {version}").format(version=__version__),
        f"Python {platform.python_version()} · Qt {qVersion()}",
        "",
        _("台账：{place}").format(place=ledger),
        _("日志：{place}").format(place=paths.log_file()),
    )
    return ask.tell(parent, _("关于"), _("法治整改台账"), "\n".join(lines))
