"""The box that says what program this is, opened from the menu."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from tracker.gui.help.about_dialog import AboutDialog


def show(parent: QWidget, ledger: Path | None = None) -> "AboutDialog":
    """Show versions and places; ``ledger`` is the folder of the one that is open, if any."""
    # it asks for the version of every library; the menu that opens it is made at each start
    from tracker.gui.help.about_dialog import AboutDialog  # noqa: PLC0415

    dialog = AboutDialog(parent, ledger)
    dialog.open()
    return dialog
