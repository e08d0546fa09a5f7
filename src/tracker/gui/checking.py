"""检查台账 from the window: prove the ledger in a worker, and say what was found."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from tracker.gui.tasks import Tasks
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import heading, muted
from tracker.ledger import Ledger
from tracker.progress import Progress
from tracker.words import _


def check_ledger(folder: Path, tasks: Tasks, parent: QWidget) -> None:
    """Look for faults, then open the dialog that tells of them."""

    def work(progress: Progress) -> list[str]:
        # a second opening of its own: the window's belongs to the window's thread
        ledger = Ledger(folder)
        try:
            return ledger.faults(progress)
        finally:
            ledger.close()

    def done(faults: list[str]) -> None:
        CheckDialog(parent, faults).open()

    tasks.start(work, title=_("检查台账"), parent=parent, done=done)


class CheckDialog(QDialog):
    """What the check found."""

    def __init__(self, parent: QWidget, faults: list[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("检查台账"))
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        self.verdict = heading(_("发现 {n} 处问题").format(n=len(faults)) if faults else _("台账完好，没有发现问题。"))
        column.addWidget(self.verdict)
        checked = _("已检查：数据库完整性、表间联系、操作记录前后是否一致、佐证和报告文件的校验码。")
        column.addWidget(muted(checked, wrap=True))
        if faults:
            text = QPlainTextEdit("\n".join(faults))
            text.setReadOnly(True)
            text.setMinimumHeight(180)
            column.addWidget(text)
            advice = _("请先停止使用这个台账，把上面的内容发给维护人员；backups 文件夹里有以前的备份。")
            column.addWidget(muted(advice, wrap=True))
        column.addLayout(row_of(None, button(_("知道了"), self.accept, kind="primary")))
