"""One cause, one finding: at the suspected cell, told by the lowest rule, with all that broke."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from lint_disclosure.causes.merging import merged
from lint_disclosure.causes.worded import Worded
from lint_disclosure.engine import Selection, run
from lint_disclosure.evidence.verdict import CellRelation, Violation
from lint_disclosure.finding import FileResult
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Claim, Report
from lint_disclosure.rulepack.model import RulePack
from tests.causes.conftest import Lint

RECEIVED = "| 7 | 3 | 0 | 0 | 1 | 0 | 11 |"
RECEIVED_12 = (RECEIVED, "| 7 | 3 | 0 | 0 | 1 | 0 | 12 |")
GRANTED = ("| 2 | 1 | 0 | 0 | 0 | 0 | 3 |", "| 20 | 1 | 0 | 0 | 0 | 0 | 3 |")
DISPUTES = "2 | 0 | 1 | 1 | 4 |"
DISPUTES_5 = (DISPUTES, "2 | 0 | 1 | 1 | 5 |")


def shown(result: FileResult) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    """Rule, row, column and the other rules of each finding."""
    return [(one.rule, one.place.row, one.place.column, one.also) for one in result.findings]


def test_one_wrong_cell_is_one_finding_at_that_cell(lint: Lint) -> None:
    result = lint(GRANTED)
    assert shown(result) == [("ARI001", "granted", "natural_person", ("ARI002",))]
    [finding] = result.findings
    assert (finding.actual, finding.expected, finding.difference) == (20, 2, 18)
    assert [(one.rule, one.name) for one in finding.broken] == [("ARI002", "outcome-sum")]
    assert result.outcomes.failed == 2


def test_the_lowest_of_the_selected_rules_tells_it(lint: Lint) -> None:
    where = ("granted", "natural_person")
    assert shown(lint(GRANTED, select=("ARI002",))) == [("ARI002", *where, ("ARI001",))]
    assert shown(lint(GRANTED, ignore=("ARI001",))) == [("ARI002", *where, ("ARI001",))]
    assert shown(lint(GRANTED, ignore=("ARI001", "ARI002"))) == []


def test_only_selected_rules_are_counted(lint: Lint) -> None:
    assert sum(lint(GRANTED, select=("ARI002",)).outcomes) == 1


@pytest.mark.parametrize(
    ("levels", "severity"),
    [
        ((), "error"),
        ((("ARI001", "info"),), "error"),
        ((("ARI001", "info"), ("ARI002", "warning")), "warning"),
    ],
)
def test_the_highest_severity_counts(
    levels: tuple[tuple[str, str], ...], severity: str, lint: Lint
) -> None:
    [finding] = lint(GRANTED, severities=levels).findings
    assert finding.severity == severity


def test_a_rule_that_is_not_selected_lends_no_severity(lint: Lint) -> None:
    [finding] = lint(GRANTED, select=("ARI001",), severities=(("ARI001", "warning"),)).findings
    assert finding.severity == "warning"


def test_the_fingerprint_holds_all_numbers_that_take_part(lint: Lint) -> None:
    [first] = lint(GRANTED).findings
    [moved] = lint(GRANTED, ("一、总体情况\n", "一、总体情况\n\n\n")).findings
    assert first.location != moved.location
    assert first.fingerprint == moved.fingerprint
    other = lint((GRANTED[0], GRANTED[1].replace("20", "21"))).findings[0]
    assert other.fingerprint != first.fingerprint


def test_related_are_the_cells_of_both_relations_without_zeros(lint: Lint) -> None:
    [finding] = lint(GRANTED).findings
    cells = [(one.place.row, one.place.column) for one in finding.related]
    assert ("granted", "total") in cells
    assert ("total", "natural_person") in cells
    assert ("granted", "natural_person") not in cells
    assert len(cells) == len(set(cells)) == 2 + 6


def test_a_cell_keeps_its_letter_in_both_relations(lint: Lint) -> None:
    [finding] = lint(RECEIVED_12).findings
    assert finding.equation is not None
    [balance] = [one.equation for one in finding.broken]
    assert balance is not None
    assert "".join(term.letter for term in finding.equation.left) == "abcdef"
    assert [term.letter for term in balance.left + balance.right] == ["g", "h", "i", "j"]


def test_two_causes_are_two_findings(lint: Lint) -> None:
    assert shown(lint(GRANTED, RECEIVED_12, DISPUTES_5)) == [
        ("ARI001", "received", "total", ("ARI003",)),
        ("ARI001", "granted", "natural_person", ("ARI002",)),
        ("ARI004", "reconsideration", "total", ()),
    ]


def test_what_cannot_be_told_stays_at_the_total(lint: Lint) -> None:
    [finding] = lint(DISPUTES_5).findings
    assert (finding.expected, finding.actual, finding.also) == (4, 5, ())
    repair = finding.repair
    assert repair is not None
    assert (repair.decided, repair.undecided, repair.alternatives) == (None, "several", 5)


def test_a_claim_names_the_cell_of_table_four(
    changed: Callable[..., Report], pack: RulePack
) -> None:
    report = changed(DISPUTES_5, ("均依法办理", "行政复议4件"))
    start = report.source.text.index("4件")
    claim = Claim("disputes.reconsideration.total", 4, ((start, start + 2),))
    result = run(report._replace(claims=(claim,)), pack, Selection(select=("ARI",)))
    [finding] = result.findings
    repair = finding.repair
    assert repair is not None
    assert (repair.decided, repair.unique, repair.alternatives) == ("witness", False, 5)
    assert [(one.before, one.after) for one in repair.changes] == [(5, 4)]
    assert [one.message for one in repair.witnesses] == ["4件"]
    assert repair.why.startswith("共有 5 种改法，只有这一种与正文一致")


@pytest.mark.parametrize(
    "claim",
    [
        ("disputes.reconsideration.total", 5),
        ("disputes.reconsideration.total - disputes.reconsideration.pending", 4),
        ("disputes.litigation_direct.total", 4),
    ],
)
def test_claims_that_do_not_help(
    claim: tuple[str, int], changed: Callable[..., Report], pack: RulePack
) -> None:
    """The printed number again, a sum of cells, another cell."""
    report = changed(DISPUTES_5)._replace(claims=(Claim(*claim, ((0, 1),)),))
    [finding] = run(report, pack, Selection(select=("ARI",))).findings
    assert finding.repair is not None
    assert finding.repair.decided is None


def _with_text(report: Report, pack: RulePack, number: int) -> list[tuple[str, tuple[str, ...]]]:
    """Rule and other rules of the findings when the text says another number than 12."""
    rules = [rule for rule in pack.rules.values() if rule.check == "relation"]
    result = run(report, pack, Selection(select=("ARI",)))
    [finding] = result.findings
    text = pack.rules["XTX004"]
    start = report.source.text.index("11件")
    said = Violation(
        at=text_mark(report, ((start, start + 3),)),
        slots={},
        values=(str(number),),
        relation=CellRelation(((1, "requests", "received", "total"),), "=", number),
    )
    row = Violation(
        at=said.at,
        slots={},
        values=("12",),
        relation=_row(),
    )
    chosen = [
        Worded(pack.rules["ARI001"], row, finding._replace(rule="ARI001", also=())),
        Worded(text, said, finding._replace(rule="XTX004", also=(), repair=None)),
    ]
    return [(one.rule, one.also) for one in merged(report, chosen, [], rules, "zh")]


def _row() -> CellRelation:
    columns = ("natural_person", "enterprise", "research_institution", "public_interest_org",
               "legal_service_org", "other")  # fmt: skip
    terms = [(1, "requests", "received", column) for column in columns]
    return CellRelation((*terms, (-1, "requests", "received", "total")), "=", 0)


def test_a_sentence_that_the_same_change_mends_joins_in(
    changed: Callable[..., Report], pack: RulePack
) -> None:
    assert _with_text(changed(RECEIVED_12), pack, 11) == [("ARI001", ("XTX004",))]


def test_a_sentence_that_stays_wrong_stays_by_itself(
    changed: Callable[..., Report], pack: RulePack
) -> None:
    assert _with_text(changed(RECEIVED_12), pack, 10) == [("ARI001", ()), ("XTX004", ())]


def test_relations_that_lack_a_number_are_told(lint: Lint) -> None:
    """Its row cannot be added up; in the column any other number has a row that agrees."""
    unread = (GRANTED[0], "| 20 | 1 | 0 | 0 | 0 | 0 | 若干 |")
    [finding] = lint(unread, select=("ARI",)).findings
    repair = finding.repair
    assert repair is not None
    assert (finding.rule, repair.decided, repair.unused) == ("ARI002", "alone", 2)
    assert "2 条勾稽关系缺少数字" in repair.why


def test_a_blank_total_is_filled_in(lint: Lint) -> None:
    blank = (RECEIVED, "| 7 | 3 | 0 | 0 | 1 | 0 |  |")
    result = lint(blank)
    [finding] = [one for one in result.findings if one.rule == "CEL001"]
    repair = finding.repair
    assert repair is not None
    assert [(one.before, one.after) for one in repair.changes] == [(None, 11)]
    assert repair.decided == "deduced"
    assert [one.rule for one in result.findings] == ["CEL001"]


def test_a_blank_total_on_which_row_and_column_differ_is_not_filled_in(lint: Lint) -> None:
    blank = (RECEIVED, "| 8 | 3 | 0 | 0 | 1 | 0 |  |")
    [finding] = [one for one in lint(blank).findings if one.rule == "CEL001"]
    assert finding.repair is None


def test_an_inequality_by_itself_stays_as_it_is(lint: Lint, pack: RulePack) -> None:
    """ARI005 compares, it does not add up; nothing can be said of which number is wrong."""
    result = lint(("规范性文件 | 2 | 1 | 9", "规范性文件 | 12 | 1 | 9"), select=("ARI",))
    [finding] = result.findings
    assert (finding.rule, finding.repair) == ("ARI005", None)


def test_a_report_in_which_all_agrees_does_not_take_the_search_in() -> None:
    code = (
        "import sys; from lint_disclosure import lint, load_rules, read; rules = load_rules();"
        "text = rules.forms['2021'].specimen;"
        "lint(read(text.encode())); print('lint_disclosure.repair' in sys.modules);"
        "lint(read(text.replace('| 11 |', '| 12 |').encode()));"
        "print('lint_disclosure.repair' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]
