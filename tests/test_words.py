"""Words that users see can be found by the translator's tools, and say what they mean to."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "tracker"
FILES = sorted(
    path for path in SOURCE.rglob("*.py") if "from tracker.words import _" in path.read_text(encoding="utf-8")
)


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            yield node


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_words_are_plain_chinese_literals(path: Path) -> None:
    """No f-strings and no sums: xgettext reads literals only. The ``.word`` of a domain value is one elsewhere."""
    for call in calls(path):
        (words,) = call.args
        if isinstance(words, ast.Attribute) and words.attr == "word":
            continue
        assert isinstance(words, ast.Constant), f"{path.name}:{call.lineno}"
        assert isinstance(words.value, str), f"{path.name}:{call.lineno}"
        names = [field for _text, field, _spec, _convert in string.Formatter().parse(words.value) if field is not None]
        assert len([name for name in names if not name]) <= 2, f"{path.name}:{call.lineno}: name the places"
