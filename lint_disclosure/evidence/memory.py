"""Keep what several rules work out of one report until the next report comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from lint_disclosure.report.model import Report

_Value = TypeVar("_Value")

_kept: tuple[Report | None, dict[str, Any]] = (None, {})


def once(report: Report, key: str, make: Callable[[], _Value]) -> _Value:
    """What ``make`` gives, worked out once for a report; ``key`` is its name."""
    global _kept
    kept = _kept
    if kept[0] is not report:
        kept = _kept = (report, {})
    known = kept[1]
    if key not in known:
        known[key] = make()
    value: _Value = known[key]
    return value
