"""The page of units and people on a real ledger, without the window around it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tracker.domain import pinyin
from tracker.domain.people import Person, Unit
from tracker.errors import UserError
from tracker.gui.people.people_page import PeoplePage
from tracker.gui.tasks import Tasks
from tracker.gui.theme import LIGHT
from tracker.ledger import Ledger
from tracker.operations.operation import Operation
from tracker.operations.people import SavePerson, SaveUnit


@pytest.fixture(autouse=True)
def sounds() -> None:
    """Readings are loaded, as some moments after the start."""
    pinyin.warm()


@pytest.fixture
def page(ledger: Ledger, qtbot: QtBot) -> Iterator[PeoplePage]:
    """政策法规科 and 执法大队 with their items, and 执法大队（综合）, which is new; each change is shown at once."""
    ledger.perform(SaveUnit(Unit(name="执法大队（综合）")))
    law = next(unit for unit in ledger.ask.units() if unit.name == "政策法规科")
    ledger.perform(SavePerson(Person(name="周明", unit_id=law.id, duty="科长", phone="6612")))
    tasks = Tasks()
    made = PeoplePage(LIGHT, tasks)
    qtbot.addWidget(made)

    def show(_touched: object = None) -> None:
        made.show_roster(ledger.ask.units(), ledger.ask.people(), ledger.cards(), ledger.today())

    def perform(operation: Operation[object]) -> None:
        try:
            ledger.perform(operation)
        except UserError as error:
            made.refuse(error)

    forget = ledger.subscribe(show)
    made.requested.connect(perform)
    show()
    made.resize(1100, 620)
    made.show()
    qtbot.waitExposed(made)
    yield made
    forget()
    tasks.shutdown()
