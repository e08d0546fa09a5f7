"""A process killed at any moment of an import or an edit leaves a ledger that opens and is whole."""

import random
import subprocess
import sys
import time
from pathlib import Path

from tracker.ledger import Ledger

KILLS = 50
_WORKER = Path(__file__).with_name("killed_worker.py")


def test_fifty_kills_leave_no_half_report(tmp_path: Path) -> None:
    """The worker imports reports of 40 tasks and edits them, over and over; each kill comes a random while later."""
    folder = tmp_path / "台账"
    Ledger.create(folder, office="云岭市水务局").close()
    rnd = random.Random(20251120)
    seen = 0
    for turn in range(KILLS):
        worker = subprocess.Popen(
            [sys.executable, str(_WORKER), str(folder), str(turn)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert worker.stdout is not None
        worker.stdout.read(1)  # its imports are done, its work begins
        time.sleep(rnd.uniform(0, 0.12))
        worker.kill()
        worker.wait()
        worker.stdout.close()
        seen = max(seen, _look(folder))
    ledger = Ledger(folder)
    assert ledger.faults() == []
    ledger.close()
    assert seen > 5, "the kills must have come while there was work"


def _look(folder: Path) -> int:
    """Open the ledger as the next start would; every report must have all its items."""
    ledger = Ledger(folder)
    reports = ledger.ask.reports()
    assert {report.commitments for report in reports} <= {40}
    assert len(ledger.cards()) == 40 * len(reports)
    ledger.close()
    return len(reports)
