"""Tables, entities and migrations say the same."""

import sqlite3
import types
from contextlib import closing
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from tracker.domain.cards import ItemCard
from tracker.domain.entity import Entity
from tracker.ledger import Ledger
from tracker.store import migrations
from tracker.store.engine import open_engine
from tracker.store.mapping import TABLES


@pytest.mark.parametrize("entity", list(TABLES), ids=lambda entity: entity.__name__)
def test_a_row_has_the_fields_of_its_entity_in_their_order(entity: type[Entity]) -> None:
    columns = TABLES[entity].columns
    assert [column.name for column in columns] == list(entity.model_fields)
    for name, field in entity.model_fields.items():
        if name != "id":
            assert columns[name].nullable == _may_be_none(field.annotation), name


def _may_be_none(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, types.UnionType) and type(None) in get_args(annotation)


def test_migrations_build_the_tables_of_the_models(ledger: Ledger) -> None:
    engine = open_engine(ledger.file)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
    engine.dispose()


def test_the_newest_revision_is_the_one_the_program_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == migrations.HEAD


def test_the_view_of_cards_has_their_fields_in_their_order(ledger: Ledger) -> None:
    with closing(sqlite3.connect(ledger.file)) as connection:
        columns = [column[0] for column in connection.execute("SELECT * FROM item_card").description]
    assert columns == list(ItemCard._fields)


def test_keys_and_durability_are_as_decided(ledger: Ledger) -> None:
    with closing(sqlite3.connect(ledger.file)) as connection:
        sql = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        for entity in TABLES:
            assert "AUTOINCREMENT" in sql[TABLES[entity].name]
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    engine = open_engine(ledger.file)
    with engine.connect() as opened:
        assert opened.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert opened.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
    engine.dispose()
