"""Documentation is tested: each verb, option and JSON key has its words in README."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.terminal import SAMPLES, Terminal
from tracker.cli.main import app
from tracker.cli.verbs import GROUPS, VERBS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (
    "python -m pip install . && tracker demo",
    'python -m pip install -e ".[dev]" && python build/check.py',
)
WRITTEN = [
    *(verb.name for verb in VERBS),
    *(f"{group} {verb.name}" for group, (_, verbs) in GROUPS.items() for verb in verbs),
]


@pytest.mark.parametrize("file", ["README.md", "README.zh-CN.md"])
def test_both_commands_stand_on_lines_of_their_own(file: str) -> None:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    assert all(command in lines for command in COMMANDS)


@pytest.mark.parametrize("verb", WRITTEN)
def test_each_verb_has_its_line(verb: str) -> None:
    assert re.search(rf"^\| (?:`\w+` / )?`{verb}[ `]", README, re.M), verb


@pytest.mark.parametrize("verb", WRITTEN)
def test_each_option_is_told(verb: str) -> None:
    """In the line of its verb, or in the text for those that many verbs share."""
    line = next(line for line in README.splitlines() if re.search(rf"^\| (?:`\w+` / )?`{verb}[ `]", line))
    shared = {"--ledger", "--json", "--help"}
    if verb == "export":
        line += next(line for line in README.splitlines() if line.startswith("| `list`"))
    for option in options(verb):
        assert option in (README if option in shared else line), f"{verb} {option}"


def options(verb: str) -> Iterator[str]:
    command: Any = typer.main.get_command(app)
    for word in verb.split():
        command = command.commands[word]
    for parameter in command.params:
        yield from (word for word in parameter.opts if word.startswith("--"))


@pytest.fixture
def worked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A ledger in which every array that JSON can hold has an entry."""
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRACKER_LEDGER", str(tmp_path / "台账"))
    terminal = Terminal(capsys, tmp_path / "台账")
    terminal("import", SAMPLES / "report-2022.txt", "--yes")
    for words in (
        ("assign", "2022-问-01", "--lead", "法规科", "--person", "沈一舟"),
        ("edit", "2022-问-01", "--deadline", "2023-06-30"),
        ("edit", "2022-问-01", "--deadline", "2023-12-31", "--reason", "资金未到位"),
        ("measure", "add", "2022-问-01", "组织培训"),
        ("note", "2022-问-01", "做了"),
        ("urge", "2022-问-01", "--words", "请报送进展"),
        ("evidence", "add", "2022-问-01", SAMPLES / "evidence" / "notice.txt"),
        ("link", "2023-计-01", "answers", "2022-问-01"),
        ("submit", "2022-问-01"),
    ):
        terminal.ok(*words)
    return terminal


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("extract", ["extract", str(SAMPLES / "report-2022.txt")]),
        ("list", ["list"]),
        ("show", ["show", "2022-问-01"]),
        ("measure list", ["measure", "list", "2022-问-01"]),
        ("evidence list", ["evidence", "list"]),
        ("history", ["history"]),
        ("reports", ["reports"]),
        ("unit list", ["unit", "list"]),
        ("person list", ["person", "list"]),
        ("check", ["check"]),
    ],
)
def test_each_json_key_is_told(worked: Terminal, verb: str, words: list[str]) -> None:
    """Under its verb; ``show`` has the keys of three others too."""
    json = README.partition("## JSON")[2].partition("## Where")[0]
    parts = {part.partition("`")[0]: part for part in json.split("- **`")[1:]}
    told = parts[verb]
    if verb == "show":
        told = "".join(parts[name] for name in ("list", "show", "measure list", "evidence list"))
    missing = {key for key in keys(worked.json(*words)) if f"`{key}`" not in told}
    assert not missing


def test_reading_verbs_have_json_and_no_other_has() -> None:
    reading = {verb for verb in WRITTEN if "--json" in options(verb)}
    assert reading == {
        "extract", "list", "show", "history", "reports", "check", "measure list", "evidence list",
        "unit list", "person list",
    }  # fmt: skip


def test_the_changelog_has_its_next_part() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_constraints_are_versions_alone() -> None:
    """No addresses and no paths: they must hold on any machine."""
    lines = (ROOT / "build" / "constraints.txt").read_text(encoding="utf-8").split()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in lines)
