"""The few choices that belong to a person and a computer, not to a ledger; a small JSON file."""

import json
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from tracker import paths


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered between two starts on this computer."""

    last_ledger: str = ""
    recent_ledgers: tuple[str, ...] = ()
    person: str = ""  # the name that signs each step; empty: the name logged on with
    language: str = "zh_CN"
    theme: str = "system"  # light, dark, or as the desktop is
    font_points: float = 10.5  # 五号, what the office reads all day
    remind: bool = True  # a quiet line above the page at the start
    tray: bool = False  # a sign in the desktop's tray, with a notice each day
    notice_at: str = "09:00"
    seen: dict[str, str] = field(default_factory=dict)  # by ledger: the day whose reminder was put away
    export_folder: str = ""
    window: dict[str, str] = field(default_factory=dict)  # geometry and columns, as the window wrote them


def load(file: Path | None = None) -> Settings:
    """The stored settings; defaults where the file is missing, damaged or of another version."""
    file = file or paths.settings_file()
    try:
        stored: Any = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    defaults = Settings()
    known = {f.name: stored[f.name] for f in fields(Settings) if f.name in stored}
    known = {name: value for name, value in known.items() if _fits(value, _plain(getattr(defaults, name)))}
    if "recent_ledgers" in known:
        known["recent_ledgers"] = tuple(str(entry) for entry in known["recent_ledgers"])
    return replace(defaults, **known)


def _fits(value: object, default: object) -> bool:
    """Whether a stored value is of the default's kind; 11 is as good as 11.0, True is no number."""
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, type(default))


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the settings whole, under a temporary name first. Raises OSError."""
    file = file or paths.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    fresh.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(file)
