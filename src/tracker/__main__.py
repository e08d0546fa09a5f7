"""The start of the program: a verb on the command line opens the terminal's door, none opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

_DATABASE = "ledger.db"
_LANGUAGE = "--lang"


def main() -> None:
    """Run what the command line asks for, and end the process with its exit status."""
    arguments = [word for given in sys.argv[1:] for word in expanded(given)]
    sys.exit(start(arguments, console=Path(sys.argv[0]).stem.lower().endswith("-cli")))


def expanded(word: str, platform: str = sys.platform) -> list[str]:
    """The files that ``word`` means; shells do this but on Windows."""
    if platform != "win32" or not ("*" in word or "?" in word):
        return [word]
    pattern = Path(word)
    return sorted(str(file) for file in pattern.parent.glob(pattern.name)) or [word]


def start(arguments: Sequence[str], *, console: bool = False) -> int:
    """The window where ``arguments`` name at most a ledger; else a verb. ``console`` never opens a window by itself.

    The language is chosen first: the names of verbs and their help are words too.
    """
    language, rest = language_wanted(arguments)
    _speak(language)
    wanted, folder = window_wanted(rest)
    if wanted and not console:
        return _window(folder)
    # late: whoever opens the window does not wait for the command line, nor the other way round
    from tracker.cli import main as cli  # noqa: PLC0415

    return cli.main(rest, open_window=_open)


def language_wanted(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The language that ``--lang`` asks for before the verb, "" where none does, and the other arguments."""
    rest = list(arguments)
    for place, word in enumerate(rest):
        if word == _LANGUAGE and place + 1 < len(rest):
            return rest[place + 1], [*rest[:place], *rest[place + 2 :]]
        if word.startswith(f"{_LANGUAGE}="):
            return word.partition("=")[2], [*rest[:place], *rest[place + 1 :]]
        if not word.startswith("-"):
            break  # what stands behind a verb is the verb's own
    return "", rest


def _speak(language: str) -> None:
    from tracker import settings, words  # noqa: PLC0415 - as above: what a start needs stands in its way

    words.choose_language(language or settings.load().language)


def window_wanted(arguments: Sequence[str]) -> tuple[bool, Path | None]:
    """Whether no verb is there, and the ledger that is named: by --ledger, as a folder, or by its ledger.db."""
    match list(arguments):
        case []:
            return True, None
        case ["--ledger", folder]:
            return True, Path(folder)
        case [word] if word.startswith("--ledger="):
            return True, Path(word.partition("=")[2])
        case [word] if Path(word).name == _DATABASE and Path(word).is_file():
            return True, Path(word).parent
        case [word] if (Path(word) / _DATABASE).is_file():
            return True, Path(word)
    return False, None


def _window(folder: Path | None) -> int:
    from tracker.errors import UserError  # noqa: PLC0415 - as above

    try:
        return _open(folder)
    except UserError as error:
        if sys.stderr is not None:
            sys.stderr.write(f"{error}\n")
        return 1


def _open(folder: Path | None) -> int:
    from tracker.gui import app  # noqa: PLC0415 - as above

    return app.run(folder)


if __name__ == "__main__":
    main()
