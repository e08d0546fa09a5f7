"""Translation of user-visible words: Chinese is the source language, English a translation."""

import gettext
from pathlib import Path

from tracker import paths

_current: gettext.NullTranslations = gettext.NullTranslations()


def _(text: str) -> str:
    """The words for ``text`` in the chosen language; ``text`` itself (Chinese) where there is none."""
    return _current.gettext(text)


def choose_language(language: str, folder: Path | None = None) -> None:
    """Switch all words to ``language`` ("zh_CN" or "en"); an unknown one leaves them Chinese."""
    global _current
    _current = gettext.translation(
        "tracker", folder or paths.resources() / "locale", languages=[language], fallback=True
    )
