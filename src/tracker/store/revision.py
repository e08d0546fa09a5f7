"""What a ledger's file says of itself: whether it is one, and of which revision; asked at every start."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from tracker.errors import UserError
from tracker.store.faults import worded
from tracker.words import _

APPLICATION_ID = 0x465A_5A47  # "FZZG": tells a ledger from any other SQLite file


def _read_only(file: Path) -> str:
    """SQLite's address of ``file``. Path.as_uri writes network paths as file://server/…, which SQLite refuses."""
    place = os.fsencode(file.absolute().as_posix())  # bytes: in the C locale a Chinese name has no other spelling
    return f"file://{'' if place.startswith(b'/') else '/'}{quote(place, safe='/:')}?mode=ro"


def revision_of(file: Path) -> str:
    """The revision of the ledger in ``file``. Raises UserError where the file is no ledger."""
    no_ledger = UserError(
        _("{file} 不是本程序的台账。").format(file=file), _("请选择里面有 ledger.db 的台账文件夹，或新建一个台账。")
    )
    with worded(file):
        try:
            with closing(sqlite3.connect(_read_only(file), uri=True)) as connection:
                mark = connection.execute("PRAGMA application_id").fetchone()[0]
                row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):  # ERROR: it lacks the table
                raise no_ledger from error
            raise
    if mark != APPLICATION_ID or row is None:
        raise no_ledger
    return str(row[0])
