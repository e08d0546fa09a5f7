"""The dialogs that add units, and add or change a person."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.domain.people import Person, Unit
from tracker.domain.typed import names_from
from tracker.errors import UserError
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.widgets.unknown_names import NamesEntry
from tracker.operations.operation import Operation
from tracker.operations.people import SavePerson, SaveUnit
from tracker.operations.together import Together
from tracker.words import _


class AddUnitsDialog(OperationDialog):
    """Asks for the names of new units; several are one step."""

    def __init__(self, parent: QWidget, name: str = "") -> None:
        words = _("可以一次写几个，用顿号分开。成批的名单可以用“导入名单”从 Excel 读入。")
        super().__init__(parent, title=_("新增责任单位"), words=words, button=_("新增"))
        self.names = QLineEdit(name)
        self.names.setPlaceholderText(_("如 政策法规科、执法大队"))
        self.name(_("单位名称"), self.names)
        self.names.setFocus()

    def operation(self) -> Operation[object]:
        names = names_from(self.names.text())
        if not names:
            raise UserError(_("还没有填写单位名称。"), field="name")
        return Together([SaveUnit(Unit.entered(name=name)) for name in names])


class PersonDialog(OperationDialog):
    """``person`` None adds one, into the unit named ``unit``."""

    def __init__(self, parent: QWidget, person: Person | None, units: Sequence[Unit], *, unit: str = "") -> None:
        title = _("修改人员") if person else _("新增人员")
        words = _("只有姓名必填。单位可以输入拼音首字母，名单里没有的会一并加入。")
        super().__init__(parent, title=title, words=words, button=_("保存") if person else _("新增"))
        self._person = person
        named = next((each.name for each in units if person and each.id == person.unit_id), unit)
        self.called = QLineEdit(person.name if person else "")
        self.name(_("姓名"), self.called)
        self.unit = NamesEntry([named] if named else [])
        self.unit.edit.know(
            [each.name for each in units if each.active], [each.name for each in units if not each.active]
        )
        self.name(_("单位"), self.unit)
        self.duty = QLineEdit(person.duty if person else "")
        self.name(_("职务"), self.duty)
        self.phone = QLineEdit(person.phone if person else "")
        self.name(_("电话"), self.phone)
        self.called.setFocus()

    def operation(self) -> Operation[object]:
        values = {"name": self.called.text(), "duty": self.duty.text(), "phone": self.phone.text()}
        person = self._person.having(**values) if self._person else Person.entered(**values)
        return SavePerson(person, self.unit.name())
