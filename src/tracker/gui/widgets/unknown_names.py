"""The quiet line beneath an entry of names that the list does not have: it says so, and offers what was meant."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tracker.domain import pinyin
from tracker.domain.names import nearest
from tracker.gui.widgets.names_edit import NamesEdit
from tracker.words import _

_KEEP = "keep"


class UnknownNames(QLabel):
    """``replaced`` carries (what was typed, the known name taken instead). Its links are reached by Tab too."""

    replaced = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "muted")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._follow)
        self._meant: dict[str, tuple[str, str]] = {}
        self.hide()

    def tell(self, unknown: Sequence[str], retired: Sequence[str], known: Sequence[str], *, saved: bool) -> None:
        """Say which names are new or retired; ``saved`` when they are in the list by now. Hides where none is."""
        self._meant.clear()
        news = _("“{name}”不在名单中，已加入。") if saved else _("“{name}”不在名单中，保存时加入。")
        lines = [self._line(news.format(name=name), name, known) for name in unknown]
        old = _("“{name}”已停用，仍照写的保存。")
        lines += [self._line(old.format(name=name), name, known) for name in retired]
        seen = _link(_KEEP, _("知道了"))
        self.setText("<br>".join(lines) + (f" &nbsp;{seen}" if saved else ""))
        self.setVisible(bool(lines))

    def offered(self) -> list[tuple[str, str]]:
        """What the links would replace, and by what."""
        return list(self._meant.values())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(event.reason() is Qt.FocusReason.TabFocusReason)  # onto a link at once

    def _line(self, words: str, name: str, known: Sequence[str]) -> str:
        parts = [escape(words)]
        for other in nearest(name, known, by_sound=pinyin.ready()):
            link = f"take{len(self._meant)}"
            self._meant[link] = (name, other)
            parts.append(_link(link, _("改为“{name}”").format(name=other)))
        return " &nbsp;".join(parts)

    def _follow(self, link: str) -> None:
        self.hide()
        if link != _KEEP:
            self.replaced.emit(*self._meant[link])


class NamesEntry(QWidget):
    """An entry of names for dialogs: what is unknown is told when the line is left, and added when it is saved."""

    def __init__(self, names: Sequence[str] = ()) -> None:
        super().__init__()
        self.edit = NamesEdit()
        self.edit.setText("、".join(names))
        self.news = UnknownNames()
        self.edit.editingFinished.connect(self._look)
        self.news.replaced.connect(self._replace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self.news)
        self.setFocusProxy(self.edit)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's own, which forms call
        self.edit.setAccessibleName(name)

    def names(self) -> tuple[str, ...]:
        """The names that stand in the line."""
        return self.edit.names()

    def name(self) -> str:
        """The one name that stands in the line; several stay together, for whoever saves them to refuse."""
        return "、".join(self.names())

    def _look(self) -> None:
        retired = [name for name in self.names() if name in self.edit.retired]
        self.news.tell(self.edit.unknown(), retired, self.edit.known, saved=False)

    def _replace(self, name: str, other: str) -> None:
        self.edit.replace(name, other)
        self._look()


def _link(target: str, words: str) -> str:
    return f'<a href="{target}">{escape(words)}</a>'
