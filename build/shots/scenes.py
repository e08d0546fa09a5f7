"""Every screen and dialog of the program, as scenes: how to come there, and what is photographed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox, QWidget

from shots.stage import Stage
from tracker import paths, settings
from tracker.domain.status import Move
from tracker.gui import perform
from tracker.gui.export.export_dialog import ExportDialog
from tracker.gui.intake.review_dialog import ReviewDialog
from tracker.gui.items.places import EVIDENCE, HISTORY, PEOPLE, REPORTS, STATISTICS
from tracker.gui.items.table_columns import PLACES
from tracker.gui.new_ledger_dialog import NewLedgerDialog
from tracker.gui.reminders.tray import Tray
from tracker.gui.settings.settings_dialog import SettingsDialog
from tracker.gui.start_page import StartPage
from tracker.intake.read_report import read_report
from tracker.operations.reports import ImportReport

Picture = QWidget | QPixmap
USUAL, SMALL, LEAST = (1440, 880), (1366, 728), (1000, 620)  # a laptop's 1366×768 less its task bar
_ITEM, _WITH_FILES = "2024-问-01", "2023-计-02"


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: ``play`` brings the stage there and gives what is to be photographed."""

    name: str
    play: Callable[[Stage], Picture]
    size: tuple[int, int] = USUAL
    empty: bool = False


def _page(place: str) -> Callable[[Stage], Picture]:
    def play(stage: Stage) -> Picture:
        stage.go(place)
        return stage.main

    return play


def _tab(index: int, code: str = _ITEM) -> Callable[[Stage], Picture]:
    def play(stage: Stage) -> Picture:
        stage.item(code)
        stage.main.panel.tabs.setCurrentIndex(index)
        stage.rest(600)  # thumbnails come from a worker
        return stage.main

    return play


def _action(key: str, kind: type[QWidget] = QDialog, *, code: str = _ITEM) -> Callable[[Stage], Picture]:
    """The dialog that an action opens, over the window, with an item chosen."""

    def play(stage: Stage) -> Picture:
        stage.item(code)
        stage.act(key)
        return stage.over(stage.opened(kind))

    return play


def _move(move: Move, code: str) -> Callable[[Stage], Picture]:
    def play(stage: Stage) -> Picture:
        stage.item(code)
        stage.main.panel.ask_move(move)
        return stage.over(stage.opened(QDialog))

    return play


def _searched(stage: Stage) -> Picture:
    stage.go("all")
    stage.act("find")
    QTest.keyClicks(stage.main.toolbar.search, "zfzd")
    stage.rest(400)
    return stage.main


def _no_hits(stage: Stage) -> Picture:
    stage.go("all")
    stage.main.toolbar.search.setText("电子送达回证")
    stage.rest(400)
    return stage.main


def _grouped(stage: Stage) -> Picture:
    stage.go("all")
    stage.main.items.table.group_by("lead")
    stage.rest(500)
    return stage.main


def _filtered(stage: Stage) -> Picture:
    stage.go("all")
    stage.main.items.bar.open_field("lead")
    stage.rest(300)
    popup = next(each for each in stage.app.topLevelWidgets() if each.isVisible() and each is not stage.main)
    return stage.over(popup)


def _view(stage: Stage) -> Picture:
    stage.go(next(view.key for view in stage.main.views.views))
    return stage.main


def _in_place(stage: Stage) -> Picture:
    stage.item("2025-计-05")
    table = stage.main.items.table
    table.kept.put_cursor(table.currentIndex().row(), PLACES["lead"])
    stage.act("edit_cell")
    stage.rest(300)
    return stage.main


def _bulk(stage: Stage) -> Picture:
    stage.go("commitments")
    stage.act("select_all")
    stage.act("bulk_edit")
    return stage.over(stage.opened(QDialog))


def _row_menu(stage: Stage) -> Picture:
    from tracker.gui.items.table_menus import row_menu  # noqa: PLC0415 - the table loads it so

    stage.item(_ITEM)
    menu = row_menu(stage.main.items.table, stage.main.items.table._others)
    menu.popup(stage.main.items.table.viewport().mapToGlobal(stage.main.items.table.rect().center()))
    return stage.over(stage.opened(QMenu))


def _source(stage: Stage) -> Picture:
    stage.item(_ITEM)
    stage.main.door.show_source()
    return stage.over(stage.opened(QDialog))


def _preview(stage: Stage) -> Picture:
    stage.item("2023-计-03")
    stage.main.panel.tabs.setCurrentWidget(stage.main.panel.evidence)
    stage.rest(500)
    QTest.keyClick(stage.main.panel.evidence.list, Qt.Key.Key_Space)
    dialog = stage.opened(QDialog)
    stage.rest(800)
    return stage.over(dialog)


def _sample(name: str) -> Path:
    return paths.resources() / "samples" / name


def _review(stage: Stage) -> Picture:
    for name in ("report-2022.txt", "report-2023.docx"):
        stage.main.ledger.keep_report(_sample(name))
        stage.main.ledger.perform(ImportReport(read_report(_sample(name))))
    dialog = _reviewed(stage)
    for _step in range(3):
        QTest.keyClick(dialog.panes.candidates, Qt.Key.Key_Return)
    stage.rest(300)
    return dialog


def _known(stage: Stage) -> Picture:
    return _reviewed(stage)


def _reviewed(stage: Stage) -> ReviewDialog:
    door = stage.main.importing.door()
    stage.main.importing.start([_sample("report-2024.pdf")])
    stage.wait(lambda: door.dialog is not None)
    stage.rest(500)
    assert door.dialog is not None
    return door.dialog


def _people(tab: int) -> Callable[[Stage], Picture]:
    def play(stage: Stage) -> Picture:
        stage.go(PEOPLE)
        stage.main.pages.people.tabs.setCurrentIndex(tab)
        stage.rest()
        return stage.main

    return play


def _roster(stage: Stage) -> Picture:
    stage.go(PEOPLE)
    file = paths.data_folder() / "名单.csv"
    rows = (
        "科室,姓名,职务,手机",
        "法规科,沈一舟,科长,13800000001",
        "督察科,林知夏,副科长,",
        "规划科,钟以安,科员,",
        ",,无,",
    )
    file.write_text("\n".join(rows), encoding="utf-8")
    stage.main.pages.people.read_roster(file)
    return stage.over(stage.opened(QDialog))


def _start(stage: Stage) -> Picture:
    page = StartPage([Path("D:/法治台账/2025"), Path("D:/法治台账/示例")])
    page.show()
    stage.rest()
    return page


def _new_ledger(stage: Stage) -> Picture:
    dialog = NewLedgerDialog(stage.main, Path("D:/法治台账/2025"))
    dialog.open()
    return stage.over(stage.opened(QDialog))


def _settings(stage: Stage) -> Picture:
    dialog = SettingsDialog(stage.main, settings.load(), signed="沈一舟", tray_available=Tray.is_available())
    dialog.open()
    return stage.over(stage.opened(QDialog))


def _refusal(stage: Stage) -> Picture:
    stage.item(_ITEM)
    perform.show_error(perform.in_words(OSError("设备未就绪")), stage.main)
    return stage.over(stage.opened(QMessageBox))


def _print(stage: Stage) -> Picture:
    stage.go("problems")
    stage.act("print")
    dialog = stage.opened(QDialog)
    stage.rest(800)
    return dialog


def _export(stage: Stage) -> Picture:
    stage.item(_ITEM)
    stage.act("export")
    dialog = stage.opened(ExportDialog)
    dialog.target.setText("D:/法治台账/2026/exports/整改进度表.xlsx")
    return stage.over(dialog)


def _manual(stage: Stage) -> Picture:
    stage.act("manual")
    stage.rest(500)
    return next(each for each in stage.app.topLevelWidgets() if each.isVisible() and each is not stage.main)


def _urge_overdue(stage: Stage) -> Picture:
    stage.main.reminding.bar.urge.click()
    return stage.over(stage.opened(QDialog))


SCENES: tuple[Scene, ...] = (
    Scene("01-start", _start),
    Scene("02-dashboard", _page("dashboard")),
    Scene("03-items", lambda stage: (stage.item(_ITEM), stage.main)[1]),
    Scene("04-items-searched", _searched),
    Scene("05-items-grouped", _grouped),
    Scene("06-filter-popup", _filtered),
    Scene("07-saved-view", _view),
    Scene("08-edit-in-place", _in_place),
    Scene("09-row-menu", _row_menu),
    Scene("10-no-hits", _no_hits),
    Scene("11-bulk-edit", _bulk),
    Scene("12-panel-measures", _tab(1)),
    Scene("13-panel-notes", _tab(2)),
    Scene("14-panel-evidence", _tab(3)),
    Scene("15-panel-links", _tab(4)),
    Scene("16-panel-history", _tab(5)),
    Scene("17-panel-closed", _tab(0, _WITH_FILES)),
    Scene("18-source", _source),
    Scene("19-evidence-preview", _preview),
    Scene("20-reports", _page(REPORTS)),
    Scene("21-units", _people(0)),
    Scene("22-people", _people(1)),
    Scene("23-roster", _roster),
    Scene("24-evidence", _page(EVIDENCE)),
    Scene("25-statistics", _page(STATISTICS)),
    Scene("26-history", _page(HISTORY)),
    Scene("27-import-review", _review, empty=True),
    Scene("28-import-known", _known),
    Scene("29-export", _export),
    Scene("30-print", _print),
    Scene("31-new-item", _action("new_item")),
    Scene("32-urge", _action("urge")),
    Scene("33-urge-overdue", _urge_overdue),
    Scene("34-save-view", _action("save_view")),
    Scene("35-delete", _action("drop_items", QMessageBox)),
    Scene("36-submit", _move(Move.SUBMIT, _ITEM)),
    Scene("37-close", _move(Move.CLOSE, "2024-计-02")),
    Scene("38-return", _move(Move.RETURN, "2024-计-02")),
    Scene("39-settings", _settings),
    Scene("40-about", _action("about")),
    Scene("41-check", _action("check")),
    Scene("42-manual", _manual),
    Scene("43-new-ledger", _new_ledger),
    Scene("44-refusal", _refusal),
    Scene("45-empty-dashboard", _page("dashboard"), empty=True),
    Scene("46-empty-items", _page("all"), empty=True),
    Scene("47-empty-people", _page(PEOPLE), empty=True),
    Scene("48-empty-evidence", _page(EVIDENCE), empty=True),
    Scene("49-empty-reports", _page(REPORTS), empty=True),
    Scene("50-dashboard-1366", _page("dashboard"), SMALL),
    Scene("51-items-1366", lambda stage: (stage.item(_ITEM), stage.main)[1], SMALL),
    Scene("52-items-least", lambda stage: (stage.item(_ITEM), stage.main)[1], LEAST),
    Scene("53-import-1366", _review, SMALL, empty=True),
    Scene("54-panel-overview", _tab(0)),
)

# which scenes the manual shows, and what it calls them
MANUAL: dict[str, str] = {
    "02-dashboard": "dashboard",
    "03-items": "items",
    "06-filter-popup": "filters",
    "11-bulk-edit": "bulk-edit",
    "14-panel-evidence": "panel-evidence",
    "54-panel-overview": "panel-overview",
    "21-units": "people",
    "25-statistics": "statistics",
    "27-import-review": "import-review",
    "29-export": "export",
    "30-print": "print",
    "33-urge-overdue": "reminders",
}
