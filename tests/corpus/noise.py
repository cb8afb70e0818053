"""Errors and warnings of all rules on all real reports, and what a person said of each of them.

``verdicts/GROUP.tsv`` holds a line for each: report, line, severity, rule, message, then the
verdict (right, wrong) and a reason. To take in new findings, which then wait for their verdict (?):
``python -m tests.corpus.noise``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lint_disclosure.api import lint_file, load_rules
from lint_disclosure.engine import Selection
from lint_disclosure.rulepack.model import RulePack

VERDICTS = Path(__file__).parent / "verdicts"
HEAD = "report\tline\tseverity\trule\tmessage\tverdict\twhy\n"


class Said(NamedTuple):
    """An error or warning on a report."""

    report: str
    line: int
    severity: str
    rule: str
    message: str


class Verdict(NamedTuple):
    """What a person said of it: right, wrong, or ? as long as nobody looked."""

    verdict: str
    why: str


def findings(reports: Path, pack: RulePack) -> Iterator[Said]:
    """All errors and warnings; the openings are fragments and are judged as such."""
    kinds = (".txt", ".html", ".pdf")
    for path in sorted(path for path in reports.glob("*/*") if path.suffix in kinds):
        partial = path.parent.name == "openings"
        result = lint_file(str(path), pack=pack, selection=Selection(), partial=partial)
        for one in result.findings:
            place = one.location.in_file if one.location else None
            line = place.line if place else 0
            message = " ".join(one.message.split())
            yield Said(path.stem.partition("_")[0], line, one.severity, one.rule, message)


def verdicts() -> dict[Said, Verdict]:
    """All that is written down."""
    found = {}
    for path in sorted(VERDICTS.glob("*.tsv")):
        for row in path.read_text(encoding="utf-8").splitlines()[1:]:
            report, line, severity, rule, message, verdict, why = row.split("\t")
            found[Said(report, int(line), severity, rule, message)] = Verdict(verdict, why)
    return found


def write(said: dict[Said, Verdict]) -> None:
    """One file a group, in the order of rules and reports."""
    groups: dict[str, list[str]] = {}
    for one, verdict in sorted(said.items(), key=lambda item: (item[0].rule, item[0])):
        fields = (one.report, str(one.line), one.severity, one.rule, one.message, *verdict)
        groups.setdefault(one.rule[:3], []).append("\t".join(fields) + "\n")
    for path in VERDICTS.glob("*.tsv"):
        path.unlink()
    for group, rows in groups.items():
        (VERDICTS / f"{group}.tsv").write_text(HEAD + "".join(rows), encoding="utf-8")


def main() -> None:
    """Take in what is new, drop what is no longer said, and count what waits."""
    root = Path(__file__).parents[2].parent / "shared" / "reports"
    reports = Path(os.environ.get("DISCLOSURE_REPORTS", root))
    known = verdicts()
    said = {one: known.get(one, Verdict("?", "")) for one in findings(reports, load_rules())}
    write(said)
    waiting = sum(verdict.verdict == "?" for verdict in said.values())
    gone = len(known.keys() - said.keys())
    print(f"{len(said)} findings, {waiting} without a verdict, {gone} no longer said")


if __name__ == "__main__":
    main()
