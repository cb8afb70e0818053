"""A place that takes part in a finding, in the coordinates of the file."""

from __future__ import annotations

from lint_disclosure.finding import Related
from lint_disclosure.place import Location
from lint_disclosure.report.model import Mark, Report


def related(report: Report, mark: Mark, text: str) -> Related:
    """The place of a mark, with what there is to say of it."""
    location = located(report, mark)
    return Related(mark.place, location, locator(mark, location), text)


def located(report: Report, mark: Mark) -> Location | None:
    """Where a mark is in the file; None where nothing of it is in the text."""
    return report.source.locate(mark.parts) if mark.parts else None


def locator(mark: Mark, location: Location | None) -> str:
    """The place in the words of the form, and where that is in a file that has no lines."""
    words = location.words if location else ""
    return f"{mark.locator}（{words}）" if words else mark.locator
