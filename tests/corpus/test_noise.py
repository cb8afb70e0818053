"""Every error and warning on the real reports was looked at: errors are right, warnings nearly."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from lint_disclosure.rulepack.model import RulePack
from tests.corpus.noise import findings, verdicts

WARNINGS_RIGHT = 0.9


def test_every_finding_has_a_verdict(real_reports: Path, pack: RulePack) -> None:
    said = list(findings(real_reports, pack))
    known = verdicts()
    assert [one for one in said if one not in known] == []
    assert sorted(known.keys() - set(said)) == []


def test_verdicts_are_given() -> None:
    assert [one for one, verdict in verdicts().items() if verdict.verdict == "?"] == []
    wrong = [verdict for verdict in verdicts().values() if verdict.verdict != "right"]
    assert all(verdict.verdict == "wrong" and verdict.why for verdict in wrong)


def test_errors_are_right() -> None:
    assert [
        one
        for one, verdict in verdicts().items()
        if one.severity == "error" and verdict.verdict != "right"
    ] == []


def test_warnings_of_each_rule_are_nearly_all_right() -> None:
    all_, right = Counter[str](), Counter[str]()
    for one, verdict in verdicts().items():
        if one.severity == "warning":
            all_[one.rule] += 1
            right[one.rule] += verdict.verdict == "right"
    assert {
        rule: right[rule] / all_[rule] for rule in all_ if right[rule] < WARNINGS_RIGHT * all_[rule]
    } == {}
    assert sum(right.values()) >= WARNINGS_RIGHT * sum(all_.values())
