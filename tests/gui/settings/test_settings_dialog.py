"""The choices of a person: shown as they are, given back whole, followed at once."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import click

from tracker import settings
from tracker.gui.settings.settings_dialog import SettingsDialog
from tracker.settings import Settings


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(parent: QWidget, now: Settings, *, tray: bool = True) -> SettingsDialog:
    dialog = SettingsDialog(parent, now, signed="chenfagui", tray_available=tray)
    dialog.open()
    return dialog


def test_what_is_chosen_is_shown_and_the_rest_is_kept(parent: QWidget) -> None:
    now = Settings(person="陈法规", language="en", theme="dark", font_points=12.0, last_ledger="台账", tray=True)
    dialog = opened(parent, now)
    given: list[Settings] = []
    dialog.chosen.connect(given.append)
    click(dialog.ok)
    assert given == [now]


def test_each_choice_comes_back(parent: QWidget) -> None:
    dialog = opened(parent, Settings())
    given: list[Settings] = []
    dialog.chosen.connect(given.append)
    dialog.person.setText(" 王小河 ")
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.size_of_words.setCurrentIndex(dialog.size_of_words.findData(14.0))
    dialog.remind.setChecked(False)
    dialog.tray.setChecked(True)
    assert dialog.notice_at.isEnabled()
    click(dialog.ok)
    (chosen,) = given
    assert (chosen.person, chosen.theme, chosen.font_points) == ("王小河", "dark", 14.0)
    assert (chosen.remind, chosen.tray, chosen.notice_at) == (False, True, "09:00")


def test_without_a_tray_none_is_offered(parent: QWidget) -> None:
    dialog = opened(parent, Settings(tray=True), tray=False)
    assert not dialog.tray.isEnabled()
    assert not dialog.tray.isChecked()


@pytest.mark.parametrize(
    ("stored", "expected"),
    [('{"font_points": 12}', 12.0), ('{"font_points": "大"}', 10.5), ('{"font_points": true}', 10.5)],
)
def test_a_size_that_is_none_is_the_usual_one(tmp_path: Path, stored: str, expected: float) -> None:
    file = tmp_path / "settings.json"
    file.write_text(stored, encoding="utf-8")
    assert settings.load(file).font_points == expected
