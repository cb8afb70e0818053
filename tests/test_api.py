"""The Python interface of the contract."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import lint_disclosure
from lint_disclosure import NotAReport, UnreadableFile, lint, read
from lint_disclosure.rulepack.model import RulePack
from tests.conftest import REPOSITORY


def test_read_and_lint(pack: RulePack, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(pack.forms["2021"].specimen, encoding="utf-8")
    report = read(path)
    result = lint(report)
    assert (report.year, report.issuer) == (2024, "云川县水利局")
    assert result.findings == ()
    assert result.outcomes.failed == 0


def test_bytes_are_read_under_a_name(pack: RulePack) -> None:
    report = read(pack.forms["2021"].specimen.encode("gb18030"), name="upload")
    assert lint(report).path == "upload"


def test_a_result_as_plain_data_fits_the_schema(pack: RulePack) -> None:
    text = pack.forms["2021"].specimen.replace("| 11 |", "| 12 |", 1)
    plain = lint(read(text.encode(), name="report.txt")).to_dict()
    schema = json.loads((REPOSITORY / "schemas/findings.schema.json").read_text(encoding="utf-8"))
    document = {
        "version": 1,
        "tool": {"name": "disclosure-lint", "version": lint_disclosure.__version__},
        "packs": [{"name": "national", "version": lint_disclosure.__version__}],
        "files": [plain],
        "summary": {
            "files": 1,
            "error": 2,
            "warning": 1,
            "info": 0,
            "suppressed": 0,
            "baselined": 0,
            "cannot_evaluate": 0,
            "seconds": 0.0,
        },
    }
    jsonschema.validate(document, schema)
    assert [one["rule"] for one in plain["findings"]] == ["XTX001", "ARI001", "ARI003"]


def test_errors(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read(tmp_path / "gone.txt")
    with pytest.raises(NotAReport):
        read("今天天气很好。".encode())


def test_importing_the_package_imports_nothing_heavy() -> None:
    import subprocess
    import sys

    code = (
        f"import sys; sys.path.insert(0, {str(REPOSITORY)!r}); import lint_disclosure; "
        "print('click' in sys.modules, 're' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False False\n"
