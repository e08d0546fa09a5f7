"""A SQLite database opened the way a ledger needs it: foreign keys, durable commits, one writer at a time."""

import ctypes
import sqlite3
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

_BUSY_SECONDS = 10
_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs"}


def open_engine(file: Path) -> Engine:
    """An engine on an existing database ``file``. Reads begin deferred; writers must ask by ``writing(engine)``."""
    engine = create_engine(
        URL.create("sqlite", database=str(file)), connect_args={"timeout": _BUSY_SECONDS}, hide_parameters=True
    )
    journal = "WAL" if is_local(file) else "DELETE"  # WAL needs shared memory, which network drives do not give

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # sqlite3's own BEGIN comes too late for reads and for DDL
        for pragma in (f"journal_mode={journal}", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # IMMEDIATE, because a reader that turns writer half-way cannot wait for the other writer: it fails at once
        asked: dict[str, Any] = dict(connection.get_execution_options())
        connection.exec_driver_sql("BEGIN IMMEDIATE" if asked.get("tracker_writes") else "BEGIN")

    return engine


def writing(engine: Engine) -> Engine:
    """The same engine and pool, whose transactions take the write lock when they begin."""
    return engine.execution_options(tracker_writes=True)


def is_local(file: Path) -> bool:
    """Whether ``file`` lies on a disk of this computer, as far as the system tells."""
    if sys.platform == "win32":
        return _is_local_windows(file)
    best, kind = "", ""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return True
    place = str(file.resolve())
    for line in mounts:
        _device, point, system, *_rest = line.split(" ")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, system
    return kind not in _NETWORK_FILE_SYSTEMS


def _is_local_windows(file: Path) -> bool:
    anchor = file.resolve().anchor
    drive_remote = 4
    get_drive_type: Any = ctypes.windll.kernel32.GetDriveTypeW  # type: ignore[attr-defined,unused-ignore]  # Windows'
    return not anchor.startswith("\\\\") and get_drive_type(anchor) != drive_remote
