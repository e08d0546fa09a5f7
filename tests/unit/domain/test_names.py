"""Names completed as they are typed, and told to be alike."""

import pytest

from tracker.domain.names import Likeness, alike_people, alike_units, completions, likeness, nearest

UNITS = ["政策法规科", "行政执法大队", "执法大队", "办公室", "行政审批科"]


@pytest.mark.parametrize("typed", ["zfdd", "zhifa", "zhifadadui", "zhfdd", "zfdad", "ZFDD", "执fdd", "执法大队"])
def test_sounds_initials_and_characters_find_a_name(typed: str) -> None:
    assert completions(typed, UNITS)[0] == "执法大队"


def test_the_best_comes_first_and_equals_keep_their_order() -> None:
    assert completions("执法", UNITS) == ["执法大队", "行政执法大队"]
    assert completions("zfdd", UNITS) == ["执法大队", "行政执法大队"]
    assert completions("xz", UNITS) == ["行政执法大队", "行政审批科"]
    assert completions("行政", UNITS) == ["行政执法大队", "行政审批科"]


def test_without_sounds_only_characters_count() -> None:
    assert completions("zfdd", UNITS, by_sound=False) == []
    assert completions("办公", UNITS, by_sound=False) == ["办公室"]
    assert completions("  ", UNITS) == []
    assert completions("Ａ组", ["a组"]) == ["a组"]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("执法大队（综合）", "执法大队(综合)", Likeness.SAME),
        ("法规科", "法规 科", Likeness.SAME),
        ("执法大队", "执法大队（综合）", Likeness.BRACKET),
        ("法规科", "法规处", Likeness.RANK),
        ("法规科", "法规科室", Likeness.RANK),
        ("督查室", "督察室", Likeness.SOUND),
        ("执法大队", "行政执法大队", Likeness.PART),
        ("宣教科", "宣传教育科", Likeness.SHORT),
        ("河道管理中心", "河道菅理中心", Likeness.SLIP),
    ],
)
def test_names_that_may_mean_one_unit(one: str, other: str, why: Likeness) -> None:
    assert likeness(one, other) is why
    assert likeness(other, one) is why
    assert why.word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("执法一大队", "执法二大队"),
        ("执法大队", "执法中队"),
        ("执法大队（一）", "执法大队（二）"),
        ("东片管理所", "西片管理所"),
        ("水利局", "水利局办公室"),
        ("办公室", "河长制办公室"),
        ("财务科", "业务科"),
    ],
)
def test_names_that_mean_two_units(one: str, other: str) -> None:
    assert likeness(one, other) is None


def test_pairs_come_with_the_surest_first() -> None:
    names = ["行政执法大队", "执法大队", "执法大队（综合）", "办公室"]
    assert alike_units(names)[0] == (1, 2, Likeness.BRACKET)
    assert (0, 1, Likeness.PART) in alike_units(names)
    assert not any(3 in (one, other) for one, other, _why in alike_units(names))


def test_people_are_alike_by_writing_title_or_sound() -> None:
    names = ["王　强", "王刚", "王强", "李明副局长", "李明", "张伟", "张玮", "李局长"]
    assert alike_people(names) == [(0, 2, Likeness.SAME), (3, 4, Likeness.TITLE), (5, 6, Likeness.SOUND)]
    assert alike_people(names, by_sound=False) == [(0, 2, Likeness.SAME), (3, 4, Likeness.TITLE)]


def test_what_a_person_may_have_meant() -> None:
    assert nearest("执法三队", ["办公室", "执法支队", "法规科"]) == ["执法支队"]
    assert nearest("法规处", ["政策法规科", "法规科"], most=1) == ["法规科"]
    assert nearest("王小何", ["李强", "王小河"]) == ["王小河"]
    assert nearest("李强", ["王强"]) == []
