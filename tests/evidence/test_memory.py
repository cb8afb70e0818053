"""What several rules work out of one report is worked out once."""

from __future__ import annotations

from lint_disclosure.evidence.memory import once
from tests.checks.sample import specimen


def test_once_for_a_report():
    report, other = specimen(), specimen("2019")
    calls: list[int] = []

    def make():
        calls.append(len(calls))
        return calls[-1]

    assert [once(report, "a", make), once(report, "a", make), once(report, "b", make)] == [0, 0, 1]
    assert once(other, "a", make) == 2
    assert once(report, "a", make) == 3
