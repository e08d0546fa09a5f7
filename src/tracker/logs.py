"""The log file: warnings and tracebacks, kept small, never shown to the office."""

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

from tracker import paths

log = logging.getLogger("tracker")

MOST_BYTES = 1_000_000  # of one file
KEPT_FILES = 3  # older ones beside the file that is written
_HELD_BYTES = 4 * MOST_BYTES  # of a file that another program holds, so that it cannot be renamed


def start(file: Path | None = None) -> Path | None:
    """Send the program's log to ``file``; None where it cannot be written (a read-only profile)."""
    file = file or paths.log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.open("ab").close()
    except OSError:
        return None
    handler = _SharedFile(file)
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    return file


def stop() -> None:
    """Send the log nowhere any more, and let its file go."""
    for handler in [each for each in log.handlers if isinstance(each, _SharedFile)]:
        log.removeHandler(handler)
        handler.close()
    log.propagate = True


def files(file: Path | None = None) -> tuple[Path, ...]:
    """The log and its older parts, as far as they are there, newest first."""
    file = file or paths.log_file()
    named = (file, *(file.with_name(f"{file.name}.{n}") for n in range(1, KEPT_FILES + 1)))
    return tuple(each for each in named if each.is_file())


class _SharedFile(RotatingFileHandler):
    """A log that several processes write at once: window and terminal, or two windows.

    Whoever finds the file full renames it, unless another process did that meanwhile: then it would be the fresh,
    nearly empty file that is thrown out. Windows does not rename what another process holds open: there the file
    grows until it may be renamed, but not for ever.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=MOST_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True)

    def emit(self, record: logging.LogRecord) -> None:
        if self._moved_away():
            self._let_go()
        super().emit(record)

    def doRollover(self) -> None:  # noqa: N802 - logging's own name
        self._let_go()
        file = Path(self.baseFilename)
        if _size(file) < MOST_BYTES // 2:
            return  # another process renamed it a moment ago
        older = [file.with_name(f"{file.name}.{n}") for n in range(KEPT_FILES + 1)]
        try:
            file.replace(older[0])  # what may fail comes first, or each try would push an older file out
            for n in range(KEPT_FILES, 0, -1):
                if older[n - 1].exists():
                    older[n - 1].replace(older[n])
        except OSError:
            if _size(file) >= _HELD_BYTES:
                raise  # the record is given up

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - as above
        """A log that cannot be written (a full disk) must not disturb the work, nor fill a terminal."""

    def _let_go(self) -> None:
        if self.stream is not None:
            self.stream.close()
        self.stream = None  # opened again by the next record

    def _moved_away(self) -> bool:
        """Whether the file that is open no longer is the one of this name."""
        if self.stream is None:
            return False
        try:
            return not os.path.samestat(os.fstat(self.stream.fileno()), Path(self.baseFilename).stat())
        except OSError:
            return True


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
