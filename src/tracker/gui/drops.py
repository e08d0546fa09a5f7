"""Files dropped on the window: reports and returned sheets are read, anything else may prove the item that is shown."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from tracker.gui import ask
from tracker.gui.importing import REPORT_SUFFIXES
from tracker.gui.items.returning import SHEET_SUFFIXES
from tracker.gui.widgets.drops import dropped_files
from tracker.words import _

_MOST_NAMED = 5


class Drops(QObject):
    """``reports_dropped`` and ``evidence_dropped`` carry paths.

    ``sheets_dropped`` carries paths and what is to be done with those that turn out to be no returned sheets; None
    where no item is shown that they could prove.
    """

    reports_dropped = Signal(list)
    sheets_dropped = Signal(list, object)
    evidence_dropped = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent

    @staticmethod
    def takes(event: QDropEvent) -> bool:
        """Whether the drag carries files."""
        return bool(dropped_files(event))

    def take(self, event: QDropEvent, code: str) -> None:
        """Deal with what was dropped; ``code`` is that of the item shown, "" for none."""
        files = dropped_files(event)
        reports = [file for file in files if file.suffix.lower() in REPORT_SUFFIXES]
        sheets = [file for file in files if file.suffix.lower() in SHEET_SUFFIXES]
        others = [file for file in files if file not in reports and file not in sheets]
        event.acceptProposedAction()
        if reports:
            self.reports_dropped.emit(reports)
        if sheets:
            self.sheets_dropped.emit(sheets, (lambda strange: self._ask_evidence(strange, code)) if code else None)
        if others:
            self._ask_evidence(others, code)

    def _ask_evidence(self, files: list[Path], code: str) -> None:
        names = "\n".join(file.name for file in files[:_MOST_NAMED])
        if len(files) > _MOST_NAMED:
            names += "\n" + _("……共 {n} 个文件").format(n=len(files))
        if not code:
            hint = _("报告请用 {kinds}；作为佐证材料，请先在列表中选一个事项，再把文件拖进来。").format(
                kinds="、".join(REPORT_SUFFIXES)
            )
            ask.tell(self._window, _("不能导入"), _("这些文件不是可以读的报告。"), f"{names}\n\n{hint}")
            return
        ask.whether(
            self._window,
            _("把这些文件作为 {code} 的佐证材料？").format(code=code),
            names,
            _("收入佐证"),
            lambda: self.evidence_dropped.emit(files),
        )
