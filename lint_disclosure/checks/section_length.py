"""Check kind ``section_length``: a section is not longer than a text of its kind should be.

Counted as word processors do: every Chinese character and every punctuation mark is one, so is a
run of Latin letters or digits; blanks and the bars of tables are none. Headings inside the section
count, its own does not.
"""

from __future__ import annotations

from lint_disclosure.evidence.verdict import (
    Verdict,
    Violation,
    decide,
    not_applicable,
)
from lint_disclosure.report.lookup import section, section_mark, section_title, shown_until
from lint_disclosure.report.model import Report
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule

_COUNTED = r"[0-9A-Za-z]+(?:[.,:/%@_-]+[0-9A-Za-z]+)*|[^\s|]"


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a section; a section that breaks off may already be too long."""
    violations, undecided, judged = [], [], False
    most = rule.options["max_length"]
    for number in rule.options["sections"]:
        found = section(report, number)
        title = section_title(report, number)
        length = counted(report.folded[found.body[0] : found.body[1]]) if found else 0
        if found is not None and length > most:
            slots = {"title": title, "length": length, "most": most, "over": length - most}
            at = section_mark(report, found)
            violations.append(Violation(at, slots, actual=length, difference=length - most))
        elif not shown_until(report, number):
            undecided.append((f"文本在「{title}」中断", f"the text breaks off in “{title}”"))
        judged = judged or found is not None
    if violations or undecided or judged:
        return decide(violations, undecided)
    names = "、".join(section_title(report, number) for number in rule.options["sections"])
    return not_applicable(f"报告里没有「{names}」", "the report has no such section")


def counted(text: str) -> int:
    """The number of characters of a folded text, as word processors count them."""
    return len(compiled(_COUNTED).findall(text))
