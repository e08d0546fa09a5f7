"""What a window remembers of its size and its parts between two starts."""

from dataclasses import replace

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from tracker import settings
from tracker.logs import log

_GEOMETRY, _SPLITTER = "geometry", "splitter"


def restore(window: QMainWindow) -> None:
    """Give ``window`` the size and parts that it had last; its own where nothing is remembered."""
    kept = settings.load().window
    if geometry := kept.get(_GEOMETRY):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
    splitter = window.findChild(QSplitter)
    if splitter is not None and (sizes := kept.get(_SPLITTER)):
        splitter.restoreState(QByteArray.fromBase64(sizes.encode()))
        splitter.setHandleWidth(1)


def keep(window: QMainWindow) -> None:
    """Remember the size and parts of ``window``; a profile that cannot be written forgets them."""
    state = {_GEOMETRY: _text(window.saveGeometry())}
    splitter = window.findChild(QSplitter)
    if splitter is not None:
        state[_SPLITTER] = _text(splitter.saveState())
    try:
        now = settings.load()
        settings.save(replace(now, window={**now.window, **state}))
    except OSError as error:
        log.warning("window state not saved: %s", error)


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")
