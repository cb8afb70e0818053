"""Safe fixes as SARIF writes them, for viewers that offer to make them."""

from __future__ import annotations

from typing import Any

from lint_disclosure.editing import keeps_numbers
from lint_disclosure.finding import Finding
from lint_disclosure.place import Source
from lint_disclosure.render.addresses import uri
from lint_disclosure.render.sarif_places import ROOT, region
from lint_disclosure.render.sarif_tool import message


def text_fixes(path: str, finding: Finding, source: Source | None) -> list[dict[str, Any]]:
    """The fix of a finding, if it is safe, and the text of the report is the file itself.

    Elsewhere a region of the text is no region of the file. Numbers are never changed.
    """
    fix = finding.fix
    if fix is None or fix.safety != "safe" or source is None or not source.is_file:
        return []
    if not keeps_numbers(source.text, fix.edits):
        return []
    replacements = [
        {
            "deletedRegion": region(edit.location),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in fix.edits
    ]
    changed = {
        "artifactLocation": {"uri": uri(path), "uriBaseId": ROOT},
        "replacements": replacements,
    }
    return [{"description": message(fix.title), "artifactChanges": [changed]}]
