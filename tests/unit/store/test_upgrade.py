"""A ledger of every earlier revision opens, whole, as one of today; stored as SQL, so that a change shows in a diff."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tracker.ledger import DATABASE, Ledger
from tracker.operations.urgings import UrgeItems
from tracker.store.migrations import HEAD
from tracker.store.revision import APPLICATION_ID, revision_of

STORED = Path(__file__).parents[2] / "data" / "ledgers"
REVISIONS = sorted(path.stem for path in STORED.glob("*.sql"))


def restored(revision: str, folder: Path) -> Path:
    """The stored ledger of ``revision``, as the program of that day left it."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        connection.executescript((STORED / f"{revision}.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.commit()
    return folder


def test_every_revision_before_this_one_is_stored() -> None:
    assert [f"{number:04}" for number in range(1, int(HEAD))] == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_older_ledger_is_upgraded_with_all_that_is_in_it(revision: str, tmp_path: Path) -> None:
    folder = restored(revision, tmp_path / "台账")
    ledger = Ledger(folder)
    assert revision_of(ledger.file) == HEAD
    assert len(list((folder / "backups").iterdir())) == 1
    cards = {card.code: card for card in ledger.cards()}
    assert set(cards) == {"2024-问-01", "2024-问-02", "2025-计-01"}
    by_hand = cards["2024-问-02"]
    assert (by_hand.lead, by_hand.person, by_hand.deadline_current) == ("政策法规科", "王小河", date(2025, 6, 30))
    assert {card.added_on for card in cards.values()} == {date(2025, 3, 3)}
    assert len(ledger.ask.history(by_hand.id)) == 5
    redo = ledger.ask.to_redo()
    assert redo is not None
    ledger.redo()
    assert ledger.cards([by_hand.id])[0].percent == 30
    ledger.perform(UrgeItems((by_hand.id,)))
    assert ledger.cards([by_hand.id])[0].urgings == 1
    # of the invented report only the text is stored, not the file
    assert [fault for fault in ledger.faults() if "报告.txt" not in fault] == []
    ledger.close()
