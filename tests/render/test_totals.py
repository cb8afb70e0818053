"""Results are counted as they come."""

from __future__ import annotations

from lint_disclosure.finding import FileResult, Outcomes, RuleNote
from lint_disclosure.render.totals import KEPT, Totals
from tests.render.sample import TABLE, column_finding, finding, result, source

SRC = source(TABLE)


def test_a_mixed_run():
    totals = Totals()
    undecided = (RuleNote("CEL003", "表三第 5 列读不出数字"), RuleNote("ARI001", "表三读不全"))
    totals.add(
        result(
            SRC,
            column_finding(SRC),
            finding(SRC, "30"),
            status="partly_checked",
            undecided=undecided,
            outcomes=Outcomes(30, 2, 1, 2),
            hidden=3,
            timings=(("ARI003", 0.25),),
        )
    )
    totals.add(
        result(SRC, column_finding(SRC), undecided=undecided[:1], timings=(("ARI003", 0.5),))
    )
    totals.add(FileResult("notes.md", "not_a_report", "不是年报"))
    totals.add(FileResult("gone.txt", "unreadable", "文件不存在", notices=("截断",)))
    assert (totals.files, totals.reports, totals.hidden) == (4, 2, 3)
    assert totals.severities == {"error": 2, "warning": 1, "info": 0}
    assert totals.outcomes == Outcomes(70, 3, 3, 2)
    assert totals.cannot_evaluate == 2
    assert totals.undecided.grouped() == [
        ("表三第 5 列读不出数字", ("CEL003",), 2),
        ("表三读不全", ("ARI001",), 1),
    ]
    assert totals.partly.kept == [(SRC.name, "")]
    assert totals.not_reports.kept == [("notes.md", "不是年报")]
    assert totals.unreadable.kept == [("gone.txt", "文件不存在")]
    assert totals.notices.kept == [("gone.txt", "截断")]
    assert totals.by_rule == {
        "ARI003": ("requests-unbalanced", 2),
        "XTX004": ("requests-stated-none", 1),
    }
    assert totals.timings == {"ARI003": 0.75}


def test_only_the_first_names_are_kept():
    totals = Totals()
    for number in range(KEPT + 5):
        totals.add(FileResult(f"{number}.txt", "unreadable", "文件不存在"))
    assert totals.unreadable.count == KEPT + 5
    assert len(totals.unreadable.kept) == KEPT
