"""Digits as offices write them, made plain one for one, so that places in a text stay what they are."""

import re

_FULL_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}
_CHINESE = {char: str(digit) for digit, char in enumerate("〇一二三四五六七八九")} | dict.fromkeys("○零Oo０0", "0")
# 二〇二三年: four characters for four; 二十三 and the like are numbers of items, never years
_YEAR = re.compile(r"二[〇○零Oo０0][一二三四五六七八九〇○零][一二三四五六七八九〇○零](?=年)")


def plain(text: str) -> str:
    """``text`` with full-width digits and years in Chinese digits as 0 to 9."""
    return _YEAR.sub(lambda year: "2" + "".join(_CHINESE[char] for char in year[0][1:]), text.translate(_FULL_WIDTH))
