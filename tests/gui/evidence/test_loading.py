"""Decoding: upright, no larger than needed, and in words where it fails."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from tests.gui.evidence.conftest import FORMATS, SAMPLES, is_red, painted

from tracker.errors import UserError
from tracker.gui.evidence.loading import MOST_PIXELS, picture, thumbnail


def test_a_photo_is_shown_upright(photo: Path, qtbot: QtBot) -> None:
    shown = picture(photo, photo.name)
    assert (shown.natural.width(), shown.natural.height()) == (200, 400)
    assert is_red(shown.levels[0].pixelColor(100, 20)), "the left of the film is the top of the picture"
    small = thumbnail(photo, photo.name, 64)
    assert (small.width(), small.height()) == (32, 64)


def test_a_picture_is_kept_in_several_sizes(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "大图.png"
    assert painted(3000, 2000).save(str(file))
    sizes = [level.width() for level in picture(file, file.name).levels]
    assert sizes == [3000, 1500, 750]


def test_a_hundred_megapixels_are_scaled_while_they_are_read(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "航拍.png"
    assert QImage(10_000, 10_000, QImage.Format.Format_Mono).save(str(file))
    shown = picture(file, file.name)
    assert shown.natural.width() * shown.natural.height() <= MOST_PIXELS
    assert max(thumbnail(file, file.name, 64).width(), 1) <= 64


@pytest.mark.parametrize("name", ["半张.png", "空.jpg", "文字.bmp"])
def test_a_damaged_picture_is_refused_in_words(tmp_path: Path, name: str, qtbot: QtBot) -> None:
    file = tmp_path / name
    file.write_bytes({"半": (SAMPLES / "station.png").read_bytes()[:600], "空": b"", "文": b"no picture"}[name[0]])
    with pytest.raises(UserError, match="打不开"):
        picture(file, name)


def test_a_file_that_is_gone_is_refused_in_words(tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(UserError, match="不见了"):
        picture(tmp_path / "没有.png", "没有.png")


def test_a_page_is_drawn_as_wide_as_asked(qtbot: QtBot) -> None:
    shown = picture(SAMPLES / "minutes.pdf", "minutes.pdf", across=900)
    assert shown.levels[0].width() in (900, 901)
    assert shown.pages == 1
    assert shown.natural.width() == 816, "a sheet of 8.5 inches has 816 of the 96 dots to the inch"
    with pytest.raises(UserError, match="密码"):
        picture(FORMATS / "locked.pdf", "locked.pdf", across=900)
