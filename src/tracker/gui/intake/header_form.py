"""The report's own fields: title, organisation, year and kind, with what is still missing beside each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from tracker.domain.reports import ReportKind
from tracker.domain.review import DraftReview
from tracker.gui.intake.fields import fault_label, mark, put
from tracker.words import _


class HeaderForm(QWidget):
    """``edited`` carries title, organization, report_year and kind by these names."""

    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.organization, self.report_year = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = QComboBox()
        for kind in ReportKind:
            self.kind.addItem(_(kind.word), kind)
        self.report_year.setPlaceholderText(_("如 2024"))
        self.report_year.setMaxLength(6)
        self.report_year.setFixedWidth(86)
        self.organization.setMinimumWidth(150)
        self._faults: dict[str, tuple[QWidget, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        fields = (
            ("title", _("标题"), self.title, 5),
            ("organization", _("单位"), self.organization, 3),
            ("report_year", _("报告年度"), self.report_year, 0),
            ("kind", _("来源类别"), self.kind, 0),
        )
        for place, (name, words, field, stretch) in enumerate(fields):
            label = QLabel(words)
            label.setProperty("kind", "name")
            label.setBuddy(field)
            label.setContentsMargins(12 if place else 0, 0, 0, 0)
            field.setAccessibleName(words)
            fault = fault_label()
            self._faults[name] = (field, fault)
            grid.addWidget(label, 0, 2 * place)
            grid.addWidget(field, 0, 2 * place + 1)
            # a sentence needs more room than a year: it runs on below the next field
            grid.addWidget(fault, 1, 2 * place + 1, 1, 3 if name == "report_year" else 1)
            grid.setColumnStretch(2 * place + 1, stretch)
        for field in (self.title, self.organization, self.report_year):
            field.editingFinished.connect(self.commit)
        self.kind.activated.connect(self.commit)

    def show_review(self, review: DraftReview, *, faults: bool) -> None:
        """Show the fields of ``review``; what is missing too, where ``faults``."""
        source = review.source
        put(self.title, source.title)
        put(self.organization, source.organization)
        year = "" if source.report_year is None else str(source.report_year)
        if self._year() != source.report_year or not self.report_year.hasFocus():
            put(self.report_year, year)
        self.kind.setCurrentIndex(self.kind.findData(source.kind))
        found = review.header_faults() if faults else {}
        for name, (field, label) in self._faults.items():
            mark(field, label, found.get(name, ""))

    def focus_fault(self, review: DraftReview) -> None:
        """Go to the first field that is missing."""
        for name in review.header_faults():
            self._faults[name][0].setFocus()
            return

    def commit(self) -> None:
        """Tell what stands in the fields."""
        self.edited.emit(
            {
                "title": self.title.text(),
                "organization": self.organization.text(),
                "report_year": self._year(),
                "kind": ReportKind(self.kind.currentData()),
            }
        )

    def _year(self) -> int | None:
        words = self.report_year.text().strip().removesuffix("年度").removesuffix("年")
        return int(words) if words.isdecimal() else None
