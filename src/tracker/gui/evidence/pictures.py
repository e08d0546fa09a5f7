"""The pictures of kept files: thumbnails drawn in the background and remembered, larger ones on demand."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from tracker.domain.file_kinds import file_kind
from tracker.gui.evidence import loading
from tracker.gui.evidence.icons import paint_icon
from tracker.gui.evidence.quiet import Quiet
from tracker.gui.theme import Theme

_LONGEST = 112  # pixels; a thumbnail of 44 stays sharp on a screen of 250 %
_KEPT = 600  # of them, about 30 MB


class Pictures(QObject):
    """``came`` carries the SHA-256 of a file whose thumbnail is there now."""

    came = Signal(str)

    def __init__(self, place: Callable[[str], Path], parent: QObject | None = None) -> None:
        """``place`` tells where the file of a SHA-256 lies."""
        super().__init__(parent)
        self._place = place
        self._quiet = Quiet(self)
        self._thumbnails: OrderedDict[str, QPixmap | None] = OrderedDict()  # None: there is none to be had
        self._asked: set[str] = set()

    def thumbnail(self, sha256: str, name: str) -> QPixmap | None:
        """The file's thumbnail, where it is there already; otherwise it is asked for, and ``came`` tells of it."""
        if sha256 in self._thumbnails:
            self._thumbnails.move_to_end(sha256)
            return self._thumbnails[sha256]
        if sha256 not in self._asked and file_kind(name).previewed:
            self._asked.add(sha256)
            work = partial(loading.thumbnail, self._place(sha256), name, _LONGEST)
            dropped = self._quiet.start(
                sha256, work, partial(self._keep, sha256), lambda _error: self._keep(sha256, QImage())
            )
            self._asked.difference_update(str(key) for key in dropped)
        return None

    def paint(self, painter: QPainter, box: QRectF, sha256: str, name: str, theme: Theme) -> None:
        """Draw the thumbnail into ``box``, or the icon of its sort."""
        found = self.thumbnail(sha256, name)
        if found is None:
            paint_icon(painter, box, file_kind(name), theme)
            return
        size = found.size().toSizeF()
        scale = min(box.width() / size.width(), box.height() / size.height())
        target = QRectF(0, 0, size.width() * scale, size.height() * scale)
        target.moveCenter(box.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, found, QRectF(found.rect()))
        painter.setPen(QColor(theme.border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(target)
        painter.restore()

    def load(
        self,
        sha256: str,
        name: str,
        *,
        page: int,
        across: int,
        done: Callable[[loading.Shown], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Get the picture to look at; only the last one asked for comes, where several wait."""
        work = partial(loading.picture, self._place(sha256), name, page=page, across=across)
        self._quiet.start("shown", work, done, failed)

    def forget_shown(self) -> None:
        """Nobody looks at the large picture any more."""
        self._quiet.forget("shown")

    @property
    def busy(self) -> bool:
        """Whether pictures are being drawn."""
        return self._quiet.busy

    def close(self) -> None:
        """Draw no more; to be called before the ledger's folder may go."""
        self._quiet.shutdown()

    def _keep(self, sha256: str, image: QImage) -> None:
        self._asked.discard(sha256)
        self._thumbnails[sha256] = None if image.isNull() else QPixmap.fromImage(image)
        while len(self._thumbnails) > _KEPT:
            self._thumbnails.popitem(last=False)
        self.came.emit(sha256)
