"""The door in: what it takes, and in which words it refuses."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tracker.errors import Cancelled, UserError
from tracker.intake.read_report import read_bytes, read_report, read_text

REPORTS = Path(__file__).parents[2] / "data" / "reports"
GOOD = (REPORTS / "arabic-numbers.txt").read_bytes()
WORD = (REPORTS / "formats" / "red-head.docx").read_bytes()
PDF = (REPORTS / "formats" / "red-head.pdf").read_bytes()


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_report(path)
    assert path.name in caught.value.message
    assert caught.value.hint
    return str(caught.value)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def package(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return stream.getvalue()


def test_a_missing_file(tmp_path: Path) -> None:
    assert "找不到文件" in refusal(tmp_path / "没有.docx")


def test_a_folder(tmp_path: Path) -> None:
    assert "是文件夹" in refusal(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\x00" * 200])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    assert "是空文件" in refusal(written(tmp_path, "空.txt", content))


def test_a_workbook(tmp_path: Path) -> None:
    workbook = package({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"})
    assert "电子表格" in refusal(written(tmp_path, "台账.xlsx", workbook))
    assert "电子表格" in refusal(written(tmp_path, "台账.docx", workbook))
    assert "电子表格" in refusal(written(tmp_path, "台账.csv", "序号,问题".encode()))


@pytest.mark.parametrize("name", ["旧.doc", "旧.wps", "旧.docx"])
def test_an_old_word_file(tmp_path: Path, name: str) -> None:
    assert "另存为 .docx" in refusal(
        written(tmp_path, name, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + b"x")
    )


@pytest.mark.parametrize("length", [40, 2000, -200])
def test_a_truncated_word_file(tmp_path: Path, length: int) -> None:
    assert "不是完整的 Word 文件" in refusal(written(tmp_path, "半截.docx", WORD[:length]))


def test_a_word_file_whose_body_is_broken(tmp_path: Path) -> None:
    assert "不是完整的 Word 文件" in refusal(
        written(tmp_path, "坏.docx", package({"word/document.xml": b"<w:document><w"}))
    )


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    assert "不是 Word 文件" in refusal(written(tmp_path, "包.docx", package({"readme.txt": b"x"})))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = package({"word/document.xml": b"\x00" * (40 * 1024 * 1024)})
    assert len(bomb) < 100_000
    assert "大得不正常" in refusal(written(tmp_path, "炸弹.docx", bomb))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    laughs = (
        '<!DOCTYPE a [<!ENTITY x "哈哈哈哈"><!ENTITY y "'
        + "&x;" * 50
        + '">]><w:document xmlns:w="u"><w:body><w:p><w:r><w:t>&y;</w:t></w:r></w:p></w:body></w:document>'
    )
    refusal(written(tmp_path, "实体.docx", package({"word/document.xml": laughs.encode()})))


def test_a_pdf_without_text(tmp_path: Path) -> None:
    scan = pypdfium2.PdfDocument.new()
    scan.new_page(300, 400)
    stream = io.BytesIO()
    scan.save(stream)
    scan.close()
    assert "扫描件" in refusal(written(tmp_path, "扫描.pdf", stream.getvalue()))


def test_a_locked_pdf() -> None:
    assert "打开密码" in refusal(REPORTS / "formats" / "locked.pdf")


def test_what_only_calls_itself_a_pdf(tmp_path: Path) -> None:
    assert "不是完整的 PDF 文件" in refusal(written(tmp_path, "假.pdf", b"hello world, this is no pdf"))
    assert "不是完整的 PDF 文件" in refusal(written(tmp_path, "半截.pdf", PDF[:300]))


def test_binary_junk_in_a_text_file(tmp_path: Path) -> None:
    assert "不是文字" in refusal(written(tmp_path, "乱.txt", bytes(range(256)) * 40))


def test_an_image(tmp_path: Path) -> None:
    assert "是图片" in refusal(written(tmp_path, "图.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50))


def test_an_unknown_type(tmp_path: Path) -> None:
    assert "类型不能导入" in refusal(written(tmp_path, "演示.pptm", b"whatever"))


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "锁.txt", GOOD)

    def denied(self: Path) -> bytes:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert "没有权限" in refusal(path)


@pytest.mark.parametrize(
    "text",
    [
        "春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。",
        "采购合同\n一、甲方\n二、乙方\n本合同一式两份。",
        "今天天气很好。" * 50,
    ],
)
def test_another_paper(tmp_path: Path, text: str) -> None:
    assert "不是法治政府建设年度报告" in refusal(written(tmp_path, "别的.txt", text.encode()))


def test_a_report_without_both_parts_is_still_a_report() -> None:
    draft = read_report(REPORTS / "neither-section.txt")
    assert draft.candidates == ()
    assert draft.organization


@pytest.mark.parametrize(("name", "data"), [("报告.pdf", WORD), ("报告.docx", PDF), ("报告", PDF), ("报告.txt", WORD)])
def test_the_content_tells_the_type(name: str, data: bytes) -> None:
    assert len(read_bytes(data, name=name).candidates) == 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings(encoding: str, ending: str) -> None:
    text = GOOD.decode().replace("\n", ending)
    draft = read_bytes(text.encode(encoding), name="报告.txt")
    assert len(draft.candidates) == 7
    assert draft.digest == read_bytes(GOOD, name="报告.txt").digest


def test_the_same_report_in_other_formats_has_the_same_digest_of_items() -> None:
    word, pdf = read_bytes(WORD, name="报告.docx"), read_bytes(PDF, name="报告.pdf")
    assert [c.title for c in word.candidates] == [c.title for c in pdf.candidates]
    assert word.file_sha256 != pdf.file_sha256


def test_pasted_text() -> None:
    assert len(read_text(GOOD.decode(), name="粘贴").candidates) == 7


def test_progress_is_told_and_may_stop_the_reading() -> None:
    told: list[tuple[int, int, str]] = []
    read_bytes(PDF, name="报告.pdf", progress=lambda done, total, text="": told.append((done, total, text)))
    assert told[-1][0] == told[-1][1]
    assert any("第 1 页" in text for _done, _total, text in told)

    def stop(done: int, total: int, text: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_bytes(PDF, name="报告.pdf", progress=stop)


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    heavy = "docx lxml pypdfium2 charset_normalizer"
    code = f"import sys, tracker.intake.read_report; print([m for m in '{heavy}'.split() if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
