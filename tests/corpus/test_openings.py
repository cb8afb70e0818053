"""The openings of some eighty published reports, linted as the fragments that they are."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from lint_disclosure.api import lint_file
from lint_disclosure.engine import Selection
from lint_disclosure.finding import FileResult
from lint_disclosure.rulepack.model import RulePack

NO_YEAR = {
    "105_xuwen_sfj_2023_splitheader.txt": "the text shown names no year",
    "122_bj_daxing_zhen_2025.txt": "the text shown names no year; the manifest doubts it too",
    "182_unknown_ju_2019_2020_collapsed.txt": "the text shown names no year",
}
"""Openings whose year cannot be told from what they show; it stays unknown."""


@cache
def _manifest(folder: Path) -> dict[str, str]:
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["file"]: row["report_year"] for row in rows}


def lint_opening(path: Path, pack: RulePack) -> FileResult:
    return lint_file(str(path), pack=pack, selection=Selection(profile="all"), partial=True)


def test_each_opening_is_recognised_with_its_year(real_reports: Path, pack: RulePack) -> None:
    years = _manifest(real_reports)
    wrong = {}
    paths = sorted((real_reports / "openings").glob("*.txt"))
    assert len(paths) > 70
    for path in paths:
        result = lint_opening(path, pack)
        expected = None if path.name in NO_YEAR else int(years[path.name])
        if result.status not in ("checked", "partly_checked") or result.year != expected:
            wrong[path.name] = (result.status, result.year, expected)
    assert wrong == {}


def test_nothing_behind_the_end_of_a_fragment_is_called_missing(
    real_reports: Path, pack: RulePack
) -> None:
    """No finding says that a section or table is missing that the fragment does not reach."""
    absent = {
        (path.name, finding.rule, finding.message)
        for path in sorted((real_reports / "openings").glob("*.txt"))
        for finding in lint_opening(path, pack).findings
        if finding.rule in ("STR001", "STR013", "TAB006", "TAB007", "TAB009")
    }
    assert absent == ABSENCES_THAT_THE_TEXT_SHOWS


ABSENCES_THAT_THE_TEXT_SHOWS = {
    (name, "STR013", "没有找到表二、表三、表四，原文中可能是图片")
    for name in (
        "136_fuyuan_edu_2024_notables.txt",
        "190_futian_jtjj_2021_notables_complete.txt",
        "222_hunnan_gzj_2022_notables_complete.txt",
    )
}
"""The headings 二 to 五 follow each other with nothing between them."""


@pytest.mark.parametrize("cut", [300, 900, 2500, 4000])
def test_a_complete_report_cut_anywhere_gives_no_error(
    cut: int, real_reports: Path, pack: RulePack
) -> None:
    for path in sorted((real_reports / "complete").glob("*.txt")):
        data = path.read_bytes()[: cut * 3]
        result = lint_file(
            str(path), pack=pack, selection=Selection(profile="gate"), partial=True, data=data
        )
        assert [(one.rule, one.message) for one in result.findings] == [], path.name
