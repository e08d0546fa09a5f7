"""One chapter of the manual, shown: links between chapters, hits marked, pictures as wide as there is room."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QTextBrowser, QTextEdit

from tracker.gui.help import looks
from tracker.gui.help.chapters import Chapter, words_of
from tracker.gui.theme import Theme
from tracker.words import _

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)  # per cent


class ChapterView(QTextBrowser):
    """``followed`` carries the chapter and the heading that a link leads to; ``zoomed`` 1 or −1 by the wheel."""

    followed = Signal(str, str)
    zoomed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.zoom = 100
        self.chapter: Chapter | None = None
        self._searched = ""
        self._hits: list[QTextCursor] = []
        self.setProperty("kind", "page")
        self.setAccessibleName(_("手册正文"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)

    def show_chapter(self, chapter: Chapter, heading: str = "") -> None:
        """Show ``chapter`` from its beginning, or from a heading of it."""
        self.chapter = chapter
        font = QApplication.font()
        font.setPointSizeF(self._points())
        self.document().setDefaultFont(font)
        self.setMarkdown(chapter.markdown)
        looks.dress(self.document(), self.theme, self._points())
        self._fit_pictures()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self.mark(self._searched)
        if heading:
            self.go_to_heading(heading)

    def _fit_pictures(self) -> None:
        looks.fit_pictures(self.document(), self.theme, self.viewport().width(), self.devicePixelRatioF())

    def _points(self) -> float:
        return QApplication.font().pointSizeF() * self.zoom / 100

    def set_zoom(self, zoom: int) -> None:
        """Show the text larger or smaller, in per cent; what was uppermost stays about there."""
        self.zoom = zoom
        self.show_again()

    def show_again(self) -> None:
        """Show the same chapter in other colours or another size."""
        if self.chapter is None:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self.show_chapter(self.chapter)
        bar.setValue(round(share * bar.maximum()))

    def go_to_heading(self, words: str) -> bool:
        """Scroll to the heading that says ``words``; False where there is none."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().strip() == words:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - 12)
                return True
            block = block.next()
        return False

    # -- searching

    def mark(self, typed: str) -> None:
        """Mark every place of the words of ``typed``."""
        self._searched = typed
        self._hits = []
        for word in words_of(typed):
            found = self.document().find(word)
            while not found.isNull():
                self._hits.append(found)
                found = self.document().find(word, found)
        self._hits.sort(key=lambda hit: hit.selectionStart())
        marks = []
        for hit in self._hits:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = hit
            mark.format.setBackground(QColor(self.theme.warn_ground))
            mark.format.setForeground(QColor(self.theme.text))
            marks.append(mark)
        self.setExtraSelections(marks)

    def go_to_hit(self, step: int) -> bool:
        """Select the next marked place, with −1 the one before; False where there is none in that direction."""
        now = self.textCursor()
        ahead = [hit for hit in self._hits if hit.selectionStart() >= now.selectionEnd()]
        behind = [hit for hit in self._hits if hit.selectionEnd() <= now.selectionStart()]
        if not (ahead if step > 0 else behind):
            return False
        self.setTextCursor(ahead[0] if step > 0 else behind[-1])
        self.ensureCursorVisible()
        return True

    # -- events

    def _follow(self, target: QUrl) -> None:
        key = target.path().removesuffix(".md")
        self.followed.emit(key, target.fragment(QUrl.ComponentFormattingOption.FullyDecoded))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
