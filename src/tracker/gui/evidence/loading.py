"""Pictures out of files, for workers: images and pages of PDFs decoded no larger than they are needed."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QFileInfo, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from tracker.domain.file_kinds import FileKind, file_kind
from tracker.errors import UserError
from tracker.words import _

MOST_PIXELS = 24_000_000  # of an image that is shown; larger ones are scaled while they are decoded
_MEGABYTES = 512  # for a format that cannot be scaled while it is read; Qt's own 256 refuse a scanned A2 sheet
_LEAST_LEVEL = 700  # pixels; smaller copies than this are not worth keeping


class Shown(NamedTuple):
    """A picture in several sizes, the largest first, each about half of the one before.

    ``natural`` is its size at 100 % in pixels; ``page`` of ``pages`` counts from 0; an image has no pages.
    """

    levels: tuple[QImage, ...]
    natural: QSize
    page: int = 0
    pages: int = 0


def thumbnail(file: Path, name: str, longest: int) -> QImage:
    """A picture of the file, at most ``longest`` pixels wide and high. Raises UserError where there is none."""
    if file_kind(name) is FileKind.PDF:
        return _page(file, 0, longest, longest).levels[0]
    image = _image(file, longest * longest, QSize(longest, longest))
    return image.scaled(
        QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def picture(file: Path, name: str, *, page: int = 0, across: int = 0) -> Shown:
    """The picture to look at; a PDF's page is drawn ``across`` pixels wide. Raises UserError where there is none."""
    if file_kind(name) is FileKind.PDF:
        return _page(file, page, max(across, 64), 1 << 16)
    image = _image(file, MOST_PIXELS, None)
    return Shown(_levels(image), image.size())


def _page(file: Path, page: int, across: int, down: int) -> Shown:
    # pypdfium2 is loaded in the worker, and by the first PDF only
    from tracker.intake.pictures import page_picture  # noqa: PLC0415 - see above

    made = page_picture(file, page, across=across, down=down)
    image = QImage(made.pixels, made.width, made.height, made.stride, QImage.Format.Format_RGB32)
    # at 100 % a page is as large as on paper, where a screen has 96 dots an inch; the copy owns its pixels
    natural = QSize(*(max(1, round(points * 96 / 72)) for points in made.paper))
    return Shown((image.copy(),), natural, page, made.pages)


def _image(file: Path, pixels: int, box: QSize | None) -> QImage:
    if not QFileInfo.exists(str(file)):
        raise UserError(_("文件不见了。"), _("请运行“检查台账”，并从备份取回。"))
    QImageReader.setAllocationLimit(_MEGABYTES)
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)  # kept files have no ending, and those of phones may lie
    reader.setAutoTransform(True)  # phones turn the picture by a mark in it
    size = reader.size()
    if size.isValid():
        wanted = _bounded(size, pixels, box)
        if wanted != size:
            reader.setScaledSize(wanted)
    image = reader.read()
    if image.isNull():
        if size.isValid() and size.width() * size.height() > MOST_PIXELS:
            raise UserError(_("这张图片太大，不能预览。"), _("请点“打开”，用看图软件查看。"))
        raise UserError(_("这张图片打不开，可能没有传完或已经损坏。"), _("请点“打开”试试别的软件。"))
    return image


def _bounded(size: QSize, pixels: int, box: QSize | None) -> QSize:
    """``size`` made smaller, in its own proportions: into ``box`` twice over, or to so many pixels."""
    if box is not None:
        longest = 2 * max(box.width(), box.height())  # twice: decoders cut corners, the rest is scaled well
        if max(size.width(), size.height()) <= longest:
            return size
        return size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    scale = (pixels / max(1, size.width() * size.height())) ** 0.5
    if scale >= 1:
        return size
    return QSize(max(1, int(size.width() * scale)), max(1, int(size.height() * scale)))


def _levels(image: QImage) -> tuple[QImage, ...]:
    levels = [image]
    while max(levels[-1].width(), levels[-1].height()) > 2 * _LEAST_LEVEL:
        half = levels[-1].size() / 2
        levels.append(
            levels[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    return tuple(levels)
