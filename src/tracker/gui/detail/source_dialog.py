"""在原文中查看: the report's text with the item's words highlighted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from tracker.domain.cards import ItemDetail
from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind
from tracker.domain.reports import Excerpt, ExcerptRole, Report
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import heading, muted
from tracker.ledger import Ledger
from tracker.words import _


def open_source(parent: QWidget, theme: Theme, ledger: Ledger, detail: ItemDetail | None) -> "SourceDialog | None":
    """Show the words of ``detail`` in their report; None for an item that came from no report."""
    report = ledger.ask.report(detail.excerpts[0].report_id) if detail is not None and detail.excerpts else None
    if detail is None or report is None:
        return None
    dialog = SourceDialog(parent, theme, report, detail.item, detail.excerpts)
    dialog.open()
    return dialog


class SourceDialog(QDialog):
    """Read-only; opens at the item's own words."""

    def __init__(self, parent: QWidget, theme: Theme, report: Report, item: Item, excerpts: Sequence[Excerpt]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("原文：{title}").format(title=report.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 680)
        self.text = QPlainTextEdit(report.text)
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "source")
        self.text.setAccessibleName(_("报告原文"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        own = [excerpt for excerpt in excerpts if excerpt.report_id == report.id]
        self.text.setExtraSelections([self._marked(report.text, e, item.kind, theme) for e in own])
        places = [excerpt for excerpt in own if excerpt.role is ExcerptRole.STATEMENT] or own
        section = "　".join(dict.fromkeys(place.section for place in places if place.section))
        pages = sorted({place.page for place in places if place.page})
        where = section + (_("　第 {n} 页").format(n=pages[0]) if pages else "")
        legend = QLabel(
            " ".join(
                f'<span style="background:{colour}">&nbsp;{word}&nbsp;</span>&nbsp;'
                for colour, word in _legend(item.kind, theme)
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        column.addWidget(heading(report.title))
        column.addLayout(row_of(muted(f"{item.code}　{where}"), None, legend))
        column.addWidget(self.text, 1)
        column.addLayout(row_of(None, button(_("关闭"), self.accept, kind="")))
        self._start = min((place.start for place in places), default=0)
        self._source = report.text
        QTimer.singleShot(0, self, self.scroll_there)

    def scroll_there(self) -> None:
        """Bring the item's words into the middle of the view."""
        cursor = self.text.textCursor()
        cursor.setPosition(position(self._source, self._start))
        self.text.setTextCursor(cursor)
        self.text.centerCursor()

    def _marked(self, text: str, excerpt: Excerpt, kind: ItemKind, theme: Theme) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.text.document())
        last = self.text.document().characterCount() - 1
        cursor.setPosition(min(last, position(text, excerpt.start)))
        cursor.setPosition(min(last, position(text, excerpt.end)), QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        style.setBackground(QColor(_ground(kind, excerpt.role, theme)))
        mark.cursor, mark.format = cursor, style
        return mark


def position(text: str, place: int) -> int:
    """Where character ``place`` of ``text`` stands in Qt's document: it counts in UTF-16, and \\r\\n as one."""
    return len(text[:place].replace("\r\n", "\n").encode("utf-16-le")) // 2


def _ground(kind: ItemKind, role: ExcerptRole, theme: Theme) -> str:
    if role is ExcerptRole.CAUSE:
        return theme.warn_ground
    if role is ExcerptRole.MEASURE:
        return theme.good_ground
    return theme.alert_ground if kind is ItemKind.PROBLEM else theme.accent_ground


def _legend(kind: ItemKind, theme: Theme) -> list[tuple[str, str]]:
    words = {
        ExcerptRole.STATEMENT: _("问题") if kind is ItemKind.PROBLEM else _("任务"),
        ExcerptRole.CAUSE: _("原因"),
        ExcerptRole.MEASURE: _("措施"),
    }
    return [(_ground(kind, role, theme), word) for role, word in words.items()]
