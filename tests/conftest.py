"""What every test gets: a home of its own, so that nobody's settings are read, and a display that is not there."""

import os
from pathlib import Path

import pytest

# on a real display without a window manager no window becomes active, and focus is what many tests are about
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder, empty."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TRACKER_HOME", str(folder))
    return folder
