"""What sort of file it is, by its first bytes rather than by its name."""

from enum import Enum, auto
from pathlib import PurePath

from tracker.errors import UserError
from tracker.words import _

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".et", ".csv", ".ods")
_OLD_WORD = (".doc", ".wps", ".rtf", ".odt", ".dot")
_TEXTS = (".txt", ".text", ".md", "")


class FileType(Enum):
    """The types that can be read."""

    TEXT = auto()
    DOCX = auto()
    PDF = auto()


def file_type(data: bytes, *, name: str) -> FileType:
    """The type of ``data``. Raises UserError, saying what to do instead, for those that cannot be read."""
    suffix = PurePath(name).suffix.lower()
    if data.startswith(_ZIP):
        if suffix in _WORKBOOKS:
            raise _workbook(name)
        return FileType.DOCX
    if b"%PDF-" in data[:1024]:
        return FileType.PDF
    if suffix in _WORKBOOKS:
        raise _workbook(name)
    if data.startswith((_OLE, b"{\\rtf")) or suffix in _OLD_WORD:
        raise UserError(
            _("{name} 是旧版 Word 或 WPS 文件，目前还不能直接读取。").format(name=name),
            _("请用 Word 或 WPS 打开它，另存为 .docx 后再导入。"),
        )
    if suffix in (".docx", ".pdf"):
        raise _broken(name, "Word" if suffix == ".docx" else "PDF")
    if data.startswith(_IMAGES):
        raise UserError(
            _("{name} 是图片，里面没有文字。").format(name=name), _("请先做文字识别（OCR），或改用 Word 原件导入。")
        )
    if suffix not in _TEXTS:
        raise UserError(_("{name} 的类型不能导入。").format(name=name), _("请导入 .docx、.pdf 或 .txt 格式的报告。"))
    return FileType.TEXT


def _workbook(name: str) -> UserError:
    return UserError(
        _("{name} 是电子表格，不是报告。").format(name=name),
        _("请导入 Word、PDF 或文本格式的报告。"),
    )


def _broken(name: str, program: str) -> UserError:
    return UserError(
        _("{name} 不是完整的 {program} 文件，可能没有传完或已经损坏。").format(name=name, program=program),
        _("请重新下载，或向报送单位再要一份。"),
    )
