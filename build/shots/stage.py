"""The stage: the real window on a copy of the demonstration ledger, and a camera."""

import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tracker import paths
from tracker.demo.build import ready_demo
from tracker.gui import appearance
from tracker.gui.main_window import MainWindow
from tracker.ledger import Ledger

W = TypeVar("W", bound=QWidget)
_PATIENCE = 20.0  # seconds
_MANUAL_WIDTH = 1100  # pixels
_COLOURS = 256


class Stage:
    """Plays one scene after another; each begins with a fresh copy of the ledger."""

    def __init__(self, target: Path, theme: str) -> None:
        existing = QApplication.instance()
        self.app = existing if isinstance(existing, QApplication) else QApplication([])
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        self.theme = appearance.theme_named(theme)
        appearance.dress(self.app, self.theme)
        self.target = target
        target.mkdir(parents=True, exist_ok=True)
        self._home = paths.data_folder()
        ready_demo(self._home / "demo")
        self.window: MainWindow | None = None

    # -- scenes

    def begin(self, size: tuple[int, int], *, empty: bool) -> None:
        """Open the window at ``size`` on a fresh ledger."""
        self.end()
        paths.settings_file().unlink(missing_ok=True)
        folder = self._home / "示例" / "台账"
        shutil.rmtree(folder, ignore_errors=True)
        if empty:
            ledger = Ledger.create(folder, office="青澜市城市管理局", actor="沈一舟")
        else:
            shutil.copytree(self._home / "demo", folder)
            ledger = Ledger(folder, actor="沈一舟")
        made = self.window = MainWindow(ledger, theme=self.theme)
        made.status.folder.setText("D:/法治台账/2026")  # a picture tells nothing of the computer it was taken on
        made.resize(*size)
        made.show()
        made.activateWindow()
        self.wait(lambda: made.settled)
        self.rest()

    def end(self) -> None:
        """Close the window and whatever stands over it."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self.rest()

    @property
    def main(self) -> MainWindow:
        """The window of this scene."""
        assert self.window is not None
        return self.window

    # -- playing

    def act(self, key: str) -> None:
        """Trigger an action of the menus."""
        self.main.actions_by_key[key].trigger()
        self.rest()

    def go(self, place: str) -> None:
        """Go to a place of the navigation."""
        self.main.navigation.go(place)
        self.rest()

    def item(self, code: str) -> int:
        """Put the cursor on an item of the list."""
        self.go("all")
        key = self.main.ledger.ask.item_by_code(code).id
        self.main.go_to_item(key)
        self.rest()
        return key

    def opened(self, kind: type[W]) -> W:
        """The dialog or popup of ``kind`` that is open, as soon as it is."""
        self.wait(lambda: bool(self._found(kind)))
        self.rest()
        return self._found(kind)[-1]

    def _found(self, kind: type[W]) -> list[W]:
        tops = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
        inside = [] if self.window is None else [each for each in self.window.findChildren(kind) if each.isVisible()]
        return tops + [each for each in inside if each not in tops]

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the program run until something is so."""
        end = time.monotonic() + _PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError("nothing came of it")
            QTest.qWait(20)

    def rest(self, milliseconds: int = 120) -> None:
        """Let the program do what it has in hand."""
        QTest.qWait(milliseconds)
        if self.window is not None and self.window.tasks.busy:
            self.wait(lambda: self.window is None or not self.window.tasks.busy)

    # -- the camera

    def over(self, popup: QWidget) -> QPixmap:
        """The window with ``popup`` (a menu, a dialog) over it, as a screen would show them."""
        picture = self.main.grab()
        front = popup.grab()
        if popup.isWindow() and not isinstance(popup, QDialog):
            place = self.main.mapFromGlobal(popup.mapToGlobal(popup.rect().topLeft()))
        else:
            place = self.main.rect().center() - popup.rect().center()
        painter = QPainter(picture)
        painter.drawPixmap(place, front)
        painter.setPen(QColor(self.theme.border))
        painter.drawRect(QRect(place, popup.size()))
        painter.end()
        return picture

    def save(self, name: str, picture: QWidget | QPixmap, *, small: bool) -> None:
        """Keep a picture; ``small`` for the manual."""
        shot = picture.grab() if isinstance(picture, QWidget) else picture
        image = shot.toImage()
        if small and image.width() > _MANUAL_WIDTH:
            size = QSize(_MANUAL_WIDTH, image.height() * _MANUAL_WIDTH // image.width())
            image = image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
        if small:
            image = in_few_colours(image)
        image.save(str(self.target / f"{name}.png"), quality=0)


def in_few_colours(image: QImage) -> QImage:
    """``image`` in 256 of its own colours, each other one as the nearest of them: a third of the bytes.

    Kept are the commonest, but first one of each sort, or the few red figures would turn grey.
    """
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    dots = memoryview(image.constBits()).cast("I")
    counted = Counter(dots)
    sorts = {colour & 0xE0E0E0: colour for colour, _times in reversed(counted.most_common())}
    kept = list(dict.fromkeys((*sorts.values(), *(colour for colour, _times in counted.most_common()))))[:_COLOURS]
    parts = [_parts(colour) for colour in kept]
    places = {colour: place for place, colour in enumerate(kept)}
    for colour in counted.keys() - places.keys():
        red, green, blue = _parts(colour)
        away = [(r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2 for r, g, b in parts]
        places[colour] = away.index(min(away))
    data = bytes(map(places.__getitem__, dots))
    made = QImage(data, image.width(), image.height(), image.width(), QImage.Format.Format_Indexed8)
    made.setColorTable(kept)
    return made.copy()


def _parts(colour: int) -> tuple[int, int, int]:
    return colour >> 16 & 255, colour >> 8 & 255, colour & 255
