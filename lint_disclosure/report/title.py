"""The title of a report: where it stands, its year, and whose report it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from lint_disclosure.document import Line
from lint_disclosure.place import Span
from lint_disclosure.report.model import Field, Sentence
from lint_disclosure.report.text_match import compiled, source_parts, squeeze

_LINES_SEARCHED = 40
_BEHIND = 400
"""Characters behind the first heading within which a title may stand."""
_LONGEST_TITLE = 60
_NOT_IN_TITLES = frozenset("。;,>|")
_YEAR = re.compile(r"(20[0-3]\d)年度?")
_INVERTED = re.compile(r"(公开(?:工作)?)20[0-3]\d年")
"""The year stands within the kind of report: 某局政府信息公开工作2025年度报告."""
_NOISE = re.compile(r"^[#*]*(?:正文)?(?:\([^()]{1,6}\)|【[^】]{1,6}】)?(?:打印)?")
_SELF = re.compile(r"^[我本该]")
_VERBS = r"(?:公布|发布|编制|公开|制定|撰写|提交|现将|形成)"
_BEFORE = (
    rf"(?:^|[,。;:])(?:[^,。;:]{{0,16}}{_VERBS}(?:了|完成)?)?(?P<title>(?P<first>20[0-3]\d)?(?:年度?)?"
    r"(?P<issuer>[^,。;:、\"《》()<>0-9]{0,30}?)(?P<second>20[0-3]\d)?(?:年度?)?)$"
)


class Announced(NamedTuple):
    """A title within a sentence: the body and year it names, and where it stands."""

    issuer: str | None
    year: int | None
    field: Field


@cache
def _genre(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def _genre_of(vocabulary: Mapping[str, Any]) -> re.Pattern[str]:
    return _genre(tuple(vocabulary["title"]["genre"]))


def find_title(
    lines: Sequence[Line], folded: str, first: int, vocabulary: Mapping[str, Any]
) -> Field | None:
    """The title: a line of its own, or the lines that it is broken over.

    It stands before offset ``first``, that of the first section, or shortly behind it. Titles of
    several years before it are a list of reports; then the last one stands above the report itself.
    A line of the metadata head that gives the title behind a label is none of its own.
    """
    genre = _genre_of(vocabulary)
    foreign = (*vocabulary["navigation"], *_title_labels(vocabulary))
    texts: list[tuple[str, Span]] = []
    best: Field | None = None
    nearest: Field | None = None
    for line in _near(lines, first, len(folded)):
        text = squeeze(folded[line.start : line.end]) if line.cells is None else ""
        usable = len(text) <= _LONGEST_TITLE and _NOT_IN_TITLES.isdisjoint(text)
        if not text or not usable or any(word in text for word in foreign):
            texts.clear()
            continue
        texts.append((text, (line.start, line.end)))
        count = _lines_of_title(genre, [one for one, _ in texts[-3:]])
        if count:
            field = _field(texts[-count:])
            if not _YEAR.search(field.value):
                best = best or field
            elif line.start >= first or first == len(folded):
                return nearest or field
            elif nearest is None or title_year(nearest) != title_year(field):
                nearest = field
    return nearest or best


def _near(lines: Sequence[Line], first: int, end: int) -> Sequence[Line]:
    """The lines before the first section and shortly behind it; without one, the first lines."""
    if first == end:
        return lines[:_LINES_SEARCHED]
    at = next((number for number, line in enumerate(lines) if line.start >= first), len(lines))
    near = [line for line in lines[at : at + _LINES_SEARCHED] if line.start < first + _BEHIND]
    return [*lines[max(0, at - _LINES_SEARCHED) : at], *near]


def _title_labels(vocabulary: Mapping[str, Any]) -> list[str]:
    words: Sequence[str] = vocabulary["metadata"].get("document_title", ())
    return [f"{word}:" for word in words]


def title_in_metadata(metadata: Mapping[str, Field], vocabulary: Mapping[str, Any]) -> Field | None:
    """The title that the metadata head gives, if it is that of a report of a year."""
    field = metadata.get("document_title")
    text = squeeze(field.value) if field else ""
    if (
        field is None
        or not _YEAR.search(text)
        or not _lines_of_title(_genre_of(vocabulary), [text])
    ):
        return None
    return Field(text, field.parts)


def _lines_of_title(genre: re.Pattern[str], texts: Sequence[str]) -> int:
    """How many of the last lines make up a title; 0 when they do not end in the genre."""
    for count in range(1, len(texts) + 1):
        joined = "".join(texts[-count:])
        found = genre.search(joined)
        if found is None and _INVERTED.search(joined):
            joined = _INVERTED.sub(r"\1年", joined)
            found = genre.search(joined)
        if found and found.end() >= len(joined) - 2:
            nameless = count == 1 and not _YEAR.sub("", joined[: found.start()]).strip("#*度")
            if (
                nameless
                and len(texts) > 1
                and re.search(r"[\u4e00-\u9fff]{3}[府室厅局委]$", texts[-2])
            ):
                return 2
            return count
    return 0


def _field(texts: Sequence[tuple[str, Span]]) -> Field:
    return Field(
        _NOISE.sub("", "".join(text for text, _ in texts)), tuple(span for _, span in texts)
    )


def title_year(title: Field | None) -> int | None:
    """The year that the title names."""
    match = _YEAR.search(title.value) if title else None
    return int(match.group(1)) if match else None


def title_issuer(title: Field | None, vocabulary: Mapping[str, Any]) -> str | None:
    """The body that the title names: what is left without the year and the genre."""
    if title is None:
        return None
    text = _INVERTED.sub(r"\1年", title.value)
    return _issuer(_YEAR.sub("", _genre_of(vocabulary).sub("", text)))


def _issuer(text: str) -> str | None:
    """A tidy name, or None. In 某镇人民政府信息公开年报 the name ends within the genre."""
    name = text.removeprefix("关于").strip("的()-·:,. 》《")
    if name.endswith("人民"):
        name += "政府"
    return name if 2 <= len(name) <= 40 and not _SELF.match(name) else None


def find_announced(opening: Sequence[Sentence], vocabulary: Mapping[str, Any]) -> Announced | None:
    """A title that stands within the first sentences: 现公布某局2024年政府信息公开工作年度报告."""
    genre = _genre_of(vocabulary)
    navigation: Sequence[str] = vocabulary["navigation"]
    for sentence in opening[:8]:
        text = sentence.squeezed
        if any(word in text[:12] for word in navigation):
            continue
        for match in genre.finditer(text):
            behind = text[match.end() : match.end() + 4]
            if any(behind.startswith(word) for word in vocabulary["not_the_report_itself"]):
                continue
            found = compiled(_BEFORE).search(text, max(0, match.start() - 60), match.start())
            if found and found["title"]:
                start, end = found.start("title"), match.end()
                year = found["second"] or found["first"]
                field = Field(text[start:end], source_parts(sentence, start, end))
                return Announced(_issuer(found["issuer"]), int(year) if year else None, field)
    return None
