"""The shape of the program: files stay small, and ARCHITECTURE.md tells of the tree as it is."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "tracker").rglob("*.py"))
MOST_LINES = 400


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_file_is_small_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES, f"{name(path)}: split it"
    if text.strip():
        said = ast.get_docstring(ast.parse(text))
        assert said, f"{name(path)} does not say what it is"
        first = said.split("\n\n")[0]
        assert first.endswith("."), f"{name(path)} begins with something else than a sentence"


def test_architecture_names_the_tree_as_it_is() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    tree = re.search(r"```tree\n(.*?)```", text, re.S)
    assert tree, "the tree stands in a block marked ```tree"
    told = set()
    for line in tree[1].splitlines():
        path = line.split("  ")[0].strip()
        if path:
            told.add(path)
            assert (ROOT / path).exists(), f"ARCHITECTURE.md tells of {path}, which is not there"
    packages = {name(path.parent) + "/" for path in SOURCES if path.name == "__init__.py"} - {"src/tracker/"}
    modules = {name(path) for path in SOURCES if path.parent == ROOT / "src" / "tracker"} - {"src/tracker/__init__.py"}
    shown = {path for path in packages if path.count("/") == 3} | modules
    assert not shown - told, "ARCHITECTURE.md does not tell of these"
