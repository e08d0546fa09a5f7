"""Translation of user-visible words: Chinese is the source language, English a translation."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from tracker import paths

LANGUAGES = {"zh_CN": "中文", "en": "English"}  # each in its own words, as lists of languages show them
_current: Mapping[str, str] = {}
_chosen = "zh_CN"
_for_record: ContextVar[bool] = ContextVar("for_record", default=False)


def _(text: str) -> str:
    """The words for ``text`` in the chosen language; ``text`` itself (Chinese) where there is none."""
    # the usual language looks nothing up: lists ask for the words of each row that they draw
    if not _current or _for_record.get():
        return text
    return _current.get(text) or text


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """``text`` as it is, marked for the translator: a constant that ``_`` puts into words where it is shown."""
    return text


@contextmanager
def in_chinese() -> Iterator[None]:
    """Let ``_`` give the source words, whatever language is chosen: for what the office keeps, signs or hands in.

    It holds for the thread that enters it alone, so that a worker writes a sheet while the window paints English.
    Also a decorator; not of generators, whose callers would get Chinese between two values.
    """
    before = _for_record.set(True)
    try:
        yield
    finally:
        _for_record.reset(before)


def chosen_language() -> str:
    """The language that words are in now: "zh_CN" or "en"."""
    return _chosen


def choose_language(language: str, folder: Path | None = None) -> None:
    """Switch all words to ``language`` ("zh_CN" or "en"); an unknown one leaves them Chinese.

    The translator's own file is read, so that there is no compiled twin of it to forget.
    """
    global _current, _chosen
    file = (folder or paths.resources() / "locale") / language / "LC_MESSAGES" / "tracker.po"
    if not file.is_file():
        _current, _chosen = {}, "zh_CN"
        return
    # the usual language has no file: nobody else waits for the reader of such files
    import polib  # noqa: PLC0415

    entries = polib.pofile(str(file)).translated_entries()
    _current, _chosen = {entry.msgid: entry.msgstr for entry in entries}, language
