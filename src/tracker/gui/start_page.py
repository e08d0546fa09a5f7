"""The page before any ledger is open: make one, open one, or look at the sample."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import muted
from tracker.words import _


class StartPage(QWidget):
    """``asked`` carries new_ledger, open_ledger or open_demo; ``chosen`` the folder of a recent ledger."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, recent: Sequence[Path]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(_("法治整改台账"))
        self.resize(860, 560)
        title = QLabel(_("法治整改台账"))
        title.setProperty("kind", "title")
        words = muted(_("把法治政府建设年度报告里承认的问题、承诺的任务，一项一项跟到销号。"), wrap=True)
        self.new = button(_("新建台账"), lambda: self.asked.emit("new_ledger"), kind="primary")
        self.open = button(_("打开台账…"), lambda: self.asked.emit("open_ledger"), kind="")
        self.demo = button(_("打开示例"), lambda: self.asked.emit("open_demo"), kind="")
        column = QVBoxLayout(self)
        column.setContentsMargins(90, 70, 90, 50)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(18)
        column.addLayout(row_of(self.new, self.open, self.demo, None, spacing=12))
        column.addSpacing(8)
        column.addWidget(
            muted(_("台账是一个文件夹，整个复制到别的电脑就能继续用；示例是虚构的三年台账，可以随意试用。"), wrap=True)
        )
        if recent:
            rule = QFrame()
            rule.setProperty("kind", "rule")
            column.addSpacing(16)
            column.addWidget(rule)
            column.addWidget(muted(_("最近打开")))
            for folder in recent[:5]:
                made = QPushButton(str(folder))
                made.setProperty("kind", "link")
                made.clicked.connect(lambda _checked=False, folder=folder: self.chosen.emit(folder))
                column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
