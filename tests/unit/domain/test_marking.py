import pytest

from tracker.domain.marking import is_sound, marked


@pytest.mark.parametrize(
    ("text", "words", "spans"),
    [
        ("执法大队执法", ("执法",), ((0, 2), (4, 6))),
        ("执法大队", ("执法", "法大"), ((0, 3),)),
        ("市执法大队", ("zfdd",), ((1, 5),)),
        ("市执法大队", ("zf", "队"), ((1, 3), (4, 5))),
        ("ＯＡ系统", ("oa",), ((0, 2),)),
        ("见①②条", ("12",), ((1, 3),)),
        ("约3㎡水面", ("m2",), ((2, 3),)),
        ("约3㎡水面", ("水面",), ((3, 5),)),
        ("", ("执法",), ()),
        ("法规科", ("执法",), ()),
    ],
)
def test_words_are_found_by_characters_and_initials(
    text: str, words: tuple[str, ...], spans: tuple[tuple[int, int], ...]
) -> None:
    assert marked(text, words).spans == spans


def test_it_says_which_words_stand_there() -> None:
    assert marked("执法大队", ("zf", "法规", "队")).words == {"zf", "队"}


def test_only_latin_words_can_be_initials() -> None:
    assert [is_sound(word) for word in ("zfdd", "zf2", "2024", "z-f", "执f")] == [True, True, False, False, False]
