"""Questions to the person at the window; each opens its dialog and calls on with the answer, no nested event loop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from tracker.words import _


def _file_dialog(parent: QWidget, title: str, start: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start) if start else QDir.homePath())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # Qt's own dialog, where the desktop has none, leaves these two in English
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("位置："))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("文件类型："))
    return dialog


def for_files(
    parent: QWidget, title: str, kinds: str, then: Callable[[list[Path]], None], *, start: Path | None = None
) -> QFileDialog:
    """Ask for existing files; ``kinds`` as in Qt: 报告 (*.docx *.pdf)."""
    dialog = _file_dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(kinds)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.open()
    return dialog


def for_target(parent: QWidget, title: str, suggestion: Path, kinds: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask where to save; Qt itself asks before an existing file is overwritten."""
    dialog = _file_dialog(parent, title, suggestion.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(kinds)
    if suggestion.suffix:
        dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.selectFile(suggestion.name)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog


def for_folder(parent: QWidget, title: str, then: Callable[[Path], None], *, start: Path | None = None) -> QFileDialog:
    """Ask for an existing folder."""
    dialog = _file_dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
    return dialog


def whether(parent: QWidget, question: str, more: str, yes: str, then: Callable[[], None]) -> QMessageBox:
    """Ask before something that a person may not mean; ``then`` is called on ``yes``."""
    box = QMessageBox(QMessageBox.Icon.Question, _("请确认"), question, parent=parent)
    box.setInformativeText(more)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(_("取消"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(cancel)
    box.accepted.connect(then)
    box.open()
    return box


def tell(parent: QWidget, title: str, message: str, more: str = "") -> QMessageBox:
    """Say something that needs no answer."""
    box = QMessageBox(QMessageBox.Icon.Information, title, message, parent=parent)
    box.setInformativeText(more)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton(_("知道了"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def open_outside(place: Path) -> bool:
    """Open a file or folder with the program that the computer has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
