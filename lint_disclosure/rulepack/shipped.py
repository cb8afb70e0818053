"""Where the shipped rules and schemas are: ``_data`` in an installed package, else the checkout."""

from __future__ import annotations

import os.path

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_DATA = os.path.join(_PACKAGE, "_data")
ROOT = _DATA if os.path.isdir(_DATA) else os.path.dirname(_PACKAGE)

RULES = os.path.join(ROOT, "rules")
SCHEMAS = os.path.join(ROOT, "schemas")
COMPILED = os.path.join(ROOT, "rules.json")
