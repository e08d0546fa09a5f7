"""The details of one candidate, corrected in place."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.correction import one_line, with_measures
from tracker.domain.drafts import Candidate, DraftDeadline, DraftOwners
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.review import DraftReview, Entry
from tracker.domain.typed import deadline_from, names_from
from tracker.domain.wording import circled
from tracker.errors import UserError
from tracker.gui.intake.fields import Field, TextField, fault_label, mark, put
from tracker.gui.intake.links_box import LinksBox
from tracker.gui.intake.partners_button import PartnersButton
from tracker.gui.widgets.names_edit import NamesEdit
from tracker.words import _

_ROLES = ("lead", "support", "person", "leader")


class CandidateForm(QScrollArea):
    """``edited`` carries the index and the corrected candidate; ``kind_asked`` that the other kind was chosen."""

    edited = Signal(int, object)
    kind_asked = Signal()

    def __init__(
        self,
        other_kind: QPushButton,
        *,
        units: Sequence[str] = (),
        people: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``other_kind`` is the button that changes the kind; ``units`` and ``people`` are offered to who types."""
        super().__init__(parent)
        self.setObjectName("formScroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._index = -1
        self._candidate: Candidate | None = None
        self.kind = QComboBox()
        for kind in ItemKind:
            self.kind.addItem(_(kind.word), kind)
        self.title, self.text = TextField(1, 2, single=True), TextField(1, 3)
        self.cause, self.measures = TextField(1, 3), TextField(1, 5)
        self.day, self.standing = QLineEdit(), QCheckBox(_("长期坚持"))
        self.lead, self.support, self.person, self.leader = (NamesEdit() for _role in _ROLES)
        for line, names in ((self.lead, units), (self.support, units), (self.person, people), (self.leader, people)):
            line.know(names)
        self.rectification = QComboBox()
        self.rectification.addItem(_("未定"), None)
        for choice in RectificationType:
            self.rectification.addItem(_(choice.word), choice)
        self.rectification.setToolTip(
            _("按原文推定，请核对：能立即改正的立行立改，分几步的分阶段整改，长期坚持的持续整改")
        )
        self.links, self.partners = LinksBox(), PartnersButton()
        self.partners_name = QLabel()
        self.deadline_words, self.reason = QLabel(), QLabel()
        self._faults: dict[str, tuple[QWidget, QLabel]] = {}
        self._lay_out(other_kind)
        self._connect()

    def _lay_out(self, other_kind: QPushButton) -> None:
        self._fields = QWidget()
        self._fields.setObjectName("formFields")
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(16, 7, 16, 3)
        column.setSpacing(4)
        column.addWidget(self.reason)
        column.addWidget(self.links)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        kind, deadline = _side_by_side(self.kind, other_kind), _side_by_side(self.day, self.standing)
        leader_name = QLabel(_("分管领导"))
        leader_name.setProperty("kind", "name")
        leader_name.setBuddy(self.leader)
        self.leader.setAccessibleName(leader_name.text())
        people = _side_by_side(self.person, leader_name, self.leader)
        self.measures.setPlaceholderText(_("每行一条措施"))
        self.day.setPlaceholderText(_("如 2025-06-30"))
        self.lead.setPlaceholderText(_("几个单位用顿号分开"))
        rows: tuple[tuple[str, str, QWidget, Field | QComboBox | QPushButton], ...] = (
            ("kind", _("类别"), kind, self.kind),
            ("title", _("短标题"), self.title, self.title),
            ("text", _("原文"), self.text, self.text),
            ("cause", _("原因"), self.cause, self.cause),
            ("measures", _("措施"), self.measures, self.measures),
            ("partners", "", self.partners, self.partners),
            ("rectification", _("整改类型"), self.rectification, self.rectification),
            ("deadline", _("时限"), deadline, self.day),
            ("lead", _("牵头单位"), self.lead, self.lead),
            ("support", _("配合单位"), self.support, self.support),
            ("person", _("责任人"), people, self.person),
        )
        row = 0
        for name, words, widget, field in rows:
            label = self.partners_name if name == "partners" else QLabel(words)
            label.setProperty("kind", "name")
            label.setBuddy(field)
            field.setAccessibleName(words)
            fault = fault_label()
            self._faults[name] = (field, fault)
            top = isinstance(widget, TextField)
            label.setContentsMargins(0, 6 if top else 0, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(widget, row, 1)
            grid.addWidget(fault, row + 1, 1)
            row += 2
            if name == "deadline":
                grid.addWidget(self.deadline_words, row, 1)
                row += 1
        self._faults["leader"] = (self.leader, self._faults["person"][1])
        for label in (self.deadline_words, self.reason):
            label.setProperty("kind", "muted")
            label.setWordWrap(True)
        column.addStretch()
        self.setWidget(self._fields)

    def _connect(self) -> None:
        self.kind.activated.connect(self._ask_kind)
        for field in (self.title, self.text, self.cause, self.measures):
            field.left.connect(self.commit)
        for line in (self.day, self.lead, self.support, self.person, self.leader):
            line.editingFinished.connect(self.commit)
        self.standing.clicked.connect(self._stand)
        self.rectification.activated.connect(self.commit)

    # -- showing

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as its fields need in the font that is chosen: it scrolls downwards alone."""
        super().showEvent(event)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self._fields.minimumSizeHint().width() + bar)

    def show_entry(self, review: DraftReview, index: int) -> None:
        """Show one entry, or nothing where there is none."""
        entry = review.entries[index] if 0 <= index < len(review.entries) else None
        self._index, self._candidate = index, entry.candidate if entry else None
        self.links.show_entry(entry)
        self.partners.show_entry(review, index)
        self._fields.setEnabled(entry is not None)
        candidate = entry.candidate if entry else Candidate(ItemKind.PROBLEM, "", "", ())
        deadline, owners = candidate.deadline, candidate.owners
        self.kind.setCurrentIndex(self.kind.findData(candidate.kind) if entry else -1)
        is_task = candidate.kind is ItemKind.COMMITMENT
        self.partners_name.setText(_("对应问题") if is_task else _("对应任务"))
        self.partners.setAccessibleName(self.partners_name.text())
        self.rectification.setCurrentIndex(self.rectification.findData(candidate.rectification))
        put(self.title, candidate.title)
        put(self.text, candidate.text)
        put(self.cause, candidate.cause)
        put(self.measures, "\n".join(one_line(step.text) for step in candidate.measures))
        put(self.day, deadline.day.isoformat() if deadline and deadline.day else "")
        standing = bool(deadline and deadline.kind is DeadlineKind.STANDING)
        self.standing.setChecked(standing)
        self.day.setEnabled(not standing)
        for role in _ROLES:
            put(getattr(self, role), "、".join(getattr(owners, role)))
        self.deadline_words.setText(_deadline_remark(deadline) if entry else "")
        self.reason.setText(f"{circled(index + 1)} {_remark(entry)}" if entry else _("细目"))
        self.clear_faults()

    def show_refusal(self, error: UserError) -> bool:
        """Show ``error`` below its field; whether it has one here."""
        if error.field not in self._faults:
            return False
        field, label = self._faults[error.field]
        mark(field, label, str(error))
        self.ensureWidgetVisible(label)
        return True

    def clear_faults(self) -> None:
        for field, label in self._faults.values():
            mark(field, label, "")

    # -- telling

    def commit(self) -> bool:
        """Tell what was corrected, if anything; False where a field cannot be read."""
        if self._candidate is None:
            return True
        try:
            corrected = self._corrected(self._candidate)
        except UserError as error:
            self.show_refusal(error)
            return False
        if corrected != self._candidate:
            self.edited.emit(self._index, corrected)
        else:
            self.clear_faults()
        return not any(label.text() for _field, label in self._faults.values())

    def _corrected(self, candidate: Candidate) -> Candidate:
        steps = [line.strip() for line in self.measures.text().splitlines() if line.strip()]
        owners = DraftOwners(**{role: names_from(getattr(self, role).text()) for role in _ROLES})
        corrected = replace(
            with_measures(candidate, steps),
            title=self.title.text().strip(),
            text=self.text.text().strip(),
            cause=self.cause.text().strip(),
            deadline=self._deadline(candidate.deadline),
            owners=owners,
            rectification=self._type(),
        )
        # texts as they were read may end in blanks: merely looking at them is no correction
        return candidate if _bare(corrected) == _bare(candidate) else corrected

    def _type(self) -> RectificationType | None:
        value = self.rectification.currentData()  # Qt gives an enumeration back as its bare text
        return RectificationType(value) if value else None

    def _deadline(self, before: DraftDeadline | None) -> DraftDeadline | None:
        if self.standing.isChecked():
            if before and before.kind is DeadlineKind.STANDING:
                return before
            return DraftDeadline(DeadlineKind.STANDING, None, before.words if before else "")
        typed = self.day.text().strip()
        if not typed:
            return None if before is None or before.day or before.kind is DeadlineKind.STANDING else before
        day = deadline_from(typed)
        if before and before.day == day:
            return before
        kind = DeadlineKind.STANDING if day is None else DeadlineKind.DATE
        return DraftDeadline(kind, day, before.words if before else "")

    def _ask_kind(self) -> None:
        if self._candidate is not None and self.kind.currentData() != self._candidate.kind:
            self.kind_asked.emit()

    def _stand(self) -> None:
        self.day.setEnabled(not self.standing.isChecked())
        if self.standing.isChecked():
            self.day.clear()
            self.commit()
        else:
            self.day.setFocus()


def _side_by_side(*widgets: QWidget) -> QWidget:
    """The widgets in a row; fields share the room, labels and buttons take what they need."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget, 1 if isinstance(widget, QComboBox | QLineEdit) else 0)
    return row


def _bare(candidate: Candidate) -> Candidate:
    return replace(candidate, title=candidate.title.strip(), text=candidate.text.strip(), cause=candidate.cause.strip())


def _deadline_remark(deadline: DraftDeadline | None) -> str:
    if deadline is None:
        return _("原文没有写明时限，请填写")
    if deadline.presumed:
        return _("推定：原文没有写明时限，按计划年度的年底")
    return _("原文写明：{words}").format(words=deadline.words) if deadline.words else ""


def _remark(entry: Entry) -> str:
    if entry.known_as:
        return _("台账中已有 {code}，不会重复写入。").format(code=entry.known_as)
    if not entry.candidate.reason:
        return _("细目")
    return _("把握 {share:.2f}：{why}").format(share=entry.candidate.confidence, why=entry.candidate.reason)
