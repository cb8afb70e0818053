"""Tell where the data read from a file differ from the data of the report that it shows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from lint_disclosure.api import NotAReport, UnreadableFile, extract, read
from lint_disclosure.rulepack.model import RulePack
from tests.clothes.expected import expected
from tests.clothes.model import Report

_PLACES = frozenset(("path", "location", "locator"))
_QUOTES = str.maketrans("“”‘’", "\"\"''")


class Difference(NamedTuple):
    """A value that was read otherwise than it was printed; ``at`` is its path in the data."""

    at: str
    wanted: Any
    found: Any

    def __str__(self) -> str:
        return f"{self.at}: wanted {self.wanted!r}, found {self.found!r}"


def differences(report: Report, name: str, data: bytes, pack: RulePack) -> list[Difference]:
    """Where a file that shows the report reads otherwise; empty when all is the same.

    Widths of characters and blanks count for nothing, nor do marks of Markdown round a heading.
    """
    try:
        found = extract(read(data, name=name, pack=pack))
    except (UnreadableFile, NotAReport) as error:
        return [Difference("file", "a report", repr(error))]
    return list(_differ("", _plain(expected(report)), _plain(found)))


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {
            key: _bare(value) if key == "raw" else _plain(value)
            for key, value in data.items()
            if key not in _PLACES
        }
    if isinstance(data, list | tuple):
        return [_plain(one) for one in data]
    return _narrow(data) if isinstance(data, str) else data


def _narrow(text: str) -> str:
    """Blanks out, characters in their narrow form, and one kind of dash."""
    folded = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return "".join(folded.replace("—", "-").split())


def _bare(raw: str) -> str:
    return _narrow(raw).strip("#*")


def _differ(at: str, wanted: Any, found: Any) -> Iterator[Difference]:
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in [*wanted, *(key for key in found if key not in wanted)]:
            yield from _differ(f"{at}.{key}".lstrip("."), wanted.get(key), found.get(key))
    elif isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        for number, pair in enumerate(zip(wanted, found, strict=True)):
            yield from _differ(f"{at}[{number}]", *pair)
    elif wanted != found or type(wanted) is not type(found):
        yield Difference(at, wanted, found)
