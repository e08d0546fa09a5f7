"""Paints the table's two-line rows: title over excerpt, owner over people, progress bar, status pill, and headings."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.domain.cards import ItemCard
from tracker.gui.items.editable import is_editable
from tracker.gui.items.item_list import Group, ItemList
from tracker.gui.items.rows import Row
from tracker.gui.items.search_index import Search
from tracker.gui.items.table_columns import CODE, DEADLINE, EVIDENCE, KEYS, OWNER, PERCENT, STATUS, TITLE, table_columns
from tracker.gui.items.table_model import group_figures
from tracker.gui.theme import Theme, Tone
from tracker.gui.widgets.sizes import grown
from tracker.views.columns import BY_KEY

ROW_HEIGHT, HEADING_HEIGHT = 54, 38  # pixels at the usual size of type
_PAD = 10
_BAR_WIDTH, _BAR_HEIGHT = 60, 6
_PILL_HEIGHT = 23
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
_SEARCHED = ("support", "person", "leader")  # plain columns whose words a search looks through
_MOST_KEPT = 20_000

Cell = Callable[[QPainter, QRect, ItemCard, Row], None]


class RowDelegate(QStyledItemDelegate):
    """One painter for all columns; each cell is one lookup and a few calls, so that a page is painted in a blink.

    It reads the lines straight from ``items``: the way through Qt's roles costs as much as the painting of a word.
    """

    def __init__(self, theme: Theme, items: ItemList, parent: QWidget) -> None:
        super().__init__(parent)
        self._items = items
        self._search: Search | None = None
        self._first = QFont(QApplication.font())
        self._second = QFont(self._first)
        self._second.setPointSizeF(self._first.pointSizeF() - 1.5)
        self._bold = QFont(self._first)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._first_metrics, self._second_metrics = QFontMetrics(self._first), QFontMetrics(self._second)
        self._colours = {tone: QColor(theme.text_of(tone)) for tone in Tone}
        self._grounds = {tone: QColor(theme.ground_of(tone)) for tone in Tone}
        self._selection, self._mark = QColor(theme.selection), QColor(theme.mark_ground)
        self._line, self._track, self._side = QColor(theme.line), QColor(theme.track), QColor(theme.side)
        self._focus = QPen(QColor(theme.accent), 1)
        self._pill = grown(_PILL_HEIGHT)
        self._elided: dict[tuple[str, int, bool], str] = {}
        self._marks: dict[tuple[str, int, bool], list[tuple[int, int]]] = {}
        drawn: dict[int, Cell] = {
            CODE: self._code,
            TITLE: self._title,
            OWNER: self._owner,
            DEADLINE: self._deadline,
            PERCENT: self._percent,
            STATUS: self._status,
            EVIDENCE: self._evidence,
        }
        self._cells = [
            drawn.get(n) or self._plain(column.key, column.centred) for n, column in enumerate(table_columns())
        ]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, grown(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card = self._items.lines[index.row()]
        if isinstance(card, Group):
            return  # a heading runs through all columns: the table paints it
        if self._search is not self._items.search:
            self._search = self._items.search
            self._marks.clear()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & _SELECTED:
            painter.fillRect(rect, self._selection)
        column = index.column()
        self._cells[column](painter, rect.adjusted(_PAD, 7, -_PAD, -7), card, self._items.row(card))
        painter.setPen(self._line)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if state & _FOCUSED:
            painter.setPen(self._focus)
            if is_editable(card, KEYS[column]):
                painter.drawRect(rect.adjusted(1, 1, -2, -2))  # as a spreadsheet shows a cell that takes an entry
            else:
                painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())

    def paint_heading(self, painter: QPainter, rect: QRect, group: Group, *, current: bool) -> None:
        """Paint the heading of a group through the whole row."""
        painter.fillRect(rect, self._side)
        painter.setPen(self._line)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        x, y = rect.left() + _PAD + 4, rect.center().y()
        down = [QPoint(x - 4, y - 2), QPoint(x + 4, y - 2), QPoint(x, y + 3)]
        right = [QPoint(x - 2, y - 4), QPoint(x + 3, y), QPoint(x - 2, y + 4)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours[Tone.MUTED])
        painter.drawPolygon(QPolygon(right if group.folded else down))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._bold)
        painter.setPen(self._colours[Tone.PLAIN])
        figures = group_figures(group)
        room = rect.width() - 3 * _PAD - 30 - self._second_metrics.horizontalAdvance(figures)
        metrics = QFontMetrics(self._bold)
        heading = metrics.elidedText(group.heading, Qt.TextElideMode.ElideRight, max(60, room))
        words = rect.adjusted(_PAD + 16, 0, 0, 0)
        painter.drawText(words, _LEFT, heading)
        painter.setFont(self._second)
        painter.setPen(self._colours[Tone.MUTED])
        painter.drawText(words.adjusted(metrics.horizontalAdvance(heading) + 12, 1, 0, 0), _LEFT, figures)
        if current:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def content_width(self, card: ItemCard, column: int) -> int:
        """The width in pixels that a cell needs to show its words whole."""
        row, first, second = self._items.row(card), self._first_metrics, self._second_metrics
        wide, small = first.horizontalAdvance, second.horizontalAdvance
        if column == OWNER:
            words = max(wide(row.lead.text), small(row.people.text))
        elif column == DEADLINE:
            words = max(wide(row.deadline), small(row.remaining.text))
        elif column == STATUS:
            words = small(row.status) + 20
        elif column == PERCENT:
            words = _BAR_WIDTH + 7 + small("100%") - _PAD
        else:
            words = wide(BY_KEY[KEYS[column]].text(card, self._items.today))
        return words + 2 * _PAD + 2

    # -- the cells

    def _code(self, painter: QPainter, rect: QRect, card: ItemCard, row: Row) -> None:
        self._words(painter, rect, row.code, Tone.MUTED, first=True, searched=True)

    def _title(self, painter: QPainter, rect: QRect, card: ItemCard, row: Row) -> None:
        below = self._search.below(card, row) if self._search is not None else row.excerpt
        self._two(painter, rect, row.title, Tone.PLAIN, below, Tone.MUTED, searched=True)

    def _owner(self, painter: QPainter, rect: QRect, card: ItemCard, row: Row) -> None:
        people = row.people
        self._two(painter, rect, row.lead.text, row.lead.tone, people.text, people.tone, searched=bool(card.lead))

    def _deadline(self, painter: QPainter, rect: QRect, card: ItemCard, row: Row) -> None:
        self._two(painter, rect, row.deadline, Tone.PLAIN, row.remaining.text, row.remaining.tone)

    def _percent(self, painter: QPainter, rect: QRect, card: ItemCard, row: Row) -> None:
        top = rect.center().y() - _BAR_HEIGHT // 2 + 1
        width = min(_BAR_WIDTH, rect.width() - 30)
        painter.fillRect(rect.left(), top, width, _BAR_HEIGHT, self._track)
        if row.percent:
            tone = Tone.GOOD if row.percent == 100 else Tone.ACCENT
            painter.fillRect(rect.left(), top, width * row.percent // 100, _BAR_HEIGHT, self._colours[tone])
        beside = rect.adjusted(width + 7, 0, _PAD, 0)
        self._words(painter, beside, f"{row.percent}%", Tone.MUTED, first=False)

    def _status(self, painter: QPainter, rect: QRect, card: ItemCard, row: Row) -> None:
        width = min(self._second_metrics.horizontalAdvance(row.status) + 20, rect.width() + _PAD)
        pill = QRectF(rect.left(), rect.center().y() - self._pill / 2 + 1, width, self._pill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._grounds[row.status_tone])
        painter.drawRoundedRect(pill, self._pill / 2, self._pill / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._second)
        painter.setPen(self._colours[row.status_tone])
        painter.drawText(pill.toRect(), _CENTRE, row.status)

    def _evidence(self, painter: QPainter, rect: QRect, card: ItemCard, row: Row) -> None:
        self._words(painter, rect, row.evidence, Tone.MUTED, first=True)

    def _plain(self, key: str, centred: bool) -> Cell:
        """A column that is not drawn in a way of its own: one line of its text."""
        text, searched, align = BY_KEY[key].text, key in _SEARCHED, _CENTRE if centred else _LEFT

        def cell(painter: QPainter, rect: QRect, card: ItemCard, row: Row) -> None:
            words = text(card, self._items.today)
            if words:
                self._words(painter, rect, words, Tone.PLAIN, first=True, searched=searched, align=align)

        return cell

    # -- the strokes

    def _two(
        self,
        painter: QPainter,
        rect: QRect,
        above: str,
        tone: Tone,
        below: str,
        below_tone: Tone,
        *,
        searched: bool = False,
    ) -> None:
        if not below:
            self._words(painter, rect, above, tone, first=True, searched=searched)
            return
        half = rect.height() // 2 + 1
        upper = QRect(rect.left(), rect.top(), rect.width(), half)
        self._words(painter, upper, above, tone, first=True, searched=searched)
        lower = QRect(rect.left(), rect.top() + half, rect.width(), rect.height() - half)
        self._words(painter, lower, below, below_tone, first=False, searched=searched)

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        tone: Tone,
        *,
        first: bool,
        searched: bool = False,
        align: int = _LEFT,
    ) -> None:
        key = (text, rect.width(), first)
        shown = self._elided.get(key)
        if shown is None:
            metrics = self._first_metrics if first else self._second_metrics
            if len(self._elided) > _MOST_KEPT:
                self._elided.clear()  # widths change while a column is dragged
            shown = self._elided[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        if searched and self._search is not None:
            self._ground(painter, rect, key, shown)
        painter.setFont(self._first if first else self._second)
        painter.setPen(self._colours[tone])
        painter.drawText(rect, align, shown)

    def _ground(self, painter: QPainter, rect: QRect, key: tuple[str, int, bool], shown: str) -> None:
        """The ground of what a search found in words that stand at the left; in what is cut off, the dots have it."""
        marks = self._marks.get(key)
        metrics = self._first_metrics if key[2] else self._second_metrics
        if marks is None:
            assert self._search is not None
            last = len(shown)
            ends = [(min(start, last - 1), min(end, last)) for start, end in self._search.marked(key[0]).spans]
            width = metrics.horizontalAdvance
            marks = [(width(shown[:start]), width(shown[:end])) for start, end in ends]
            if len(self._marks) > _MOST_KEPT:
                self._marks.clear()
            self._marks[key] = marks
        top = rect.center().y() - metrics.height() // 2 + 1
        for left, right in marks:
            painter.fillRect(rect.left() + left, top, right - left, metrics.height(), self._mark)
