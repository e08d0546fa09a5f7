"""Who listens to whom in the main window, listed in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.filters import ItemFilter
from tracker.gui import window_actions

if TYPE_CHECKING:
    from tracker.gui.main_window import MainWindow


def wire(window: MainWindow) -> None:
    """Connect the parts of ``window`` with one another; each signal goes one hop."""
    window.bus.touched.connect(window.touched)
    window.navigation.chosen.connect(window.go)
    window.navigation.scope.changed.connect(window.scope_changed)
    window.navigation.menu_wanted.connect(window.looks.menu)
    window.toolbar.searched.connect(window.search)
    window.toolbar.left.connect(window.items.focus_table)
    window.items.asked.connect(window.act)
    window.items.group_wanted.connect(window.items.table.group_by)
    window.items.replace_view_wanted.connect(window.looks.replace)
    _wire_table(window)
    for asking in (window.files, window.pages, window.door, window.views, window.acting):
        asking.requested.connect(window.request)
    window.importing.imported.connect(window.imported)
    window.performer.performed.connect(window.status.tell)
    for writing in (window.bulk, window.returning):
        writing.performed.connect(window.status.tell)
        writing.select_wanted.connect(window.items.table.kept.select)
    window.views.go_wanted.connect(window.navigation.go)
    window.door.item_wanted.connect(window.go_to_item)
    window.door.history_wanted.connect(window.pages.fill_history)
    window.door.changed.connect(window.enable)
    for undoing in (window.door, window.pages):
        undoing.undo_wanted.connect(lambda step: window.performer.undo_step(step, parent=window))
    window.pages.asked.connect(window.act)
    window.pages.place_wanted.connect(window.go_to_place)
    window.pages.item_wanted.connect(window.go_to_item)
    window.pages.filter_wanted.connect(lambda wanted, _title: window.show_filtered(wanted))
    window.pages.unit_wanted.connect(lambda name: window.show_filtered(ItemFilter(units=frozenset({name}))))
    window.pages.person_wanted.connect(window_actions.person_shower(window))
    window.pages.report_items_wanted.connect(window.show_report_items)
    window.reminding.place_wanted.connect(window.go_to_place)
    window.reminding.urge_wanted.connect(window.urge)
    window.reminding.window_wanted.connect(window.come_forward)
    window.reminding.quit_wanted.connect(window.close)
    window.drops.reports_dropped.connect(window.importing.start)
    window.drops.sheets_dropped.connect(window.returning.start)
    window.drops.evidence_dropped.connect(window.door.keep_evidence)


def _wire_table(window: MainWindow) -> None:
    table = window.items.table
    table.current_changed.connect(window.show_item)
    table.entered_item.connect(lambda _id: window.panel.focus_form())
    table.requested.connect(window.request)
    table.move_wanted.connect(window.ask_move)
    table.extension_wanted.connect(lambda _id: window.panel.overview.ask_extension())
    table.only_unit_wanted.connect(lambda unit: window.show_filtered(ItemFilter(units=frozenset({unit}))))
    table.look_changed.connect(window.looks.look_changed)
    table.selection_changed.connect(lambda _rows: window.enable())
    window.model.modelReset.connect(window.enable)
