"""The raw text of the report, with every candidate's words on a coloured ground and its number in the margin."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from tracker.domain import wording
from tracker.domain.reports import ExcerptRole
from tracker.domain.review import Decision, DraftReview, Entry
from tracker.gui.intake import looks
from tracker.gui.intake.commands import Command, shown_key
from tracker.gui.intake.margin import BADGE, MARGIN, Margin
from tracker.gui.intake.places import Places, shown
from tracker.gui.theme import Theme
from tracker.words import _

_LINE_HEIGHT = 165  # per cent: words on grounds of several colours need air
_BLANK_LINE = 10  # pixels: reports have an empty line after each paragraph, which is only a gap


class SourceView(QTextEdit):
    """Read-only. ``pressed_at`` tells the raw offset that was clicked, ``pointed`` the entry under the mouse (-1 for
    none), ``asked`` the name of a command of its menu."""

    pressed_at = Signal(int)
    pointed = Signal(int)
    asked = Signal(str)

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceView")
        self.setAccessibleName(_("报告原文"))
        self._theme = theme
        self._places = Places(text)
        self._review: DraftReview | None = None
        self._current = self._lit = -1
        self._grounds: list[QTextEdit.ExtraSelection] = []  # of all entries as they lie
        self.menu_commands: tuple[Command, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(14)
        self.setPlainText(shown(text))
        self._space_lines()
        self.setViewportMargins(MARGIN, 0, 0, 0)
        self._margin = Margin(self, theme)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._margin.update)
        self.document().documentLayout().documentSizeChanged.connect(self._margin.update)

    def _space_lines(self) -> None:
        airy, gap = QTextBlockFormat(), QTextBlockFormat()
        airy.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        gap.setLineHeight(_BLANK_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(airy)
        block = self.document().begin()
        while block.isValid():
            if not block.text().strip():
                QTextCursor(block).mergeBlockFormat(gap)
            block = block.next()
        cursor.endEditBlock()

    # -- showing

    def show_review(self, review: DraftReview, current: int) -> None:
        """Colour the words of all entries, those of ``current`` stronger."""
        if self._review is None:
            self._embolden(review)
        if review is not self._review:
            self._grounds = [one for index in range(len(review.entries)) for one in self._ground_of(review, index)]
            self._lit = -1
        self._review, self._current = review, current
        self._colour()

    def light(self, index: int) -> None:
        """Make the words of entry ``index`` strong too: its card is pointed at; -1 for none."""
        if index != self._lit:
            self._lit = index
            self._colour()

    def _colour(self) -> None:
        review, chosen = self._review, {self._current, self._lit}
        if review is None:
            return
        strong = [
            one
            for index in sorted(chosen)
            if 0 <= index < len(review.entries)
            for one in self._ground_of(review, index, strong=True)
        ]
        self.setExtraSelections(self._grounds + strong)
        self._margin.update()

    def _embolden(self, review: DraftReview) -> None:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for section in review.source.sections:
            end = wording.end_of(section.heading, review.source.text, section.start)
            self._cursor(section.start, end).mergeCharFormat(bold)
        edit.endEditBlock()

    def _ground_of(
        self, review: DraftReview, index: int, *, strong: bool = False
    ) -> Iterator[QTextEdit.ExtraSelection]:
        """The grounds of one entry, the widest span first, and lines under what its fields were read from."""
        entry = review.entries[index]
        off = entry.decision is Decision.REJECTED
        for span in sorted(entry.candidate.spans, key=lambda span: span.start - span.end):
            ground = looks.ground(entry.candidate.kind, span.role, self._theme, off=off)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(span.start, span.end)
            selection.format.setBackground(QColor(ground.strong if strong else ground.plain))
            yield selection
        yield from self._stated(review, index)

    def _stated(self, review: DraftReview, index: int) -> Iterator[QTextEdit.ExtraSelection]:
        """A line under the words that tell a deadline or an owner: a person sees where the fields came from."""
        candidate = review.entries[index].candidate
        owners = candidate.owners
        words = (*owners.lead, *owners.support, *owners.person, *owners.leader)
        if candidate.deadline is not None and not candidate.deadline.presumed:
            words = (candidate.deadline.words, *words)
        for span in candidate.spans:
            if span.role is not ExcerptRole.STATEMENT:
                continue
            for name in filter(None, words):
                at = review.source.text.find(name, span.start, span.end)
                if at >= 0:
                    selection = QTextEdit.ExtraSelection()
                    selection.cursor = self._cursor(at, at + len(name))
                    selection.format.setFontUnderline(True)
                    yield selection

    def reveal(self, offset: int) -> None:
        """Scroll so that the words at ``offset`` stand in the upper third, unless they can be read already."""
        rect = self.cursorRect(self._cursor(offset, offset))
        height = self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height * 0.75:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + rect.top() - height // 5)

    def show_top(self, offset: int) -> None:
        """Scroll so that the words at ``offset`` stand at the top."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(self._cursor(offset, offset)).top() - 8)

    # -- asking

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that are shown."""
        return self._review.entries if self._review else ()

    @property
    def current(self) -> int:
        """The entry one looks at."""
        return self._current

    @property
    def caret(self) -> int:
        """The raw offset of the text cursor."""
        return self._places.offset(self.textCursor().position())

    @property
    def selected(self) -> tuple[int, int] | None:
        """The raw offsets of the selection; None where nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._places.offset(cursor.selectionStart()), self._places.offset(cursor.selectionEnd())

    def place_caret(self, offset: int) -> None:
        """Set the text cursor."""
        self.setTextCursor(self._cursor(offset, offset))

    def select(self, start: int, end: int) -> None:
        """Select raw words."""
        self.setTextCursor(self._cursor(start, end))

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._places.position(start), last))
        cursor.setPosition(min(self._places.position(end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def badges(self) -> Iterator[tuple[int, QRect]]:
        """The index and the place in the margin of each entry whose first line is in sight."""
        if self._review is None:
            return
        top = self.cursorForPosition(QPoint(0, 0)).position()
        bottom = self.cursorForPosition(QPoint(self.viewport().width(), self.viewport().height())).position()
        lines: dict[int, list[tuple[int, QRect]]] = {}  # two items may begin on one line
        for index, entry in enumerate(self._review.entries):
            position = self._places.position(entry.start)
            if entry.candidate.spans and top <= position <= bottom:
                line = self.cursorRect(self._cursor(entry.start, entry.start))
                lines.setdefault(line.top(), []).append((index, line))
        for found in lines.values():
            room = MARGIN - 4 - BADGE
            step = min(BADGE + 1, room // max(1, len(found) - 1))
            for place, (index, line) in enumerate(reversed(found)):
                yield index, QRect(MARGIN - 2 - BADGE - place * step, line.center().y() - BADGE // 2, BADGE, BADGE)

    # -- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._margin.setGeometry(0, 0, MARGIN, self.viewport().height())
        if self._review is not None and event.size().width() != event.oldSize().width() and self._current >= 0:
            self.reveal(self._review.entries[self._current].start)  # all lines have wrapped anew

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.pressed_at.emit(self.caret)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = self.cursorForPosition(event.position().toPoint())
        beside = abs(self.cursorRect(place).center().x() - event.position().x()) > self.fontMetrics().height() * 2
        offset = self._places.offset(place.position())
        found = None if beside or self._review is None else self._review.index_at(offset)
        self.pointed.emit(-1 if found is None else found)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def build_menu(self) -> QMenu:
        """What can be done with the selected words, or at the cursor."""
        menu = QMenu(self)
        for command in self.menu_commands:
            action = menu.addAction(f"{command.words}\t{shown_key(command.keys[0])}")
            action.setEnabled((command.name == "split") != self.textCursor().hasSelection())
            action.triggered.connect(lambda _checked=False, name=command.name: self.asked.emit(name))
        menu.addSeparator()
        copy = menu.addAction(_("复制") + "\tCtrl+C")
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        return menu
