"""Fields that edit in place: they look like text, save when they are left, and show a refusal beneath themselves."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from tracker.gui.widgets.names_edit import NamesEdit
from tracker.gui.widgets.unknown_names import UnknownNames

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Field(QWidget):
    """An editor with room for a refusal. ``committed`` carries (name, value) when a changed entry is left."""

    committed = Signal(str, object)

    def __init__(self, name: str, editor: QWidget) -> None:
        super().__init__()
        self.name = name
        self.editor = editor
        self.shown: Any = None
        self._asking = False
        editor.setProperty("quiet", "true")
        editor.installEventFilter(self)
        self.refusal = QLabel()
        self.refusal.setProperty("kind", "error")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addWidget(editor)
        self.column.addWidget(self.refusal)
        self.setFocusProxy(editor)

    # -- what each kind of field gives

    def entry(self) -> Any:
        """The value that is typed now."""
        raise NotImplementedError

    def write(self, value: Any) -> None:
        """Put ``value`` into the editor."""
        raise NotImplementedError

    # -- what all share

    def show_value(self, value: Any) -> None:
        """Show what the ledger has; an entry that was refused and is not yet mended stays."""
        if not self._asking and self.refused and self.entry() != self.shown and value == self.shown:
            return
        self.shown = value
        self.write(value)
        self.clear_refusal()

    def commit(self) -> None:
        """Ask for the entry to be saved, where it differs from what is shown."""
        value = self.entry()
        if value == self.shown or self._asking:
            if value == self.shown:
                self.clear_refusal()
            return
        self._asking = True
        self.clear_refusal()
        try:
            self.committed.emit(self.name, value)
        finally:
            self._asking = False

    def revert(self) -> None:
        """Give up the entry."""
        self.write(self.shown)
        self.clear_refusal()

    @property
    def refused(self) -> bool:
        """Whether a refusal stands beneath."""
        return not self.refusal.isHidden()

    def refuse(self, words: str) -> None:
        """Show why the entry was not saved; it stays for mending."""
        self.refusal.setText(words)
        self.refusal.show()
        self._paint_refused("true")

    def clear_refusal(self) -> None:
        """Nothing is wrong any more."""
        if self.refused:
            self.refusal.hide()
            self._paint_refused("false")

    def _paint_refused(self, refused: str) -> None:
        self.editor.setProperty("refused", refused)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and not event.gotFocus() and event.reason() not in _PASSING:
            self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.revert()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._enter_commits(event):
                self.commit()
                return True
        return super().eventFilter(watched, event)

    def _enter_commits(self, event: QKeyEvent) -> bool:
        return True


class TextField(Field):
    """Several lines; the field is as high as its text."""

    editor: "GrowingText"

    def __init__(self, name: str, *, placeholder: str = "") -> None:
        super().__init__(name, GrowingText())
        self.editor.setPlaceholderText(placeholder)

    def entry(self) -> str:
        return self.editor.toPlainText().strip()

    def write(self, value: str) -> None:
        if self.editor.toPlainText() != value:
            self.editor.setPlainText(value)

    def _enter_commits(self, event: QKeyEvent) -> bool:
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class ChoiceField(Field):
    """One of a few; saved as soon as it is chosen."""

    editor: QComboBox

    def __init__(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        super().__init__(name, _QuietCombo())
        self._values = [value for _text, value in choices]  # Qt would give back an enumeration as a bare string
        self.editor.addItems([text for text, _value in choices])
        self.editor.activated.connect(lambda _index: self.commit())

    def entry(self) -> Any:
        return self._values[self.editor.currentIndex()]

    def write(self, value: Any) -> None:
        self.editor.setCurrentIndex(self._values.index(value))

    def _enter_commits(self, event: QKeyEvent) -> bool:
        return False


class NamesField(Field):
    """Names parted by 、 with completion from those that the ledger knows.

    The entry is saved as it stands, so that it is never lost; names that were new are told beneath, with the known
    ones that may have been meant. Taking one of these corrects the entry; ``forgotten`` is then, while ``committed``
    is heard, what the list should not have got.
    """

    editor: NamesEdit

    def __init__(self, name: str, *, placeholder: str = "") -> None:
        super().__init__(name, NamesEdit())
        self.editor.setPlaceholderText(placeholder)
        self.forgotten: tuple[str, ...] = ()
        self._told: tuple[str, ...] | None = None  # the entry that the line beneath speaks of
        self.news = UnknownNames()
        self.news.setContentsMargins(6, 0, 0, 2)
        self.news.replaced.connect(self._correct)
        self.column.addWidget(self.news)

    def entry(self) -> tuple[str, ...]:
        return self.editor.names()

    def write(self, value: tuple[str, ...]) -> None:
        self.editor.setText("、".join(value))
        self.editor.setCursorPosition(0)

    def show_value(self, value: Any) -> None:
        told = self._told
        spoken = told is not None and not self.news.isHidden()
        super().show_value(value)
        if spoken and value == told:  # another field of the same item was saved
            self._told = told
            self.news.show()

    def clear_refusal(self) -> None:
        super().clear_refusal()
        self._told = None
        self.news.hide()

    def commit(self) -> None:
        value, known = self.entry(), self.editor.known  # as known before: what is saved is known afterwards
        if value == self.shown or self._asking:
            super().clear_refusal()  # what the line beneath says stays true while the item is looked at
            return
        added = [name for name in value if name not in (self.shown or ())]
        new = [name for name in self.editor.unknown() if name in added]
        retired = [name for name in self.editor.retired if name in added]
        super().commit()
        if (new or retired) and not self.refused:
            self._told = value
            self.news.tell(new, retired, known, saved=True)

    def _correct(self, name: str, other: str) -> None:
        self.editor.replace(name, other)
        self.forgotten = (name,)
        try:
            self.commit()
        finally:
            self.forgotten = ()


class GrowingText(QTextEdit):
    """Plain text as high as its lines, so that the panel scrolls as a whole and not field by field."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def sizeHint(self) -> QSize:
        around = self.height() - self.viewport().height() if self.isVisible() else 8
        lines = max(self.document().size().height(), self.fontMetrics().lineSpacing())
        return QSize(200, round(lines) + max(around, 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


class _QuietCombo(QComboBox):
    """Does not take the wheel while it lacks the focus: scrolling the panel must not change a field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: Any) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
