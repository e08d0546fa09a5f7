"""Runs everything that must hold before a change is kept: format, lint, types, layers, tests."""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("src", "tests", "build")

STEPS: dict[str, tuple[str, ...]] = {
    "format": ("-m", "ruff", "format", "--check", *PLACES),
    "lint": ("-m", "ruff", "check", *PLACES),
    "types": ("-m", "mypy"),
    # its console script by way of Python, so that the check never meets another environment's
    "layers": ("-c", "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"),
    "tests": ("-m", "pytest", "-q"),
}
FAST = {"tests": ("--ignore=tests/end2end",)}


def environment() -> dict[str, str]:
    """Ours, with Qt drawing into memory: no test may need a display, nor flicker on one."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}


def passes(name: str, *, fast: bool) -> bool:
    """Whether one step succeeds; its output goes straight to the terminal."""
    print(f"== {name}", flush=True)
    command = [sys.executable, *STEPS[name], *(FAST.get(name, ()) if fast else ())]
    started = time.monotonic()
    status = subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode
    print(
        f"== {name}: {'ok' if status == 0 else f'FAILED ({status})'}, {time.monotonic() - started:.0f} s\n", flush=True
    )
    return status == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="STEP", help=f"only these: {', '.join(STEPS)}")
    parser.add_argument("--fast", action="store_true", help="leave out the slow tests")
    wanted = parser.parse_args()
    if unknown := set(wanted.steps) - set(STEPS):
        parser.error(f"no step {', '.join(sorted(unknown))}; there are {', '.join(STEPS)}")
    results = {name: passes(name, fast=wanted.fast) for name in STEPS if not wanted.steps or name in wanted.steps}
    failed = [name for name, good in results.items() if not good]
    print(
        f"check: {len(results) - len(failed)} of {len(results)} steps passed{'' if not failed else ', failed: '}",
        end="",
    )
    print(", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
