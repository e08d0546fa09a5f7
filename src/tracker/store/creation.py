"""Making a new ledger: a folder and a database that appears only when it is complete."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from tracker.errors import UserError
from tracker.store import tables, upgrade
from tracker.store.database import worded
from tracker.store.engine import open_engine, writing
from tracker.store.mapping import table
from tracker.words import _

FOLDERS = ("evidence", "reports", "backups", "exports")


def create(folder: Path, database: str, *, office: str, now: datetime) -> None:
    """Make ``folder`` with an empty ledger in it. Raises UserError where one is there or none can be written."""
    file = folder / database
    if file.exists():
        raise UserError(
            _("文件夹 {folder} 里已经有台账。").format(folder=folder), _("请直接打开它，或换一个文件夹新建。")
        )
    fresh = folder / f"{database}.{os.getpid()}.new"
    try:
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
        with worded(fresh):
            _fill(fresh, office, now)
        fresh.replace(file)
    except OSError as error:
        raise UserError(
            _("不能在 {folder} 新建台账：{reason}。").format(folder=folder, reason=error.strerror or error),
            _("请换一个可以写入、空间足够的文件夹。"),
        ) from error
    finally:
        for leftover in (fresh, fresh.with_name(f"{fresh.name}-wal"), fresh.with_name(f"{fresh.name}-shm")):
            with suppress(OSError):  # the fault that is being told of may be of the folder itself
                leftover.unlink()


def _fill(file: Path, office: str, now: datetime) -> None:
    engine = open_engine(file)
    try:
        upgrade.run_migrations(engine)
        with writing(engine).begin() as connection:
            row = {"id": 1, "office": office, "created_at": now.astimezone(UTC).isoformat(timespec="seconds")}
            connection.execute(insert(table(tables.LedgerRow)), row)
    finally:
        engine.dispose()  # the last connection folds the write-ahead log into the file
