"""The phrases that patterns are described with, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from lint_disclosure.authoring.describing.alternatives import characters_of, is_sign

Amounts = tuple[str, str, str, str, str]
"""For one, for exactly n, for m to n, for up to n, for m or more."""

_FULL_WIDTH = str.maketrans(",;:()?!", "，；：（）？！")
"""Patterns are matched on folded text; people know these signs as reports print them."""

_FEW = 3
"""Single characters that are listed one by one; more are run together."""


class Phrases(NamedTuple):
    """One language; of a pair the first is for yes."""

    between: str
    last: str
    either: str
    one_of: str
    of_many: str
    further: str
    left_out: str
    any_case: str
    maybe: str
    apart: str
    without: str
    ahead: tuple[str, str]
    behind: tuple[str, str]
    start: str
    end: str
    edge: str
    digits: Amounts
    characters: Amounts
    times: Amounts
    classes: dict[str, str]
    other: str
    span: str


ZH = Phrases(
    between="",
    last="或",
    either="，或",
    one_of="{}之一",
    of_many="等 {} 种",
    further="另外 {} 种写法",
    left_out="……（其余从略）",
    any_case="（不分大小写）",
    maybe="可有{}",
    apart="隔",
    without="，不含{}",
    ahead=("后面是{}", "后面不是{}"),
    behind=("前面是{}", "前面不是{}"),
    start="句首",
    end="句尾",
    edge="词的边缘",
    digits=("一位数字", "{most} 位数字", "{least} 至 {most} 位数字", "至多 {most} 位数字", "数字"),
    characters=("一个字", "{most} 个字", "{least} 至 {most} 字", "至多 {most} 字", "若干字"),
    times=(
        "{what}",
        "{most} 个{what}",
        "{least} 至 {most} 个{what}",
        "至多 {most} 个{what}",
        "若干个{what}",
    ),
    classes={
        "CATEGORY_DIGIT": "数字",
        "CATEGORY_WORD": "文字",
        "CATEGORY_SPACE": "空白",
        "az": "字母",
        "AZ": "字母",
        "一龥": "汉字",
        "一鿿": "汉字",
    },
    other="其他字",
    span="「{}」至「{}」",
)

EN = Phrases(
    between=", ",
    last=" or ",
    either=", or ",
    one_of="one of {}",
    of_many=" or others ({} in all)",
    further="{} further ways to put it",
    left_out=" ... (and so on)",
    any_case=" (in capitals or not)",
    maybe="perhaps {}",
    apart="",
    without=", none of {}",
    ahead=("followed by {}", "not followed by {}"),
    behind=("preceded by {}", "not preceded by {}"),
    start="start of the sentence",
    end="end of the sentence",
    edge="edge of a word",
    digits=(
        "a digit",
        "{most} digits",
        "{least} to {most} digits",
        "up to {most} digits",
        "digits",
    ),
    characters=(
        "any character",
        "{most} characters",
        "{least} to {most} characters",
        "up to {most} characters",
        "any characters",
    ),
    times=(
        "{what}",
        "{most} of {what}",
        "{least} to {most} of {what}",
        "up to {most} of {what}",
        "any number of {what}",
    ),
    classes={
        "CATEGORY_DIGIT": "a digit",
        "CATEGORY_WORD": "a letter",
        "CATEGORY_SPACE": "a blank",
        "az": "a letter",
        "AZ": "a letter",
        "一龥": "a Chinese character",
        "一鿿": "a Chinese character",
    },
    other="another character",
    span="「{}」 to 「{}」",
)


def phrases(lang: str) -> Phrases:
    """The phrases of a language; anything but ``en`` is Chinese."""
    return EN if lang == "en" else ZH


def quoted(text: str) -> str:
    """Words of a report, with the signs that reports have."""
    return f"「{text.translate(_FULL_WIDTH)}」"


def amount(say: Phrases, forms: Amounts, least: int, most: int | None, what: str = "") -> str:
    """So many of something; ``most`` is None where there is no limit."""
    if most is None:
        text = forms[4].format(what=what)
        return say.maybe.format(text) if least == 0 else text
    if least == most:
        form = forms[0] if most == 1 else forms[1]
    else:
        form = forms[2] if least else forms[3]
    return form.format(least=least, most=most, what=what)


def listed(say: Phrases, words: Sequence[str], most: int) -> str:
    """Words of which one stands there; beyond ``most`` only their number is told."""
    signs = [word for word in words if is_sign(word)]
    run = list(words) if not signs and all(len(word) == 1 for word in words) else signs
    items = [quoted(word) for word in words]
    if len(run) > _FEW:
        items = [quoted(word) for word in words if word not in run]
        items.insert(0, say.one_of.format(_run(run, most)))
    if len(items) > most + 1:
        return say.between.join(items[:most]) + say.of_many.format(len(words))
    if len(items) == 1:
        return items[0]
    return say.between.join(items[:-1]) + say.last + items[-1]


def members(say: Phrases, items: Sequence[Any], most: int) -> str:
    """One character of a set."""
    chars, classes = _sorted_out(say, items)
    parts = [listed(say, chars, most)] if chars else []
    return say.last.join(parts + classes)


def outside(say: Phrases, items: Sequence[Any], most: int) -> str:
    """The characters of a set that a text must not hold, run together."""
    chars, classes = _sorted_out(say, items)
    parts = [_run(chars, most)] if chars else []
    return say.last.join(parts + classes)


def _run(chars: Sequence[str], most: int) -> str:
    """Characters as one word."""
    shown = "".join(chars)
    limit = 2 * most
    return quoted(shown if len(shown) <= limit else shown[: limit - 1] + "…")


def _sorted_out(say: Phrases, items: Sequence[Any]) -> tuple[list[str], list[str]]:
    """The single characters of a set, and its classes and long ranges in words."""
    chars: list[str] = []
    classes: list[str] = []
    for item in items:
        found = characters_of([item])
        if found is not None:
            chars += found
            continue
        name, argument = str(item[0]), item[1]
        if name == "RANGE":
            first, last = map(chr, argument)
            known = say.classes["CATEGORY_DIGIT"] if (first, last) == ("0", "9") else None
            classes.append(known or say.classes.get(first + last) or say.span.format(first, last))
        else:
            classes.append(say.classes.get(str(argument), say.other))
    return chars, list(dict.fromkeys(classes))
