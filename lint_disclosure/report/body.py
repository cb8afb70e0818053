"""Level and kind of a body, by the suffix of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lint_disclosure.report.model import Body

UNKNOWN = Body(None, None)


def body_of(issuer: str | None, table: Sequence[Mapping[str, Any]]) -> Body:
    """The body's level and kind; the first entry of the table that fits decides, else unknown."""
    if not issuer:
        return UNKNOWN
    name = issuer.partition("(")[0].strip() or issuer
    for entry in table:
        if any(name.endswith(suffix) for suffix in entry["suffixes"]):
            return Body(_known(entry.get("level")), _known(entry.get("kind")))
    return UNKNOWN


def _known(value: object) -> str | None:
    return None if value in (None, "null", "") else str(value)
