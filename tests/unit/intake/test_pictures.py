"""Pages of PDFs as pictures."""

from pathlib import Path

import pytest

from tracker import paths
from tracker.errors import UserError
from tracker.intake.pictures import MOST_PIXELS, page_picture

FORMATS = Path(__file__).parents[2] / "data" / "reports" / "formats"
MINUTES = paths.resources() / "samples" / "evidence" / "minutes.pdf"


def one_page(width: float, height: float) -> bytes:
    """The smallest PDF there is, of one blank page; sizes in points."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer << /Size 4 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + f"xref\n0 4\n0000000000 65535 f \n{table}{end}".encode()


def test_a_page_is_drawn_as_large_as_fits() -> None:
    picture = page_picture(MINUTES, across=300, down=300)
    assert max(picture.width, picture.height) in (300, 301)
    assert picture.stride >= 4 * picture.width
    assert len(picture.pixels) == picture.stride * picture.height
    assert (picture.page, picture.pages) == (0, 1)
    assert picture.paper[1] / picture.paper[0] == pytest.approx(picture.height / picture.width, abs=0.02)
    assert len(set(picture.pixels[::4])) > 10, "there are words on the page"


def test_many_pages_are_counted_and_each_can_be_had() -> None:
    file = FORMATS / "nested-and-overall-aims.pdf"
    pages = page_picture(file, across=60, down=60).pages
    pictures = {page_picture(file, page, across=60, down=60).pixels for page in range(pages)}
    assert len(pictures) == pages
    with pytest.raises(UserError, match=f"没有第 {pages + 1} 页"):
        page_picture(file, pages, across=60, down=60)


def test_a_sheet_as_large_as_a_wall_does_not_eat_the_memory(tmp_path: Path) -> None:
    file = tmp_path / "总图.pdf"
    file.write_bytes(one_page(14_400, 14_400))
    picture = page_picture(file, across=100_000, down=100_000)
    assert picture.width * picture.height <= MOST_PIXELS * 1.01
    thin = tmp_path / "长条.pdf"
    thin.write_bytes(one_page(10, 14_000))
    assert page_picture(thin, across=100, down=100).width >= 1


def test_what_cannot_be_drawn_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="密码"):
        page_picture(FORMATS / "locked.pdf", across=60, down=60)
    with pytest.raises(UserError, match="不见了"):
        page_picture(tmp_path / "没有.pdf", across=60, down=60)
    half = tmp_path / "半个.pdf"
    half.write_bytes(MINUTES.read_bytes()[:900])
    with pytest.raises(UserError, match="不完整"):
        page_picture(half, across=60, down=60)
    empty = tmp_path / "空.pdf"
    empty.write_bytes(b"")
    with pytest.raises(UserError, match="不完整"):
        page_picture(empty, across=60, down=60)
