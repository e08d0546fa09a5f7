"""What a window remembers of its size, its parts and its table between two starts."""

import json
from dataclasses import replace

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter

from tracker import settings
from tracker.gui.items.table_look import TableLook
from tracker.logs import log

_GEOMETRY, _SPLITTER, _TABLE = "geometry", "splitter", "table"


def restore(window: QMainWindow) -> None:
    """Give ``window`` the size and parts that it had last on these screens; its own where nothing is remembered."""
    kept = settings.load().window
    if geometry := kept.get(_here(_GEOMETRY)):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
    splitter = window.findChild(QSplitter)
    if splitter is not None and (sizes := kept.get(_here(_SPLITTER))):
        splitter.restoreState(QByteArray.fromBase64(sizes.encode()))
        splitter.setHandleWidth(1)


def keep(window: QMainWindow) -> None:
    """Remember the size and parts of ``window``; a profile that cannot be written forgets them."""
    state = {_here(_GEOMETRY): _text(window.saveGeometry())}
    splitter = window.findChild(QSplitter)
    if splitter is not None:
        state[_here(_SPLITTER)] = _text(splitter.saveState())
    _keep(state)


def look() -> TableLook:
    """How the table looked last; as drawn where nothing is remembered."""
    try:
        return TableLook.from_json(json.loads(settings.load().window.get(_TABLE, "")))
    except ValueError:
        return TableLook()


def keep_look(look: TableLook) -> None:
    """Remember how the table looks."""
    _keep({_TABLE: json.dumps(look.as_json())})


def _keep(state: dict[str, str]) -> None:
    try:
        now = settings.load()
        settings.save(replace(now, window={**now.window, **state}))
    except OSError as error:
        log.warning("window state not saved: %s", error)


def _here(what: str) -> str:
    """The name under which ``what`` is kept for the screens that are there now: a laptop goes to and from its desk."""
    screens = (screen.geometry() for screen in QGuiApplication.screens())
    return "@".join((what, *sorted(f"{place.width()}x{place.height()}" for place in screens)))


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")
