"""Which look of a cell stands for what."""

from __future__ import annotations

from lint_disclosure.finding import Severity
from lint_disclosure.workbook.styles import Style

BY_SEVERITY: dict[Severity, Style] = {
    "error": Style.ERROR,
    "warning": Style.WARNING,
    "info": Style.INFO,
}
COUNTS: dict[Severity, Style] = {
    "error": Style.ERRORS,
    "warning": Style.WARNINGS,
    "info": Style.INFOS,
}
"""Of numbers of findings, which are shown after a word."""
