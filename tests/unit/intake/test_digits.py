"""Digits made plain one for one."""

import pytest

from tracker.intake.digits import plain


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("２０２４年３月", "2024年3月"),
        ("二〇二三年度", "2023年度"),
        ("二○二○年", "2020年"),
        ("二零一九年", "2019年"),
        ("二十三项", "二十三项"),
        ("二〇二三", "二〇二三"),
    ],
)
def test_full_width_digits_and_chinese_years(written: str, meant: str) -> None:
    assert plain(written) == meant
    assert len(plain(written)) == len(written)
