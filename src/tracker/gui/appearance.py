"""How the program looks everywhere: font, colours, style sheet, and the language of Qt's own words."""

import re

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tracker import paths
from tracker.gui.theme import LIGHT, Theme
from tracker.gui.widgets.sizes import USUAL_POINTS
from tracker.words import chosen_language

# The first that is installed is used: Windows, Linux, macOS
_FAMILIES = [
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "SimSun",
]
_SIZE = re.compile(r"font-size: ([\d.]+)pt")
SIZES = (9.0, 10.5, 12.0, 14.0)  # 小五, 五号, 小四, 四号


_translators: list[QTranslator] = []


def theme_named(name: str) -> Theme:
    """The set of colours that the settings call ``name``; "system" follows the desktop."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if name == "dark" or (name == "system" and scheme is Qt.ColorScheme.Dark):
        from tracker.gui.dark import DARK  # noqa: PLC0415 - most desktops are light, and a start is measured

        return DARK
    return LIGHT


def dress(app: QApplication, theme: Theme = LIGHT, points: float = USUAL_POINTS) -> None:
    """Give ``app`` its font, palette, style sheet and the language of Qt's own dialogs; may be called again."""
    app.setStyle("Fusion")
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPointSizeF(points)
    app.setFont(font)
    app.setPalette(palette(theme))
    sheet = (paths.resources() / "style.qss").read_text(encoding="utf-8")
    icons = (paths.resources() / "icons" / theme.name).as_posix()
    app.setStyleSheet(_sized(theme.fill(sheet.replace("@icons", icons)), points))
    while _translators:
        app.removeTranslator(_translators.pop())
    if chosen_language() != "zh_CN":
        return  # Qt's own words are English
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.Chinese, QLocale.Country.China), "qtbase", "_", folder):
        app.installTranslator(translator)
        _translators.append(translator)


def _sized(sheet: str, points: float) -> str:
    """The style sheet with its sizes, written for the usual font, in proportion to ``points``."""
    if points == USUAL_POINTS:
        return sheet
    return _SIZE.sub(lambda found: f"font-size: {float(found[1]) * points / USUAL_POINTS:.1f}pt", sheet)


def palette(theme: Theme) -> QPalette:
    """The colours that Qt's own painting uses, so that nothing depends on the desktop's."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.window),
        (role.Base, theme.window),
        (role.AlternateBase, theme.side),
        (role.Button, theme.window),
        (role.ToolTipBase, theme.window),
        (role.WindowText, theme.text),
        (role.Text, theme.text),
        (role.ButtonText, theme.text),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_text),
        (role.Link, theme.accent),
        (role.Mid, theme.border),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.faint))
    return made
