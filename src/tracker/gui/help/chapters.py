"""The manual as Markdown: its chapters in the order of the index, with what is filled in when they are read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PySide6.QtGui import QTextDocument

from tracker import paths, words

INDEX = "index"
_SOURCE = "zh_CN"  # the language that the manual is written in; a translation may lack chapters and pictures
_LINK = re.compile(r"\]\(([\w-]+)\.md(?:#[^)]*)?\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\((pictures/[\w-]+\.png)\)")
_FILLED = re.compile(r"^\{\{(\w+)\}\}$", re.M)
_MNEMONIC = re.compile(r"\(&\w\)|&")
_SAID = re.compile(r"\[\[(.+?)\]\]")  # [[导入报告…]]: what the window calls it, in the language it speaks


@dataclass(frozen=True)
class Chapter:
    """``key`` is the file's name without its end; ``markdown`` names pictures by their full places."""

    key: str
    title: str
    markdown: str

    @cached_property
    def plain(self) -> str:
        """The words as they are shown, for searching."""
        document = QTextDocument()
        document.setMarkdown(self.markdown)
        return document.toPlainText()

    def hits(self, typed: str) -> int:
        """How often the words of ``typed`` occur; 0 where one of them does not."""
        text = self.plain.casefold()
        counts = [text.count(word) for word in words_of(typed)]
        return sum(counts) if counts and all(counts) else 0


def words_of(typed: str) -> list[str]:
    """What is searched for: words parted by blanks, of any case."""
    return typed.casefold().split()


def bare(text: str) -> str:
    """What a menu or a button is called, without mnemonic, dots and signs."""
    return _MNEMONIC.sub("", text).rstrip("… ▼›")


def read_chapters(language: str, tables: Mapping[str, str], folder: Path | None = None) -> list[Chapter]:
    """All chapters, the index first, in ``language`` as far as they are translated. ``tables`` fill {{name}} lines."""
    folder = folder or paths.resources() / "help"
    index = _read(folder, language, INDEX, tables)
    keys = dict.fromkeys(_LINK.findall(_text(folder, language, INDEX)))  # in order, each once
    return [index, *(_read(folder, language, key, tables) for key in keys)]


def _read(folder: Path, language: str, key: str, tables: Mapping[str, str]) -> Chapter:
    text = _FILLED.sub(lambda found: tables[found[1]], _text(folder, language, key))
    text = _SAID.sub(lambda found: bare(words._(found[1])), text)
    text = _PICTURE.sub(lambda found: _picture(folder, language, found[1], found[2]), text)
    return Chapter(key, text.partition("\n")[0].removeprefix("#").strip(), text)


def _text(folder: Path, language: str, key: str) -> str:
    file = folder / language / f"{key}.md"
    if not file.is_file():
        file = folder / _SOURCE / f"{key}.md"
    return file.read_text(encoding="utf-8")


def _picture(folder: Path, language: str, said: str, name: str) -> str:
    """A picture with its words beneath it; the words alone where it is missing."""
    for place in (folder / language / name, folder / _SOURCE / name):
        if place.is_file():
            return f"![{said}]({place.as_uri()})\n\n*{said}*"
    return f"*{said}*"
