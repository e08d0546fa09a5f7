"""The page of imported reports, with what each gave."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.cards import ReportCard
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.empty_state import EmptyState
from tracker.gui.widgets.entry_list import Entry, EntryList
from tracker.gui.widgets.labels import heading
from tracker.words import _


class ReportsPage(QWidget):
    """``open_wanted`` and ``items_wanted`` carry a ReportCard; ``asked`` the key of a window action."""

    open_wanted = Signal(object)
    items_wanted = Signal(object)
    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._reports: dict[int, ReportCard] = {}
        self.list = EntryList(theme, _("报告"))
        self.list.opened.connect(lambda key: self._with(key, self.items_wanted.emit))
        self.list.current_changed.connect(lambda _key: self._enable())
        self.items = button(_("查看它的事项"), lambda: self._with_current(self.items_wanted.emit), kind="")
        tip = _("打开导入时复制进台账的那一份")
        self.open = button(_("打开原文件"), lambda: self._with_current(self.open_wanted.emit), kind="", tip=tip)
        self.empty = EmptyState(
            _("还没有导入报告"),
            words=_("导入后，原文件保存在台账里，每个事项都能回到它的原文。"),
            buttons=(("import_reports", _("导入报告…")),),
        )
        self.empty.chosen.connect(self.asked)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 0)
        column.setSpacing(8)
        column.addLayout(row_of(heading(_("报告")), None, self.items, self.open))
        column.addWidget(self.stack, 1)

    def show_reports(self, reports: Sequence[ReportCard]) -> None:
        """Show ``reports``, the newest year first."""
        self._reports = {report.id: report for report in reports}
        self.list.show_entries([_entry(report) for report in reports])
        self.stack.setCurrentWidget(self.list if reports else self.empty)
        if reports and not self.list.current_key():
            self.list.select(reports[0].id)
        self._enable()

    def _enable(self) -> None:
        for made in (self.items, self.open):
            made.setVisible(bool(self._reports))
            made.setEnabled(bool(self.list.current_key()))

    def _with_current(self, act: Callable[[ReportCard], None]) -> None:
        self._with(self.list.current_key(), act)

    def _with(self, key: int, act: Callable[[ReportCard], None]) -> None:
        if key in self._reports:
            act(self._reports[key])


def _entry(report: ReportCard) -> Entry:
    year = _("{year} 年度").format(year=report.report_year) if report.report_year else ""
    counts = _("问题 {problems} 项、计划任务 {commitments} 项").format(
        problems=report.problems, commitments=report.commitments
    )
    day = _("{day} 导入").format(day=report.imported_at.astimezone().date().isoformat())
    words = " · ".join(part for part in (report.organization, counts, report.file_name, day) if part)
    return Entry(report.id, report.title, words, mark=year)
