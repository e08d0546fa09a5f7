"""Looking at files without leaving the window: images and PDFs, one after another; Space opens and closes it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.file_kinds import FileKind, file_kind
from tracker.errors import UserError
from tracker.gui.evidence.loading import Shown
from tracker.gui.evidence.picture_view import PictureView
from tracker.gui.evidence.pictures import Pictures
from tracker.gui.perform import in_words
from tracker.gui.theme import Theme
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import ElidedLabel, muted
from tracker.words import _

if TYPE_CHECKING:
    from tracker.gui.files import Kept

_SHARPEN_MS = 160  # a page is drawn anew when zooming has come to rest
_PATIENCE_MS = 150  # a picture that comes sooner needs no words before it


class PreviewDialog(QDialog):
    """``open_wanted`` and ``save_wanted`` carry the file shown; ``went_to`` its place among ``files``."""

    open_wanted = Signal(object)
    save_wanted = Signal(object)
    went_to = Signal(int)

    def __init__(self, parent: QWidget, theme: Theme, pictures: Pictures, files: "Sequence[Kept]", at: int = 0) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("预览佐证材料"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_fitting(parent))
        self._pictures, self._files, self.at = pictures, tuple(files), at
        self._page, self._pages, self._drawn_across = 0, 0, 0
        self._over = False
        self.name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.name.setProperty("kind", "subheading")
        self.count = muted()
        self.before = button(_("上一份"), lambda: self.go(self.at - 1), tip="←")
        self.after = button(_("下一份"), lambda: self.go(self.at + 1), tip="→")
        self.view = PictureView(theme)
        self.view.setAccessibleName(_("预览"))
        self.view.zoomed.connect(self._zoomed)
        self.view.turned_over.connect(self.turn_page)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMargin(40)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.words)
        self.smaller = button("−", lambda: self.view.step(-1), tip=_("缩小（-，或 Ctrl+滚轮）"))
        self.larger = button("+", lambda: self.view.step(1), tip=_("放大（+，或 Ctrl+滚轮）"))
        self.percent = muted()
        self.percent.setMinimumWidth(44)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.whole = button(_("适合窗口"), self.view.fit, tip=_("按 0，或双击图片"))
        self.turn = button(_("旋转"), self.view.turn, tip=_("向右转 90 度（R），只影响预览"))
        self.page_up = button(_("上一页"), lambda: self.turn_page(-1), tip="PgUp")
        self.page_down = button(_("下一页"), lambda: self.turn_page(1), tip="PgDn")
        self.page = muted()
        self.open_outside = button(_("打开"), lambda: self.open_wanted.emit(self._files[self.at]))
        self.save = button(_("另存为…"), lambda: self.save_wanted.emit(self._files[self.at]))
        self.leave = button(_("关闭"), self.reject, tip=_("Esc 或空格"))
        for made, words in ((self.smaller, _("缩小")), (self.larger, _("放大"))):
            made.setAccessibleName(words)
        self._lay_out()
        self._sharpen = QTimer(self, singleShot=True, interval=_SHARPEN_MS)
        self._sharpen.timeout.connect(self._draw_sharper)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._say(_("正在读取……")))
        self._bind()
        for made in self.findChildren(QPushButton):
            made.setAutoDefault(False)  # or Enter would go to the file before
        self.finished.connect(lambda _result: self._end())
        self.go(at)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        top = row_of(self.name, self.count, self.before, self.after)
        top.setStretch(0, 1)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        self._tools = (self.smaller, self.percent, self.larger, self.whole, self.turn)
        self._paging = (self.page_up, self.page, self.page_down)
        column.addLayout(row_of(*self._tools, *self._paging, None, self.open_outside, self.save, self.leave, spacing=6))
        self.view.setFocus()

    def _bind(self) -> None:
        for keys, act in (
            ("+", lambda: self.view.step(1)),
            ("=", lambda: self.view.step(1)),
            ("-", lambda: self.view.step(-1)),
            ("0", self.view.fit),
            ("1", lambda: self.view.zoom_to(1.0)),
            ("R", self.view.turn),
            ("PgUp", lambda: self.turn_page(-1)),
            ("PgDown", lambda: self.turn_page(1)),
            ("Left", lambda: self.go(self.at - 1)),
            ("Right", lambda: self.go(self.at + 1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.reject()
            return
        super().keyPressEvent(event)

    # -- which file, which page

    def go(self, at: int) -> None:
        """Show the file at a place of the list; beyond its ends nothing happens."""
        if not 0 <= at < len(self._files):
            return
        self.at, self._page, self._pages = at, 0, 0
        file = self._files[at]
        self.name.setText(file.name)
        self.count.setText(_("第 {n} 份，共 {all} 份").format(n=at + 1, all=len(self._files)))
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at + 1 < len(self._files))
        self._show_tools(on=False)
        self.went_to.emit(at)
        if file_kind(file.name).previewed:
            self._load(fresh=True)
        else:
            self._patience.stop()
            self._pictures.forget_shown()
            self._say(_("不能预览这种文件，请打开查看，或另存后查看。"))

    def turn_page(self, step: int) -> None:
        """Show the next page of a PDF, or the one before."""
        if 0 <= self._page + step < self._pages:
            self._page += step
            self._load(fresh=False)
            self.view.to_top(end=step < 0)

    def _load(self, *, fresh: bool) -> None:
        self._patience.start()
        file, page = self._files[self.at], self._page
        across = self._across()
        wanted = (self.at, page)

        def done(shown: Shown) -> None:
            if not self._over and wanted == (self.at, self._page):
                self._show(shown, fresh=fresh, across=across)

        def failed(error: BaseException) -> None:
            if not self._over and wanted == (self.at, self._page):
                self._patience.stop()
                self._refuse(in_words(error))

        self._pictures.load(file.sha256, file.name, page=page, across=across, done=done, failed=failed)

    def _across(self) -> int:
        """How many pixels wide a page must be drawn to be sharp."""
        if self.view.fits:
            return round(self.view.maximumViewportSize().width() * self.devicePixelRatioF())
        return self.view.pixels_across()

    def _show(self, shown: Shown, *, fresh: bool, across: int) -> None:
        self._patience.stop()
        self._pages, self._drawn_across = shown.pages, across
        self.stack.setCurrentWidget(self.view)
        self.view.show_picture(shown, keep_zoom=not fresh)
        self._show_tools(on=True)

    def _refuse(self, error: UserError) -> None:
        self._show_tools(on=False)
        self._say(str(error))

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.stack.setCurrentWidget(self.words)

    def _show_tools(self, *, on: bool) -> None:
        for made in self._tools:
            made.setVisible(on)
        for made in self._paging:
            made.setVisible(on and self._pages > 1)
        self.page.setText(_("第 {n} 页，共 {all} 页").format(n=self._page + 1, all=self._pages))
        self.page_up.setEnabled(self._page > 0)
        self.page_down.setEnabled(self._page + 1 < self._pages)

    # -- zooming

    def _zoomed(self) -> None:
        self.percent.setText(f"{self.view.zoom:.0%}")
        self._sharpen.start()

    def _draw_sharper(self) -> None:
        """A page that is looked at closer than it was drawn for is drawn again; an image has all its pixels."""
        file = self._files[self.at]
        if (
            file_kind(file.name) is FileKind.PDF
            and self.stack.currentWidget() is self.view
            and self._across() > self._drawn_across * 1.1
        ):
            self._load(fresh=False)
            self._patience.stop()  # the coarse one stays until then

    def _end(self) -> None:
        self._over = True
        self._pictures.forget_shown()


def _fitting(parent: QWidget) -> tuple[int, int]:
    """As large as the window it stands over, nearly."""
    window = parent.window()
    return max(640, min(1180, window.width() - 80)), max(480, min(900, window.height() - 60))
