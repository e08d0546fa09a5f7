"""Bringing a ledger's tables to the program's revision; Alembic is loaded only when there is something to do."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from tracker.errors import UserError
from tracker.store import backups
from tracker.store.engine import APPLICATION_ID, open_engine, writing
from tracker.store.migrations import HEAD
from tracker.words import _


def revision_of(file: Path) -> str:
    """The revision of the ledger in ``file``. Raises UserError where the file is no ledger."""
    no_ledger = UserError(
        _("{file} 不是本程序的台账。").format(file=file), _("请选择里面有 ledger.db 的台账文件夹，或新建一个台账。")
    )
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            if mark != APPLICATION_ID:
                raise no_ledger
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise no_ledger from error
    if row is None:
        raise no_ledger
    return str(row[0])


def bring_up_to_date(file: Path, backup_folder: Path) -> None:
    """Upgrade the ledger in ``file`` where it is older; a copy goes to ``backup_folder`` first.

    The copy comes back where the upgrade fails.

    Raises UserError where the ledger was written by a newer program.
    """
    revision = revision_of(file)
    if revision == HEAD:
        return
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
    from alembic import command  # noqa: PLC0415 - 200 ms that only a new or an old ledger must pay
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with writing(engine).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
