"""All benchmarks in one run: ``python -m tests.bench [name…]`` prints a table of ratios, exit 1 where one is over.

Each figure is a ratio to a limit or a peer measured in turns with it, because times belong to a machine and a moment.
``responsiveness`` alone holds an hour of work against a tenth of a second, and names who takes longest in each step.
"""

import importlib
import os
import sys

SUITES = ("storage", "table", "export", "reading", "startup", "responsiveness")


def main(names: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    over = 0
    for name in names or SUITES:
        print(f"-- {name}", flush=True)
        for ratio in importlib.import_module(f"tests.bench.{name}").measure():
            print(ratio.line(), flush=True)
            over += ratio.value > ratio.limit
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
