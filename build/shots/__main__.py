"""Takes one set of pictures: one language, one theme, at the scale that QT_SCALE_FACTOR says."""

import argparse
import sys
from pathlib import Path

from shots.scenes import MANUAL, SCENES
from shots.stage import Stage
from tracker import words


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--lang", default="zh_CN")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--only", default="")
    parser.add_argument("--manual", action="store_true")
    wanted = parser.parse_args()
    words.choose_language(wanted.lang)
    scenes = [scene for scene in SCENES if wanted.only in scene.name and (not wanted.manual or scene.name in MANUAL)]
    stage = Stage(wanted.target, wanted.theme)
    missing = []
    for scene in scenes:
        stage.begin(scene.size, empty=scene.empty)
        try:
            picture = scene.play(stage)
            stage.save(MANUAL[scene.name] if wanted.manual else scene.name, picture, small=wanted.manual)
        except Exception as error:  # noqa: BLE001 - one scene that fails must not cost the others
            missing.append(scene.name)
            print(f"{scene.name}: {type(error).__name__}: {error}", file=sys.stderr)
    stage.end()
    print(f"{len(scenes) - len(missing)} of {len(scenes)} pictures in {wanted.target}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
