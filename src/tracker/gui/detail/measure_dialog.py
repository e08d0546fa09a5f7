"""The dialog that adds or changes a measure."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tracker.domain.measures import Measure
from tracker.domain.people import Person, Unit
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.widgets.day_edit import DayEdit
from tracker.gui.widgets.unknown_names import NamesEntry
from tracker.operations.operation import Operation
from tracker.operations.people import SaveMeasure
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
        self.unit = _entry(units, measure.unit_id if measure else None)
        self.name(_("责任单位"), self.unit)
        self.person = _entry(people, measure.person_id if measure else None)
        self.name(_("责任人"), self.person)
        self.day = DayEdit(measure.deadline if measure else None)
        self.name(_("时限"), self.day)
        self.text.setFocus()

    def operation(self) -> Operation[object]:
        text, day = self.text.toPlainText().strip(), self.day.day()
        if self._measure is None:
            measure = Measure.entered(item_id=self._item_id, text=text, deadline=day)
        else:
            measure = self._measure.having(text=text, deadline=day)
        return SaveMeasure(measure, self.unit.name(), self.person.name())


def _entry(all_of: Sequence[Unit] | Sequence[Person], key: int | None) -> NamesEntry:
    made = NamesEntry([each.name for each in all_of if each.id == key])
    made.edit.know([each.name for each in all_of if each.active], [each.name for each in all_of if not each.active])
    made.edit.setPlaceholderText(_("可以输入拼音首字母"))
    return made
