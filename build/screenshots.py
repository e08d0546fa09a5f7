"""Drives the real window over the demonstration ledger and saves a picture of every screen and dialog.

``python build/screenshots.py OUT`` makes OUT/zh_CN-light-100/… and so on for both languages, both themes, 100 % and
150 %. ``--only PART`` keeps to the pictures whose name has PART; ``--manual`` writes those of the manual instead.
"""

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES, THEMES, SCALES = ("zh_CN", "en"), ("light", "dark"), (100, 150)
HELP = ROOT / "resources" / "help"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, nargs="?", help="the folder for the pictures")
    parser.add_argument("--lang", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    parser.add_argument("--theme", nargs="+", choices=THEMES, default=list(THEMES))
    parser.add_argument("--scale", nargs="+", type=int, default=list(SCALES), help="percent")
    parser.add_argument("--only", default="", help="a part of the names of the pictures wanted")
    parser.add_argument("--manual", action="store_true", help="write the pictures of the manual, under resources/help")
    wanted = parser.parse_args()
    if wanted.out is None and not wanted.manual:
        parser.error("name a folder for the pictures")
    with tempfile.TemporaryDirectory() as scratch:
        if wanted.manual:
            runs = [(language, "light", 100, HELP / language / "pictures") for language in wanted.lang]
        else:
            runs = [
                (language, theme, scale, wanted.out.absolute() / f"{language}-{theme}-{scale}")
                for language, theme, scale in itertools.product(wanted.lang, wanted.theme, wanted.scale)
            ]
        failed = [
            target.name
            for number, (language, theme, scale, target) in enumerate(runs)
            if not _taken(Path(scratch) / str(number), language, theme, scale, target, wanted.only, wanted.manual)
        ]
    print("failed: " + ", ".join(failed) if failed else f"{len(runs)} sets of pictures taken")
    return 1 if failed else 0


def _taken(home: Path, language: str, theme: str, scale: int, target: Path, only: str, manual: bool) -> bool:
    """Whether one set of pictures was taken; each in a process of its own, for Qt reads its scale once."""
    home.mkdir(parents=True)
    screens = home / "screen.json"  # without it the platform's screen is 800 pixels wide, and dialogs keep to that
    screens.write_text(json.dumps({"screens": [{"name": "desk", "width": 1920, "height": 1080, "logicalDpi": 96}]}))
    environment = {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        **os.environ,
        "QT_LOGGING_RULES": "*.debug=false",
        "QT_SCALE_FACTOR": str(scale / 100),
        "TRACKER_HOME": str(home),
        "PYTHONPATH": os.pathsep.join((str(ROOT / "build"), os.environ.get("PYTHONPATH", ""))),
        "PYTHONUTF8": "1",
    }
    words = ["-m", "shots", str(target), "--lang", language, "--theme", theme, "--only", only]
    words += ["--manual"] if manual else []
    print(f"== {target.name}: {language}, {theme}, {scale} %", flush=True)
    return subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
