"""Files as people have them: photos, scans, broken ones."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tracker import paths

SAMPLES = paths.resources() / "samples" / "evidence"
FORMATS = Path(__file__).parents[2] / "data" / "reports" / "formats"


def painted(width: int, height: int) -> QImage:
    """A picture whose left half is red and whose right half is blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    painter = QPainter(image)
    painter.fillRect(width // 2, 0, width - width // 2, height, Qt.GlobalColor.blue)
    painter.end()
    return image


def is_red(colour: QColor) -> bool:
    return colour.red() > 200 and colour.blue() < 60


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo that lies on its side, as phones take them: a mark in it says to turn it to the right."""
    plain = tmp_path / "plain.jpg"
    assert painted(400, 200).save(str(plain), quality=95)
    data = plain.read_bytes()
    exif = (
        b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01"
        b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
    )
    file = tmp_path / "现场照片.jpg"
    file.write_bytes(data[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif + data[2:])
    return file
