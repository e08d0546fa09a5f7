"""Another language for tests: a few words of it in a translator's file, spoken for as long as a test wants."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import polib

from tracker import words


def catalogue(folder: Path, translated: Mapping[str, str]) -> Path:
    """``folder`` with a file of these words for English in it."""
    file = folder / "en" / "LC_MESSAGES" / "tracker.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    made = polib.POFile()
    made.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    made.extend(polib.POEntry(msgid=chinese, msgstr=english) for chinese, english in translated.items())
    made.save(str(file))
    return folder


@contextmanager
def english(folder: Path, translated: Mapping[str, str]) -> Iterator[None]:
    """Speak English with these words, and Chinese again afterwards."""
    words.choose_language("en", catalogue(folder, translated))
    try:
        yield
    finally:
        words.choose_language("zh_CN")
