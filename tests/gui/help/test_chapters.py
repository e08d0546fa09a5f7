"""The manual says what is there: its chapters, links, pictures, keys and the names of buttons."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader, QKeySequence, QTextDocument

from tracker import paths
from tracker.gui.help import context
from tracker.gui.help.chapters import INDEX, Chapter, read_chapters
from tracker.gui.help.keys import tables
from tracker.gui.intake.commands import commands
from tracker.gui.menus import ActionSpec, menus

HELP = paths.resources() / "help"
SOURCE = Path(context.__file__).parents[2]
LANGUAGES = ("zh_CN", "en")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#]*)(?:#([^)]*))?\)")
PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
KEY = re.compile(r"`((?:(?:Ctrl|Alt|Shift)\+)+[^`]+|F\d+)`")
# keys of single widgets, which no table lists
OF_WIDGETS = {
    "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+Enter", "Alt+↑", "Alt+↓", "Shift+Tab", "F2", "F3", "Shift+F3", "Alt+←", "Alt+→",
    "Ctrl++", "Ctrl+-", "Ctrl+0",
}  # fmt: skip


def files(language: str) -> list[Path]:
    return sorted((HELP / language).glob("*.md"))


def each_file() -> list[Path]:
    return [file for language in LANGUAGES for file in files(language)]


def name(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


def headings(chapter: Chapter) -> set[str]:
    document = QTextDocument()
    document.setMarkdown(chapter.markdown)
    found, block = set(), document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            found.add(block.text())
        block = block.next()
    return found


def literals() -> set[str]:
    """Every text that stands in the program."""
    return {
        node.value
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def keys_of_tables() -> Iterator[str]:
    for menu in menus():
        for spec in menu.entries:
            if isinstance(spec, ActionSpec) and spec.shortcut:
                yield QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.PortableText)
    for command in commands().values():
        yield from command.keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_leads_to_every_chapter(language: str) -> None:
    chapters = read_chapters(language, tables())
    assert {chapter.key for chapter in chapters} == {file.stem for file in files(language)}
    assert len(chapters) == len({chapter.title for chapter in chapters}) >= 12
    assert chapters[0].key == INDEX
    assert chapters[1].key == "quick-start"
    assert all(len(chapter.plain) > 150 for chapter in chapters)


def test_both_languages_have_the_same_chapters_and_pictures() -> None:
    def pictures(file: Path) -> list[str]:
        return [place for _words, place in PICTURE.findall(file.read_text(encoding="utf-8"))]

    chinese, english = ({file.name: pictures(file) for file in files(language)} for language in LANGUAGES)
    assert chinese == english


@pytest.mark.parametrize("file", each_file(), ids=name)
def test_links_lead_to_chapters_and_headings_that_are_there(file: Path) -> None:
    chapters = {chapter.key: chapter for chapter in read_chapters(file.parent.name, tables())}
    for target, heading in LINK.findall(file.read_text(encoding="utf-8")):
        key = target.removesuffix(".md") or file.stem
        assert key in chapters, target
        assert not heading or heading in headings(chapters[key]), f"{target}#{heading}"


@pytest.mark.parametrize("file", each_file(), ids=name)
def test_pictures_are_there_told_in_words_and_small(file: Path) -> None:
    for words, place in PICTURE.findall(file.read_text(encoding="utf-8")):
        picture = next((p for p in (file.parent / place, HELP / "zh_CN" / place) if p.is_file()), None)
        assert picture is not None, f"{place} ({words}) is missing"
        assert picture.stat().st_size < 200_000, f"{picture.name}: {picture.stat().st_size} bytes"
        assert 500 <= QImageReader(str(picture)).size().width() <= 1500


@pytest.mark.parametrize("file", each_file(), ids=name)
def test_keys_that_are_told_are_keys_of_the_program(file: Path) -> None:
    known = {*keys_of_tables(), *OF_WIDGETS}
    for key in KEY.findall(file.read_text(encoding="utf-8")):
        assert key in known, f"{file.name}: {key}"


def test_what_is_quoted_as_a_button_is_said_in_the_program() -> None:
    known = literals()
    for file in each_file():
        text = file.read_text(encoding="utf-8")
        told = re.findall(r"\[\[(.+?)\]\]", text) + re.findall(r"“([^”“]+…)”", text)
        assert not [words for words in told if words not in known], file


def test_keys_of_menus_stand_in_the_table_as_they_are() -> None:
    listed = tables()["menus"]
    assert "| 台账 | 打开台账 | `Ctrl+O` |" in listed
    assert "|  | 导入报告 | `Ctrl+I` |" in listed
    assert "| 编辑 | 撤销 | `Ctrl+Z` |" in listed
    assert "``" not in listed
    assert "采用" in tables()["review"]


def test_a_missing_picture_leaves_its_words(tmp_path: Path) -> None:
    folder = tmp_path / "zh_CN"
    folder.mkdir()
    (folder / "index.md").write_text("# 手册\n\n[一章](one.md)\n", encoding="utf-8")
    (folder / "one.md").write_text("# 一章\n\n![工作台的样子](pictures/none.png)\n\n{{menus}}\n", encoding="utf-8")
    index, one = read_chapters("en", {"menus": "| 甲 |\n|---|\n| 乙 |"}, tmp_path)  # no English: the Chinese one
    assert (index.title, one.title) == ("手册", "一章")
    assert "工作台的样子" in one.plain
    assert "none.png" not in one.markdown
    assert "乙" in one.plain


def test_a_chapter_is_found_by_all_words_that_are_typed() -> None:
    chapter = Chapter("a", "甲", "# 甲\n\n按 `Ctrl+Z` 撤销，可以一直撤销。")
    assert chapter.hits("撤销") == 2
    assert chapter.hits("ctrl+z 撤销") == 3
    assert chapter.hits("撤销 重做") == 0
    assert chapter.hits("  ") == 0


def test_each_place_of_the_window_has_its_chapter() -> None:
    chapters = {chapter.key for chapter in read_chapters("zh_CN", {"menus": "", "review": ""})}
    assert set(context.CHAPTERS.values()) <= chapters
    classes = {
        node.name
        for file in (SOURCE / "gui").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert set(context.CHAPTERS) <= classes
