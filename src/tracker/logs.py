"""The log file: warnings and tracebacks, kept small, never shown to the office."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from tracker import paths

log = logging.getLogger("tracker")


def start(file: Path | None = None) -> Path | None:
    """Send the program's log to ``file``; None where it cannot be written (a read-only profile)."""
    file = file or paths.log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=False)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    return file
