"""The data period: from which day to which day the figures count."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from lint_disclosure.report.model import Period, Sentence
from lint_disclosure.report.text_match import compiled, source_parts

_DAY = r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日?"
_PERIOD = rf"(\d{{4}})年(\d{{1,2}})月(\d{{1,2}})日?(?:起|开始)?,?(?:至|到|-|~){_DAY}"
_ANY_DATE = r"[自从为至是:]?(?:\d{4,8}|\d[\d年月]{5,})[\d年月日起至到止,-]{0,16}(?<![,-])"


@cache
def _introduction(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def find_period(
    sentences: Sequence[Sentence], vocabulary: Mapping[str, Any], length: int
) -> Period | None:
    """The stated period, or None. A date that is not whole gives a damaged period without days.

    A period that reaches the end of a text of that ``length`` may be cut off and counts for none.
    """
    introduction = _introduction(tuple(vocabulary["period_introductions"]))
    for sentence in sentences:
        text = sentence.squeezed
        intro = introduction.search(text)
        if intro is None:
            continue
        match = compiled(_PERIOD).search(text, intro.end(), intro.end() + 60)
        if match:
            parts = source_parts(sentence, match.start(), match.end())
            if parts[-1][1] >= length:
                return None
            start = _date(match[1], match[2], match[3])
            end = _date(match[4] or match[1], match[5], match[6])
            return Period(start, end, parts, start is None or end is None)
        broken = compiled(_ANY_DATE).search(text, intro.end(), intro.end() + 40)
        if broken and len(re.sub(r"\D", "", broken.group())) >= 6:
            parts = source_parts(sentence, broken.start(), broken.end())
            if parts[-1][1] >= length:
                return None
            return Period(None, None, parts, True)
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
