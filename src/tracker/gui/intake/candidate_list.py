"""The candidates as cards in a list that stays smooth with hundreds of them."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.domain.kinds import ItemKind
from tracker.domain.review import DraftReview
from tracker.gui.intake.cards import Card, cards
from tracker.gui.intake.looks import ink
from tracker.gui.theme import Theme, Tone
from tracker.words import _

_Index = QModelIndex | QPersistentModelIndex
_CARD = Qt.ItemDataRole.UserRole
_GAP = 8  # below each card
_PAD = 12
_STRIPE = 4


class CardModel(QAbstractListModel):
    """An adapter over finished cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._review: DraftReview | None = None

    def show(self, review: DraftReview) -> None:
        """Take the cards of ``review``; where their number stays, only those that differ are redrawn."""
        if review is self._review:
            return
        self._review, fresh = review, cards(review)
        if len(fresh) != len(self._cards):
            self.beginResetModel()
            self._cards = fresh
            self.endResetModel()
            return
        old, self._cards = self._cards, fresh
        for row, (before, after) in enumerate(zip(old, fresh, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == _CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return card.spoken
        return None


class CardDelegate(QStyledItemDelegate):
    """Paints a card: a stripe and a word for its state, two lines of words, a frame for the current one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lit = -1  # the card that is pointed at, here or in the source

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(200, 2 * line + 2 * _PAD - 2 + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card: Card = index.data(_CARD)
        theme = self._theme
        rect: QRect = option.rect.adjusted(0, 0, 0, -_GAP)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        lit = index.row() == self.lit
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = theme.accent if current else theme.text_of(_tone_of(card)) if lit else theme.line
        painter.setPen(QPen(QColor(edge), 1.4 if current or lit else 1))
        painter.setBrush(QColor(theme.selection if current else theme.side if card.off else theme.window))
        painter.drawRoundedRect(frame, 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.border if card.state_tone is Tone.MUTED else theme.text_of(card.state_tone)))
        stripe = frame.adjusted(1, 1, 0, -1)
        stripe.setWidth(_STRIPE)
        painter.drawRoundedRect(stripe, 2, 2)
        inner = rect.adjusted(_PAD + _STRIPE, _PAD - 3, -_PAD, -(_PAD - 3))
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(inner.height() // 2)
        lower.setTop(upper.bottom() + 1)
        self._line(painter, option, upper, f"{card.number} {card.title}", card.kind_words, card=card, first=True)
        self._line(painter, option, lower, card.details, card.state, card=card, first=False)
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        left: str,
        right: str,
        *,
        card: Card,
        first: bool,
    ) -> None:
        """``right`` whole at the edge, ``left`` elided before it."""
        theme = self._theme
        font = QFont(option.font)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.9)
        font.setBold(first)
        font.setStrikeOut(first and card.off)
        painter.setFont(small)
        width = painter.fontMetrics().horizontalAdvance(right)
        painter.setPen(QColor(ink(card.kind, theme) if first and not card.off else theme.text_of(card.state_tone)))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), right)
        painter.setFont(font if first else small)
        plain = theme.muted if card.off else theme.text
        painter.setPen(QColor(plain if first else theme.text_of(card.details_tone)))
        words = painter.fontMetrics().elidedText(left, Qt.TextElideMode.ElideRight, rect.width() - width - 10)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)


def _tone_of(card: Card) -> Tone:
    return Tone.ALERT if card.kind is ItemKind.PROBLEM else Tone.ACCENT


class CandidateList(QListView):
    """``chosen`` tells the index of the card that a person went to, ``pointed`` that under the mouse (-1 for none)."""

    chosen = Signal(int)
    pointed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("candidateList")
        self.setAccessibleName(_("候选事项"))
        self._theme = theme
        self.cards = CardModel(self)
        self.setModel(self.cards)
        self._delegate = CardDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)
        self.entered.connect(lambda index: self.pointed.emit(index.row()))
        self.viewportEntered.connect(lambda: self.pointed.emit(-1))

    def show_review(self, review: DraftReview, current: int) -> None:
        """Show the cards of ``review`` with entry ``current`` marked."""
        self.cards.show(review)
        self.go(current)

    def go(self, current: int) -> None:
        """Mark card ``current`` and bring it into sight."""
        index = self.cards.index(current)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def light(self, index: int) -> None:
        """Frame the card whose words are pointed at in the source; -1 for none."""
        former, self._delegate.lit = self._delegate.lit, index
        for row in {former, index} - {-1}:
            self.update(self.cards.index(row))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(-1)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.cards.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.muted))
        words = _("没有候选事项")
        painter.drawText(self.viewport().rect().adjusted(0, 24, 0, 0), int(Qt.AlignmentFlag.AlignHCenter), words)
        painter.end()
