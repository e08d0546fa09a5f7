"""The dialog that shows what would be packed for support, part by part, and saves it where a person wants."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tracker.gui import ask
from tracker.gui.perform import in_words
from tracker.gui.tasks import Tasks
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import heading, muted
from tracker.progress import Progress
from tracker.support import Part, pack
from tracker.words import _

_SHOWN = 200_000  # characters of a part; its end is what was written last


class PackDialog(QDialog):
    """Each part can be read and left out before anything is written; nothing is sent anywhere."""

    def __init__(self, parent: QWidget, parts: Sequence[Part]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("打包日志"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 520)
        self._over, self._parts = parent, parts
        self._tasks = Tasks(self)
        self.list = QListWidget()
        self.list.setObjectName("parts")
        self.list.setAccessibleName(_("压缩包里的文件"))
        for part in parts:
            entry = QListWidgetItem(f"{part.name}　{_size(part.size)}\n{part.words}")
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked)
            entry.setToolTip(part.words)
            self.list.addItem(entry)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._show_part)
        self.list.model().dataChanged.connect(self._enable)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("所选文件的内容"))
        beside = row_of(self.list, self.text, spacing=10)
        beside.setStretch(0, 2)
        beside.setStretch(1, 3)
        words = _(
            "下面是要放进压缩包的全部内容，可以逐个查看，不想给的去掉勾选。里面没有台账内容、佐证材料和报告；"
            "文件夹位置和您的姓名已隐去，但出错记录里可能留有个别文件名。程序只把压缩包存到您选的地方，不会发送给任何人。"
        )
        self.said = QLabel()
        self.said.setProperty("kind", "error")
        self.said.setWordWrap(True)
        self.said.hide()
        self.save = button(_("另存压缩包…"), self._ask, kind="primary")
        self.save.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(heading(_("打包日志")))
        column.addWidget(muted(words, wrap=True))
        column.addLayout(beside, 1)
        column.addWidget(self.said)
        column.addLayout(row_of(None, button(_("取消"), self.reject, kind=""), self.save))
        self.list.setCurrentRow(0)

    def chosen(self) -> list[Part]:
        """The parts that are ticked."""
        ticked = [self.list.item(row).checkState() is Qt.CheckState.Checked for row in range(self.list.count())]
        return [part for part, wanted in zip(self._parts, ticked, strict=True) if wanted]

    def _enable(self, _first: QModelIndex, _last: QModelIndex) -> None:
        self.save.setEnabled(bool(self.chosen()))

    def _show_part(self, row: int) -> None:
        text = self._parts[row].text
        cut = _("（前面略去 {n} 字，压缩包里是全的）\n").format(n=len(text) - _SHOWN) if len(text) > _SHOWN else ""
        self.text.setPlainText(cut + text[-_SHOWN:] if text else _("（空）"))
        if cut:
            self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().maximum())

    def _ask(self) -> None:
        name = _("台账程序日志") + datetime.now().astimezone().strftime("-%Y%m%d.zip")
        ask.for_target(self, _("把压缩包存到"), _desktop() / name, _("压缩包 (*.zip)"), self._pack)

    def _pack(self, target: Path) -> None:
        self.said.hide()
        chosen = self.chosen()

        def work(progress: Progress) -> Path:
            return pack(chosen, target, progress)

        self._tasks.start(work, title=_("正在打包日志"), parent=self, done=self._done, failed=self._failed)

    def _done(self, target: Path) -> None:
        self.accept()
        ask.tell(self._over, _("打包日志"), _("压缩包已存好，可以交给维护人员。"), str(target))

    def _failed(self, error: BaseException) -> None:
        self.said.setText(str(in_words(error)))
        self.said.show()


def _desktop() -> Path:
    """Where people look for what they have just saved."""
    desktop = Path.home() / "Desktop"
    return desktop if desktop.is_dir() else Path.home()


def _size(size: int) -> str:
    return f"{size / 1024:.0f} KB" if size >= 1024 else f"{size} B"
