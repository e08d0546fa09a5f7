from tracker.domain.haystacks import Part, haystack, part_at


def test_a_haystack_has_titles_owners_texts_and_sounds_in_parts() -> None:
    text = haystack("加强ＯＡ管理", ("执法大队", "王小河"), Part.MEASURE.value + "检查案卷" + Part.NOTE.value + "已查")
    for word in ("加强oa管理", "执法大队", "zfdd", "jqoagl", "wxh", "案卷", "已查"):
        assert word in text
    assert "管理执法" not in text
    assert "glzf" not in text
    part, start, end = part_at(text, text.index("案卷"))
    assert (part, text[start:end]) == (Part.MEASURE, "检查案卷")
    assert part_at(text, text.index("zfdd"))[0] is Part.SOUNDS
    assert part_at(text, len(text) - 1)[0] is Part.NOTE


def test_marks_are_nothing_that_parts_words() -> None:
    assert all(part.value.strip() == part.value and len(part.value) == 1 for part in Part)
    assert len({part.value for part in Part}) == len(Part)
