"""Numbers in the formats that automatic numbering writes them in (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_PLAIN = ("零一二三四五六七八九", "十百千")
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def written(value: int, style: str) -> str:
    """``value`` in a format by its name in the standard: ``chineseCounting``, ``decimal``.

    Decimal digits where the format has no sign for the number, and for formats that are not known.
    """
    if style == "none":
        return ""
    return _FORMATS.get(style, str)(value)


def _from(signs: str, first: int = 1) -> Callable[[int], str]:
    """A format with one sign for each number."""

    def write(value: int) -> str:
        at = value - first
        return signs[at] if 0 <= at < len(signs) else str(value)

    return write


def _digits(value: int) -> str:
    """Digit by digit: 一〇五."""
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _counting(value: int) -> str:
    """十二 and 二十; digit by digit from a hundred on."""
    return _spoken(value, *_PLAIN) if value < 100 else _digits(value)


def _thousands(value: int) -> str:
    return _spoken(value, *_PLAIN)


def _japanese(value: int) -> str:
    """As it is spoken, without 一 before 十, 百 and 千."""
    text = _spoken(value, *_PLAIN).replace("零", "")
    for unit in "百千":
        text = text.replace(f"一{unit}", unit)
    return text.replace("一十", "十") or "〇"


def _spoken(value: int, digits: str, units: str) -> str:
    """A number below ten thousand in words; a single ten is spoken without its one."""
    if not 0 < value < 10_000:
        return digits[0] if value == 0 else str(value)
    text = ""
    gap = False
    for power in range(3, -1, -1):
        digit = value // 10**power % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += (digits[0] if gap else "") + digits[digit] + (units[power - 1] if power else "")
        gap = False
    return text[1:] if 10 <= value < 20 else text


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for worth, sign in _ROMAN:
        while value >= worth:
            text += sign
            value -= worth
    return text


def _letters(value: int) -> str:
    """a to z, then aa, bb."""
    if not 0 < value <= 26 * 30:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _full_width(value: int) -> str:
    return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(value))


def _circled(value: int) -> str:
    """① to ㊿."""
    for first, last, sign in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if first <= value <= last:
            return chr(ord(sign) + value - first)
    return str(value)


def _legal(digits: str, units: str) -> Callable[[int], str]:
    def write(value: int) -> str:
        return ("" if not 10 <= value < 20 else digits[1]) + _spoken(value, digits, units)

    return write


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "decimalHalfWidth": str,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _from("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": _from("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "japaneseCounting": _japanese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": _legal(*_LEGAL),
    "ideographLegalTraditional": _legal(*_LEGAL_TRADITIONAL),
    "ideographEnclosedCircle": _from("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "ideographTraditional": _from("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
}
