"""Files kept by their SHA-256 beside the database: evidence, and the reports that were imported."""

import hashlib
import os
import shutil
import time
import uuid
from contextlib import suppress
from pathlib import Path

from tracker.domain.evidence import StoredFile
from tracker.errors import Cancelled, UserError
from tracker.progress import Progress, silent
from tracker.words import _

_BLOCK = 1 << 20  # bytes; larger blocks are no faster (measured), smaller ones are
_ABANDONED_SECONDS = 24 * 3600


class FileStore:
    """A folder of files named by their content, so that nothing is kept twice and nothing is overwritten."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, source: Path, progress: Progress = silent) -> StoredFile:
        """Copy ``source`` in, hashing as it is read; the user's file stays where it is.

        Raises UserError where it cannot be read or the store cannot be written, Cancelled where ``progress`` does;
        nothing is left behind in either case.
        """
        if source.is_dir():
            raise UserError(_("{file} 是文件夹。").format(file=source), _("请选择文件，或先压缩成一个文件。"))
        fresh = self.folder / f"{uuid.uuid4().hex}.new"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            total = source.stat().st_size
            digest, done = hashlib.sha256(), 0
            with source.open("rb") as reader, fresh.open("wb") as writer:
                while block := reader.read(_BLOCK):
                    digest.update(block)
                    writer.write(block)
                    done += len(block)
                    progress(done, total, source.name)
                writer.flush()
                os.fsync(writer.fileno())
            name = digest.hexdigest()
            place = self.place(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            fresh.replace(place)
        except Cancelled:
            fresh.unlink(missing_ok=True)
            raise
        except OSError as error:
            fresh.unlink(missing_ok=True)
            raise _unreadable(source, error) from error
        return StoredFile(sha256=name, name=source.name, size=done)

    def place(self, sha256: str) -> Path:
        """Where the file with this content lies, or would lie."""
        return self.folder / sha256[:2] / sha256

    def hand_out(self, sha256: str, target: Path) -> Path:
        """Copy a kept file to ``target`` under a name that people know. Raises UserError where it is missing."""
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.place(sha256), target)
        except FileNotFoundError as error:
            raise UserError(
                _("台账里的文件 {name} 不见了。").format(name=target.name), _("请运行“检查台账”，并从备份取回。")
            ) from error
        except OSError as error:
            raise _unreadable(target, error) from error
        return target

    def is_whole(self, sha256: str) -> bool | None:
        """Whether the kept file still has its content; None where it is missing."""
        try:
            with self.place(sha256).open("rb") as reader:
                return hashlib.file_digest(reader, "sha256").hexdigest() == sha256
        except FileNotFoundError:
            return None
        except OSError:
            return False

    def sweep(self) -> None:
        """Remove what an intake that was killed left half-written; a fresh one may belong to a running program."""
        limit = time.time() - _ABANDONED_SECONDS
        for leftover in self.folder.glob("*.new"):
            with suppress(OSError):
                if leftover.stat().st_mtime < limit:
                    leftover.unlink()


def _unreadable(file: Path, error: OSError) -> UserError:
    if isinstance(error, FileNotFoundError):
        return UserError(_("找不到文件 {file}。").format(file=file), _("请检查文件名和位置。"))
    if isinstance(error, PermissionError):
        return UserError(_("没有权限读写 {file}。").format(file=file), _("请检查文件是否只读或正被占用。"))
    return UserError(
        _("读写 {file} 时出错：{reason}。").format(file=file, reason=error.strerror or error),
        _("请检查磁盘空间和连接后重试。"),
    )
