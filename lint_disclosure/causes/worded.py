"""A violation beside the rule that found it and the finding that it was worded as."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.evidence.verdict import Violation
from lint_disclosure.finding import Finding
from lint_disclosure.rulepack.model import Rule


class Worded(NamedTuple):
    """A violation in the rule's words."""

    rule: Rule
    violation: Violation
    finding: Finding


def adds_up_wrong(worded: Worded) -> bool:
    """Whether a rule on sums found something, or a blank stands where a number would follow."""
    relation = worded.violation.relation
    sums = worded.rule.check == "relation" and relation is not None and relation.operator == "="
    return sums or bool(worded.violation.to_fill)
