"""The manual in a window of its own, which stays open beside the work and beside every dialog."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QByteArray, QModelIndex, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tracker import settings
from tracker.errors import UserError
from tracker.gui.help.chapter_list import ChapterList
from tracker.gui.help.chapter_view import ZOOMS, ChapterView
from tracker.gui.help.chapters import Chapter, read_chapters
from tracker.gui.help.keys import tables
from tracker.gui.help.visited import Visited
from tracker.gui.perform import show_error
from tracker.gui.theme import LIGHT, Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import muted
from tracker.logs import log
from tracker.words import _, chosen_language

_GEOMETRY, _ZOOM = "manual", "manual_zoom"  # among the settings' window states
_SIZE = QSize(1040, 760)
_open: list["ManualWindow"] = []  # it has no parent that would own it: each modal dialog would lock it with the parent


def show_manual(parent: QWidget | None, theme: Theme | None = None, chapter: str = "") -> "ManualWindow | None":
    """Open the manual at ``chapter``, or bring the one that is open there; None where its files are missing.

    Without ``theme`` an open manual keeps its colours, and a new one takes those of the window around ``parent``.
    """
    wanted = theme or _theme_of(parent)
    if not _open:
        try:
            chapters = read_chapters(chosen_language(), tables())
        except OSError as error:
            log.warning("no manual: %s", error)
            hint = _("请重新安装程序，或复制一份完整的程序文件夹。")
            show_error(UserError(_("找不到使用手册的文件。"), hint), parent)
            return None
        _open.append(ManualWindow(chapters, wanted or LIGHT))
    window = _open[0]
    if wanted is not None and wanted is not window.view.theme:
        window.set_theme(wanted)
    if chapter:
        window.go(chapter)
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
    return window


def use_theme(theme: Theme) -> None:
    """Dress the manual, where it is open, as the rest of the program now is."""
    for window in _open:
        window.set_theme(theme)


def close_manual() -> None:
    """Close the manual, where it is open: in another language it is another book."""
    for window in tuple(_open):
        window.close()


def _theme_of(widget: QWidget | None) -> Theme | None:
    while widget is not None:
        if isinstance(found := getattr(widget, "theme", None), Theme):
            return found
        widget = widget.parentWidget()
    return None


class ManualWindow(QWidget):
    """Chapters at the left, the chapter at the right; Ctrl+F searches all, Alt+← goes back, Esc closes."""

    def __init__(self, chapters: Sequence[Chapter], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # the program ends with its ledger's window
        self.setWindowTitle(_("使用手册"))
        self._visited = Visited()
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(_("在手册里搜索  Ctrl+F"))
        self.search.setAccessibleName(_("在手册里搜索"))
        self.search.setClearButtonEnabled(True)
        self.found = muted(wrap=True)
        self.found.hide()
        self.chapters = ChapterList(chapters)
        self.list = QListView()
        self.list.setObjectName("chapters")
        self.list.setAccessibleName(_("章节"))
        self.list.setModel(self.chapters)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view = ChapterView(theme)
        self.back = button("←", lambda: self._travel(-1), tip=_("后退（Alt+←）"))
        self.forward = button("→", lambda: self._travel(1), tip=_("前进（Alt+→）"))
        self.smaller = button("A−", lambda: self.zoom(-1), tip=_("文字缩小（Ctrl+-）"))
        self.larger = button("A+", lambda: self.zoom(1), tip=_("文字放大（Ctrl++）"))
        for made, name in (
            (self.back, _("后退")),
            (self.forward, _("前进")),
            (self.smaller, _("文字缩小")),
            (self.larger, _("文字放大")),
        ):
            made.setAccessibleName(name)
        self._lay_out()
        self._wire()
        self._restore()
        self.go(chapters[0].key)
        self.view.setFocus()

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(12, 12, 8, 12)
        side.setSpacing(8)
        for widget in (self.search, self.found, self.list):
            side.addWidget(widget)
        main = QVBoxLayout(right)
        main.setContentsMargins(0, 12, 0, 0)
        main.setSpacing(6)
        bar = row_of(self.back, self.forward, None, self.smaller, self.larger, spacing=6)
        bar.setContentsMargins(16, 0, 16, 0)
        main.addLayout(bar)
        main.addWidget(self.view, 1)
        beside = QSplitter()
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(1)
        beside.addWidget(left)
        beside.addWidget(right)
        beside.setStretchFactor(1, 1)
        beside.setSizes([250, _SIZE.width() - 250])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(beside)
        self.setMinimumSize(640, 420)
        for before, after in ((self.search, self.list), (self.list, self.view), (self.view, self.back)):
            QWidget.setTabOrder(before, after)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(lambda: self.go_to_hit(1))
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.view.followed.connect(self._follow)
        self.view.zoomed.connect(self.zoom)
        keys = QKeySequence.StandardKey
        listed = (
            ([QKeySequence(keys.Find)], self._start_search),
            ([QKeySequence("F3")], lambda: self.go_to_hit(1)),
            ([QKeySequence("Shift+F3")], lambda: self.go_to_hit(-1)),
            ([QKeySequence("Alt+Left")], lambda: self._travel(-1)),
            ([QKeySequence("Alt+Right")], lambda: self._travel(1)),
            ([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")], lambda: self.zoom(1)),
            ([QKeySequence("Ctrl+-")], lambda: self.zoom(-1)),
            ([QKeySequence("Ctrl+0")], lambda: self._set_zoom(100)),
            ([QKeySequence("Esc")], self._escape),
        )
        for sequences, act in listed:
            shortcut = QShortcut(self)
            shortcut.setKeys(sequences)
            shortcut.activated.connect(act)
        down = QShortcut(QKeySequence("Down"), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(lambda: self.list.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def set_theme(self, theme: Theme) -> None:
        """Show the manual in other colours, and in the size that the program's font now has."""
        self.view.theme = theme
        self.view.show_again()

    # -- going

    @property
    def chapter(self) -> str:
        """The key of the chapter that is shown."""
        return self.view.chapter.key if self.view.chapter else ""

    def go(self, key: str, heading: str = "") -> None:
        """Show a chapter, from a heading where one is named; an unknown one leaves what is shown."""
        chapter = self.chapters.chapter(key)
        if chapter is None:
            return
        self._visited.leave(self.view.verticalScrollBar().value())
        if key != self.chapter:
            self.view.show_chapter(chapter, heading)
        elif heading:
            self.view.go_to_heading(heading)
        self._visited.come(key, self.view.verticalScrollBar().value())
        self._mark()

    def _follow(self, key: str, heading: str) -> None:
        self.go(key or self.chapter, heading)

    def _travel(self, step: int) -> None:
        if not self._visited.can(step):
            return
        self._visited.leave(self.view.verticalScrollBar().value())
        key, scrolled = self._visited.travel(step)
        if (chapter := self.chapters.chapter(key)) is not None:
            self.view.show_chapter(chapter)
            self.view.verticalScrollBar().setValue(scrolled)
        self._mark()

    def _mark(self) -> None:
        """Let list and buttons say where one is."""
        self.back.setEnabled(self._visited.can(-1))
        self.forward.setEnabled(self._visited.can(1))
        row = self.chapters.row_of(self.chapter)
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        self.list.setCurrentIndex(self.chapters.index(row) if row >= 0 else QModelIndex())
        selection.blockSignals(False)
        self.list.viewport().update()

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.go(self.chapters.shown[now.row()].key)

    # -- searching

    def _start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search(self, typed: str) -> None:
        selection = self.list.selectionModel()
        selection.blockSignals(True)  # a narrowed list is no wish to go elsewhere
        self.chapters.search(typed)
        selection.blockSignals(False)
        self.view.mark(typed)
        self._mark()
        n = len(self.chapters.shown)
        self.found.setVisible(bool(typed.split()))
        self.found.setText(
            _("{chapters} 章里共 {n} 处，回车跳到下一处").format(chapters=n, n=self.chapters.total)
            if n
            else _("没有找到，换个词试试")
        )

    def go_to_hit(self, step: int) -> None:
        """Go to the next place of the searched words, in this chapter or, after its end, in the next that has them."""
        if not self.search.text().split() or not self.chapters.shown or self.view.go_to_hit(step):
            return
        row = self.chapters.row_of(self.chapter)
        row = (row + step) % len(self.chapters.shown) if row >= 0 else 0
        self.go(self.chapters.shown[row].key)
        self.view.moveCursor(
            self.view.textCursor().MoveOperation.Start if step > 0 else self.view.textCursor().MoveOperation.End
        )
        self.view.go_to_hit(step)

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
            self.view.setFocus()
        else:
            self.close()

    # -- size and zoom

    def zoom(self, step: int) -> None:
        """Show the text a step larger or smaller."""
        place = min(max(ZOOMS.index(self.view.zoom) + step, 0), len(ZOOMS) - 1)
        self._set_zoom(ZOOMS[place])

    def _set_zoom(self, zoom: int) -> None:
        self.view.set_zoom(zoom)
        self.smaller.setEnabled(zoom > ZOOMS[0])
        self.larger.setEnabled(zoom < ZOOMS[-1])

    def _restore(self) -> None:
        kept = settings.load().window
        self.resize(_SIZE)
        if geometry := kept.get(_GEOMETRY):
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        zoom = kept.get(_ZOOM, "")
        self._set_zoom(int(zoom) if zoom.isdigit() and int(zoom) in ZOOMS else 100)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        try:
            now = settings.load()
            settings.save(replace(now, window={**now.window, _GEOMETRY: geometry, _ZOOM: str(self.view.zoom)}))
        except OSError as error:
            log.warning("window state not saved: %s", error)
        if self in _open:
            _open.remove(self)
        super().closeEvent(event)
