"""The About box: versions and places, each to open or to copy, and the door to the package of logs."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from tracker import __version__, paths, support
from tracker.gui import ask
from tracker.gui.help.pack_dialog import PackDialog
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import ElidedLabel, heading, muted
from tracker.words import _


class AboutDialog(QDialog):
    """What a person reads out on the telephone, and the places that the answer sends them to."""

    def __init__(self, parent: QWidget, ledger: Path | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("关于"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(620)
        self._ledger = ledger
        self._facts = facts()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(heading(_("法治整改台账")))
        what = _("版本 {version} · MIT 许可证 · 所有数据只存在本机，程序不联网").format(version=__version__)
        column.addWidget(muted(what, wrap=True))
        column.addSpacing(6)
        self.versions = muted(_in_lines(self._facts[1:]), wrap=True)  # the first is the program's own, said above
        self.versions.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.versions.setAccessibleName(_("版本信息"))
        column.addWidget(self.versions)
        self.said = muted()
        self.copy = button(
            _("复制版本信息"), self._copy_versions, kind="small", tip=_("报修时粘贴给维护人员，省得逐项念")
        )
        column.addLayout(row_of(self.copy, self.said, None))
        column.addSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, place) in enumerate(self._places()):
            self._add_place(grid, row, name, place)
        column.addLayout(grid)
        column.addSpacing(12)
        column.addStretch(1)
        self.pack = button(
            _("打包日志…"),
            self._pack,
            kind="",
            tip=_("程序出错时，把日志和版本存成一个压缩包交给维护人员；不会自动发送"),
        )
        close = button(_("关闭"), self.accept, kind="primary")
        close.setDefault(True)
        column.addLayout(row_of(self.pack, None, close))
        close.setFocus()
        self.resize(self.minimumWidth(), column.totalHeightForWidth(self.minimumWidth()))

    def _places(self) -> list[tuple[str, Path]]:
        listed = [
            (_("程序数据"), paths.data_folder()),
            (_("日志文件"), paths.log_file()),
            (_("设置文件"), paths.settings_file()),
        ]
        return [(_("本台账"), self._ledger), *listed] if self._ledger is not None else listed

    def _add_place(self, grid: QGridLayout, row: int, name: str, place: Path) -> None:
        shown = ElidedLabel(str(place))
        shown.setAccessibleName(name)
        open_it = button(_("打开"), lambda: self._open(place), tip=_("在文件管理器中打开这个文件夹"))
        copy_it = button(_("复制"), lambda: self._copy(str(place), _("已复制：{name}的位置").format(name=name)))
        for made, doing in ((open_it, _("打开")), (copy_it, _("复制"))):
            made.setAccessibleName(f"{doing} {name}")
            made.setAutoDefault(False)
        for column, widget in enumerate((QLabel(name), shown, open_it, copy_it)):
            grid.addWidget(widget, row, column)

    def _open(self, place: Path) -> None:
        """Open the folder: of a file the one it lies in, of what is not there yet the nearest that is."""
        folder = place if place.is_dir() else place.parent
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        if not ask.open_outside(folder):
            self.said.setText(_("这台电脑没有能打开文件夹的程序，请复制位置后自己打开。"))

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.setText(said)

    def _copy_versions(self) -> None:
        self._copy(support.plain(self._facts), _("已复制到剪贴板"))

    def _pack(self) -> None:
        PackDialog(self, support.parts(self._facts, self._ledger)).open()


def facts() -> tuple[tuple[str, str], ...]:
    """Versions, and how the window is shown: half of what looks wrong is a matter of screen and scale."""
    app = QGuiApplication.instance()
    shown = [
        f"{screen.size().width()}×{screen.size().height()} @ {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    platform = app.platformName() if isinstance(app, QGuiApplication) else ""
    return (*support.versions(qVersion()), (_("屏幕"), f"{'、'.join(shown)} · {platform}"))


def _in_lines(listed: Sequence[tuple[str, str]]) -> str:
    """What runs the program, its libraries, and the computer: a line each."""
    named = [name for name, _value in listed]
    libraries = [n for n, name in enumerate(named) if name in support.LIBRARIES]
    first, last = (libraries[0], libraries[-1] + 1) if libraries else (len(listed), len(listed))
    lines = (listed[:first], listed[first:last], *([fact] for fact in listed[last:]))
    return "\n".join(" · ".join(f"{name} {value}" for name, value in line) for line in lines if line)
