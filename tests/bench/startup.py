"""Start: the real program on a ledger of 5,000 items, to its first page's paint, against a bare QMainWindow."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.common import Ratio
from tests.bench.storage import filled

ITEMS = 5_000
_RUNS = 9

_OURS = """
import os, sys
from pathlib import Path
from tracker.gui import app
program = app.opened(Path(sys.argv[1]))
window = program.window
assert len(window.model.items.cards) == int(sys.argv[2])
window.pages.dashboard.first_painted.connect(lambda: (os.write(1, b"P"), os._exit(0)))
program.run()
"""

_BARE = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        os.write(1, b"P"); os._exit(0)
app = QApplication(sys.argv); window = Window(); window.resize(1200, 800); window.show(); app.exec()
"""


def measure() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "ledger"
        filled(folder, ITEMS).close()
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TRACKER_HOME": scratch}
        ours: list[float] = []
        bare: list[float] = []
        for _ in range(_RUNS + 1):
            ours.append(_first_byte([sys.executable, "-c", _OURS, str(folder), str(ITEMS)], environment))
            bare.append(_first_byte([sys.executable, "-c", _BARE], environment))
    yield Ratio(
        f"start with {ITEMS:,} items to first paint",
        statistics.median(ours[1:]),
        statistics.median(bare[1:]),
        4.5,
        "a bare QMainWindow",
    )


def _first_byte(command: list[str], environment: dict[str, str]) -> float:
    """Seconds from before the process starts until it says that it has painted."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = process.stdout.read(1)
        taken = time.perf_counter() - start
        faults = process.stderr.read().decode()
    if said != b"P":
        raise SystemExit(f"it never painted: {faults}")
    return taken
