"""概况: the form of an item's own fields, its owners and its deadline, edited in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tracker.domain.cards import ItemDetail
from tracker.domain.kinds import ItemKind, RectificationType, Role
from tracker.errors import UserError
from tracker.gui.detail.briefs import LinksBrief, MeasuresBrief, NoteBrief
from tracker.gui.detail.deadline_field import DeadlineField
from tracker.gui.detail.extend_dialog import ExtendDialog
from tracker.gui.detail.tab import Tab
from tracker.gui.theme import Theme
from tracker.gui.widgets.fields import ChoiceField, Field, GrowingText, NamesField, TextField
from tracker.gui.widgets.sizes import grown
from tracker.operations.items import EditItem
from tracker.operations.people import AssignOwners
from tracker.words import _

Names = tuple[Sequence[str], Sequence[str]]  # those to offer, and the retired


_NAME_WIDTH = 64  # pixels


@dataclass(frozen=True, slots=True)
class _Named:
    """A row of the form."""

    name: str
    word: str
    widget: QWidget


class OverviewTab(Tab):
    """``source_wanted`` asks for the item's words in their report, ``tab_wanted`` for another tab by its name;
    ``go_wanted`` carries a linked item."""

    source_wanted = Signal()
    tab_wanted = Signal(str)
    go_wanted = Signal(int)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.today = today
        self._people: tuple[str, ...] = ()
        self._asked: Field | None = None
        self._deadline_asked = False
        self.original = GrowingText()
        self.original.setAccessibleName(_("原文"))
        self.original.setReadOnly(True)
        self.original.setProperty("quiet", "true")
        self.original.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.source = QPushButton(_("在原文中查看 ›"))
        self.source.setProperty("kind", "link")
        self.source.clicked.connect(self.source_wanted)
        self.deadline = DeadlineField(theme)
        self.deadline.requested.connect(self._ask_deadline)
        self.deadline.extension_wanted.connect(self.ask_extension)
        self.measures = MeasuresBrief(theme)
        self.measures.requested.connect(self.requested)
        self.measures.more_wanted.connect(lambda: self.tab_wanted.emit("measures"))
        self.links = LinksBrief()
        self.links.go_wanted.connect(self.go_wanted)
        self.note = NoteBrief()
        self.note.more_wanted.connect(lambda: self.tab_wanted.emit("notes"))
        kinds = [(_("未定"), None), *((_(kind.word), kind) for kind in RectificationType)]
        empty = "—"
        self.fields: dict[str, Field] = {
            field.name: field
            for field in (
                TextField("title"),
                TextField("cause", placeholder=empty),
                TextField("goal", placeholder=empty),
                TextField("standard", placeholder=empty),
                ChoiceField("rectification", kinds),
                NamesField("lead", placeholder=_("未明确，多个名称用顿号分开")),
                NamesField("support", placeholder=empty),
                NamesField("person", placeholder=empty),
                NamesField("leader", placeholder=empty),
                TextField("result", placeholder=empty),
                TextField("remark", placeholder=empty),
            )
        }
        for field in self.fields.values():
            field.committed.connect(self._ask)
        self._names: dict[str, QLabel] = {}
        self._lay_out()

    def _rows(self) -> Sequence[_Named]:
        fields = self.fields
        return (
            _Named("title", _("短标题"), fields["title"]),
            _Named("original", _("原文"), self._with_link()),
            _Named("cause", _("原因"), fields["cause"]),
            _Named("goal", _("整改目标"), fields["goal"]),
            _Named("standard", _("完成标准"), fields["standard"]),
            _Named("rectification", _("整改类型"), fields["rectification"]),
            _Named("lead", _("牵头单位"), fields["lead"]),
            _Named("support", _("配合单位"), fields["support"]),
            _Named("person", _("责任人"), fields["person"]),
            _Named("leader", _("分管领导"), fields["leader"]),
            _Named("deadline", _("完成时限"), self.deadline),
            _Named("measures", _("措施"), self.measures),
            _Named("links", _("关联"), self.links),
            _Named("note", _("最近进展"), self.note),
            _Named("result", _("整改结果"), fields["result"]),
            _Named("remark", _("备注"), fields["remark"]),
        )

    def _lay_out(self) -> None:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 10, 8, 16)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for row, named in enumerate(self._rows()):
            label = QLabel(named.word)
            label.setProperty("kind", "name")
            label.setContentsMargins(0, 5, 0, 0)
            label.setWordWrap(True)  # names of fields are longer in other languages than Chinese
            label.setBuddy(named.widget)
            field = self.fields.get(named.name)
            if field or not named.widget.accessibleName():
                (field.editor if field else named.widget).setAccessibleName(named.word)
            self._names[named.name] = label
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(named.widget, row, 1)
        widest = max(label.minimumSizeHint().width() for label in self._names.values())
        for label in self._names.values():
            label.setFixedWidth(max(grown(_NAME_WIDTH), widest))
        grid.setRowStretch(grid.rowCount(), 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def _with_link(self) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.original)
        self.source.setContentsMargins(6, 0, 0, 0)
        column.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        return both

    # -- showing

    def caption(self, detail: ItemDetail) -> str:
        return _("概况")

    def know(self, units: Names, people: Names) -> None:
        """The names to offer, and those that are offered no more."""
        self._people = tuple(people[0])
        for name in ("lead", "support", "person", "leader"):
            field = self.fields[name]
            assert isinstance(field, NamesField)
            field.editor.know(*(units if name in ("lead", "support") else people))

    def show_detail(self, detail: ItemDetail) -> None:
        changed = self.detail is None or self.detail.item.id != detail.item.id
        super().show_detail(detail)
        item, editable = detail.item, self.editable
        for field in self.fields.values():
            if changed:
                field.clear_refusal()
            field.show_value(self._value(detail, field.name))
            field.editor.setEnabled(editable)
        self._names["original"].setText(_("问题原文") if item.kind is ItemKind.PROBLEM else _("任务原文"))
        self.original.setPlainText(item.original_text or "—")
        self.source.setVisible(bool(detail.excerpts))
        self.deadline.show_detail(detail, self.today, editable=editable)
        self.measures.show_measures(detail.measures, self.today, editable=editable)
        self.links.show_links(detail.links)
        for part in (self.links, self._names["links"]):
            part.setVisible(bool(detail.links))
        self.note.show_detail(detail, editable=editable)
        if changed:
            self.deadline.refusal.hide()
            self.area.verticalScrollBar().setValue(0)

    def _value(self, detail: ItemDetail, name: str) -> object:
        if name in ("lead", "support", "person", "leader"):
            return detail.names(Role(name))
        return getattr(detail.item, name)

    # -- asking

    def commit(self) -> None:
        for field in self.fields.values():
            if not field.refused:  # that entry has had its answer
                field.commit()

    def _ask(self, name: str, value: object) -> None:
        if self.detail is None:
            return
        self._asked = self.fields[name]
        item_id = self.detail.item.id
        if name in ("lead", "support", "person", "leader"):
            field = self.fields[name]
            forget = field.forgotten if isinstance(field, NamesField) else ()
            self.requested.emit(AssignOwners(item_id, **{name: value}, forget=forget))  # type: ignore[arg-type]  # one of four names
        else:
            self.requested.emit(EditItem(item_id, {name: value}))
        self._asked = None

    def _ask_deadline(self, operation: object) -> None:
        self._deadline_asked = True
        self.requested.emit(operation)
        self._deadline_asked = False

    def refuse(self, error: UserError) -> bool:
        if super().refuse(error):
            return True
        if self._deadline_asked:
            self.deadline.refuse(error)
            return True
        if self._asked is not None:
            self._asked.refuse(str(error))
            return True
        return False

    def ask_extension(self) -> None:
        if self.detail is not None:
            self.open_dialog(ExtendDialog(self, self.detail.item, self._people))

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        field = self.fields[name]
        self.area.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
