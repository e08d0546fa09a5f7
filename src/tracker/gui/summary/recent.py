"""最近动态: what was last done, as sentences that lead to their items."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from tracker.domain import deeds
from tracker.domain.journal import Record
from tracker.gui.theme import Theme
from tracker.gui.widgets.page_text import PageText
from tracker.views.timeline import Names, sentences
from tracker.words import _

_STEPS, _LINES = 5, 2


class Recent(PageText):
    """As high as its words. ``item_wanted`` carries the id of an item whose code was followed."""

    item_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("最近动态"))
        self._told: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.followed.connect(self._go)

    def show_records(self, records: Sequence[Record], names: Names, today: date) -> None:
        """Show the newest of ``records``; ``names`` gives the codes of items."""
        shown = tuple(records[:_STEPS])
        if (shown, today) == self._told:
            return
        self._told = (shown, today)
        told = "".join(_paragraph(record, names, today) for record in shown)
        self.show_html(told or f'<p class="muted">{escape(_("还没有操作记录。"))}</p>')
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(int(self.document().size().height()) + 4)

    def _go(self, target: str) -> None:
        kind, _colon, number = target.partition(":")
        if kind == "item":
            self.item_wanted.emit(int(number))


def _paragraph(record: Record, names: Names, today: date) -> str:
    step = record.step
    head = f'<span class="muted">{escape(when(step.at.astimezone(), today))}&nbsp; {escape(step.actor)}</span>'
    lines = sentences(record, names)
    rest = _("；").join(lines[:_LINES]) + (_(" 等 {n} 处").format(n=len(lines)) if len(lines) > _LINES else "")
    body = f'<div class="muted">{escape(rest)}</div>' if rest and rest != deeds.told(step.words) else ""
    return f'<p style="margin: 7px 0 1px 0">{head}</p><div class="plain">{linked(record, names)}</div>{body}'


def linked(record: Record, names: Names) -> str:
    """The words of a step as HTML: the code of each item it touched leads there."""
    html = escape(deeds.told(record.step.words))
    touched = dict.fromkeys(change.item_id for change in record.changes if change.item_id)
    for item_id in touched:
        code = names.get(("item", item_id))
        if code and escape(code) in html:
            html = html.replace(escape(code), f'<a href="item:{item_id}">{escape(code)}</a>', 1)
    if len(touched) == 1 and "<a " not in html:  # words without a code, of one item
        (item_id,) = touched
        code = names.get(("item", item_id))
        html += f'&nbsp; <a href="item:{item_id}">{escape(code)}</a>' if code else ""
    return html


def when(moment: datetime, today: date) -> str:
    """今天 09:00, 昨天 16:30, else the day; of this year without the year."""
    days = (today - moment.date()).days
    clock = moment.strftime("%H:%M")
    if days == 0:
        return _("今天 {clock}").format(clock=clock)
    if days == 1:
        return _("昨天 {clock}").format(clock=clock)
    return moment.strftime("%m-%d %H:%M" if moment.year == today.year else "%Y-%m-%d")
