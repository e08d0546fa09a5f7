"""The bar below the header of the import review: what the whole report still needs, each part a way to its place."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from tracker.domain.gaps import Gap, Place, gaps, places
from tracker.domain.kinds import ItemKind
from tracker.domain.review import Decision, DraftReview
from tracker.gui.theme import Theme
from tracker.words import _


class Notice(QLabel):
    """``chosen`` carries the domain.gaps.Place that a person wants to go to, by mouse or by key."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewNotice")
        self.setAccessibleName(_("缺口检查"))
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._theme = theme
        self._gaps: list[Gap] = []
        self._at: Place | None = None  # where one was led last
        self.linkActivated.connect(self._follow)

    def show_review(self, review: DraftReview) -> None:
        """Say how the review stands, and its gaps as links."""
        self._gaps = gaps(review)
        words, tone = _standing(review)
        links = [
            f'<a href="{place}" style="color: {self._theme.warn}">{escape(gap.words)}</a>'
            for place, gap in enumerate(self._gaps)
        ]
        if links:
            listed = _("缺口检查（F8）：") + _("　｜　").join(links)
            words, tone = (f"{words}　{listed}" if words else listed), "warn"
            self.setToolTip(_("点一处转到原文；F8 依次转到各处，Shift+F8 转回"))
        else:
            self.setToolTip("")
        self.say(words, tone)

    def say(self, words: str, tone: str) -> None:
        """Show ``words`` (rich text) in ``tone``: plain, warn or alert. Nothing hides the bar."""
        self.setText(words)
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(bool(words))

    @property
    def can_step(self) -> bool:
        """Whether there is a gap to go to."""
        return bool(self._gaps)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place, round and round."""
        found = places(self._gaps)
        if not found:
            return
        start = found.index(self._at) if self._at in found else (-1 if by > 0 else 0)
        self._go(found[(start + by) % len(found)])

    def _follow(self, link: str) -> None:
        """To the first place of a gap; each further click to the next one of the same gap."""
        found = [place for place in places(self._gaps) if place.gap == int(link)]
        start = found.index(self._at) if self._at in found else -1
        self._go(found[(start + 1) % len(found)])

    def _go(self, place: Place) -> None:
        self._at = place
        self.chosen.emit(place)


def summary(review: DraftReview) -> str:
    """The line below the title: what was read, how far one is, what the ledger has already."""
    decided = review.count(Decision.ACCEPTED) + review.count(Decision.REJECTED)
    parts = [
        _("读出 {problems} 项问题、{tasks} 项计划任务").format(
            problems=review.count_kind(ItemKind.PROBLEM), tasks=review.count_kind(ItemKind.COMMITMENT)
        )
    ]
    if total := len(review.entries) - review.known:
        parts.append(_("已核对 {decided} / {total}").format(decided=decided, total=total))
    if review.known:
        parts.append(_("{number} 项与台账中已有事项相同").format(number=review.known))
    if similar := sum(bool(entry.similar) for entry in review.entries):
        parts.append(_("{number} 项与往年事项相似").format(number=similar))
    return "　·　".join(parts)


def _standing(review: DraftReview) -> tuple[str, str]:
    """How the review as a whole stands, where that is worth a sentence, and its tone."""
    if not review.entries:
        return (
            _("没有从这份报告里读出问题或计划任务。请在原文里选中一段话，再按“设为问题”或“设为任务”补充。"),
            "warn",
        )
    if review.is_all_known:
        return _("这份报告已经在台账里，没有新的事项。"), "plain"
    if review.count(Decision.OPEN):
        return "", "plain"
    if not review.count(Decision.ACCEPTED):
        return _("全部核对完毕，没有采用任何事项：可以取消，也可以改变主意。"), "plain"
    return _("全部核对完毕，按 Ctrl+Enter 写入台账。"), "plain"
