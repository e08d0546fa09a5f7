"""Plain text files: UTF-8, UTF-16 or GB18030 bytes into a document of lines."""

from tracker.errors import UserError
from tracker.intake.document import Block, Document
from tracker.intake.radicals import ORDINARY
from tracker.words import _

# Offices write these by hand or by export; anything else below U+0020 in a decoded text means it was no text at all
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1a\x00")
_JUNK_SHARE = 0.02


def read(data: bytes, *, name: str) -> Document:
    """The lines of ``data``. A form feed begins a new page. Raises UserError where it is no text."""
    # text copied out of a PDF brings its radicals along
    text = decode(data, name=name).replace("\r\n", "\n").replace("\r", "\n").translate(ORDINARY)
    pages = text.split("\f")
    return Document.of(
        Block(line.rstrip(), page=number if len(pages) > 1 else None)
        for number, page in enumerate(pages, start=1)
        for line in page.split("\n")
    )


def decode(data: bytes, *, name: str) -> str:
    """``data`` as text: by its byte order mark, else UTF-16 by its shape, strict UTF-8, GB18030, at last a guess."""
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.lstrip("\ufeff").rstrip("\x00\x1a")
        if _is_text(text):
            return text
    guessed = _guess(data)
    if guessed is not None and _is_text(guessed):
        return guessed
    raise UserError(
        _("{name} 里的内容不是文字，读不出来。").format(name=name),
        _("请确认它是文本文件；如果是 Word 或 PDF 文件，请改回原来的扩展名再导入。"),
    )


def _candidates(data: bytes) -> list[str]:
    if data.startswith(b"\xef\xbb\xbf"):
        return ["utf-8-sig"]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ["utf-16"]
    shape = _utf16_shape(data)
    return [*([shape] if shape else []), "utf-8", "gb18030"]


def _utf16_shape(data: bytes) -> str | None:
    """UTF-16 without a mark, known by its line feeds and ASCII digits: every second byte of them is zero."""
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > even * 4 and odd >= 2:
        return "utf-16-le"
    if even > odd * 4 and even >= 2:
        return "utf-16-be"
    return None


def _is_text(text: str) -> bool:
    controls = sum(1 for char in text if char < " " and char not in _ALLOWED_CONTROLS)
    # NUL is allowed above only as padding; private-use and unassigned planes are what GB18030 makes of random bytes
    strange = sum(1 for char in text if char == "\x00" or "\ue000" <= char <= "\uf8ff" or char >= "\U00040000")
    return (controls + strange) <= len(text) * _JUNK_SHARE


def _guess(data: bytes) -> str | None:
    import charset_normalizer  # noqa: PLC0415 - 40 ms of start-up, for the rare file in Big5 or another code

    best = charset_normalizer.from_bytes(data).best()
    return None if best is None else str(best)
