"""What the other tabs hold, in short, for the overview: measures to tick, links to follow, the latest progress."""

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tracker.domain.cards import ItemDetail, LinkedItem
from tracker.domain.measures import Measure
from tracker.gui.detail.links_tab import relation
from tracker.gui.detail.measures_tab import day_words
from tracker.gui.theme import Theme
from tracker.gui.widgets.entry_list import Entry, EntryList
from tracker.operations.measures import EditMeasure
from tracker.words import _

_MOST = 8  # measures that stand in the overview; more are told as a number
_NOTE = 160  # characters of the latest note


class LinkLabel(QLabel):
    """Words with links in them, which wrap; Tab goes from link to link."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAccessibleName(name)
        self.setContentsMargins(7, 4, 0, 0)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )


class MeasuresBrief(QWidget):
    """``requested`` carries the operation of a tick; ``more_wanted`` asks for the tab."""

    requested = Signal(object)
    more_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = EntryList(theme, _("整改措施"), compact=True)
        self.list.toggled.connect(lambda key, on: self.requested.emit(EditMeasure(key, {"done": on})))
        self.list.opened.connect(lambda _key: self.more_wanted.emit())
        self.more = LinkLabel(_("全部措施"))
        self.more.linkActivated.connect(lambda _target: self.more_wanted.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.more)

    def show_measures(self, measures: Sequence[Measure], today: date, *, editable: bool) -> None:
        """Show the first of them, with how each stands to ``today``."""
        entries = []
        for number, measure in enumerate(measures[:_MOST], 1):
            _words, tone = day_words(measure, today)
            day = (measure.done_on if measure.done else None) or measure.deadline
            entries.append(
                Entry(
                    measure.id, f"{number}. {measure.text}", day.isoformat() if day else "",
                    ticked=measure.done, detail_tone=tone,
                )
            )  # fmt: skip
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self.list.setEnabled(editable)
        words = _("共 {n} 项措施 ›").format(n=len(measures)) if len(measures) > _MOST else ""
        if not measures and editable:
            words = _("添加措施 ›")
        self.more.setText(_link("measures", words) if words else "" if measures else "—")
        self.more.setVisible(bool(self.more.text()))


class LinksBrief(LinkLabel):
    """``go_wanted`` carries an item."""

    go_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("关联事项"))
        self.linkActivated.connect(lambda target: self.go_wanted.emit(int(target)))

    def show_links(self, links: Sequence[LinkedItem]) -> None:
        """Show each link as a line."""
        lines = [
            _("{what}：{words}").format(
                what=escape(relation(link)), words=_link(str(link.item_id), f"{link.code} {link.title}")
            )
            for link in links
        ]
        self.setText("<br>".join(lines))


class NoteBrief(LinkLabel):
    """The latest note; ``more_wanted`` asks for the tab."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("最近进展"))
        self.linkActivated.connect(lambda _target: self.more_wanted.emit())

    def show_detail(self, detail: ItemDetail, *, editable: bool) -> None:
        """Show the day and the words of the latest note of an item."""
        if not detail.notes:
            self.setText(_link("notes", _("登记进展 ›")) if editable else "—")
            return
        note = detail.notes[-1]
        text = " ".join(note.text.split())
        text = text if len(text) <= _NOTE else f"{text[: _NOTE - 1]}…"
        percent = f" {note.percent}%" if note.percent is not None else ""
        more = _("全部 {n} 条 ›").format(n=len(detail.notes)) if len(detail.notes) > 1 else ""
        self.setText(
            f"{note.noted_on:%Y-%m-%d}{percent}　{escape(text)}" + (f"　{_link('notes', more)}" if more else "")
        )


def _link(target: str, words: str) -> str:
    return f'<a href="{target}" style="text-decoration: none">{escape(words)}</a>'
