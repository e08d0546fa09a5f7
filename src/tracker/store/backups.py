"""Verified copies of a ledger's database, made by SQLite's own backup so that a running ledger can be copied."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tracker.errors import UserError
from tracker.words import _


def back_up(file: Path, folder: Path, label: str) -> Path:
    """Copy the database ``file`` to ``folder`` as 20260131-120000-label.db and prove that the copy is whole.

    Raises UserError where the copy turns out damaged, OSError and sqlite3.Error where it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{label}.db"
    fresh = copy.with_suffix(".new")
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(fresh)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        verdict = target.execute("PRAGMA quick_check").fetchone()[0]
    if verdict != "ok":
        fresh.unlink(missing_ok=True)
        raise UserError(_("台账 {file} 的备份没有通过检查。").format(file=file), _("请先运行“检查台账”。"))
    return fresh.replace(copy)


def put_back(copy: Path, file: Path) -> None:
    """Replace the content of the database ``file`` by that of ``copy``."""
    with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(file)) as target:
        source.backup(target)
