"""The sort of a file by its name."""

import pytest

from tracker.domain.file_kinds import FileKind, file_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("签到表.PDF", FileKind.PDF),
        ("照片.jpeg", FileKind.PICTURE),
        ("方案.wps", FileKind.DOCUMENT),
        ("公文.ofd", FileKind.DOCUMENT),
        ("台账.et", FileKind.SHEET),
        ("汇报.pptx", FileKind.SLIDES),
        ("说明.txt", FileKind.TEXT),
        ("现场.mp4", FileKind.MEDIA),
        ("材料.tar.gz", FileKind.ARCHIVE),
        ("没有结尾", FileKind.OTHER),
        (".pdf", FileKind.OTHER),
    ],
)
def test_the_ending_tells_the_sort(name: str, kind: FileKind) -> None:
    assert file_kind(name) is kind


def test_each_sort_has_a_word_and_two_are_previewed() -> None:
    assert len({kind.word for kind in FileKind}) == len(FileKind)
    assert {kind for kind in FileKind if kind.previewed} == {FileKind.PICTURE, FileKind.PDF}
