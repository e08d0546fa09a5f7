"""A page of read-only rich text with links: histories and lists of notes."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser

from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import small_points


class PageText(QTextBrowser):
    """``followed`` carries the target of a link, such as undo:12."""

    followed = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(2)
        small = small_points()
        self.document().setDefaultStyleSheet(
            f"a {{ color: {theme.accent}; text-decoration: none; font-size: {small}pt; }}"
            f".muted {{ color: {theme.muted}; font-size: {small}pt; }}"
            f".plain {{ color: {theme.text}; }}"
            f".warn {{ color: {theme.warn}; font-size: {small}pt; }}"
            f".accent {{ color: {theme.accent}; font-size: {small}pt; }}"
        )
        self.anchorClicked.connect(self._follow)

    def show_html(self, html: str) -> None:
        """Show ``html``; what is scrolled to stays where the text is the same page grown."""
        place = self.verticalScrollBar().value()
        self.setHtml(html)
        self.verticalScrollBar().setValue(place)

    def _follow(self, target: QUrl) -> None:
        self.followed.emit(target.toString())
