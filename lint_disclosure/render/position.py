"""Where in the file something stands, as a reader would look it up."""

from __future__ import annotations

from lint_disclosure.place import Location


def position(location: Location) -> str:
    """Line and column, or what the file has in their stead: 第2个表格第5行第3格."""
    at = location.in_file
    return f"{at.line}:{at.column}" if at else location.words
