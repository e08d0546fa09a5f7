"""The items of earlier reports that a candidate resembles, each with a choice of how they belong together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QWidget

from tracker.domain.links import LinkKind
from tracker.domain.review import Entry
from tracker.domain.similar import Similar, link_kinds
from tracker.gui.widgets.labels import ElidedLabel
from tracker.words import _

_ROWS = 3  # as many as a search finds


class LinksBox(QFrame):
    """Hidden where nothing is similar. ``chosen`` carries the code and the LinkKind, or None for 不关联."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linksBox")
        self.choices: list[QComboBox] = []
        self._labels: list[ElidedLabel] = []
        self._similar: tuple[Similar, ...] = ()
        heading = QLabel(_("与往年事项相似，是否关联？  Ctrl+L"))
        heading.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(heading, 0, 0, 1, 2)
        for row in range(_ROWS):
            label, choice = ElidedLabel(mode=Qt.TextElideMode.ElideRight), QComboBox()
            choice.activated.connect(lambda _index, row=row: self._tell(row))
            grid.addWidget(label, row + 1, 0)
            grid.addWidget(choice, row + 1, 1)
            self._labels.append(label)
            self.choices.append(choice)
        self.hide()

    def show_entry(self, entry: Entry | None) -> None:
        """Show what ``entry`` resembles, and what was said of it."""
        self._similar = entry.similar[:_ROWS] if entry and entry.known_as is None else ()
        for row, (label, choice) in enumerate(zip(self._labels, self.choices, strict=True)):
            label.setVisible(row < len(self._similar))
            choice.setVisible(row < len(self._similar))
            if entry is None or row >= len(self._similar):
                continue
            one = self._similar[row]
            label.setText(f"{one.item.code}  {one.score:.2f}  {one.item.title}")
            label.setToolTip(one.item.text or one.item.title)
            choice.setAccessibleName(_("与 {code} 的关联").format(code=one.item.code))
            choice.clear()
            if not one.decided:
                choice.addItem(_("请选择"))
            choice.addItem(_("不关联"))
            for kind in link_kinds(entry.candidate.kind, one.item.kind):
                choice.addItem(_(kind.word), kind)
            index = choice.findData(one.link) if one.link else 0
            choice.setCurrentIndex(index)
        self.setVisible(bool(self._similar))

    def _tell(self, row: int) -> None:
        choice, one = self.choices[row], self._similar[row]
        if not one.decided and choice.currentIndex() == 0:
            return  # 请选择 is no answer
        value = choice.currentData()  # Qt gives an enumeration back as its bare text
        self.chosen.emit(one.item.code, LinkKind(value) if value else None)
