"""Radicals back to characters: PDF printers (Qt, Chrome, WPS) name some glyphs by the radical that looks alike."""

import unicodedata

_KANGXI = range(0x2F00, 0x2FE0)
# CJK Radicals Supplement (U+2E80-2EF3): Unicode names no plain equivalent for these, so they are told here;
# shapes that stand in no running text of their own (⺀, ⺪, ⻊ …) stay as they are
_SUPPLEMENT = dict(
    zip(
        "⺁⺅⺆⺈⺉⺊⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺦⺧⺨⺩⺬⺭⺯⺰⺲⺶⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂亻冂刀刂卜小小兀尣尢巳幺彑彐忄扌攵旡日月歺民氵氺灬爫丬牛犭王示礻糹纟罒羊耂肀聿肉臼艹艹艹虎衤覀西见角讠贝车辶辶辶钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)
# for str.translate; one character stands for one, so that places in the text stay what they are
ORDINARY: dict[int, str] = {
    code: plain
    for code in (*range(0x2E80, 0x2EF4), *_KANGXI)
    for plain in [_SUPPLEMENT.get(chr(code)) or unicodedata.normalize("NFKC", chr(code))]
    if plain != chr(code)
}
