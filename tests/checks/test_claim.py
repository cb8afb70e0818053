"""Check kind ``claim``."""

from __future__ import annotations

from pathlib import Path

from lint_disclosure.checks import claim
from lint_disclosure.evidence.verdict import PASS, CellRelation
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import Text
from tests.checks.sample import Cells, only, read, rule, specimen

ROOT = Path(__file__).parents[2]
FIRST = "全年收到政府信息公开申请11件，上年结转1件，均依法办理，结转下年度2件。"
RECEIVED = rule("claim", quantities=["received", "accepted"])
CARRIED = rule("claim", quantities=["carried_in", "carried_out"], denied=True)
WITHDRAWN = rule("claim", quantities=["withdrawn"])
NONE_READ = (
    "没有读到能确定说的是哪一格的数",
    "no figure was read that is surely one of these cells",
)
ANSWERED = rule("claim", quantities=["answered"])
ALL = rule("claim", quantities=["received", "accepted", "carried_in", "carried_out"])


def saying(words: str, cells: Cells | None = None) -> Report:
    return specimen(words={FIRST: words}, cells=cells)


def test_a_text_that_states_no_such_figure():
    verdict = claim.check(WITHDRAWN, specimen())
    assert verdict.why == NONE_READ


def test_a_figure_that_is_written_but_not_understood_is_not_said_to_be_missing():
    verdict = claim.check(RECEIVED, saying("经由窗口递来的公开申请共13件。"))
    assert (verdict.outcome, verdict.why) == ("not_applicable", NONE_READ)


def test_a_wrong_number_behind_a_remark_that_is_not_understood():
    sample = (ROOT / "examples" / "clean.txt").read_text(encoding="utf-8")
    assert "农机购置补贴。办结33件，" in sample
    assert claim.check(ANSWERED, read(sample)) is PASS
    found = only(claim.check(ANSWERED, read(sample.replace("办结33件，", "办结35件，"))))
    assert (found.slots["match"], found.expected, found.actual) == ("办结35件", 33, 35)


def test_figures_that_the_table_has():
    assert claim.check(ALL, specimen()) is PASS


def test_a_figure_that_the_table_does_not_have():
    report = saying("全年收到政府信息公开申请１３件。")
    found = only(claim.check(RECEIVED, report))
    assert report.source.cut(found.at.parts) == "１３件"
    assert found.slots["match"] == "全年收到政府信息公开申请１３件"
    assert found.slots["held"] == "「一、本年新收」总计 = 11"
    assert (found.expected, found.actual, found.difference) == (11, 13, 2)
    assert found.values == ("１３件", "11")
    assert [mark.locator for mark, _ in found.related] == ["表三「一、本年新收」总计"]
    assert found.relation == CellRelation(((1, "requests", "received", "total"),), "=", 13)


def test_all_readings_are_told():
    found = only(claim.check(RECEIVED, saying("受理政府信息公开申请15件。")))
    assert found.slots["held"] == (
        "「一、本年新收」总计 = 11；「一、本年新收」总计 + 「二、上年结转」总计 = 12；"
        "「（七）总计」总计 = 10"
    )


def test_one_finding_a_sentence_that_names_the_other_numbers():
    report = saying("收到政府信息公开申请13件，上年结转4件，结转下年度2件。")
    found = only(claim.check(ALL, report))
    assert found.slots["also"] == Text(
        "（同一句里的「上年结转4件」也不一致）", " (nor “上年结转4件” in the same sentence)"
    )
    assert claim.check(CARRIED, report).outcome == "not_applicable"
    assert len(claim.check(ALL, saying("收到政府信息公开申请13件。上年结转4件。")).violations) == 2


def test_statements_that_there_was_none_where_the_rule_asks_for_them():
    report = saying("收到政府信息公开申请11件，无上年结转申请。")
    found = only(claim.check(CARRIED, report))
    assert (found.slots["match"], found.actual, found.expected) == ("无上年结转申请", 0, 1)
    denied = rule("claim", quantities=["carried_in"])
    assert claim.check(denied, report).outcome == "not_applicable"


def test_a_part_of_a_cell():
    report = saying("申请人主动撤回申请3件。")
    found = only(claim.check(WITHDRAWN, report))
    assert found.relation == CellRelation(((1, "requests", "other_other", "total"),), ">=", 3)
    assert claim.check(WITHDRAWN, saying("申请人主动撤回申请1件。")) is PASS


def test_cells_without_a_number():
    cells = {("requests", "received", "total"): "见附件"}
    verdict = claim.check(RECEIVED, saying("收到政府信息公开申请13件。", cells=cells))
    assert verdict.outcome == "cannot_evaluate"
    assert verdict.why == (
        "表三「一、本年新收」总计 不是数字",
        "表三「一、本年新收」总计 not a number",
    )
    blank = {("requests", "received", "total"): ""}
    verdict = claim.check(RECEIVED, saying("收到政府信息公开申请11件。", cells=blank))
    assert verdict.outcome == "cannot_evaluate"


def test_a_table_that_is_not_there():
    text = specimen().source.text
    start, end = text.index("三、收到和处理"), text.index("四、政府信息公开行政复议")
    report = read(text[:start] + text[end:])
    assert claim.check(RECEIVED, report).why == (
        "没有表三，见 STR013",
        "there is no 表三, see STR013",
    )
    assert claim.check(RECEIVED, read(text[:start], partial=True)).outcome == "cannot_evaluate"


def test_no_form():
    report = specimen()._replace(form=None)
    assert claim.check(RECEIVED, report).outcome == "not_applicable"
