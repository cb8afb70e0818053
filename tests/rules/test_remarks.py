"""A number with a remark in brackets is a number: no rule on cells or tables calls it wrong."""

from __future__ import annotations

import pytest

from lint_disclosure.engine import Selection, run
from tests.checks.sample import specimen

CELLS = {
    "2021": [
        ("proactive", "regulations", "issued"),
        ("proactive", "normative_documents", "repealed"),
        ("proactive", "normative_documents", "in_force"),
        ("proactive", "licences", "decisions"),
        ("proactive", "fees", "amount"),
        ("requests", "received", "natural_person"),
        ("requests", "total", "total"),
        ("disputes", "reconsideration", "upheld"),
        ("disputes", "litigation_after_reconsideration", "total"),
    ],
    "2019": [
        ("proactive", "normative_documents", "produced"),
        ("proactive", "penalties", "change"),
        ("proactive", "penalties", "decisions"),
        ("proactive", "procurement", "amount"),
        ("requests", "carried_out", "total"),
        ("disputes", "reconsideration", "total"),
    ],
}
REMARKS = [
    "{}（其中修订0件）",
    "{}(其中修订0件)",
    "{} （含自然失效 0 件）",
    "{}【含上年结转】",
    "{}[注]",
    "{}（含新制定0件（省级0件）、修订0件）",
    "{}（根据省级有关部门的统一口径统计，含机构改革前原单位已经作出的处理决定，不含委托乡镇和街道实施、由乡镇和街道报送的数量）",
]


def spoken(report, pack):
    """The rules on cells and tables that find something, or that cannot judge the table."""
    result = run(report, pack, Selection(profile="all", select=("CEL", "TAB", "ARI")))
    return {one.rule for one in result.findings} | {one.rule for one in result.undecided}


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize(("form", "cell"), [(form, one) for form in CELLS for one in CELLS[form]])
def test_a_remark_is_no_mistake(form, cell, remark, pack):
    clean = specimen(form)
    table, row, column = cell
    read = clean.tables[table].cells[row, column]
    raw = clean.source.cut(read.parts)
    report = specimen(form, cells={cell: remark.format(raw)})
    assert report.tables[table].cells[row, column].value == read.value
    assert spoken(report, pack) == ({"CEL011"} if remark != "{}[注]" else set())


@pytest.mark.parametrize("remark", ["{}件（其中修订0件）", "{}件[注]"])
def test_a_unit_is_a_unit_with_a_remark_too(remark, pack):
    cell = ("proactive", "penalties", "decisions")
    report = specimen(cells={cell: remark.format(14)})
    result = run(report, pack, Selection(profile="all", select=("CEL", "TAB")))
    assert [(one.rule, one.severity) for one in result.findings] == [("CEL003", "warning")]
