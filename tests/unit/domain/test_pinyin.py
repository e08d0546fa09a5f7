import subprocess
import sys

import pytest

from tracker.domain import pinyin


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("执法大队", "zfdd"),
        ("银行", "yh"),
        ("行政执法", "xzzf"),
        ("部分行政机关", "bfxzjg"),
        ("行业", "hy"),
        ("调查", "dc"),
        ("调整", "tz"),
        ("协调查处", "xtcc"),
        ("会计", "kj"),
        ("社会计划", "shjh"),
        ("重点", "zd"),
        ("重庆", "cq"),
        ("着重整改", "zzzg"),
        ("更多重点领域", "gdzdly"),
        ("长期", "cq"),
        ("局长", "jz"),
        ("所长期坚持", "scqjc"),
        ("绿化办", "lhb"),
        ("ＯＡ系统2.0", "oaxt2.0"),
        ("𠮷祥", "𠮷x"),
    ],
)
def test_initials_are_those_of_offices_words(words: str, typed: str) -> None:
    assert pinyin.initials(words) == typed
    assert len(typed) == len(words), "places in the initials are places in the words"


def test_names_stand_as_in_a_dictionary() -> None:
    names = ["执法大队", "重庆路所", "Abc", "银行科", "安监科", "行政科", "调整办", "调查科", "重点办", "2 组"]
    assert sorted(names, key=pinyin.sort_key) == [
        "2 组", "Abc", "安监科", "重庆路所", "调查科", "调整办", "行政科", "银行科", "执法大队", "重点办",
    ]  # fmt: skip


def test_characters_of_one_sound_stand_together_and_tones_count() -> None:
    assert sorted("是时十事世使", key=pinyin.sort_key) == ["十", "时", "使", "世", "事", "是"]
    assert len(pinyin.sort_key("政策法规科")) == 5


def test_readings_are_without_tone() -> None:
    assert [pinyin.reading(each) for each in "绿女长ａA1"] == ["lv", "nv", "chang", "ａ", "A", "1"]


def test_names_are_found_by_part_initials_and_reading() -> None:
    for typed in ("大队", "zfdd", "DD", "zhifa", " fada "):
        assert pinyin.sounds_like("执法大队", typed)
    assert not pinyin.sounds_like("执法大队", "zfk")
    assert not pinyin.sounds_like("执法大队", "科")
    assert pinyin.sounds_like("单立人", "slr"), "as a surname"
    assert pinyin.sounds_like("单位", "dw")


def test_until_readings_are_loaded_usual_characters_stand_by_their_sound_too() -> None:
    names = ["执法大队", "安监科", "法规科", "宣传科"]
    assert sorted(names, key=pinyin.rough_key) == sorted(names, key=pinyin.sort_key)


def test_readings_are_loaded_by_the_first_question_and_without_phrases() -> None:
    code = (
        "import sys\n"
        "from tracker.domain import pinyin\n"
        "from tracker.views import columns, grouping\n"
        "assert not pinyin.ready() and 'pypinyin' not in sys.modules\n"
        "pinyin.warm()\n"
        "assert pinyin.ready() and 'pypinyin.core' in sys.modules\n"
        "assert not sys.modules['pypinyin.constants'].PHRASES_DICT\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
