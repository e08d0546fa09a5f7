"""The table by itself on a real ledger: what it asks for is performed, what is refused goes back to it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tracker.domain import pinyin
from tracker.domain.cards import ItemCard
from tracker.errors import UserError
from tracker.gui.items.item_list import ItemList
from tracker.gui.items.table_model import ItemTableModel
from tracker.gui.items.table_view import ItemTable
from tracker.gui.theme import LIGHT
from tracker.ledger import Ledger, Touched
from tracker.operations.operation import Operation


@pytest.fixture
def table(ledger: Ledger, qtbot: QtBot) -> Iterator[ItemTable]:
    """The table of the filled ledger, shown, with the cursor on the first row."""
    pinyin.warm()
    model = ItemTableModel(ItemList(lambda ids: ledger.ask.haystacks(ids), ledger.today()))
    made = ItemTable(model, LIGHT)
    model.setParent(made)
    model.load(ledger.cards(), ledger.today())
    made.know(["执法大队", "政策法规科"], ["王小河"])

    def perform(operation: Operation[object]) -> None:
        try:
            ledger.perform(operation)
        except UserError as error:
            made.refuse(error)

    def touched(what: Touched) -> None:
        fresh = ledger.cards(what.items)
        model.touch(fresh, what.items - {card.id for card in fresh})

    made.requested.connect(perform)
    forget = ledger.subscribe(touched)
    qtbot.addWidget(made)
    made.resize(900, 560)
    made.show()
    qtbot.waitExposed(made)
    made.select_first()
    made.setFocus()
    yield made
    forget()


def codes(table: ItemTable) -> list[str]:
    """The codes of the rows, headings as they read."""
    lines = table.items_model.items.lines
    return [line.code if isinstance(line, ItemCard) else line.heading for line in lines]


def at(table: ItemTable, code: str, column: int) -> int:
    """Put the cursor on a cell; the item's id."""
    card = next(card for card in table.items_model.items.cards if card.code == code)
    row = table.items_model.rows_of({card.id})[0]
    table.kept.put_cursor(row, column)
    return card.id
