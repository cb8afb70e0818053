"""Lint 政府信息公开工作年度报告: find what does not add up before it is published.

from lint_disclosure import lint, read
result = lint(read("report.txt"))
for finding in result.findings: ...
"""

from __future__ import annotations

__version__ = "0.1.0"

# Not from typing: its import alone would double the time of --version.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lint_disclosure.api import (
        NotAReport,
        UnreadableFile,
        extract,
        lint,
        lint_file,
        load_rules,
        read,
    )

__all__ = [
    "NotAReport",
    "UnreadableFile",
    "__version__",
    "extract",
    "lint",
    "lint_file",
    "load_rules",
    "read",
]


def __getattr__(name: str) -> Any:
    """Import the interface when it is first used, so that ``--version`` starts at once."""
    if name in __all__:
        from lint_disclosure import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
