"""Word files (.docx): paragraphs and table rows in order, out of the package's own XML."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from tracker.errors import UserError
from tracker.intake.document import Block, Document
from tracker.words import _

# A year's report is some tens of kilobytes; a body of 64 MB, or one that swells 200-fold, was made to harm
MOST_BYTES = 64 * 1024 * 1024
MOST_PACKAGE_BYTES = 512 * 1024 * 1024
MOST_RATIO = 200
RATIO_COUNTS_FROM = 8 * 1024 * 1024

_BODY = "word/document.xml"
_STYLES = "word/styles.xml"


def read(data: bytes, *, name: str) -> Document:
    """The paragraphs and table rows of a .docx. Raises UserError where it is damaged or no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_bomb(package, name=name)
            names = set(package.namelist())
            body = _body_name(package, names, name=name)
            content = _read_member(package, body, name=name)
            root = _parse(content)
            # most offices type their headings unstyled: then the styles, larger than the body, need no reading
            styled = b"pStyle" in content and _STYLES in names
            styles = _levels(_parse(_read_member(package, _STYLES, name=name))) if styled else {}
    except UserError:
        raise
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        OSError,
        ValueError,
        SyntaxError,
        RuntimeError,
    ) as error:
        # lxml's XMLSyntaxError is a SyntaxError; RuntimeError is an encrypted member
        raise _damaged(name) from error
    except NotImplementedError as error:
        raise _damaged(name) from error
    return Document.of(_blocks(root, styles))


def _damaged(name: str) -> UserError:
    return UserError(
        _("{name} 不是完整的 Word 文件，可能没有传完或已经损坏。").format(name=name),
        _("请向报送单位重新要一份，或用 Word、WPS 打开修复后另存为 .docx 再导入。"),
    )


def _refuse_bomb(package: zipfile.ZipFile, *, name: str) -> None:
    """By the sizes in the directory, before anything is unpacked."""
    infos = package.infolist()
    total = sum(info.file_size for info in infos)
    packed = max(1, sum(info.compress_size for info in infos))
    if total > MOST_PACKAGE_BYTES or (total > RATIO_COUNTS_FROM and total / packed > MOST_RATIO):
        raise _bomb(name)


def _bomb(name: str) -> UserError:
    return UserError(
        _("{name} 解开后大得不正常，为安全起见没有读取。").format(name=name),
        _("请用 Word 或 WPS 打开核对，另存为新的 .docx 后再导入。"),
    )


def _read_member(package: zipfile.ZipFile, member: str, *, name: str) -> bytes:
    with package.open(member) as stream:  # the directory may lie about sizes, so the reading itself is bounded
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _bomb(name)
    return content


def _body_name(package: zipfile.ZipFile, names: set[str], *, name: str) -> str:
    if _BODY in names:
        return _BODY
    if any(member.startswith("xl/") for member in names):
        raise UserError(
            _("{name} 是电子表格，不是报告。").format(name=name),
            _("请导入 Word、PDF 或文本格式的报告；填好的台账表请从“导入反馈表”导入。"),
        )
    for member in names:  # some writers number the body, such as word/document2.xml
        if re.fullmatch(r"word/document\d*\.xml", member):
            return member
    raise UserError(_("{name} 不是 Word 文件。").format(name=name), _("请导入 .docx、.pdf 或 .txt 格式的报告。"))


def _parse(content: bytes) -> Any:
    from lxml import etree  # noqa: PLC0415 - 25 ms of start-up that only a Word file needs

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def _local(element: Any) -> str:
    """The tag without its namespace: Word's usual and its strict files differ only there. Comments have none."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def _attribute(element: Any, key: str) -> str | None:
    for name, value in element.attrib.items():
        if name.rsplit("}", 1)[-1] == key:
            return str(value)
    return None


def _blocks(root: Any, styles: dict[str, int]) -> Iterator[Block]:
    for child in root:
        kind = _local(child)
        if kind == "p":
            yield from _paragraph(child, styles)
        elif kind == "tbl":
            for row in child:
                yield from _row(row, styles)
        elif kind in _WRAPPERS:
            yield from _blocks(child, styles)


# Content controls, tracked insertions and the like hold paragraphs that a flat walk would lose
_WRAPPERS = frozenset({"body", "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "txbxContent"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Fallback repeats a drawing's text for older programs, and what was deleted is no longer said
_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "instrText", "delText", "rPr", "txbxContent"})


def _paragraph(element: Any, styles: dict[str, int]) -> Iterator[Block]:
    text = "".join(_texts(element))
    level = _level(element, styles)
    for line in text.split("\n"):
        yield Block(line, level=level)
    for box in element.iterfind(".//{*}txbxContent"):
        if not any(_local(parent) == "Fallback" for parent in box.iterancestors()):
            yield from _blocks(box, styles)


def _texts(element: Any) -> Iterator[str]:
    for child in element:
        kind = _local(child)
        if kind == "t":
            yield child.text or ""
        elif kind == "br" and _attribute(child, "type") in ("page", "column"):
            continue
        elif kind in _BREAKS:
            yield _BREAKS[kind]
        elif kind and kind not in _SKIPPED and kind != "pPr":
            yield from _texts(child)


def _row(element: Any, styles: dict[str, int]) -> Iterator[Block]:
    if _local(element) == "tr":
        yield Block("\t".join(_cell(cell, styles) for cell in _cells(element)), table=True)
    elif _local(element) in _WRAPPERS:
        for child in element:
            yield from _row(child, styles)


def _cells(element: Any) -> Iterator[Any]:
    for child in element:
        if _local(child) == "tc":
            yield child
        elif _local(child) in _WRAPPERS:
            yield from _cells(child)


def _cell(element: Any, styles: dict[str, int]) -> str:
    """The words of a cell, a table within it included."""
    texts = (block.text.replace("\t", " ").strip() for block in _blocks(element, styles))
    return " ".join(text for text in texts if text)


def _level(element: Any, styles: dict[str, int]) -> int | None:
    for properties in element:
        if _local(properties) == "pPr":
            for item in properties:
                if _local(item) == "outlineLvl":
                    return _outline_level(item)
            for item in properties:
                if _local(item) == "pStyle":
                    return styles.get(_attribute(item, "val") or "")
    return None


def _outline_level(item: Any) -> int | None:
    value = _attribute(item, "val") or ""
    return int(value) + 1 if value.isdigit() and int(value) < 9 else None


def _levels(root: Any) -> dict[str, int]:
    """Outline levels by style id, from the style's own outline level or its built-in name (heading 1)."""
    levels: dict[str, int] = {}
    for style in root.iter("{*}style"):
        identity = _attribute(style, "styleId")
        if identity is None:
            continue
        for item in style.iter("{*}outlineLvl", "{*}name"):
            if _local(item) == "outlineLvl":
                level = _outline_level(item)
            else:
                named = re.fullmatch(r"(?:heading|标题)\s*([1-9])", (_attribute(item, "val") or "").lower())
                level = int(named[1]) if named else None
            if level is not None:
                levels[identity] = level
    return levels
