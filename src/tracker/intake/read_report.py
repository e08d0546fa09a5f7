"""The one door in: a report's file or bytes become an import draft."""

import hashlib
from dataclasses import replace
from pathlib import Path

from tracker.domain.drafts import ImportDraft
from tracker.domain.rectification import proposed_type
from tracker.errors import UserError
from tracker.intake import sniff
from tracker.intake.document import Block, Document
from tracker.intake.extract import Extracted, extract
from tracker.intake.healing import Healed, heal
from tracker.intake.readers import docx, pdf, text
from tracker.intake.rules import has_report_traits
from tracker.progress import Progress, silent
from tracker.words import _

MOST_BYTES = 200 * 1024 * 1024  # a report with photographs may be large; a film is no report


def read_report(path: Path, progress: Progress = silent) -> ImportDraft:
    """The draft of the file at ``path``. Raises UserError, worded for the office, where it cannot be read."""
    name = path.name
    try:
        if path.is_dir():
            raise UserError(_("{name} 是文件夹，不是报告。").format(name=name), _("请选择文件夹里的报告文件。"))
        if not path.exists():
            raise UserError(_("找不到文件 {name}。").format(name=path), _("请核对路径，文件可能已被移动、改名或删除。"))
        if path.stat().st_size > MOST_BYTES:
            raise UserError(
                _("{name} 太大，不像是报告。").format(name=name), _("请核对是否选错了文件；能导入的文件不超过 200 MB。")
            )
        data = path.read_bytes()
    except PermissionError as error:
        raise UserError(
            _("没有权限读取 {name}。").format(name=name), _("请关闭正在使用它的程序，或把它复制到自己的文件夹再导入。")
        ) from error
    except OSError as error:
        raise UserError(
            _("读取 {name} 失败：{why}。").format(name=name, why=error.strerror or error),
            _("请检查磁盘或网络连接后再试。"),
        ) from error
    return read_bytes(data, name=name, progress=progress)


def read_bytes(data: bytes, *, name: str, progress: Progress = silent) -> ImportDraft:
    """The draft of a file's content; ``name`` is told in messages and helps to know its type."""
    progress(0, 3, _("正在读取 {name}").format(name=name))
    if not data.strip(b"\x00\t\n\r "):
        raise UserError(_("{name} 是空文件。").format(name=name), _("请核对文件是否已经保存或传完，再重新导入。"))
    match sniff.file_type(data, name=name):
        case sniff.FileType.DOCX:
            document = docx.read(data, name=name)
        case sniff.FileType.PDF:
            document = pdf.read(data, name=name, progress=progress)
        case sniff.FileType.TEXT:
            document = text.read(data, name=name)
    return _draft(document, name=name, sha256=hashlib.sha256(data).hexdigest(), progress=progress)


def read_text(words: str, *, name: str) -> ImportDraft:
    """The draft of text already at hand, such as what was pasted."""
    document = Document.of(Block(line) for line in words.splitlines())
    return _draft(document, name=name, sha256=hashlib.sha256(words.encode()).hexdigest(), progress=silent)


def _draft(document: Document, *, name: str, sha256: str, progress: Progress) -> ImportDraft:
    progress(1, 3, _("正在整理段落"))
    healed = heal(document)
    if not healed.text.strip():
        raise UserError(_("{name} 里没有文字。").format(name=name), _("请核对文件内容后再导入。"))
    progress(2, 3, _("正在识别问题和计划"))
    found = extract(healed)
    _refuse_other_papers(healed, found, name=name)
    progress(3, 3)
    return ImportDraft(
        file_name=name,
        file_sha256=sha256,
        text=document.text,
        title=found.masthead.title or Path(name).stem,
        organization=found.masthead.organization,
        report_year=found.masthead.report_year,
        candidates=tuple(replace(one, rectification=proposed_type(one)) for one in found.candidates),
        sections=found.sections,
    )


def _refuse_other_papers(healed: Healed, found: Extracted, *, name: str) -> None:
    """A report may truly lack both parts; a paper that never speaks of law-based government is another paper."""
    if not found.candidates and not has_report_traits(healed.text, numbered=bool(found.sections)):
        raise UserError(
            _("{name} 看起来不是法治政府建设年度报告，没有找到“存在的问题”或“下一步计划”。").format(name=name),
            _("请核对是否选错了文件；如果确实是报告，请检查标题和编号后再导入。"),
        )
