"""Rules and reports for the tests of check kinds: a specimen with a few cells or words changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lint_disclosure.evidence.verdict import Verdict, Violation
from lint_disclosure.reading import read_document
from lint_disclosure.report.model import Report
from lint_disclosure.report.parse import Parser
from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.forms import load_forms
from lint_disclosure.rulepack.model import Rule, RulePack, Text, Years

Cells = Mapping[tuple[str, str, str], str]


@cache
def pack() -> RulePack:
    """The shipped forms and word tables, without any rule."""
    found = load_forms(Path(shipped.RULES, "forms"))
    assert not found.problems
    return RulePack(
        (), {}, found.forms, found.characters, found.bodies, found.vocabulary, found.claims
    )


@cache
def _parser() -> Parser:
    return Parser(pack())


def read(text: str, partial: bool = False) -> Report:
    """The report in a text."""
    return _parser().parse(read_document("report.txt", text.encode()), partial)


def specimen(
    form: str = "2021", cells: Cells | None = None, words: Mapping[str, str] | None = None
) -> Report:
    """The specimen of a form, with other raw texts in cells and other words in the text."""
    text = pack().forms[form].specimen
    for old, new in (words or {}).items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    if cells:
        tables = read(text).tables
        places = {
            tables[key].cells[row, column].parts: new for (key, row, column), new in cells.items()
        }
        for parts, new in sorted(places.items(), reverse=True):
            text = text[: parts[0][0]] + new + text[parts[-1][1] :]
    return read(text)


def rule(check: str, **options: Any) -> Rule:
    """A rule of a kind with options as they are after compiling."""
    text = Text("", "")
    return Rule(
        id="XXX001",
        name="sample",
        title=text,
        severity="error",
        confidence="high",
        since="0.1.0",
        years=Years(),
        forms=(),
        kinds=(),
        levels=(),
        functions=(),
        bodies=(),
        basis=(),
        check=check,
        options=options,
        needs=(),
        related=(),
        message=text,
        help=text,
        exceptions=None,
        cases={},
        url="",
    )


def only(verdict: Verdict) -> Violation:
    """The one violation of a verdict."""
    assert verdict.outcome == "fail"
    (violation,) = verdict.violations
    return violation


def pointed_at(report: Report, violation: Violation) -> str:
    """The words or figures that a violation points at."""
    return report.source.cut(violation.at.parts)


def locators(verdict: Verdict) -> list[str]:
    """Where the violations of a verdict are, in words."""
    return [violation.at.locator for violation in verdict.violations]
