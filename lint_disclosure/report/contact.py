"""The contact block: address, postcode, phone, fax, e-mail and website, in any order and dress."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from lint_disclosure.report.model import Field, Sentence
from lint_disclosure.report.text_match import compiled, source_parts

_VALUES = {
    "address": r"[^;。:!?|]{4,60}",
    "postcode": r"\d{6}(?!\d)",
    "phone": r"\(?\+?\d[\d()+-]{3,20}\d(?:转\d{1,6})?(?:[、/]\d[\d-]{5,15})?",
    "fax": r"\(?\+?\d[\d()+-]{4,20}\d",
    "email": r"[A-Za-z0-9._%+-]{2,60}(?:@[A-Za-z0-9.-]{2,60}|\.(?:com|cn|net|org)[a-z.]{0,8})",
    "website": r"(?:https?://?)?[A-Za-z0-9./_?=&%:-]{6,120}",
}
_ADDRESS_WORDS = r"[路街巷道号楼弄]|大厦|中心|大院|镇|乡|村|县城|政府|广场"
_URL = r"(?:https?://?|www\.)[A-Za-z0-9./_?=&%:#-]{3,150}"


@cache
def _labels(
    words: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {word: kind for kind, alternatives in words for word in alternatives}
    pattern = "|".join(re.escape(word) for word in sorted(kinds, key=len, reverse=True))
    return re.compile(rf"({pattern})(\(传真\))?[:为是]{{0,2}}"), kinds


def find_contact(sentences: Sequence[Sentence], vocabulary: Mapping[str, Any]) -> dict[str, Field]:
    """The first value of each kind; a phone that is also the fax gives both."""
    words = tuple((kind, tuple(names)) for kind, names in vocabulary["contact"].items())
    pattern, kinds = _labels(words)
    found: dict[str, Field] = {}
    whole = "".join(sentence.squeezed for sentence in sentences)
    present = [name for _, names in words for name in names if name in whole]
    for sentence in sentences:
        text = sentence.squeezed
        if not any(name in text for name in present):
            continue
        marks = list(pattern.finditer(text))
        for position, mark in enumerate(marks):
            stop = marks[position + 1].start() if position + 1 < len(marks) else len(text)
            kind = kinds[mark.group(1)]
            if kind in found and not (mark.group(2) and "fax" not in found):
                continue
            value = _value(kind, text, mark.end(), stop)
            if value is None:
                continue
            start, end = value
            field = Field(text[start:end], source_parts(sentence, start, end))
            found.setdefault(kind, field)
            if mark.group(2):
                found.setdefault("fax", field)
    return found


def _value(kind: str, text: str, start: int, stop: int) -> tuple[int, int] | None:
    match = compiled(_VALUES[kind]).match(text, start, stop)
    if match is None:
        return None
    if kind != "address":
        return match.span()
    end = _address_end(text, start, match.end())
    return (
        (start, end)
        if compiled(_ADDRESS_WORDS).search(text, start, end) and end - start >= 4
        else None
    )


def _address_end(text: str, start: int, stop: int) -> int:
    """An address ends at a comma or at the bracket that closes the block, not at one of its own."""
    depth = 0
    for at in range(start, stop):
        char = text[at]
        if char == "(":
            depth += 1
        elif char == ")":
            if depth == 0:
                return at
            depth -= 1
        elif char == "," and depth == 0:
            return at
    return stop


def find_electronic_version(
    sentences: Sequence[Sentence], vocabulary: Mapping[str, Any]
) -> Field | None:
    """Where the report says that its electronic version is: the address, else the words for it."""
    words: Sequence[str] = vocabulary["electronic_version"]
    for sentence in sentences:
        text = sentence.squeezed
        names_place = ("网站" in text or "网址" in text) and any(word in text for word in words)
        if not ("报告" in text and ("电子版" in text or names_place)):
            continue
        begin = max(text.find("电子版"), 0)
        url = compiled(_URL).search(text, begin)
        start, end = url.span() if url else (begin, _clause_end(text, begin))
        value = text[start:end]
        return Field(value, source_parts(sentence, start, end))
    return None


def _clause_end(text: str, start: int) -> int:
    match = re.search(r"[,;。]", text[start:])
    return start + match.start() if match else len(text)
