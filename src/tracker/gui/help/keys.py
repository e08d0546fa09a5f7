"""The tables of keys in the manual, made from the menus themselves, so that they cannot be wrong."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from tracker.gui.help.chapters import bare
from tracker.gui.intake.commands import commands
from tracker.gui.menus import ActionSpec, menus
from tracker.words import _


def tables() -> dict[str, str]:
    """Markdown by the name that chapters call it by."""
    in_menus = []
    for menu in menus():
        title = bare(menu.title)
        for spec in menu.entries:
            if isinstance(spec, ActionSpec) and (keys := _keys([spec.shortcut])):
                in_menus.append((title, bare(spec.text), keys))
                title = ""  # it stands at the first of its actions
    review = [(command.words, _keys(command.keys)) for command in commands().values()]
    return {
        "menus": _table((_("菜单"), _("操作"), _("按键")), in_menus),
        "review": _table((_("操作"), _("按键")), review),
    }


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _keys(keys: Iterable[str | QKeySequence.StandardKey]) -> str:
    """Keys as they are shown, each once: Enter and Return are one word in Chinese."""
    spelt = dict.fromkeys(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    return " ".join(f"`{key}`" for key in spelt if key)
