"""Forms of characters that fonts give, and the plain characters that are meant."""

from __future__ import annotations

import unicodedata

_RADICALS = dict(
    zip(
        "⺁⺄⺆⺈⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺗⺙⺛⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙冂刀卜㔾小小兀尣尢尣巳幺彑心攵旡歹母民水水灬爫爫丬牛犭王疋罒示礻竹糸纟罓罒羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾齊齐齒齿竜龙龜亀龟",
        strict=True,
    )
)
"""Forms of the radicals supplement, which fonts give where they mean the plain character."""


def plain(char: str) -> str:
    """The plain characters for a form that fonts give: ligatures, radicals, upright brackets.

    Full-width letters and signs stay what they are.
    """
    code = ord(char)
    if 0x2E80 <= code <= 0x2EFF:
        return _RADICALS.get(char, char)
    if 0x2F00 <= code <= 0x2FDF or 0xF900 <= code <= 0xFB06 or 0x2F800 <= code <= 0x2FA1F:
        return unicodedata.normalize("NFKC", char)
    if 0xFE10 <= code <= 0xFE1F or 0xFE30 <= code <= 0xFE4F:
        return unicodedata.normalize("NFKC", char)
    return char
