"""Keeps the translator's file in step with the words of the program; ``--check`` only says what is missing."""

import argparse
import ast
import string
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "tracker"
CATALOGUE = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "tracker.po"


MARKS = ("_", "N_")  # what puts words into the chosen language, and what marks constants that are put so later


def words_of(path: Path) -> Iterator[tuple[str, int]]:
    """Each literal that ``path`` gives to one of ``MARKS``, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS):
            continue
        for given in node.args:
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                yield given.value, node.lineno


def all_words() -> dict[str, list[str]]:
    """Every word of the program, with the files that say it, as the program's own tree orders them."""
    found: dict[str, list[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for words, _line in words_of(path):
            places = found.setdefault(words, [])
            place = path.relative_to(SOURCE).as_posix()
            if place not in places:
                places.append(place)
    return found


def places_in(words: str) -> set[str]:
    """The names in braces of ``words``: a translation must fill in the same."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(words) if name is not None}


def faults(catalogue: polib.POFile, wanted: dict[str, list[str]]) -> list[str]:
    """What keeps ``catalogue`` from being whole: words missing, words no longer said, places that differ."""
    known = {entry.msgid: entry for entry in catalogue if not entry.obsolete}
    found = [f"not translated: {words}" for words in wanted if words not in known or not known[words].msgstr]
    found += [f"no longer said: {words}" for words in known if words not in wanted]
    found += [
        f"other places in: {words}"
        for words, entry in known.items()
        if entry.msgstr and places_in(entry.msgid) != places_in(entry.msgstr)
    ]
    return found


def updated(catalogue: polib.POFile, wanted: dict[str, list[str]]) -> polib.POFile:
    """``catalogue`` with exactly the words that are said, in their order; what is translated stays so."""
    known = {entry.msgid: entry.msgstr for entry in catalogue}
    fresh = polib.POFile(wrapwidth=110)
    fresh.metadata = {"Language": "en", "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8"}
    for words, places in wanted.items():
        entry = polib.POEntry(msgid=words, msgstr=known.get(words, ""), occurrences=[(place, "") for place in places])
        fresh.append(entry)
    return fresh


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing")
    asked = parser.parse_args()
    catalogue = polib.pofile(str(CATALOGUE)) if CATALOGUE.is_file() else polib.POFile()
    wanted = all_words()
    if not asked.check:
        catalogue = updated(catalogue, wanted)
        CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
        CATALOGUE.write_text(str(catalogue), encoding="utf-8", newline="\n")
    wrong = faults(catalogue, wanted)
    print("\n".join(wrong) if wrong else f"{len(wanted)} words, all translated")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
