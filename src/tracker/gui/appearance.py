"""How the program looks everywhere: font, colours, style sheet, and Qt's own words in Chinese."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from tracker import paths
from tracker.gui.theme import LIGHT, Theme

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
_POINTS = 10.5  # 五号, what the office reads all day


def dress(app: QApplication, theme: Theme = LIGHT) -> None:
    """Give ``app`` its font, palette, style sheet and Chinese dialog buttons."""
    app.setStyle("Fusion")
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPointSizeF(_POINTS)
    app.setFont(font)
    app.setPalette(palette(theme))
    sheet = (paths.resources() / "style.qss").read_text(encoding="utf-8")
    icons = (paths.resources() / "icons").as_posix()
    app.setStyleSheet(theme.fill(sheet.replace("@icons", icons)))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.Chinese, QLocale.Country.China), "qtbase", "_", folder):
        app.installTranslator(translator)


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
        (role.PlaceholderText, theme.faint),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_text),
        (role.Link, theme.accent),
        (role.Mid, theme.border),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.faint))
    return made
