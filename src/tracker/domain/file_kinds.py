"""What sort of file a name promises: for icons, filters, and what can be previewed."""

from enum import StrEnum
from pathlib import PurePath

from tracker.words import N_


class FileKind(StrEnum):
    """The sorts of file that an office keeps as evidence."""

    PICTURE = "picture"
    PDF = "pdf"
    DOCUMENT = "document"
    SHEET = "sheet"
    SLIDES = "slides"
    TEXT = "text"
    MEDIA = "media"
    ARCHIVE = "archive"
    OTHER = "other"

    @property
    def word(self) -> str:
        return _WORDS[self]

    @property
    def previewed(self) -> bool:
        """Whether the window can show it itself."""
        return self in (FileKind.PICTURE, FileKind.PDF)


_WORDS = {
    FileKind.PICTURE: N_("图片"),
    FileKind.PDF: "PDF",
    FileKind.DOCUMENT: N_("文档"),
    FileKind.SHEET: N_("表格"),
    FileKind.SLIDES: N_("演示文稿"),
    FileKind.TEXT: N_("文本"),
    FileKind.MEDIA: N_("音视频"),
    FileKind.ARCHIVE: N_("压缩包"),
    FileKind.OTHER: N_("其他"),
}
_ENDINGS = {
    FileKind.PICTURE: "png jpg jpeg jpe jfif bmp gif webp tif tiff ico svg",
    FileKind.PDF: "pdf",
    FileKind.DOCUMENT: "doc docx docm dot dotx wps wpt rtf odt ofd",
    FileKind.SHEET: "xls xlsx xlsm et ett csv ods",
    FileKind.SLIDES: "ppt pptx pptm pps ppsx dps dpt odp",
    FileKind.TEXT: "txt text md log json xml html htm eml",
    FileKind.MEDIA: "mp4 avi mov mkv wmv flv m4v 3gp mp3 wav m4a wma aac amr ogg",
    FileKind.ARCHIVE: "zip rar 7z tar gz bz2 xz",
}
_BY_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}


def file_kind(name: str) -> FileKind:
    """The sort that the ending of ``name`` tells."""
    return _BY_ENDING.get(PurePath(name).suffix.lower().removeprefix("."), FileKind.OTHER)
