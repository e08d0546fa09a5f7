from tracker.domain.haystacks import Part, haystack
from tracker.domain.marking import marked
from tracker.views.passages import near, passage

_LONG = "前面有许多别的话说了又说，" * 3


def hay(part: Part, text: str) -> str:
    return haystack("标题", ("执法大队",), Part.CODE.value + "2024-问-01" + part.value + text)


def test_a_passage_says_where_the_words_stand_and_begins_near_them() -> None:
    found = passage(hay(Part.MEASURE, _LONG + "组织案卷评查。"), ("案卷",), ())
    assert found.startswith("措施：…")
    assert found.endswith("组织案卷评查。")
    assert found.index("案卷") < 15


def test_signs_are_as_in_print_again() -> None:
    assert (
        passage(hay(Part.NOTE, "已完成：培训（两期），共 3:1"), ("培训",), ()) == "进展：已完成：培训（两期），共 3:1"
    )


def test_names_that_no_cell_shows_come_first() -> None:
    owners = (("配合单位", "宣传科、督察支队"),)
    assert passage(hay(Part.NOTE, "dc"), ("dc",), owners) == "配合单位：宣传科、督察支队"


def test_what_a_row_shows_anyway_is_no_passage() -> None:
    assert passage(hay(Part.NOTE, "别的"), ("zfdd",), ()) == ""
    assert passage(hay(Part.NOTE, "别的"), ("没有",), ()) == ""


def test_an_excerpt_begins_near_its_hit() -> None:
    text = _LONG + "案卷"
    assert near(text, marked(text, ("案卷",))).startswith("…")
    assert near(text, marked(text, ("前面",))) == text[:60]
    assert near(text, marked(text, ("没有",))) == text
