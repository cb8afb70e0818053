"""The examples give exactly what stands in ``expected``, by the command that users run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lint_disclosure.api import Selection, lint, lint_file, read
from lint_disclosure.rulepack.loading import load_tests
from lint_disclosure.rulepack.model import RulePack
from tests.examples.conftest import EXPECTED, Call, Compare

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
NAMES = sorted(path.name for path in EXAMPLES.iterdir() if path.name != "README.md")
CLEAN = [name for name in NAMES if name.startswith("clean")]
CELLS = [
    (row, column)
    for (row, column), cell in read(EXAMPLES / "clean.txt").tables["requests"].cells.items()
    if cell.state == "number"
]


def session(call: Call, *args: str) -> str:
    """A run as a person sees it: the command, what it writes, the exit code."""
    code, out, err = call(*args)
    notes = f"--- standard error\n{err}" if err else ""
    return f"$ python -m lint_disclosure {' '.join(args)}\n{out}{notes}--- exit code {code}\n"


@pytest.mark.parametrize("name", NAMES)
def test_full_output(name: str, call: Call, compare: Compare) -> None:
    text = session(
        call, f"examples/{name}", "--format", "full", "--color", "never", "--profile", "all",
        "--lang", "zh",
    )  # fmt: skip
    compare(f"{name}.full.txt", text)


def test_concise_output(call: Call, compare: Compare) -> None:
    text = session(
        call, "examples/arithmetic.txt", "--format", "concise", "--color", "never", "--profile",
        "all", "--lang", "zh",
    )  # fmt: skip
    compare("arithmetic.txt.concise.txt", text)


ENGLISH = ("arithmetic.txt", "text-against-table.txt")


@pytest.mark.parametrize("name", ENGLISH)
def test_english_output(name: str, call: Call, compare: Compare) -> None:
    text = session(
        call, f"examples/{name}", "--format", "full", "--color", "never",
        "--profile", "all", "--lang", "en",
    )  # fmt: skip
    compare(f"{name}.en.txt", text)


def test_json_output(call: Call, compare: Compare) -> None:
    code, out, _ = call("examples/arithmetic.txt", "--format", "json", "--lang", "zh")
    data = json.loads(out)
    del data["tool"]["version"], data["summary"]["seconds"]
    assert code == 1
    compare("arithmetic.txt.json", json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def test_everything_expected_is_of_an_example() -> None:
    """An example that is taken away takes its expected output along."""
    names = {path.name for path in EXPECTED.iterdir()}
    asked = {f"{name}.full.txt" for name in NAMES}
    asked |= {f"{name}.en.txt" for name in ENGLISH}
    asked |= {"arithmetic.txt.concise.txt", "arithmetic.txt.json"}
    assert names == asked


def test_the_overview_names_every_example() -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"]({name})" not in text] == []


@pytest.mark.parametrize("name", CLEAN)
def test_clean_examples_give_nothing(name: str, pack: RulePack) -> None:
    result = lint_file(str(EXAMPLES / name), pack=pack, selection=Selection(profile="all"))
    assert (result.status, list(result.findings), list(result.undecided)) == ("checked", [], [])


def test_every_rule_fires_somewhere(pack: RulePack) -> None:
    """On an example or, where none shows it, in a test of its own."""
    fired = {
        finding.rule
        for name in NAMES
        for finding in lint_file(
            str(EXAMPLES / name), pack=pack, selection=Selection(profile="all")
        ).findings
    }
    _, tests = load_tests()
    tested = {test.rule for test in tests if test.want}
    assert set(pack.rules) - fired - tested == set()
    assert {code[:3] for code in fired} == {code[:3] for code in pack.rules}


@pytest.mark.parametrize(("row", "column"), CELLS, ids=lambda key: key)
def test_a_wrong_cell_is_one_finding_at_that_very_cell(row: str, column: str) -> None:
    """Whichever cell of 表三 is one too many: one finding, there, with the number it should be."""
    source = (EXAMPLES / "clean.txt").read_text(encoding="utf-8")
    cell = read(source.encode()).tables["requests"].cells[row, column]
    [(start, end)] = cell.parts
    right = int(source[start:end])
    changed = source[:start] + str(right + 1) + source[end:]
    found = lint(read(changed.encode()), selection=Selection(select=("ARI",))).findings
    assert [(one.place.table, one.place.row, one.place.column) for one in found] == [
        ("requests", row, column)
    ]
    repair = found[0].repair
    assert repair is not None
    assert (repair.decided, [one.after for one in repair.changes]) == ("alone", [right])


def test_every_cell_is_tried() -> None:
    assert len(CELLS) == 25 * 7
