"""What a run imports: a text report starts as fast as if there were no other readers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
READERS = "lint_disclosure.reading."
HEAVY = (
    "zipfile", "zlib", "xml", "xml.etree", "email", "html", "html.parser", "turbohtml", "justhtml",
    "markdown_it", "pypdfium2", "pypdfium2_raw", "subprocess", "tempfile", "multiprocessing",
    "concurrent.futures", "importlib.metadata",
)  # fmt: skip

CODE = """
import json, sys
before = set(sys.modules)
from lint_disclosure.cli.main import run
code = run([sys.argv[1], "-q"])
print(json.dumps([code, sorted(set(sys.modules) - before)]))
"""


def imported(name: str, environment: dict[str, str]) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(EXAMPLES / name)],
        cwd=environment["PYTHONPATH"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code == 0
    return set(modules)


def test_a_text_report_imports_no_other_reader(environment: dict[str, str]) -> None:
    modules = imported("clean.txt", environment)
    readers = {name.removeprefix(READERS) for name in modules if name.startswith(READERS)}
    assert readers == {"encoding", "kind", "text", "unreadable"}
    assert modules.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    ("name", "reader"),
    [("clean.html", "html"), ("clean.docx", "docx"), ("clean.xlsx", "spreadsheet")],
)
def test_a_report_imports_its_own_reader_only(
    environment: dict[str, str], name: str, reader: str
) -> None:
    modules = imported(name, environment)
    kinds = {"html", "mht", "markdown", "docx", "pdf", "ofd", "spreadsheet", "office"}
    assert {kind for kind in kinds if READERS + kind in modules} == {reader}
    assert modules.isdisjoint({"subprocess", "tempfile", "email", "multiprocessing"})
