"""What helps whoever supports the program: versions, places and the log, with what tells of people taken out."""

import errno
import json
import platform
import re
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tracker import __version__, logs, paths, settings
from tracker.errors import UserError
from tracker.progress import Progress, silent
from tracker.words import _

LIBRARIES = (
    "SQLAlchemy", "sqlmodel", "alembic", "pydantic", "openpyxl", "lxml", "python-docx", "pypdfium2", "pypinyin",
    "charset-normalizer", "typer",
)  # fmt: skip
_TELLING = ("language", "theme", "font_points", "remind", "tray", "notice_at")  # of the settings; no names, no places
_MOST_READ = 2 * logs.MOST_BYTES  # of one log file: its end, where the fault is
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_LEAST_NAME = 2  # a name of one character would be taken out of half the words

# Faults of the database and of validation repeat the values that were written: those are the ledger's content
_VALUES = (
    (re.compile(r"\[parameters: .*?(?=\n\(Background on|\n\d{4}-\d\d-\d\d \d\d:\d\d:|\Z)", re.S), "[parameters: …]"),
    (re.compile(r"input_value=.*?, input_type=", re.S), "input_value=…, input_type="),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the package: its name, what it is in words, and the text as it will be packed."""

    name: str
    words: str
    text: str

    @property
    def size(self) -> int:
        """Bytes before they are packed."""
        return len(self.text.encode("utf-8"))


def versions(qt: str = "") -> tuple[tuple[str, str], ...]:
    """The program and what it stands on, each with its version. ``qt`` comes from the window; a terminal has none."""
    named = (
        (_("程序"), __version__),
        ("Python", platform.python_version()),
        *((("Qt", qt),) if qt else ()),
        ("SQLite", sqlite3.sqlite_version),
        *((name, found) for name in LIBRARIES if (found := _installed(name))),
        (_("系统"), f"{platform.platform()} · {platform.machine()}"),
    )
    return (*named, (_("安装"), _("打包的程序") if getattr(sys, "frozen", False) else _("Python 环境")))


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # a packed program carries no such records, but the modules themselves
        module = sys.modules.get(name.lower().removeprefix("python-").replace("-", "_"))
        return str(getattr(module, "__version__", ""))


def plain(facts: Iterable[tuple[str, str]]) -> str:
    """``facts`` as lines of text."""
    return "".join(f"{name}: {value}\n" for name, value in facts)


def parts(facts: Iterable[tuple[str, str]], ledger: Path | None = None) -> tuple[Part, ...]:
    """All that would be packed; names and places that tell of people are taken out. Reads some megabytes at most."""
    now = settings.load()
    chosen = {name: value for name, value in asdict(now).items() if name in _TELLING}
    listed = [
        Part("versions.txt", _("程序和所用组件的版本、操作系统"), plain(facts)),
        Part("settings.json", _("语言、颜色、字号、提醒等设置；不含姓名和文件夹"), json.dumps(chosen, indent=1)),
    ]
    hide = _hider(now, ledger)
    for file in logs.files():
        try:
            text = _end_of(file)
        except OSError as error:
            text = f"{type(error).__name__}: {error.strerror}\n"
        listed.append(Part(file.name, _("程序出错和警告的记录"), hide(text)))
    return tuple(listed)


def pack(chosen: Sequence[Part], target: Path, progress: Progress = silent) -> Path:
    """Write ``chosen`` as a zip file; whole or not at all. Raises UserError where ``target`` cannot be written."""
    fresh = target.with_name(f".{target.name}.new")
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as package:
            for number, part in enumerate(chosen):
                progress(number, len(chosen), part.name)
                package.writestr(part.name, part.text)
        fresh.replace(target)
    except OSError as error:
        raise UserError(
            _("“{name}”没有写成：{reason}。").format(name=target.name, reason=_reason(error)),
            _("请换一个文件夹再存，例如桌面。"),
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    return target


def _reason(error: OSError) -> str:
    match error:
        case PermissionError():
            return _("没有写入的权限，或者文件正被别的程序打开")
        case FileNotFoundError() | NotADirectoryError():
            return _("文件夹不存在")
    if error.errno in _FULL:
        return _("磁盘已满")
    return _("这个位置是只读的") if error.errno == errno.EROFS else error.strerror or type(error).__name__


def hider(places: Iterable[tuple[str, str]], names: Iterable[str]) -> Callable[[str], str]:
    """A function that takes folders (each with its stand-in), names and written values out of a text."""
    named = [
        (re.compile(re.escape(spelt), re.IGNORECASE), stand_in)
        for place, stand_in in sorted(places, key=lambda pair: -len(pair[0]))  # what lies within another comes first
        for spelt in sorted({place, place.replace("\\", "\\\\"), place.replace("\\", "/")}, key=len, reverse=True)
    ]
    named += [(re.compile(re.escape(name)), "***") for name in names if len(name) >= _LEAST_NAME]

    def hide(text: str) -> str:
        for pattern, stand_in in (*_VALUES, *named):
            text = pattern.sub(stand_in, text)
        return text

    return hide


def _hider(now: settings.Settings, ledger: Path | None) -> Callable[[str], str]:
    ledgers = {*now.recent_ledgers, now.last_ledger, str(ledger or ""), now.export_folder} - {""}
    places = [(place, "<ledger>") for place in ledgers]
    places += [(str(paths.data_folder()), "<data>"), (str(Path.home()), "~")]
    return hider([(place, word) for place, word in places if len(place) > len(Path(place).anchor)], [now.person])


def _end_of(file: Path) -> str:
    with file.open("rb") as source:
        source.seek(max(0, file.stat().st_size - _MOST_READ))
        return source.read(_MOST_READ).decode("utf-8", "replace")
