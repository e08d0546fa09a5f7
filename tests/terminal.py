"""A terminal for tests: runs one verb and keeps what it printed."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.main import run

SAMPLES = Path(__file__).parent.parent / "resources" / "samples"


@dataclass(frozen=True)
class Answer:
    """What one verb gave."""

    status: int
    out: str
    err: str


class Terminal:
    """Runs verbs on one ledger, which TRACKER_LEDGER names."""

    def __init__(self, capsys: pytest.CaptureFixture[str], ledger: Path) -> None:
        self._capsys = capsys
        self.ledger = ledger

    def __call__(self, *words: object) -> Answer:
        status = run([str(word) for word in words])
        captured = self._capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    def ok(self, *words: object) -> str:
        """What a verb printed that must succeed, and say nothing beside."""
        answer = self(*words)
        assert (answer.status, answer.err) == (0, ""), answer
        return answer.out

    def json(self, *words: object) -> Any:
        """What a verb printed with --json."""
        return json.loads(self.ok(*words, "--json"))

    def refused(self, *words: object) -> str:
        """The one line of a verb that must be refused; it printed nothing else."""
        answer = self(*words)
        assert answer.status == 1, answer
        assert "Traceback" not in answer.err
        assert answer.err.count("\n") == 1, answer.err
        return answer.err.strip()

    def misused(self, *words: object) -> str:
        """The one line about a command line that cannot be understood."""
        answer = self(*words)
        assert (answer.status, answer.out) == (2, ""), answer
        assert answer.err.count("\n") == 1, answer.err
        return answer.err.strip()
