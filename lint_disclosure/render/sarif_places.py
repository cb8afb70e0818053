"""Places as SARIF writes them: in the file, and in the form of the report."""

from __future__ import annotations

from typing import Any

from lint_disclosure.finding import Finding
from lint_disclosure.place import Location, Place
from lint_disclosure.render.addresses import uri
from lint_disclosure.render.sarif_tool import message
from lint_disclosure.render.width import visible

ROOT = "%SRCROOT%"
"""The folder that addresses of files start from, as GitHub and the viewers call it."""


def place(
    path: str, location: Location | None, symbolic: Place | None = None, locator: str = ""
) -> dict[str, Any]:
    """A location. A file without lines has no region; its own coordinates are properties."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(path), "uriBaseId": ROOT}}
    made: dict[str, Any] = {"physicalLocation": physical}
    if location is not None and location.in_file is not None:
        physical["region"] = _region(location)
    elif location is not None:
        physical["properties"] = location.as_data()
    logical = _logical(symbolic, locator) if symbolic is not None else None
    if logical:
        made["logicalLocations"] = [logical]
    return made


def related_places(path: str, finding: Finding) -> list[dict[str, Any]]:
    """The further places of a finding, numbered, each with what it has to do with it.

    They are the cells of the relation, the places of the relations that break by the same cause,
    the cells that the proposal would change, and the numbers that speak for it.
    """
    found: list[dict[str, Any]] = []

    def add(made: dict[str, Any], text: str) -> None:
        made["message"] = message(text)
        if made not in found:
            found.append(made)

    for related in finding.related:
        at = place(path, related.location, related.place, related.locator)
        add(at, related.message or related.locator)
    for one in finding.broken:
        if one.location is not None:
            add(place(path, one.location), f"{one.rule} {one.message}")
    repair = finding.repair
    for change in repair.changes if repair else ():
        at = place(path, change.location, change.place, change.locator)
        before = "" if change.before is None else str(change.before)
        add(at, f"{before} → {change.after}".lstrip())
    for witness in repair.witnesses if repair else ():
        at = place(path, witness.location, witness.place, witness.locator)
        add(at, witness.message or witness.locator)
    return [{"id": number, **made} for number, made in enumerate(found, 1)]


def _region(location: Location) -> dict[str, int]:
    """Lines and columns from 1, in code points, the end exclusive: as ``Location`` has them."""
    at = location.in_file
    if at is None:
        return {}
    return {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }


def _logical(symbolic: Place, locator: str) -> dict[str, str] | None:
    """The cell, table or section in the form; its full name is made of the contract's keys."""
    steps = [f"section{symbolic.section}"] if symbolic.section is not None else []
    kind = "section" if steps else ""
    for part, of in (
        (symbolic.subsection, "section"),
        (None if symbolic.paragraph is None else f"paragraph{symbolic.paragraph}", "paragraph"),
        (symbolic.table, "table"),
        (symbolic.row, "row"),
        (symbolic.column, "cell" if symbolic.row else "column"),
    ):
        if part is not None:
            steps.append(visible(part))
            kind = of
    if not steps:
        return None
    return {
        "name": visible(locator) or steps[-1],
        "fullyQualifiedName": "/".join(steps),
        "kind": kind,
    }
