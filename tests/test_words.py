"""Words that users see can be found by the translator's tools, and say what they mean to."""

import ast
import importlib.util
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "tracker"
FILES = sorted(SOURCE.rglob("*.py"))
TRANSLATED, MARKED = "_", "N_"
CHINESE = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]")  # characters, and signs of full width

# Chinese that nobody translates, because it is data: what reports look like, what an office prints, what it calls
# itself in the demonstration. Errors that these modules raise are words all the same.
DATA = {
    "demo/story.py": "all that happens in the demonstration",
    "domain/goals.py": "what makes a goal measurable",
    "domain/likeness.py": "words that tell one text from another",
    "domain/names.py": "parts of names",
    "domain/numbering.py": "numbers that open a paragraph",
    "domain/pairing.py": "words that say nothing of a subject",
    "domain/pinyin.py": "readings of characters",
    "domain/titles.py": "words that open or end a title",
    "domain/typed.py": "what people type, in any language",
    "gui/printing/page_painter.py": "names of fonts",
    "intake/": "what reports and lists look like",
    "operations/": "what the journal tells of a step stays as it was written",
    "sheets/": "official forms are Chinese in every language",
    "views/filter_typed.py": "what people type, in any language",
}
# Single places like these, each the reason of its own: part of the line, by file
PLACES = {
    "cli/filters.py": ('"任务": ItemKind', 'removesuffix("年")'),  # typed
    "domain/deeds.py": ("问计", '"role": ', "_BETWEEN = "),  # how the journal's own words are read
    "errors.py": ("endswith(",),  # how a sentence ends
    "cli/usage.py": ('rstrip("。.")',),  # how a sentence ends, in either language
    "domain/items.py": ('pattern=r"',),  # a code
    "domain/kinds.py": ('"problem": "问"',),  # within codes
    "domain/status.py": ("尚未整改", "正在整改", "已完成（销号）", "已调整"),  # ``printed``: on official sheets
    "domain/notes.py": ("percent = f",),  # on official sheets
    "domain/returned.py": ("_NOBODY = ",),  # what people type where there is none
    "domain/review.py": ('not in "（(“《"',),  # where a sentence may begin
    "gui/intake/header_form.py": ("removesuffix(",),  # typed
    "gui/items/rows.py": ("lstrip(",),  # signs that part a title from what follows
    "gui/widgets/names_edit.py": ("_PARTS",),  # typed
    "store/": ("group_concat",),  # SQL
    "views/passages.py": ("_WIDE",),  # signs of the office's own texts
    "words.py": ("LANGUAGES",),  # each language in its own words
}
BETWEEN_NAMES = "、"  # joins names into one value; a list of words is joined by _("、")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def called(node: ast.AST) -> str:
    """The name of the function that ``node`` calls; empty where it is no call."""
    if not isinstance(node, ast.Call):
        return ""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def calls(path: Path, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


@pytest.mark.parametrize("path", [path for path in FILES if any(calls(path, TRANSLATED, MARKED))], ids=name_of)
def test_words_are_plain_chinese_literals(path: Path) -> None:
    """No f-strings and no sums: xgettext reads literals only.

    What is called ``word`` (of a domain value, mostly) is a literal elsewhere, marked by ``N_``.
    """
    for call in calls(path, TRANSLATED, MARKED):
        (words,) = call.args
        if called(call) == TRANSLATED and (
            (isinstance(words, ast.Attribute) and words.attr == "word")
            or (isinstance(words, ast.Name) and words.id == "word")
        ):
            continue
        assert isinstance(words, ast.Constant), f"{path.name}:{call.lineno}"
        assert isinstance(words.value, str), f"{path.name}:{call.lineno}"
        names = [field for _text, field, _spec, _convert in string.Formatter().parse(words.value) if field is not None]
        assert len([name for name in names if not name]) <= 2, f"{path.name}:{call.lineno}: name the places"


# -- nothing is said that cannot be translated


def docstrings(module: ast.Module) -> set[ast.expr]:
    """All strings that stand as statements of their own."""
    return {
        node.value for node in ast.walk(module) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def untranslated(node: ast.AST, silent: set[ast.expr]) -> Iterator[ast.Constant]:
    """Chinese literals under ``node`` that are neither translated nor marked, nor for a pattern or the journal."""
    if node in silent or called(node) in (TRANSLATED, MARKED, "compile", "tell"):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if CHINESE.search(node.value) and node.value != BETWEEN_NAMES:
            yield node
        return
    for child in ast.iter_child_nodes(node):
        yield from untranslated(child, silent)


def is_excused(path: Path, literal: ast.Constant) -> bool:
    """Whether its line says that it is the same in every language, or stands in PLACES."""
    lines = path.read_text(encoding="utf-8").splitlines()[literal.lineno - 1 : literal.end_lineno]
    excuses = [part for name, parts in PLACES.items() if name_of(path).startswith(name) for part in parts]
    return any("every language" in line or any(part in line for part in excuses) for line in lines)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_what_users_see_can_be_translated(path: Path) -> None:
    module = tree(path)
    roots: list[ast.AST] = [module]
    if any(name_of(path).startswith(name) for name in DATA):
        roots = [node for node in ast.walk(module) if called(node).endswith("Error")]
    silent = docstrings(module)
    found = [literal for root in roots for literal in untranslated(root, silent)]
    missed = {f"{name_of(path)}:{literal.lineno}": literal.value for literal in found if not is_excused(path, literal)}
    assert not missed, "give these to _(), or to N_() where they are shown through _(x.word)"


def said_at_import(node: ast.AST) -> Iterator[int]:
    """The lines where importing a module would already put words into a language."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            parts: list[ast.AST] = [child.args, *child.decorator_list]
        elif isinstance(child, ast.Lambda):
            continue
        else:
            parts = [child]
        for part in parts:
            if isinstance(part, ast.Call) and called(part) == TRANSLATED:
                yield part.lineno
            yield from said_at_import(part)


@pytest.mark.parametrize("path", [path for path in FILES if not name_of(path).startswith("cli/")], ids=name_of)
def test_no_import_says_words(path: Path) -> None:
    """The window changes its language while it runs; only the command line is imported after it is chosen."""
    assert not list(said_at_import(tree(path)))


def test_these_lists_name_what_there_is() -> None:
    names = [name_of(path) for path in FILES]
    for listed in (*DATA, *PLACES):
        assert any(name.startswith(listed) for name in names), listed
    for listed, parts in PLACES.items():
        text = "".join(path.read_text(encoding="utf-8") for path in FILES if name_of(path).startswith(listed))
        assert all(part in text for part in parts), listed


# -- the rules themselves


@pytest.mark.parametrize(
    "source",
    [
        'raise UserError(f"{code} 已销号。")',
        'label.setText("状态")',
        'words = "，".join(parts)',
        'f(_("状态"), "：")',
    ],
)
def test_chinese_beside_the_marks_is_found(source: str) -> None:
    module = ast.parse(source)
    assert list(untranslated(module, docstrings(module)))


@pytest.mark.parametrize(
    "source",
    [
        '"""事项."""',
        '_("{code} 已销号。").format(code=code)',
        'WORD = N_("状态")',
        'tx.tell(f"登记 {code} 的进展")',
        'names = "、".join(owners)',
        'PATTERN = re.compile("长期(?:坚持|推进)")',
    ],
)
def test_chinese_within_the_marks_is_not(source: str) -> None:
    module = ast.parse(source)
    assert not list(untranslated(module, docstrings(module)))


def test_the_translator_gets_what_is_said_and_what_is_marked(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("translate", SOURCE.parent.parent / "build" / "translate.py")
    assert spec is not None
    assert spec.loader is not None
    translate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(translate)
    module = tmp_path / "module.py"
    module.write_text('WORD = N_("整改中")\nsay(_("{n} 项").format(n=1))\nlog("不译")\n', encoding="utf-8")
    assert list(translate.words_of(module)) == [("整改中", 1), ("{n} 项", 2)]


def test_a_word_said_by_an_import_is_found() -> None:
    assert list(said_at_import(ast.parse('def f(words=_("状态")): pass')))
    assert list(said_at_import(ast.parse('class A:\n    title = _("状态")')))
    assert not list(said_at_import(ast.parse('def f():\n    return _("状态")')))
