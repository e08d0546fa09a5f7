"""Where the program keeps and finds its files, from source, from a wheel or frozen."""

import os
import sys
from pathlib import Path

import appdirs

_APP = "fazhi-tracker"
_HOME_VARIABLE = "TRACKER_HOME"


def _home(default: str) -> Path:
    """The folder for this program's own files; TRACKER_HOME overrides it (portable use, tests)."""
    return Path(os.environ.get(_HOME_VARIABLE) or default)


def data_folder() -> Path:
    return _home(appdirs.user_data_dir(_APP, appauthor=False))


def default_ledger() -> Path:
    return data_folder() / "ledger"


def settings_file() -> Path:
    return _home(appdirs.user_config_dir(_APP, appauthor=False)) / "settings.json"


def log_file() -> Path:
    return _home(appdirs.user_log_dir(_APP, appauthor=False)) / "tracker.log"


def resources() -> Path:
    """The read-only folder with icons, samples and translations."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    here = Path(__file__).resolve().parent
    installed = here / "resources"
    return installed if installed.is_dir() else here.parent.parent / "resources"
