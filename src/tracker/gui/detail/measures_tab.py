"""措施: the steps towards the end of an item, ticked, edited and ordered."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from tracker.domain.cards import ItemDetail
from tracker.domain.lights import SOON_DAYS
from tracker.domain.measures import Measure
from tracker.domain.people import Person, Unit
from tracker.gui.detail.measure_dialog import MeasureDialog
from tracker.gui.detail.tab import Tab
from tracker.gui.theme import Theme, Tone
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.entry_list import Entry, EntryList
from tracker.gui.widgets.labels import muted
from tracker.operations.measures import DropMeasure, EditMeasure, OrderMeasures
from tracker.words import _


class MeasuresTab(Tab):
    """Space ticks, Enter edits, Del takes out, Alt with the arrows moves."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.today = today
        self._units: Sequence[Unit] = ()
        self._people: Sequence[Person] = ()
        self.list = EntryList(theme, _("整改措施"))
        self.list.toggled.connect(self._tick)
        self.list.opened.connect(self._edit)
        self.list.deleted.connect(self._drop)
        self.list.current_changed.connect(lambda _key: self._enable())
        self.empty = muted(_("还没有措施。把整改分成几步，每一步可以有自己的责任人和时限。"), wrap=True)
        self.add = button(_("添加措施…"), self._add)
        self.change = button(_("修改…"), lambda: self._edit(self.list.current_key()))
        self.up = button("↑", lambda: self._move(-1), tip=_("上移（Alt+↑）"))
        self.down = button("↓", lambda: self._move(1), tip=_("下移（Alt+↓）"))
        self.up.setAccessibleName(_("上移"))
        self.down.setAccessibleName(_("下移"))
        self.drop = button(_("删除"), lambda: self._drop(self.list.current_key()))
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self._move(step))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addLayout(row_of(self.add, self.change, self.up, self.down, None, self.drop, spacing=6))

    def caption(self, detail: ItemDetail) -> str:
        done, whole = sum(measure.done for measure in detail.measures), len(detail.measures)
        return _("措施 {done}/{whole}").format(done=done, whole=whole) if whole else _("措施")

    def know(self, units: Sequence[Unit], people: Sequence[Person]) -> None:
        """Who can answer for a measure."""
        self._units, self._people = units, people

    def show_detail(self, detail: ItemDetail) -> None:
        super().show_detail(detail)
        self.list.show_entries([self._entry(n, measure) for n, measure in enumerate(detail.measures, 1)])
        self.empty.setVisible(not detail.measures)
        self.list.setVisible(bool(detail.measures))
        self._enable()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.setStretch(0, 0 if detail.measures else 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _entry(self, number: int, measure: Measure) -> Entry:
        unit = next((unit.name for unit in self._units if unit.id == measure.unit_id), "")
        person = next((person.name for person in self._people if person.id == measure.person_id), "")
        tone = Tone.MUTED
        day = measure.deadline.isoformat() if measure.deadline else measure.deadline_text
        if measure.done:
            day = _("{day} 完成").format(day=measure.done_on.isoformat() if measure.done_on else "").strip()
        elif measure.deadline and measure.deadline < self.today:
            day, tone = _("{day} 已逾期").format(day=day), Tone.ALERT
        elif measure.deadline and (measure.deadline - self.today).days <= SOON_DAYS:
            tone = Tone.WARN
        words = " · ".join(part for part in (unit, person, day) if part)
        return Entry(measure.id, f"{number}. {measure.text}", words, ticked=measure.done, detail_tone=tone)

    def _measure(self, key: int) -> Measure | None:
        measures = self.detail.measures if self.detail else ()
        return next((measure for measure in measures if measure.id == key), None)

    def _enable(self) -> None:
        chosen = self.editable and bool(self.list.current_key())
        self.add.setEnabled(self.editable)
        for widget in (self.change, self.up, self.down, self.drop):
            widget.setEnabled(chosen)

    # -- asking

    def _tick(self, key: int, on: bool) -> None:
        self.requested.emit(EditMeasure(key, {"done": on}))

    def _add(self) -> None:
        if self.detail is not None:
            self.open_dialog(MeasureDialog(self, self.detail.item.id, None, self._units, self._people))

    def _edit(self, key: int) -> None:
        measure = self._measure(key)
        if measure is not None and self.editable:
            self.open_dialog(MeasureDialog(self, measure.item_id, measure, self._units, self._people))

    def _drop(self, key: int) -> None:
        if key and self.editable:
            self.requested.emit(DropMeasure(key))

    def _move(self, step: int) -> None:
        if self.detail is None or not self.editable:
            return
        keys = [measure.id for measure in self.detail.measures]
        key = self.list.current_key()
        if key not in keys or not 0 <= keys.index(key) + step < len(keys):
            return
        at = keys.index(key)
        keys[at], keys[at + step] = keys[at + step], keys[at]
        self.requested.emit(OrderMeasures(self.detail.item.id, tuple(keys)))
