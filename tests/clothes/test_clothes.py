"""One report in many clothes: whatever it wears, the same data are read from it.

``python -m tests.clothes`` does the same with more reports and tells how many read the same.
"""

from __future__ import annotations

import pytest

from lint_disclosure.api import Selection, lint, read
from lint_disclosure.rulepack.model import RulePack
from tests.clothes.clothing import QUICK, SLOW, Clothing
from tests.clothes.compare import differences
from tests.clothes.model import Cell
from tests.clothes.random_report import random_report
from tests.clothes.text import bars

REPORTS = 25
PRINTED = 2
FORMS = ("2019", "2021")


def named(clothing: object) -> str | None:
    return clothing.name if isinstance(clothing, Clothing) else None


def assert_the_same(clothing: Clothing, form: str, count: int, pack: RulePack) -> None:
    """So many reports read from their files as they were meant; else the first differences."""
    if clothing.program is None:
        pytest.skip(f"the program that prints {clothing.name} is not installed")
    reports = [
        clothing.fitting(random_report(pack, pack.forms[form], seed)) for seed in range(count)
    ]
    found = [
        f"report {report.seed}: {difference}"
        for report, data in zip(reports, clothing.dress(reports), strict=True)
        for difference in differences(report, f"report{clothing.suffix}", data, pack)
    ]
    assert found == [], "\n".join(found[:20])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("clothing", QUICK, ids=named)
def test_a_report_reads_the_same_in_all_clothes(
    clothing: Clothing, form: str, pack: RulePack
) -> None:
    assert_the_same(clothing, form, REPORTS, pack)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("clothing", SLOW, ids=named)
def test_a_report_reads_the_same_in_print(clothing: Clothing, form: str, pack: RulePack) -> None:
    assert_the_same(clothing, form, PRINTED, pack)


@pytest.mark.parametrize("form", FORMS)
def test_the_numbers_of_random_reports_add_up(form: str, pack: RulePack) -> None:
    for seed in range(REPORTS):
        text = bars(random_report(pack, pack.forms[form], seed))
        result = lint(
            read(text, name="report.txt", pack=pack),
            rules=pack,
            selection=Selection(select=("ARI001", "ARI002", "ARI003", "ARI004", "ARI005")),
        )
        assert [finding.message for finding in result.findings] == []


@pytest.mark.parametrize("form", FORMS)
def test_random_reports_hold_every_state_of_a_cell(form: str, pack: RulePack) -> None:
    reports = [random_report(pack, pack.forms[form], seed) for seed in range(REPORTS)]
    cells = [cell for one in reports for table in one.tables.values() for cell in table.values()]
    assert {cell.state for cell in cells} == {"number", "blank", "dash", "text"}
    assert any(cell.note for cell in cells)
    assert any("," in cell.text for cell in cells)
    assert any(isinstance(cell.value, str) for cell in cells)


def test_a_changed_number_is_told(pack: RulePack) -> None:
    """The comparison itself: one cell of the file differs, and no more than that is told."""
    report = random_report(pack, pack.forms["2021"], 0)
    cells = {**report.tables["requests"], ("received", "other"): Cell("987", "number", 987)}
    changed = report._replace(tables={**report.tables, "requests": cells})
    found = differences(report, "report.txt", bars(changed), pack)
    at = "tables.requests.received.other"
    assert [(one.at, one.found) for one in found] == [(f"{at}.value", 987), (f"{at}.raw", "987")]
