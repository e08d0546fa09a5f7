"""Which tasks answer a problem, or which problems a task answers (对应): shown on a button, ticked in its menu."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from tracker.domain.review import DraftReview
from tracker.domain.wording import circled
from tracker.words import _

_LONGEST_TITLE = 30
_ARROW = 44  # pixels for the arrow and the edges


class PartnersButton(QPushButton):
    """``paired`` carries the index of the other entry, and whether they belong together."""

    paired = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("partners")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._review: DraftReview | None = None
        self._index = -1
        self._words = ""
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def minimumSizeHint(self) -> QSize:
        """Narrow: what does not fit stands in the tooltip."""
        return QSize(80, super().minimumSizeHint().height())

    def show_entry(self, review: DraftReview, index: int) -> None:
        """Show the partners of entry ``index``; -1 for none."""
        self._review, self._index = review, index
        places = review.partners(index) if 0 <= index < len(review.entries) else ()
        titles = [f"{circled(place + 1)} {review.entries[place].candidate.title}" for place in places]
        text = titles[0] if len(titles) == 1 else _("、").join(circled(place + 1) for place in places)
        self._words = text or _("没有对应，点此选择")
        self._fit()
        self.setToolTip("\n".join(titles) or _("计划任务对应它要解决的问题，导入时一并记入台账"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Qt neither elides a button's text nor keeps it, aligned left, away from the edge where there is a menu."""
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - _ARROW)
        self.setText("\u2002" + words.replace("&", "&&"))

    def _fill(self) -> None:
        menu, review = self.menu(), self._review
        menu.clear()
        if review is None or self._index < 0:
            return
        own = review.entries[self._index].candidate.kind
        partners = review.partners(self._index)
        for place, entry in enumerate(review.entries):
            if entry.candidate.kind is own:
                continue
            words = _shortened(f"{circled(place + 1)} {entry.candidate.title}").replace("&", "&&")
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(place in partners)
            action.triggered.connect(lambda checked, place=place: self.paired.emit(place, checked))
        if menu.isEmpty():
            menu.addAction(_("这份报告里没有可以对应的事项")).setEnabled(False)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1] + "…"
