"""措施: the steps towards the end of an item, ticked, edited and ordered."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout

from tracker.domain.cards import ItemDetail
from tracker.domain.lights import SOON_DAYS
from tracker.domain.measures import Measure
from tracker.domain.people import Person, Unit
from tracker.errors import UserError
from tracker.gui.detail.measure_dialog import MeasureDialog
from tracker.gui.detail.tab import Tab
from tracker.gui.theme import Theme, Tone
from tracker.gui.widgets.buttons import button
from tracker.gui.widgets.entry_list import Entry, EntryList
from tracker.gui.widgets.flow import Flow
from tracker.gui.widgets.labels import muted
from tracker.operations.measures import AddMeasure, DropMeasure, EditMeasure, OrderMeasures
from tracker.words import _


class MeasuresTab(Tab):
    """Space ticks, Enter edits, Del takes out, the mouse or Alt with the arrows moves; the line below adds."""

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
        self.list.let_move()
        self.list.moved.connect(self._move_to)
        self.list.setToolTip(_("拖动可以调整次序"))
        self.empty = muted(_("还没有措施。把整改分成几步，每一步可以有自己的责任人和时限。"), wrap=True)
        self.refusal = QLabel()
        self.refusal.setProperty("kind", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.quick = QLineEdit()
        self.quick.setPlaceholderText(_("添加措施，回车保存"))
        self.quick.setAccessibleName(_("添加措施，回车保存"))
        self.quick.returnPressed.connect(self.commit)
        self.quick.textEdited.connect(lambda _text: self.refusal.hide())
        self._quick_asked = False
        self.add = button(_("添加…"), self._add, tip=_("添加带责任人和时限的措施"))
        self.change = button(_("修改…"), lambda: self._edit(self.list.current_key()))
        self.up = button("↑", lambda: self._move(-1), tip=_("上移（Alt+↑）"))
        self.down = button("↓", lambda: self._move(1), tip=_("下移（Alt+↓）"))
        self.up.setAccessibleName(_("上移"))
        self.down.setAccessibleName(_("下移"))
        self.drop = button(_("删除"), lambda: self._drop(self.list.current_key()), tip=_("可以撤销"))
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self._move(step))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(8)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.quick)
        column.addWidget(self.refusal)
        acts = Flow(gap=6)
        acts.flow([self.add, self.change, self.up, self.down, self.drop])
        column.addWidget(acts)

    def caption(self, detail: ItemDetail) -> str:
        done, whole = sum(measure.done for measure in detail.measures), len(detail.measures)
        return _("措施 {done}/{whole}").format(done=done, whole=whole) if whole else _("措施")

    def know(self, units: Sequence[Unit], people: Sequence[Person]) -> None:
        """Who can answer for a measure."""
        self._units, self._people = units, people

    def show_detail(self, detail: ItemDetail) -> None:
        if self.detail is None or self.detail.item.id != detail.item.id:
            self.quick.clear()  # what could be saved was, when the item was left
            self.refusal.hide()
        super().show_detail(detail)
        self.list.show_entries([self._entry(n, measure) for n, measure in enumerate(detail.measures, 1)])
        self.empty.setVisible(not detail.measures)
        self.list.setVisible(bool(detail.measures))
        self._enable()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.setStretch(0, 0 if detail.measures else 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)

    def compose(self) -> None:
        """Put the cursor where the next measure is written."""
        self.quick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self, number: int, measure: Measure) -> Entry:
        unit = next((unit.name for unit in self._units if unit.id == measure.unit_id), "")
        person = next((person.name for person in self._people if person.id == measure.person_id), "")
        day, tone = day_words(measure, self.today)
        words = " · ".join(part for part in (unit, person, day) if part)
        return Entry(measure.id, f"{number}. {measure.text}", words, ticked=measure.done, detail_tone=tone)

    def _measure(self, key: int) -> Measure | None:
        measures = self.detail.measures if self.detail else ()
        return next((measure for measure in measures if measure.id == key), None)

    def _enable(self) -> None:
        chosen = self.editable and bool(self.list.current_key())
        self.add.setEnabled(self.editable)
        self.quick.setEnabled(self.editable)
        for widget in (self.change, self.up, self.down, self.drop):
            widget.setEnabled(chosen)

    # -- asking

    def commit(self) -> None:
        words = self.quick.text().strip()
        if not words or self.detail is None or not self.editable or not self.refusal.isHidden():
            return
        self._quick_asked = True
        self.requested.emit(AddMeasure(Measure.entered(item_id=self.detail.item.id, text=words)))
        self._quick_asked = False
        if self.refusal.isHidden():
            self.quick.clear()
            self.list.scrollToBottom()

    def refuse(self, error: UserError) -> bool:
        if super().refuse(error):
            return True
        if self._quick_asked:
            self.refusal.setText(str(error))
            self.refusal.show()
        return self._quick_asked

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
        keys = [measure.id for measure in self.detail.measures] if self.detail else []
        key = self.list.current_key()
        if key in keys and 0 <= keys.index(key) + step < len(keys):
            self._move_to(key, keys.index(key) + step)

    def _move_to(self, key: int, row: int) -> None:
        if self.detail is None or not self.editable:
            return
        keys = [measure.id for measure in self.detail.measures if measure.id != key]
        keys.insert(row, key)
        self.requested.emit(OrderMeasures(self.detail.item.id, tuple(keys)))


def day_words(measure: Measure, today: date) -> tuple[str, Tone]:
    """When a measure was done or must be, and how urgent that is."""
    day = measure.deadline.isoformat() if measure.deadline else measure.deadline_text
    if measure.done:
        done_on = measure.done_on.isoformat() if measure.done_on else ""
        return _("{day} 完成").format(day=done_on).strip(), Tone.MUTED
    if measure.deadline and measure.deadline < today:
        return _("{day} 已逾期").format(day=day), Tone.ALERT
    if measure.deadline and (measure.deadline - today).days <= SOON_DAYS:
        return day, Tone.WARN
    return day, Tone.MUTED
