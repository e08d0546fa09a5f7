"""Running operations for the window, and the only place in it that turns errors into words."""

import sys
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from tracker import paths
from tracker.domain.journal import Step
from tracker.errors import Cancelled, UserError
from tracker.ledger import Done, Ledger
from tracker.logs import log
from tracker.operations.operation import Operation
from tracker.words import _

T = TypeVar("T")


class Performer(QObject):
    """Performs operations on one ledger. ``performed`` carries the ``Done`` of each that changed something."""

    performed = Signal(object)

    def __init__(self, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger

    def perform(self, operation: Operation[T], *, parent: QWidget | None) -> Done[T] | None:
        """Do ``operation``; a refusal or a fault is shown in a box over ``parent``, and the answer is None."""
        return self._shown(self.try_perform(operation), parent)

    def try_perform(self, operation: Operation[T]) -> Done[T] | UserError:
        """Do ``operation``; a refusal is given back, for the caller to show where it belongs. Faults are logged."""
        return self._try(lambda: self._ledger.perform(operation))

    def undo(self, *, parent: QWidget | None) -> Done[None] | None:
        """Take back the last step that stands."""
        return self._shown(self._try(self._ledger.undo), parent)

    def redo(self, *, parent: QWidget | None) -> Done[None] | None:
        """Bring back what the last undo took."""
        return self._shown(self._try(self._ledger.redo), parent)

    def undo_step(self, step: Step, *, parent: QWidget | None) -> Done[None] | None:
        """Take back one step out of the history."""
        return self._shown(self._try(lambda: self._ledger.undo_step(step)), parent)

    def _try(self, act: Callable[[], Done[T]]) -> Done[T] | UserError:
        try:
            done = act()
        except Exception as error:  # noqa: BLE001 - the boundary: what comes here is either worded or logged
            return in_words(error)
        if done.step is not None:
            self.performed.emit(done)
        return done

    def _shown(self, answer: Done[T] | UserError, parent: QWidget | None) -> Done[T] | None:
        if isinstance(answer, UserError):
            show_error(answer, parent)
            return None
        return answer


def in_words(error: BaseException) -> UserError:
    """``error`` as a sentence for the office. What is ours is logged with its traceback; the sentence says where."""
    if isinstance(error, UserError):
        return error
    if isinstance(error, Cancelled):
        return UserError(_("已取消，没有改动。"))
    log.error("unexpected", exc_info=error)
    return UserError(
        _("程序内部出错，这一步没有完成，台账没有改动。"),
        _("请再试一次；如果还是不行，请把日志文件发给维护人员：{file}").format(file=paths.log_file()),
    )


def show_error(error: BaseException, parent: QWidget | None) -> QMessageBox | None:
    """Say ``error`` in a box over ``parent``; what a person cancelled needs no words."""
    if isinstance(error, Cancelled):
        return None
    words = in_words(error)
    box = QMessageBox(QMessageBox.Icon.Warning, _("没有完成"), words.message, parent=parent)
    box.setInformativeText(words.hint)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # the log's place can be copied
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton(_("知道了"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def install_excepthook() -> None:
    """Word and log whatever escapes from a slot, so that no fault goes unseen."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        show_error(error.with_traceback(trace), QApplication.activeWindow())

    sys.excepthook = hook
