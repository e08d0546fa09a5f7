"""责任单位与人员: two lists kept in order; the page asks by signals and is told what to show."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from tracker.domain.cards import ItemCard
from tracker.domain.people import Person, Unit
from tracker.domain.roster import Difference, ReadRoster, compare
from tracker.errors import UserError
from tracker.gui import ask
from tracker.gui.operation_dialog import OperationDialog
from tracker.gui.people.dialogs import AddUnitsDialog, PersonDialog
from tracker.gui.people.import_dialog import ImportDialog
from tracker.gui.people.merge_dialog import MergeDialog
from tracker.gui.people.retire_dialog import RetireDialog
from tracker.gui.people.roster_list import RosterList
from tracker.gui.tasks import Tasks
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.drops import dropped_files
from tracker.gui.widgets.labels import heading
from tracker.operations.operation import Operation
from tracker.operations.people import SavePerson, SaveUnit
from tracker.operations.roster import (
    DropPerson,
    DropUnit,
    OrderUnits,
    ReactivatePerson,
    ReactivateUnit,
    RetirePerson,
    RetireUnit,
)
from tracker.operations.together import Together
from tracker.progress import Progress
from tracker.views.roster import Line, UnitLine, person_lines, unit_lines
from tracker.words import _

_ROSTERS = (".xlsx", ".xlsm", ".xls", ".csv")


class PeoplePage(QWidget):
    """``requested`` carries an Operation; its hearer calls ``refuse`` at once where it is refused.

    ``items_wanted`` carries a unit's name, ``person_items_wanted`` a person's: show the items that name them.
    """

    requested = Signal(object)
    items_wanted = Signal(str)
    person_items_wanted = Signal(str)

    def __init__(self, theme: Theme, tasks: Tasks) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._theme, self._tasks = theme, tasks
        self._units: dict[int, Unit] = {}
        self._people: dict[int, Person] = {}
        self._asking: Operation[object] | None = None
        self.dialog: OperationDialog | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("查找名称、拼音首字母、电话"))
        self.search.setAccessibleName(_("查找单位和人员"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(300)
        self.bring = button(
            _("导入名单…"), self.ask_file, kind="", tip=_("从 Excel 或 CSV 读入单位和人员，写入前先看变化")
        )
        self.add = button(_("新增单位"), lambda: self._act("add"), kind="primary", tip=_("Insert"))
        self.units = RosterList(theme, units=True)
        self.people = RosterList(theme, units=False)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.units, "")
        self.tabs.addTab(self.people, "")
        self._make_notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 0)
        column.setSpacing(8)
        column.addLayout(row_of(heading(_("责任单位与人员")), None, self.search, self.bring, self.add))
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)
        self._wire()
        self._name_tabs()

    def _make_notice(self) -> None:
        self.notice = QFrame()
        self.notice.setObjectName("peopleNotice")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.mend = button("", lambda: None)
        self.mend.hide()
        away = button(_("知道了"), self.notice.hide)
        row = row_of(self.said, self.mend, away)
        row.setContentsMargins(12, 6, 8, 6)
        row.setStretch(0, 1)
        self.notice.setLayout(row)
        self.notice.hide()

    def _wire(self) -> None:
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(lambda: self._side.table.setFocus())
        self.tabs.currentChanged.connect(lambda _index: self._name_tabs())
        for side in (self.units, self.people):
            side.asked.connect(self._act)
            side.duplicates.merge_wanted.connect(self._merge)
        self.units.model.edited.connect(self._edit_unit)
        self.people.model.edited.connect(self._edit_person)
        self.units.model.moved.connect(
            lambda ids, before: self._request(OrderUnits(self.units.order_before(ids, before)))
        )

    # -- showing

    def show_roster(
        self, units: Sequence[Unit], people: Sequence[Person], cards: Sequence[ItemCard], today: date
    ) -> None:
        """Show all units in their order and all people, with the items that ``cards`` show them to answer for."""
        self._units = {unit.id: unit for unit in units}
        self._people = {person.id: person for person in people}
        names = [unit.name for unit in units if unit.active]
        self.units.show_lines(unit_lines(units, people, cards, today), names)
        self.people.show_lines(person_lines(units, people, cards, today), names)
        self._name_tabs()

    def focus_list(self) -> None:
        """Give the keyboard to the list that is shown."""
        self._side.table.setFocus()

    @property
    def _side(self) -> RosterList:
        return self.units if self.tabs.currentWidget() is self.units else self.people

    def _name_tabs(self) -> None:
        self.tabs.setTabText(0, _("责任单位 {n}").format(n=len(self._units)))
        self.tabs.setTabText(1, _("人员 {n}").format(n=len(self._people)))
        self.add.setText(_("新增单位") if self._side.units else _("新增人员"))

    def _find(self, words: str) -> None:
        self.units.look_for(words)
        self.people.look_for(words)

    # -- asking

    def refuse(self, error: UserError) -> bool:
        """Show why what was just asked for was not done; False where nothing was asked here."""
        if self.dialog is not None:
            self.dialog.refuse(error)
            return True
        asked = self._asking
        if asked is None:
            return False
        self._say(str(error))
        if error.field == "name" and isinstance(asked, SaveUnit):
            self._offer_merge(self.units, asked.unit.id, asked.unit.name)
        elif error.field == "name" and isinstance(asked, SavePerson):
            self._offer_merge(self.people, asked.person.id, asked.person.name)
        elif error.field == "heir" and isinstance(asked, RetireUnit):
            self._offer_heir(self.units, asked.unit_id)
        elif error.field == "heir" and isinstance(asked, RetirePerson):
            self._offer_heir(self.people, asked.person_id)
        return True

    def _request(self, operation: Operation[object]) -> None:
        self.notice.hide()
        self._asking = operation
        try:
            self.requested.emit(operation)
        finally:
            self._asking = None

    def _open(self, dialog: OperationDialog) -> None:
        self.notice.hide()
        self.dialog = dialog
        dialog.requested.connect(self.requested)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _say(self, words: str, offer: str = "", act: Callable[[], None] | None = None) -> None:
        self.said.setText(words)
        self.mend.setVisible(act is not None)
        if act is not None:
            self.mend.setText(offer)
            self.mend.clicked.disconnect()
            self.mend.clicked.connect(lambda _checked=False: act())
        self.notice.show()

    def _offer_merge(self, side: RosterList, key: int, name: str) -> None:
        there = [line for line in side.model.lines if line.name == name and line.id != key]
        if there and key:
            offer = _("合并到“{name}”…").format(name=name)
            self._say(self.said.text(), offer, lambda: self._merge(key, there[0].id, side=side))

    def _offer_heir(self, side: RosterList, key: int) -> None:
        lines = [line for line in side.model.lines if line.id == key]
        self._say(self.said.text(), _("移交…"), lambda: self._open(RetireDialog(self, lines[0], side.model.lines)))

    # -- what is done with the selected lines

    def _act(self, key: str) -> None:
        acts: dict[str, Callable[[list[Line]], object]] = {
            "add": lambda _lines: self._add(),
            "import_roster": lambda _lines: self.ask_file(),
            "items": self._items,
            "edit": self._change,
            "merge": lambda lines: self._open(MergeDialog(self, lines)),
            "retire": self._retire,
            "restore": lambda lines: self._each(lines, ReactivateUnit, ReactivatePerson),
            "drop": lambda lines: self._each(lines, DropUnit, DropPerson),
            "up": lambda _lines: self._request(OrderUnits(self.units.order_after(-1))),
            "down": lambda _lines: self._request(OrderUnits(self.units.order_after(1))),
        }
        acts[key](self._side.table.selected())

    def _add(self) -> None:
        typed = self.search.text().strip()
        if self._side.units:
            self._open(AddUnitsDialog(self, typed if not typed.isascii() and not self.units.model.shown else ""))
        else:
            self._open(PersonDialog(self, None, list(self._units.values())))

    def _items(self, lines: list[Line]) -> None:
        wanted = self.items_wanted if self._side.units else self.person_items_wanted
        wanted.emit(lines[0].name)

    def _change(self, lines: list[Line]) -> None:
        if isinstance(lines[0], UnitLine):
            self.units.table.edit_current()
        else:
            self._open(PersonDialog(self, self._people[lines[0].id], list(self._units.values())))

    def _merge(self, first: int, second: int, *, side: RosterList | None = None) -> None:
        lines = [line for line in (side or self._side).model.lines if line.id in (first, second)]
        if len(lines) > 1:
            self._open(MergeDialog(self, lines))

    def _retire(self, lines: list[Line]) -> None:
        line = lines[0]
        if line.tally.open:
            self._open(RetireDialog(self, line, self._side.model.lines))
        else:
            self._request(RetireUnit(line.id) if isinstance(line, UnitLine) else RetirePerson(line.id))

    def _each(
        self,
        lines: Sequence[Line],
        of_unit: Callable[[int], Operation[object]],
        of_person: Callable[[int], Operation[object]],
    ) -> None:
        make = of_unit if self._side.units else of_person
        made = [make(line.id) for line in lines]
        self._request(made[0] if len(made) == 1 else Together(made))

    def _edit_unit(self, key: int, _field: str, text: str) -> None:
        self._request_made(lambda: SaveUnit(self._units[key].having(name=text)))

    def _edit_person(self, key: int, field: str, text: str) -> None:
        person = self._people[key]
        if field == "unit":
            self._request_made(lambda: SavePerson(person, text))
        else:
            self._request_made(lambda: SavePerson(person.having(**{field: text})))

    def _request_made(self, make: Callable[[], Operation[object]]) -> None:
        try:
            operation = make()
        except UserError as error:  # an entry that none can have, such as an empty name
            self._say(str(error))
            return
        self._request(operation)

    # -- importing

    def ask_file(self) -> QFileDialog:
        """Ask for a file, read it in a worker, and show what it would change."""
        kinds = _("名单 (*.xlsx *.xlsm *.csv);;所有文件 (*)")
        dialog = ask.for_files(self, _("导入名单"), kinds, lambda paths: self.read_roster(paths[0]))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return dialog

    def read_roster(self, path: Path) -> None:
        """Read a file in a worker, and show what it would change."""
        units, people = tuple(self._units.values()), tuple(self._people.values())

        def read(progress: Progress) -> tuple[ReadRoster, list[Difference]]:
            from tracker.intake.roster import read_roster  # noqa: PLC0415 - openpyxl, for those who import a list

            found = read_roster(path, progress)
            return found, compare(found.rows, units, people)

        title = _("正在读取《{name}》").format(name=path.name)
        self._tasks.start(read, title=title, parent=self.window(), done=lambda both: self._preview(*both))

    def _preview(self, read: ReadRoster, differences: list[Difference]) -> None:
        if self.dialog is None:
            self._open(ImportDialog(self, self._theme, read, differences))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _roster_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := _roster_in(event)) is not None:
            event.acceptProposedAction()
            self.read_roster(path)


def _roster_in(event: QDropEvent) -> Path | None:
    """The list that a drag brings; anything else is the window's."""
    files = dropped_files(event)
    return files[0] if len(files) == 1 and files[0].suffix.lower() in _ROSTERS else None
