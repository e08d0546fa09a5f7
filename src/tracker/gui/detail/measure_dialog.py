"""The dialog that adds or changes a measure."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from tracker.domain.measures import Measure
from tracker.domain.people import Person, Unit
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.widgets.day_edit import DayEdit
from tracker.operations.measures import AddMeasure, EditMeasure
from tracker.operations.operation import Operation
from tracker.words import _


class MeasureDialog(OperationDialog):
    """``measure`` None adds one to the item of ``item_id``."""

    def __init__(
        self, parent: QWidget, item_id: int, measure: Measure | None, units: Sequence[Unit], people: Sequence[Person]
    ) -> None:
        title = _("修改措施") if measure else _("添加措施")
        words = _("单位、责任人和时限与事项相同的，可以不填。")
        super().__init__(parent, title=title, words=words, button=_("保存"))
        self._item_id, self._measure = item_id, measure
        self.text = QPlainTextEdit(measure.text if measure else "")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(96)
        self.name(_("措施"), self.text)
        self.unit = _choice([(unit.id, unit.name) for unit in units if unit.active])
        self.name(_("责任单位"), self.unit)
        self.person = _choice([(person.id, person.name) for person in people if person.active])
        self.name(_("责任人"), self.person)
        self.day = DayEdit(measure.deadline if measure else None)
        self.name(_("时限"), self.day)
        if measure:
            self.unit.setCurrentIndex(max(0, self.unit.findData(measure.unit_id)))
            self.person.setCurrentIndex(max(0, self.person.findData(measure.person_id)))
        self.text.setFocus()

    def operation(self) -> Operation[object]:
        values: dict[str, Any] = {
            "text": self.text.toPlainText().strip(),
            "unit_id": self.unit.currentData(),
            "person_id": self.person.currentData(),
            "deadline": self.day.day(),
        }
        if self._measure is not None:
            return EditMeasure(self._measure.id, values)
        return AddMeasure(Measure.entered(item_id=self._item_id, **values))


def _choice(entries: list[tuple[int, str]]) -> QComboBox:
    box = QComboBox()
    box.addItem(_("（同事项）"), None)
    for key, name in entries:
        box.addItem(name, key)
    return box
