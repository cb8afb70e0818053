"""Whole outputs of every format for five examples, as ``formats`` has them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.examples.conftest import EXPECTED, Call, Compare

NAMES = (
    "arithmetic.txt",
    "cells.txt",
    "changes-left.docx",
    "table-as-picture.html",
    "text-against-table.txt",
)
FORMATS = ("jsonl", "sarif", "github", "gitlab", "junit", "markdown", "csv", "html")
OF_ALL_RULES = ("机关与规则", "规则")
"""Sheets that change with every rule; tests/render/xlsx looks at them."""
ROOT = EXPECTED.parents[2]
FOLDER = EXPECTED.parent / "formats"


def lasting(name: str, text: str) -> str:
    """The output without what changes from run to run or with every edit of an unrelated rule."""
    if name == "sarif":
        data = json.loads(text)
        run = data["runs"][0]
        broken = {result["ruleId"] for result in run["results"]}
        driver = run["tool"]["driver"]
        driver["version"] = "-"
        driver["rules"] = [rule for rule in driver["rules"] if rule["id"] in broken]
        for result in run["results"]:
            del result["ruleIndex"]
        for note in run["invocations"][0]["toolExecutionNotifications"]:
            note.get("associatedRule", {}).pop("index", None)
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    if name == "html":
        # The look is tried in a browser; here is what the page says.
        text = re.sub(r"<(style|script)\b[^>]*>.*?</\1>", "", text, flags=re.S)
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    text = text.replace("\r\n", "\n")
    text = re.sub(r'("tool": \{[^}]*"version": )"[^"]*"', r'\1"-"', text)
    return re.sub(r'("seconds": )[\d.]+', r"\g<1>0", text)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", FORMATS)
def test_whole_output(
    name: str, kind: str, call: Call, compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(variable, raising=False)
    _, out, _ = call(f"examples/{name}", "--format", kind, "--profile", "all", "--lang", "zh")
    compare(f"../{FOLDER.name}/{name}.{kind}", lasting(kind, out))


@pytest.mark.parametrize("name", NAMES)
def test_whole_workbook(name: str, call: Call, compare: Compare, tmp_path: Path) -> None:
    """What stands in the cells, sheet by sheet; LibreOffice is asked elsewhere how it looks."""
    made = tmp_path / "made.xlsx"
    call(f"examples/{name}", "-o", f"xlsx={made}", "--profile", "all", "--lang", "zh")
    lines = []
    for sheet in load_workbook(made).worksheets:
        if sheet.title in OF_ALL_RULES:
            continue
        lines.append(f"== {sheet.title}")
        for row in sheet.iter_rows(values_only=True):
            lines.append("\t".join("" if one is None else str(one) for one in row).rstrip("\t"))
    text = re.sub(r"disclosure-lint \d[\w.]*", "disclosure-lint -", "\n".join(lines))
    compare(f"../{FOLDER.name}/{name}.xlsx.txt", text + "\n")


def test_everything_expected_is_asked_for() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {
        f"{name}.{kind}" for name in NAMES for kind in (*FORMATS, "xlsx.txt")
    }


def test_the_lines_of_annotations_are_those_of_the_report() -> None:
    """What GitHub marks is the number, or the words, that the finding speaks of."""
    marked = {
        ("arithmetic.txt", "ARI001"): "46",
        ("arithmetic.txt", "ARI004"): "11",
        ("cells.txt", "CEL003"): "312件",
        ("text-against-table.txt", "XTX004"): "未收到政府信息公开申请",
    }
    for (name, rule), text in marked.items():
        lines = (ROOT / "examples" / name).read_text(encoding="utf-8").split("\n")
        log = (FOLDER / f"{name}.github").read_text(encoding="utf-8")
        at = re.search(
            rf"title={rule} [^:]*,line=(\d+),col=(\d+),endLine=\1,endColumn=(\d+)::", log
        )
        assert at is not None, name
        line, start, end = map(int, at.groups())
        assert lines[line - 1][start - 1 : end - 1] == text


def test_gitlab_names_files_of_the_repository() -> None:
    for path in FOLDER.glob("*.gitlab"):
        issues = json.loads(path.read_text(encoding="utf-8"))
        assert issues
        for issue in issues:
            assert list(issue) == [
                "description", "check_name", "fingerprint", "severity", "location",
            ]  # fmt: skip
            assert (ROOT / issue["location"]["path"]).is_file()
            assert issue["location"]["lines"]["begin"] >= 1
            assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert len({issue["fingerprint"] for issue in issues}) == len(issues)
