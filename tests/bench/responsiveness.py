"""The longest waits of the scripted hour in a ledger of 10,000 items: each step's worst, and who was at fault.

A heartbeat in the window's own event loop tells how long nobody was served. It is listened to while the program answers
to keys, mouse and time, not while the script reckons; waiting in a test adds up to 10 ms. When a beat is late, a thread
looks at what the window's thread is doing. Other work on the machine only ever makes a wait longer, so the least of
several runs counts, each in a process of its own, where nothing is loaded yet.
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

from tests.bench.common import Ratio, least_of
from tests.bench.office import worked_ledger
from tests.officer import Officer
from tests.officer_hands import Hands
from tracker.gui import app
from tracker.gui.main_window import MainWindow

ITEMS = 10_000
_LIMIT = 0.1  # seconds that nobody may be kept waiting
_RUNS = 3
_BEAT_MS = 2
_LATE, _LOOK = 0.05, 0.004  # seconds after which it is looked who is at fault, and between two looks
_DEEP = 3  # frames that name a fault
_COLLECTING = 0.01  # seconds of collecting garbage that are told of


@dataclass(frozen=True, slots=True)
class Wait:
    """The longest wait of one step: seconds, those of them that collected garbage, and whose frames were seen."""

    step: str
    seconds: float = 0.0
    collecting: float = 0.0
    fault: str = ""

    def line(self, repaint: float) -> str:
        over = "OVER" if self.seconds > _LIMIT else "ok  "
        told = f"{over} {self.seconds * 1e3:6.1f} ms {self.seconds / repaint:6.1f} x  {self.step}"
        garbage = f", collecting garbage {self.collecting * 1e3:.0f} ms" if self.collecting > _COLLECTING else ""
        return f"{told}: {self.fault}{garbage}" if self.fault else f"{told}{garbage}"


class Watch:
    """Listens to the heartbeat of the thread in which it is made; ``step`` says what is going on."""

    def __init__(self) -> None:
        self.step = ""
        self.waits: dict[str, Wait] = {}
        self._listening = False
        self._last = self._collected = self._began = 0.0
        self._seen: Counter[str] = Counter()
        self._watched = threading.get_ident()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)
        gc.callbacks.append(self._collecting)
        threading.Thread(target=self._look, name="watch", daemon=True).start()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Whatever happens within is the program's doing."""
        if self._listening:  # a wait within a wait
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
        elif threading.get_ident() == self._watched:
            self._collected += time.perf_counter() - self._began

    def _look(self) -> None:
        """In a thread of its own: whose frames are on the watched thread's stack while a beat is late."""
        while True:
            time.sleep(_LOOK)
            if self._listening and time.perf_counter() - self._last > _LATE:
                self._seen[_named(sys._current_frames().get(self._watched))] += 1


def _named(frame: FrameType | None) -> str:
    """The innermost frames of the program itself, from within outwards."""
    source = Path(app.__file__).parent.parent
    found: list[str] = []
    while frame is not None and len(found) < _DEEP:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(source):
            found.append(f"{file.relative_to(source).as_posix()}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(found) or "Qt"


def measure() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        template = Path(scratch) / "template"
        worked_ledger(template, ITEMS)
        runs = [_run(template, Path(scratch) / str(n)) for n in range(_RUNS)]
    repaint = statistics.median(repaint for _waits, repaint in runs)
    waits = least_of([waits for waits, _repaint in runs], key=lambda wait: wait.seconds)
    print(
        f"longest waits by step, the least of {_RUNS} runs; beside them how many repaints, each {repaint * 1e3:.1f} ms"
    )
    for wait in waits:
        print(wait.line(repaint))
    worst = max(waits, key=lambda wait: wait.seconds)
    yield Ratio(f"the longest wait of an hour's work ({worst.step})", worst.seconds, _LIMIT, 1.0, "a tenth of a second")


def _run(template: Path, place: Path) -> tuple[list[Wait], float]:
    """One hour in a process of its own: the waits of its steps, and how long one repaint of the table takes."""
    shutil.copytree(template, place / "ledger")
    (place / "files").mkdir()
    environment = {**os.environ, "TRACKER_HOME": str(place / "home"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.responsiveness", str(place)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the hour did not go as it is written:\n{done.stdout}{done.stderr}")
    told = json.loads(done.stdout.splitlines()[-1])
    return [Wait(**wait) for wait in told["waits"]], told["repaint"]


def _hour(place: Path) -> None:
    """Open the program on the ledger in ``place``, do the hour, and print what was waited for."""
    window = app.opened(place / "ledger").window
    assert isinstance(window, MainWindow)
    watch = Watch()
    hands = Hands(watch.listening)
    watch.step = "open the ledger, after the first paint"
    hands.until(lambda: window.settled, "the window to settle")
    hands.rest(3_000)  # one looks at the dashboard; the searches are made ready meanwhile
    officer = Officer(window, place / "files", hands)
    for watch.step, step in officer.steps():
        step()
    repaint = _repaint(window)
    watch.step = "close the window"
    with watch.listening():
        window.close()
    told = {"waits": [asdict(wait) for wait in watch.waits.values()], "repaint": repaint}
    print(json.dumps(told, ensure_ascii=False), flush=True)


def _repaint(window: MainWindow) -> float:
    """Median seconds of one repaint of the table as it is shown."""
    times = []
    for _ in range(11):
        start = time.perf_counter()
        window.items.table.viewport().repaint()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    _hour(Path(sys.argv[1]))
