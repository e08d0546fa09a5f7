"""What each action of the menus does in the window, and when it can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from tracker import paths, settings
from tracker.domain.cards import ItemCard
from tracker.domain.conditions import AnyOf
from tracker.domain.filters import ItemFilter
from tracker.gui import about, ask
from tracker.gui.checking import check_ledger
from tracker.gui.items.places import ALL, DASHBOARD
from tracker.ledger import Ledger
from tracker.words import _

if TYPE_CHECKING:
    from tracker.gui.main_window import MainWindow

_OF_TABLE = {"edit_cell": "F2", "drop_items": "Del"}  # elsewhere these keys mean something else
_OF_ROWS = ("edit_cell", "bulk_edit", "note", "evidence", "urge", "drop_items")


def handlers(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What each action does, by its key; also what pages ask for by such a key."""
    items = window.items
    return {
        "new_ledger": lambda: window.asked.emit("new_ledger"),
        "open_ledger": lambda: window.asked.emit("open_ledger"),
        "open_demo": lambda: window.asked.emit("open_demo"),
        "settings": lambda: window.asked.emit("settings"),
        "open_folder": lambda: ask.open_outside(window.ledger.folder),
        "import_reports": window.importing.ask,
        "read_returned": lambda: window.returning.ask(),
        "export": lambda: _export(window),
        "print": lambda: window.outputs.print(_shown(window), window.selected()),
        "check": lambda: check_ledger(window.ledger.folder, window.tasks, window),
        "quit": window.close,
        "undo": lambda: window.performer.undo(parent=window),
        "redo": lambda: window.performer.redo(parent=window),
        "copy": items.table.copy_rows,
        "select_all": items.table.selectAll,
        "find": lambda: window.toolbar.start_search(),
        "clear_filter": window.clear_filter,
        "clear_search": lambda: window.toolbar.clear(),
        "clear_scope": lambda: window.navigation.scope.clear(),
        "save_view": lambda: window.looks.save(),
        "new_item": window.new_item,
        "edit_cell": items.table.edit_current,
        "bulk_edit": lambda: window.acting.bulk_edit(),
        "note": lambda: window.panel.compose_note(),
        "evidence": lambda: window.door.pick_evidence(),
        "urge": lambda: window.acting.urge(window.today),
        "drop_items": lambda: window.acting.drop(),
        "go_dashboard": lambda: window.navigation.go(DASHBOARD),
        "go_all": lambda: _go_to_list(window, ALL),
        "go_problems": lambda: _go_to_list(window, "problems"),
        "go_commitments": lambda: _go_to_list(window, "commitments"),
        "refresh": window.refresh,
        "manual": lambda: _show_manual(window),
        "log_folder": lambda: ask.open_outside(paths.log_file().parent),
        "about": lambda: about.show(window, window.ledger.folder),
    }


def fillers(window: MainWindow) -> dict[str, Callable[[QMenu], None]]:
    """What fills a menu within a menu each time it is opened, by its key."""

    def recent(menu: QMenu) -> None:
        menu.clear()
        folders = [Path(entry) for entry in settings.load().recent_ledgers]
        for folder in folders:
            if folder != window.ledger.folder and Ledger.is_ledger(folder):
                menu.addAction(str(folder)).triggered.connect(
                    lambda _checked=False, folder=folder: window.ledger_wanted.emit(folder)
                )
        if menu.isEmpty():
            menu.addAction(_("（没有别的台账）")).setEnabled(False)

    return {"recent": recent}


def hang_table_menus(window: MainWindow) -> None:
    """Put the table's own menus into the menu bar; they are made when the first page is painted."""
    for key, menu in (("columns", window.items.table.column_menu()), ("grouping", window.items.table.group_menu())):
        window.actions_by_key[key].setMenu(menu)


def bind_to_table(window: MainWindow) -> None:
    """Let the keys of a spreadsheet work in the table only, and put the actions of rows into its menu."""
    table = window.items.table
    for key, shortcut in _OF_TABLE.items():
        action = window.actions_by_key[key]
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        table.addAction(action)
    table.set_menu([window.actions_by_key[key] for key in _OF_ROWS])


def enable(window: MainWindow) -> None:
    """Let each action be done when there is something to do it to."""
    actions, cards = window.actions_by_key, window.model.items.cards
    listed = window.shows_items and bool(window.model.items.shown)
    chosen = listed and bool(window.items.table.selected_rows())
    for key in ("note", "evidence"):
        actions[key].setEnabled(window.shows_items and window.door.editable)
    for key in ("edit_cell", "bulk_edit", "urge", "drop_items", "copy"):
        actions[key].setEnabled(chosen)
    for key in ("select_all", "save_view"):
        actions[key].setEnabled(listed)
    for key in ("export", "print"):
        actions[key].setEnabled(bool(cards))


def person_shower(window: MainWindow) -> Callable[[str], None]:
    """What shows the items that name a person, as responsible or as leader."""

    def show(name: str) -> None:
        as_leader = any(name in card.leader.split("、") for card in window.model.items.cards)
        as_person = any(name in card.person.split("、") for card in window.model.items.cards)
        field = "leader" if as_leader and not as_person else "person"
        window.show_filtered(ItemFilter(conditions=(AnyOf(field, frozenset({name})),)))

    return show


def _go_to_list(window: MainWindow, key: str) -> None:
    window.navigation.go(key)
    window.items.focus_table()


def _shown(window: MainWindow) -> Sequence[ItemCard]:
    """The items of the list that is looked at; beside other pages, all."""
    return window.model.items.shown if window.shows_items else window.model.items.cards


def _export(window: MainWindow) -> None:
    title = window.items.title if window.shows_items else _("全部事项")
    window.outputs.export(title, _shown(window), window.selected(), window.model.items.cards)


def _show_manual(window: MainWindow) -> None:
    # the reader of Markdown is needed only when somebody asks for help
    from tracker.gui.help.context import chapter_for  # noqa: PLC0415
    from tracker.gui.help.manual_window import show_manual  # noqa: PLC0415

    show_manual(window, window.theme, chapter_for(QApplication.focusWidget()))
