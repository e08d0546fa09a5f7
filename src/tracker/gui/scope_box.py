"""Which year of work, and whose reports, the whole window shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from tracker.words import _


class ScopeBox(QWidget):
    """``changed`` carries the year of work and the organisation, None for all.

    A year of work is that of its plan; the problems are those of the report of the year before.
    """

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.year = _combo(_("年度"), _("选定年度：当年的计划、上一年报告的问题，以及结转到当年仍要办的事项"))
        self.organisation = _combo(_("报告单位"), _("只看一个单位的报告"))
        self.organisation.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.year)
        column.addWidget(self.organisation)
        self.year.addItem(_("全部年度"), None)
        self.organisation.addItem(_("全部单位"), None)
        for combo in (self.year, self.organisation):
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit(*self.chosen()))

    def chosen(self) -> tuple[int | None, str | None]:
        """The year of work and the organisation; None for all."""
        return self.year.currentData(), self.organisation.currentData()

    def offer(self, years: Sequence[int], organisations: Sequence[str]) -> None:
        """Offer ``years`` of work, the latest first, and ``organisations``; the choice stays where it can."""
        _fill(self.year, [(_("{year} 年度（{before} 年报告）").format(year=y, before=y - 1), y) for y in years])
        _fill(self.organisation, [(name, name) for name in organisations])
        self.organisation.setVisible(len(organisations) > 1)

    def choose(self, year: int | None) -> None:
        """Choose a year, as by hand."""
        self.year.setCurrentIndex(max(0, self.year.findData(year)))

    def clear(self) -> None:
        """Choose everything again."""
        self.year.setCurrentIndex(0)
        self.organisation.setCurrentIndex(0)


def _combo(name: str, tip: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(tip)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def _fill(combo: QComboBox, entries: Sequence[tuple[str, object]]) -> None:
    if [combo.itemData(n) for n in range(1, combo.count())] == [value for _words, value in entries]:
        return
    chosen = combo.currentData()
    combo.blockSignals(True)
    while combo.count() > 1:
        combo.removeItem(1)
    for words, value in entries:
        combo.addItem(words, value)
    place = max(0, combo.findData(chosen))
    combo.setCurrentIndex(place)
    combo.blockSignals(False)
    if chosen is not None and place == 0:  # what was shown is gone; whoever listens must hear of it
        combo.currentIndexChanged.emit(0)
