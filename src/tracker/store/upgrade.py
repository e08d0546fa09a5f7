"""Bringing a ledger's tables to the program's revision; Alembic is loaded only when there is something to do."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from tracker.errors import UserError
from tracker.store import backups
from tracker.store.engine import open_engine, writing
from tracker.store.migrations import HEAD
from tracker.store.revision import APPLICATION_ID
from tracker.words import _


def upgrade(file: Path, revision: str, backup_folder: Path) -> None:
    """Upgrade the ledger in ``file`` from an older ``revision``; a copy goes to ``backup_folder`` first.

    The copy comes back where the upgrade fails. Raises UserError where the ledger was written by a newer program.
    """
    if revision > HEAD:
        raise UserError(
            _("这个台账由更新版本的程序写成（{revision}，本程序只认识到 {head}），没有打开。").format(
                revision=revision, head=HEAD
            ),
            _("请升级本程序后再打开；台账没有改动。"),
        )
    copy = backups.back_up(file, backup_folder, f"before-{HEAD}")
    engine = open_engine(file)
    try:
        run_migrations(engine)
    except BaseException:
        engine.dispose()
        backups.put_back(copy, file)
        raise
    engine.dispose()


def run_migrations(engine: Engine) -> None:
    """Run all revisions that the database lacks, in one transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with writing(engine).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
