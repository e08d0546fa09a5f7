"""Puts finished bytes in the place of a file whole or not at all, and says in words why it cannot."""

import errno
import os
import uuid
from pathlib import Path

from tracker.errors import UserError
from tracker.words import _

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


def free_name(target: Path) -> Path:
    """``target`` itself, or the first of 进度表(2).xlsx, 进度表(3).xlsx … that neither exists nor is open."""
    candidate, number = target, 1
    while candidate.exists() or _lock_file(candidate):
        number += 1
        candidate = target.with_name(f"{target.stem}({number}){target.suffix}")
    return candidate


def check_target(target: Path) -> None:
    """Raise UserError where ``target`` can be foreseen not to be writable: before the long work, not after it."""
    try:
        _check(target)
    except OSError as error:  # a name too long, a drive that is gone
        raise _failed(target, error) from error


def _check(target: Path) -> None:
    folder = target.parent
    if not folder.exists():
        raise UserError(
            _("文件夹“{folder}”不存在。").format(folder=folder), _("请选择已有的文件夹，或先新建。"), field="target"
        )
    if not folder.is_dir():
        raise UserError(_("“{folder}”不是文件夹。").format(folder=folder), _("请选择一个文件夹。"), field="target")
    if target.is_dir():
        raise UserError(
            _("“{name}”是文件夹，不能作为文件写入。").format(name=target.name), _("请换一个文件名。"), field="target"
        )
    if target.exists() and _lock_file(target):
        raise _in_use(target)


def save_bytes(data: bytes, target: Path) -> None:
    """Write ``data`` beside ``target`` under a temporary name, then rename it.

    Raises UserError; then nothing is left behind, and an older file stays as it was.
    """
    check_target(target)
    beside = target.with_name(f"~{uuid.uuid4().hex[:12]}.tmp")
    try:
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except PermissionError as error:
            raise UserError(
                _("文件夹“{folder}”不能写入。").format(folder=target.parent),
                _("请换一个文件夹，或请管理员开通写入权限。"),
                field="target",
            ) from error
        except OSError as error:
            raise _failed(target, error) from error
        try:
            beside.replace(target)
        except PermissionError as error:  # Windows: Excel and WPS hold the file they show
            raise _in_use(target) from error
        except OSError as error:
            raise _failed(target, error) from error
    finally:
        beside.unlink(missing_ok=True)


def _lock_file(target: Path) -> Path | None:
    """The file by which Excel, WPS or LibreOffice marks ``target`` as open, if it lies beside it."""
    for name in (f"~${target.name}", f".~{target.name}", f".~lock.{target.name}#"):
        lock = target.with_name(name)
        if lock.exists():
            return lock
    return None


def _in_use(target: Path) -> UserError:
    return UserError(
        _("“{name}”已在 Excel 或 WPS 中打开，或不允许改写。").format(name=target.name),
        _("请关闭它后再导出，或另存为“{free}”。").format(free=free_name(target).name),
        field="target",
    )


def _failed(target: Path, error: OSError) -> UserError:
    if error.errno in _FULL:
        return UserError(
            _("磁盘空间不足，“{name}”没有写成。").format(name=target.name),
            _("请清理磁盘或换一个位置后再导出。"),
            field="target",
        )
    return UserError(
        _("“{name}”没有写成：{reason}。").format(name=target.name, reason=error.strerror or error),
        _("请检查文件名和所在位置，或换一个位置。"),
        field="target",
    )
