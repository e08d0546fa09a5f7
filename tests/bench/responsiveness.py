"""The longest waits of the scripted hour in a ledger of 10,000 items: each step's worst, and who was at fault.

A heartbeat in the window's own event loop tells how long nobody was served; only while the program answers to keys,
mouse and time is it listened to, not while the script reckons. When a beat is late, a thread looks at what the window's
thread is doing. Times on a busy machine only ever grow, so that the least of several fresh runs is what counts.
"""

import gc
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import Qt, QTimer

from tests.bench.common import Ratio
from tests.bench.office import worked_ledger
from tests.officer import Officer
from tests.officer_hands import Hands
from tracker.gui import app
from tracker.gui.main_window import MainWindow

ITEMS = 10_000
LIMIT = 0.1  # seconds that nobody may be kept waiting
RUNS = 3
_BEAT_MS = 2
_LATE = 0.05  # seconds after which it is looked who is at fault
_LOOK = 0.004
_DEEP = 3  # frames that name a fault


@dataclass(frozen=True, slots=True)
class Wait:
    """The longest wait of one step: seconds, those of them that collected garbage, and whose frames were seen."""

    step: str
    seconds: float = 0.0
    collecting: float = 0.0
    fault: str = ""


class Watch:
    """Listens to the heartbeat of the window's thread, in which it is made."""

    def __init__(self) -> None:
        self.step = ""
        self.waits: dict[str, Wait] = {}
        self._listening = False
        self._last = self._collected = self._began = 0.0
        self._seen: Counter[str] = Counter()
        self._thread = threading.get_ident()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)
        gc.callbacks.append(self._collecting)
        threading.Thread(target=self._look, name="watch", daemon=True).start()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Whatever happens within is the program's doing."""
        if self._listening:  # waiting for something is part of doing something
            yield
            return
        self._start()
        self._listening = True
        try:
            yield
        finally:
            self._beat()
            self._listening = False

    def _start(self) -> None:
        self._seen.clear()
        self._collected, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        waited = time.perf_counter() - self._last
        if self._listening and waited > self.waits.get(self.step, Wait(self.step)).seconds:
            fault = self._seen.most_common(1)[0][0] if self._seen else ""
            self.waits[self.step] = Wait(self.step, waited, self._collected, fault)
        self._start()

    def _collecting(self, phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.perf_counter()
        elif threading.get_ident() == self._thread:
            self._collected += time.perf_counter() - self._began

    def _look(self) -> None:
        """In a thread of its own: whose frames are on the stack of the window's thread while it is late."""
        while True:
            time.sleep(_LOOK)
            if self._listening and time.perf_counter() - self._last > _LATE:
                self._seen[_named(sys._current_frames().get(self._thread))] += 1


def _named(frame: FrameType | None) -> str:
    """The innermost frames of the program, from within outwards."""
    source, found = str(Path(app.__file__).parent.parent), []
    while frame is not None and len(found) < _DEEP:
        file = frame.f_code.co_filename
        if file.startswith(source):
            found.append(f"{file.removeprefix(source + os.sep)}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " ‹ ".join(found)


def measure() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        template = Path(scratch) / "template"
        worked_ledger(template, ITEMS)
        runs = [_run(template, Path(scratch) / str(n)) for n in range(RUNS)]
    repaint = statistics.median(run["repaint"] for run in runs)
    waits = [
        min((run["waits"][n] for run in runs), key=lambda wait: wait["seconds"]) for n in range(len(runs[0]["waits"]))
    ]
    print(f"the longest waits of each step, the least of {RUNS} fresh runs; one repaint takes {repaint * 1e3:.1f} ms")
    for wait in waits:
        over = "OVER" if wait["seconds"] > LIMIT else ""
        print(f"{wait['seconds'] * 1e3:8.1f} ms {wait['seconds'] / repaint:6.1f} x  {over:4}  {wait['step']}")
        if wait["fault"]:
            print(
                f"{'':31}{wait['fault']}"
                + (f" (collecting garbage {wait['collecting'] * 1e3:.0f} ms)" if wait["collecting"] > 0.01 else "")
            )
    worst = max(waits, key=lambda wait: wait["seconds"])
    yield Ratio(
        f"the longest wait at {ITEMS:,} items, to {worst['step']}", worst["seconds"], LIMIT, 1.0, "a tenth of a second"
    )


def _run(template: Path, place: Path) -> dict:
    """One hour in a process of its own, where nothing is loaded yet."""
    shutil.copytree(template, place / "ledger")
    (place / "files").mkdir()
    environment = {**os.environ, "TRACKER_HOME": str(place / "home"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.responsiveness", str(place)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the hour did not go as written:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def _hour(place: Path) -> None:
    """Do the hour, and print what was waited for."""
    program = app.opened(place / "ledger")
    window = program.window
    assert isinstance(window, MainWindow)
    watch = Watch()
    hands = Hands(watch.listening)
    watch.step = "settle after the first paint"
    hands.until(lambda: window.settled, "the window to settle")
    hands.rest(3_000)  # the searches are made ready meanwhile
    officer = Officer(window, place / "files", hands)
    for watch.step, step in officer.steps():
        step()
    watch.step = "close the window"
    repaint = _repaint(window)
    with watch.listening():
        window.close()
    print(
        json.dumps({"waits": [asdict(wait) for wait in watch.waits.values()], "repaint": repaint}, ensure_ascii=False)
    )
    sys.stdout.flush()


def _repaint(window: MainWindow) -> float:
    times = []
    for _ in range(11):
        start = time.perf_counter()
        window.items.table.viewport().repaint()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    _hour(Path(sys.argv[1]))
