"""The year of work and the organisation narrow every page; drafts are asked about before the window goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from tests.gui.conftest import TEXT, go, opened, press, shown, type_words
from tests.gui.conftest import draft as made_draft

from tracker.gui.main_window import MainWindow
from tracker.gui.scope_box import ScopeBox
from tracker.ledger import Ledger
from tracker.operations.reports import ImportReport


@pytest.fixture
def two_offices(ledger: Ledger, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a ledger with reports of two offices and two years."""
    file = tmp_path / "另一份.txt"
    file.write_text(TEXT, encoding="utf-8")
    other = made_draft(ledger.keep_report(file).sha256)
    values = {"organization": "云岭市河湖局", "report_year": 2023, "text": TEXT + "另一份"}
    ledger.perform(ImportReport(type(other)(**{**{name: getattr(other, name) for name in other.__slots__}, **values})))
    made = shown(MainWindow(ledger), qtbot)
    yield made
    made.close()


def test_years_of_work_are_offered_with_their_reports(two_offices: MainWindow) -> None:
    box = two_offices.navigation.scope
    assert [box.year.itemText(n) for n in range(box.year.count())] == [
        "全部年度",
        "2025 年度（2024 年报告）",
        "2024 年度（2023 年报告）",
    ]
    assert box.organisation.isVisible()


def test_a_year_narrows_list_counts_and_dashboard_and_keeps_what_is_left_over(two_offices: MainWindow) -> None:
    window = two_offices
    assert window.counting.of("all") == 8
    window.navigation.scope.choose(2024)  # the plan of 2024 and the problems of the report of 2023
    assert window.counting.of("all") == 4
    window.navigation.go("all")
    assert {card.year for card in window.model.items.shown} == {2023, 2024}
    window.navigation.scope.choose(2025)  # with what is still open of the year before
    assert window.counting.of("all") == 8
    window.navigation.scope.choose(None)
    assert window.counting.of("all") == 8


def test_an_organisation_narrows_to_its_reports(two_offices: MainWindow) -> None:
    window = two_offices
    box = window.navigation.scope.organisation
    box.setCurrentIndex(box.findText("云岭市河湖局"))
    assert window.counting.of("all") == 4
    window.go_to_item(window.ledger.ask.item_by_code("2024-问-01").id)  # beyond the choice: the choice gives way
    assert window.navigation.scope.chosen() == (None, None)
    assert window.items.table.current_id() == window.ledger.ask.item_by_code("2024-问-01").id


def test_a_year_that_is_gone_is_given_up_and_told(qtbot: QtBot) -> None:
    box = ScopeBox()
    qtbot.addWidget(box)
    box.offer([2025, 2024], ["甲局"])
    assert not box.organisation.isVisibleTo(box)
    box.choose(2024)
    told: list[tuple[object, object]] = []
    box.changed.connect(lambda *chosen: told.append(chosen))
    box.offer([2025], ["甲局"])
    assert told == [(None, None)]


def test_begun_notes_are_asked_about_before_the_window_goes(window: MainWindow) -> None:
    window.panel.compose_note()
    type_words(window.panel.notes.text, "写到一半的进展")
    go(window, "2024-问-02")
    window.close()
    assert window.isVisible()
    box = opened(window, QMessageBox)
    assert "2024-问-01" in box.text()
    press(box, Qt.Key.Key_Escape)
    assert window.isVisible()
    window.close()
    opened(window, QMessageBox).buttons()[0].click()
    assert not window.isVisible()
