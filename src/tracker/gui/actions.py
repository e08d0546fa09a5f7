"""Qt actions, menus and toolbar buttons, made out of the data in menus."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolButton

from tracker.domain.deeds import told
from tracker.domain.journal import Step
from tracker.gui.menus import ActionSpec, MenuSpec, SubmenuSpec
from tracker.words import _


def build_actions(
    window: QMainWindow,
    menus: tuple[MenuSpec, ...],
    handlers: Mapping[str, Callable[[], object]],
    fillers: Mapping[str, Callable[[QMenu], object]],
) -> dict[str, QAction]:
    """Make every action and menu of ``window``; ``handlers`` says what each action does, by its key.

    ``fillers`` fill menus within menus, each time they are opened; the action of such a menu is there by its key too.
    """
    made: dict[str, QAction] = {}
    for menu_spec in menus:
        menu = window.menuBar().addMenu(menu_spec.title)
        menu.setToolTipsVisible(True)
        for spec in menu_spec.entries:
            if spec is None:
                menu.addSeparator()
            elif isinstance(spec, SubmenuSpec):
                submenu = menu.addMenu(spec.title)
                made[spec.key] = submenu.menuAction()
                if spec.key in fillers:
                    submenu.aboutToShow.connect(partial(fillers[spec.key], submenu))
            else:
                made[spec.key] = _action(window, spec, handlers[spec.key])
                menu.addAction(made[spec.key])
    return made


def _action(window: QMainWindow, spec: ActionSpec, handler: Callable[[], object]) -> QAction:
    action = QAction(spec.text, window)
    action.setIconText(spec.bar_text or spec.text.removesuffix("…"))
    action.setObjectName(spec.key)
    if spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut))
    if spec.tip:
        action.setToolTip(spec.tip)
        action.setStatusTip("")
    action.triggered.connect(lambda _checked=False: handler())
    return action


def bar_button(action: QAction, *, primary: bool) -> QToolButton:
    """The toolbar's button for an action."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setProperty("kind", "primary" if primary else "button")
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(action.iconText())
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def name_step(action: QAction, word: str, step: Step | None) -> None:
    """Let 撤销 or 重做 say what it would take back; the toolbar keeps the short ``word``."""
    action.setEnabled(step is not None)
    action.setText(_("{what}：{words}").format(what=word, words=told(step.words)[:30]) if step else word)
    action.setIconText(word)
