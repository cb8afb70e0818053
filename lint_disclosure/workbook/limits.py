"""What a sheet can hold (Excel specifications and limits)."""

from __future__ import annotations

MAX_ROWS = 1_048_576
MAX_TEXT = 32_767
MAX_DIGITS = 15
"""Significant digits of a number; a longer one is kept as text, so that none is lost."""
MAX_NAME = 31
MAX_HEIGHT = 409
"""Height of a row in points."""


class Full(Exception):
    """A sheet cannot hold as many rows as there are."""
