"""Opening what is no ledger, a newer one, an older one, and one that cannot be written."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.reports import Imported
from tracker.store.migrations import HEAD


def test_a_folder_without_a_ledger_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有台账") as refused:
        Ledger(tmp_path)
    assert str(tmp_path) in refused.value.message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", "这不是数据库".encode(), b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "ledger.db"
    file.write_bytes(content)
    with pytest.raises(UserError, match="不是本程序的台账"):
        Ledger(tmp_path)
    assert file.read_bytes() == content


def test_another_programs_database_is_refused_and_kept(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
        connection.commit()
    before = (tmp_path / "ledger.db").read_bytes()
    with pytest.raises(UserError, match="不是本程序的台账"):
        Ledger(tmp_path)
    assert (tmp_path / "ledger.db").read_bytes() == before


def test_a_newer_ledger_is_refused_in_words(ledger: Ledger, imported: Imported) -> None:
    ledger.close()
    _set_revision(ledger.file, "9999")
    with pytest.raises(UserError, match="更新版本") as refused:
        Ledger(ledger.folder)
    assert "升级" in refused.value.hint
    assert not list((ledger.folder / "backups").iterdir())


def test_an_upgrade_that_fails_leaves_the_ledger_as_it_was(ledger: Ledger, imported: Imported) -> None:
    ledger.close()
    _set_revision(ledger.file, "0000")  # older than all: Alembic does not know it and stops
    with pytest.raises(Exception, match="0000"):
        Ledger(ledger.folder)
    assert len(list((ledger.folder / "backups").iterdir())) == 1
    _set_revision(ledger.file, HEAD)
    again = Ledger(ledger.folder)
    assert len(again.cards()) == 4
    assert again.faults() == []
    again.close()


def test_opening_does_not_upgrade_what_is_up_to_date(ledger: Ledger) -> None:
    ledger.close()
    Ledger(ledger.folder).close()
    assert not list((ledger.folder / "backups").iterdir())


def test_a_second_ledger_is_not_made_over_the_first(ledger: Ledger, imported: Imported) -> None:
    with pytest.raises(UserError, match="已经有台账"):
        Ledger.create(ledger.folder)
    assert len(ledger.cards()) == 4


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "文件"
    blocked.write_text("不是文件夹", encoding="utf-8")
    with pytest.raises(UserError, match="不能在") as refused:
        Ledger.create(blocked / "台账")
    assert "文件" in refused.value.message


def test_odd_signs_in_a_path_are_only_signs(tmp_path: Path) -> None:
    folder = tmp_path / "台账 100%？ #1 a&b"
    Ledger.create(folder, office="水务局").close()
    again = Ledger(folder)
    assert (again.office(), again.ask.units()) == ("水务局", [])
    again.close()


def test_a_new_ledger_appears_whole_or_not_at_all(ledger: Ledger) -> None:
    names = sorted(path.name for path in ledger.folder.iterdir() if not path.name.startswith("ledger.db-"))
    assert names == ["backups", "evidence", "exports", "ledger.db", "reports"]


def _set_revision(file: Path, revision: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()
