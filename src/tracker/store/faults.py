"""SQLite's own errors, in the words of the office."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import UserError
from tracker.words import _


@contextmanager
def worded(file: Path) -> Iterator[None]:
    """Turn what the world does to ``file`` (full disk, damage, another writer) into UserError; bugs pass through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = in_words(error, file)
        if known is None:
            raise
        raise known from error


def in_words(error: BaseException | None, file: Path) -> UserError | None:
    """What the office should read about ``error``; None where it is no fault of the world."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return UserError(_("还有别的内容依赖它，没有改动。"), _("请先撤销或移除后来加上的进展、佐证等内容。"))
    match code & 0xFF:  # the low byte is the plain result; the rest tells the flavour
        case sqlite3.SQLITE_FULL:
            return UserError(
                _("磁盘空间不足，没有写入台账 {file}。").format(file=file), _("请清理磁盘后重试，已有内容没有改变。")
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UserError(_("台账 {file} 正被另一个程序写入。").format(file=file), _("请等对方完成或关闭后再试。"))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return UserError(
                _("不能写入台账 {file}：文件或文件夹是只读的。").format(file=file),
                _("请把台账放到可以写入的文件夹，或请管理员开放权限。"),
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return UserError(
                _("{file} 已损坏，或者不是台账。").format(file=file),
                _("请从台账文件夹里的 backups 取回最近的备份。"),
            )
        case sqlite3.SQLITE_IOERR:
            return UserError(_("读写台账 {file} 时磁盘出错。").format(file=file), _("请检查磁盘空间和网络连接后重试。"))
    return None
