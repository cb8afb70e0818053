"""The official schema of SARIF, where there is a copy of it.

Its terms do not say that it may be passed on with other software, so it is no part of the project.
It is published at https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "schemas" / "sarif-2.1.0.json"
SCHEMA = Path(os.environ.get("SARIF_SCHEMA", _SHARED))


def violations(data: Any) -> list[str]:
    """What the schema finds wrong, each with its place."""
    if not SCHEMA.is_file():
        pytest.skip(f"no schema of SARIF 2.1.0 in {SCHEMA} (set SARIF_SCHEMA)")
    return [f"{error.json_path}: {error.message}" for error in _validator().iter_errors(data)]


@cache
def _validator() -> Draft4Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft4Validator(schema, format_checker=FormatChecker())
