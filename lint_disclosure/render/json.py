"""``json``: the contract's JSON, version 1, written file by file."""

from __future__ import annotations

import re
from decimal import Decimal
from json import dumps
from typing import Any

from lint_disclosure.finding import (
    SEVERITIES,
    Broken,
    Change,
    Equation,
    FileResult,
    Finding,
    Number,
    Related,
    Repair,
)
from lint_disclosure.place import Location, Place
from lint_disclosure.render import Settings
from lint_disclosure.render.equation import in_numbers
from lint_disclosure.render.totals import Totals

VERSION = 1

_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
"""Controls that JSON may hold as they are, but that would steer a terminal or hide on it."""


def create(settings: Settings) -> Json:
    """The renderer of this format."""
    return Json(settings)


class Json:
    """Renders for programs."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.first = True

    def begin(self) -> str:
        """The head, up to the list of files."""
        tool = self._dump({"name": self.settings.tool, "version": self.settings.version}, None)
        packs = self._dump(
            [{"name": pack.name, "version": pack.version} for pack in self.settings.packs], None
        )
        head = f'"version": {VERSION},\n  "tool": {tool},\n  "packs": {packs}'
        return f'{{\n  {head},\n  "files": ['

    def file(self, result: FileResult) -> str:
        """One element of the list."""
        lead = "\n    " if self.first else ",\n    "
        self.first = False
        return lead + self._dump(file_dict(result)).replace("\n", "\n    ")

    def end(self, totals: Totals) -> str:
        """The end of the list, and the summary."""
        close = "]" if self.first else "\n  ]"
        summary = self._dump(summary_dict(totals)).replace("\n", "\n  ")
        return f'{close},\n  "summary": {summary}\n}}\n'

    def _dump(self, value: Any, indent: int | None = 2) -> str:
        return text_of(value, indent, ascii_only=self.settings.ascii_json)


def text_of(value: Any, indent: int | None = 2, *, ascii_only: bool = False) -> str:
    """JSON in which every control character is an escape."""
    text = dumps(value, indent=indent, ensure_ascii=ascii_only)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def summary_dict(totals: Totals) -> dict[str, Any]:
    """The contract's ``summary``."""
    return {
        "files": totals.files,
        **{severity: totals.severities[severity] for severity in reversed(SEVERITIES)},
        "suppressed": 0,
        "baselined": 0,
        "cannot_evaluate": totals.cannot_evaluate,
        "left_out": totals.left_out.count,
        "seconds": round(totals.seconds, 3),
    }


def file_dict(result: FileResult) -> dict[str, Any]:
    """One element of the contract's ``files``."""
    return {
        "path": result.path,
        "status": result.status,
        "reason": result.reason,
        "form": result.form,
        "issuer": result.issuer,
        "year": result.year,
        "outcomes": {
            "pass": result.outcomes.passed,
            "fail": result.outcomes.failed,
            "not_applicable": result.outcomes.not_applicable,
            "cannot_evaluate": result.outcomes.cannot_evaluate,
        },
        "undecided": [{"rule": note.rule, "why": note.why} for note in result.undecided],
        "findings": [finding_dict(finding) for finding in result.findings],
    }


def finding_dict(finding: Finding) -> dict[str, Any]:
    """One element of the contract's ``findings``."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "help": finding.help,
        "place": _place(finding.place),
        "location": _location(finding.location),
        "locator": finding.locator,
        "expected": _value(finding.expected),
        "actual": _value(finding.actual),
        "difference": _value(finding.difference),
        "equation": _equation(finding.equation),
        "related": [_related(related) for related in finding.related],
        "also": list(finding.also),
        "broken": [_broken(broken) for broken in finding.broken],
        "repair": None if finding.repair is None else _repair(finding.repair),
        "basis": [basis._asdict() for basis in finding.basis],
        "url": finding.url,
        "fingerprint": finding.fingerprint,
    }


def _place(place: Place) -> dict[str, Any]:
    return place._asdict()


def _location(location: Location | None) -> dict[str, Any] | None:
    return location.as_data() if location else None


def _related(related: Related) -> dict[str, Any]:
    return {
        "place": _place(related.place),
        "location": _location(related.location),
        "locator": related.locator,
        "message": related.message,
    }


def _equation(equation: Equation | None) -> dict[str, Any] | None:
    if equation is None:
        return None
    return {
        "text": in_numbers(equation),
        "operator": equation.operator,
        "left": _value(equation.left_value),
        "right": _value(equation.right_value),
        "difference": _value(equation.left_value - equation.right_value),
    }


def _broken(broken: Broken) -> dict[str, Any]:
    return {
        "rule": broken.rule,
        "message": broken.message,
        "location": _location(broken.location),
        "equation": _equation(broken.equation),
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "unique": repair.unique,
        "alternatives": repair.alternatives,
        "changes": [_change(change) for change in repair.changes],
        "decided": repair.decided,
        "undecided": repair.undecided,
        "text": repair.text,
        "why": repair.why,
        "slips": list(repair.slips),
        "mended": repair.mended,
        "unused": repair.unused,
        "candidates": [
            {"changes": [_change(change) for change in one.changes], "why": one.why}
            for one in repair.candidates
        ],
        "witnesses": [_related(witness) for witness in repair.witnesses],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "place": _place(change.place),
        "location": _location(change.location),
        "locator": change.locator,
        "from": _value(change.before),
        "to": _value(change.after),
    }


def _value(value: Number | str | None) -> int | str | None:
    return format(value, "f") if isinstance(value, Decimal) else value
