"""A page of a PDF file becomes a picture: plain pixels, for whoever shows them."""

from pathlib import Path
from typing import Any, NamedTuple

from tracker.errors import UserError
from tracker.intake.pdfium import LOCK
from tracker.words import _

MOST_PIXELS = 24_000_000  # of one picture, 96 MB; a sheet of A0 at full zoom is drawn no finer than this
_FPDF_ERR_PASSWORD = 4


class PagePicture(NamedTuple):
    """``pixels`` are rows of ``stride`` bytes, four bytes a pixel: blue, green, red and one that says nothing.

    ``paper`` is the page's own size in points, a seventy-second of an inch; ``page`` counts from 0.
    """

    pixels: bytes
    width: int
    height: int
    stride: int
    page: int
    pages: int
    paper: tuple[float, float]


def page_picture(file: Path, page: int = 0, *, across: int, down: int) -> PagePicture:
    """Draw one page as large as fits into ``across`` × ``down`` pixels.

    Raises UserError where the file is locked, damaged, gone, or has no such page.
    """
    import pypdfium2  # noqa: PLC0415 - a native library; loading it costs a start that only a PDF needs

    with LOCK:
        try:
            pdf = pypdfium2.PdfDocument(file)
        except FileNotFoundError as error:
            raise UserError(_("文件不见了。"), _("请运行“检查台账”，并从备份取回。")) from error
        except (pypdfium2.PdfiumError, OSError, ValueError) as error:
            raise _unopened(error) from error
        try:
            pages = len(pdf)
            if not 0 <= page < pages:
                raise UserError(_("这个 PDF 文件没有第 {n} 页。").format(n=page + 1), _("文件可能已经损坏。"))
            return _drawn(pdf, page, pages, across, down)
        except pypdfium2.PdfiumError as error:
            raise _broken() from error
        finally:
            pdf.close()


def _drawn(pdf: Any, page: int, pages: int, across: int, down: int) -> PagePicture:
    if pdf.get_formtype():
        pdf.init_forms()  # or what was filled in stays invisible
    sheet = pdf[page]
    try:
        width, height = sheet.get_size()
        if width <= 0 or height <= 0:
            raise _broken()
        scale = min(across / width, down / height, (MOST_PIXELS / (width * height)) ** 0.5)
        bitmap = sheet.render(scale=max(scale, 1 / min(width, height)), prefer_bgrx=True)
        try:
            return PagePicture(
                bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, page, pages, (width, height)
            )
        finally:
            bitmap.close()
    finally:
        sheet.close()


def _unopened(error: Exception) -> UserError:
    if getattr(error, "err_code", None) == _FPDF_ERR_PASSWORD or "assword" in str(error):
        return UserError(_("这个 PDF 文件设了打开密码，不能预览。"), _("请点“打开”，在阅读器里输入密码查看。"))
    return _broken()


def _broken() -> UserError:
    return UserError(
        _("这个 PDF 文件不完整，可能没有传完或已经损坏。"), _("请点“打开”试试别的阅读器，或向提供的人再要一份。")
    )
