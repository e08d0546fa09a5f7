"""在原文中查看: the report's text with the item's words highlighted, walked through and searched."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.cards import ItemDetail
from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind
from tracker.domain.reports import Excerpt, ExcerptRole, Report
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import heading, muted
from tracker.ledger import Ledger
from tracker.words import _

_MOST_FOUND = 2000  # places of a search that are marked; nobody walks through more


def open_source(parent: QWidget, theme: Theme, ledger: Ledger, detail: ItemDetail | None) -> "SourceDialog | None":
    """Show the words of ``detail`` in their report; None for an item that came from no report."""
    report = ledger.ask.report(detail.excerpts[0].report_id) if detail is not None and detail.excerpts else None
    if detail is None or report is None:
        return None
    dialog = SourceDialog(parent, theme, report, detail.item, detail.excerpts)
    dialog.open()
    return dialog


class SourceDialog(QDialog):
    """Read-only; opens at the item's own words. F3 and Shift+F3 walk through its places, or through what is sought."""

    def __init__(self, parent: QWidget, theme: Theme, report: Report, item: Item, excerpts: Sequence[Excerpt]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("原文：{title}").format(title=report.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(920, parent.width()), min(700, parent.height()))
        self._theme, self._kind, self._source = theme, item.kind, report.text
        own = [excerpt for excerpt in excerpts if excerpt.report_id == report.id]
        self._places = sorted(own, key=lambda excerpt: (excerpt.start, excerpt.end))
        statements = [excerpt for excerpt in own if excerpt.role is ExcerptRole.STATEMENT] or own
        self._start = min((place.start for place in statements), default=0)
        self._found: list[QTextCursor] = []
        self._at = 0
        self._make_text(report)
        self._make_tools()
        section = "　".join(dict.fromkeys(place.section for place in statements if place.section))
        pages = sorted({place.page for place in statements if place.page})
        where = section + (_("　第 {n} 页").format(n=pages[0]) if pages else "")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        column.addWidget(heading(report.title))
        column.addWidget(muted(f"{item.code}　{where}", wrap=True))
        tools = row_of(self.words, self.count, self.before, self.after, None, self._legend())
        tools.setStretch(0, 1)
        column.addLayout(tools)
        column.addWidget(self.text, 1)
        column.addLayout(row_of(self.copy, None, button(_("关闭"), self.accept, kind="")))
        for made in self.findChildren(QPushButton):
            made.setAutoDefault(False)
        self._mark()
        self.text.setFocus()
        QTimer.singleShot(0, self, self.scroll_there)

    def _make_text(self, report: Report) -> None:
        self.text = QPlainTextEdit(report.text)
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "source")
        self.text.setAccessibleName(_("报告原文"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def _make_tools(self) -> None:
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("在原文中查找 Ctrl+F"))
        self.words.setAccessibleName(_("在原文中查找"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(160)
        self.words.textChanged.connect(self._search)
        self.words.returnPressed.connect(lambda: self.step(1))
        self.count = muted()
        self.before = button(_("上一处"), lambda: self.step(-1), tip="Shift+F3")
        self.after = button(_("下一处"), lambda: self.step(1), tip="F3")
        self.copy = button(_("复制"), self.copy_words, kind="", tip=_("复制选中的文字；没有选中时复制本事项的原文"))
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._start_search),
            (QKeySequence("F3"), lambda: self.step(1)),
            (QKeySequence("Shift+F3"), lambda: self.step(-1)),
        ):
            QShortcut(keys, self).activated.connect(act)

    def _legend(self) -> QLabel:
        """What the colours mean, of the roles that occur."""
        words = {
            ExcerptRole.STATEMENT: _("问题") if self._kind is ItemKind.PROBLEM else _("任务"),
            ExcerptRole.CAUSE: _("原因"),
            ExcerptRole.MEASURE: _("措施"),
        }
        roles = {place.role for place in self._places}
        theme = self._theme
        return QLabel(
            " ".join(
                f'<span style="background:{_ground(self._kind, role, theme)}; color:{theme.text}">'
                f"&nbsp;{word}&nbsp;</span>&nbsp;"
                for role, word in words.items()
                if role in roles
            )
        )

    # -- marking

    def _mark(self) -> None:
        marks = [self._marked(excerpt) for excerpt in self._places]
        for number, cursor in enumerate(self._found):
            current = number == self._at
            style = QTextCharFormat()
            style.setBackground(QColor(self._theme.accent if current else self._theme.accent_ground))
            style.setForeground(QColor(self._theme.accent_text if current else self._theme.accent))
            marks.append(_selection(cursor, style))
        self.text.setExtraSelections(marks)
        places = len(self._found) if self.words.text() else len(self._places)
        for made in (self.before, self.after):
            made.setEnabled(places > 1 or (places == 1 and bool(self.words.text())))
        found = _("第 {n} 处，共 {all} 处").format(n=self._at + 1, all=places) if self._found else _("没有找到")
        self.count.setText(found if self.words.text() else "")

    def _marked(self, excerpt: Excerpt) -> QTextEdit.ExtraSelection:
        style = QTextCharFormat()
        style.setBackground(QColor(_ground(self._kind, excerpt.role, self._theme)))
        return _selection(self._cursor(excerpt), style)

    def _cursor(self, excerpt: Excerpt) -> QTextCursor:
        cursor = QTextCursor(self.text.document())
        last = self.text.document().characterCount() - 1
        cursor.setPosition(min(last, position(self._source, excerpt.start)))
        cursor.setPosition(min(last, position(self._source, excerpt.end)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # -- walking

    def scroll_there(self) -> None:
        """Bring the item's words into the middle of the view."""
        cursor = self.text.textCursor()
        cursor.setPosition(position(self._source, self._start))
        self._show(cursor)

    def step(self, by: int) -> None:
        """Go to the next place, or the one before; after the last comes the first."""
        if self.words.text():
            if self._found:
                self._at = (self._at + by) % len(self._found)
                self._mark()
                self._show(QTextCursor(self._found[self._at]))
            return
        starts = [self._cursor(place).selectionStart() for place in self._places]
        here = self.text.textCursor().position()
        if not starts:
            return
        if by > 0:
            there = next((start for start in starts if start > here), starts[0])
        else:
            there = next((start for start in reversed(starts) if start < here), starts[-1])
        cursor = self.text.textCursor()
        cursor.setPosition(there)
        self._show(cursor)

    def _show(self, cursor: QTextCursor) -> None:
        cursor.setPosition(cursor.selectionStart())
        self.text.setTextCursor(cursor)
        self.text.centerCursor()

    # -- searching and copying

    def _start_search(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _search(self, words: str) -> None:
        self._found = []
        document = self.text.document()
        cursor = document.find(words) if words else QTextCursor()
        while not cursor.isNull() and len(self._found) < _MOST_FOUND:
            self._found.append(cursor)
            cursor = document.find(words, cursor)
        here = self.text.textCursor().position()
        self._at = next((n for n, found in enumerate(self._found) if found.selectionStart() >= here), 0)
        self._mark()
        if self._found:
            self._show(QTextCursor(self._found[self._at]))

    def copy_words(self) -> None:
        """Copy what is selected, or the item's own words."""
        if self.text.textCursor().hasSelection():
            self.text.copy()
            return
        words = [self._source[place.start : place.end].strip() for place in self._places]
        QApplication.clipboard().setText("\n".join(words))


def position(text: str, place: int) -> int:
    """Where character ``place`` of ``text`` stands in Qt's document: it counts in UTF-16, and \\r\\n as one."""
    return len(text[:place].replace("\r\n", "\n").encode("utf-16-le")) // 2


def _selection(cursor: QTextCursor, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = cursor, style
    return mark


def _ground(kind: ItemKind, role: ExcerptRole, theme: Theme) -> str:
    if role is ExcerptRole.CAUSE:
        return theme.warn_ground
    if role is ExcerptRole.MEASURE:
        return theme.good_ground
    return theme.alert_ground if kind is ItemKind.PROBLEM else theme.accent_ground
