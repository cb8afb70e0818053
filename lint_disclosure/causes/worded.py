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
    """Whether an equality over cells is broken, or a blank stands where a number would follow."""
    violation = worded.violation
    relation = violation.relation
    return bool(violation.to_fill) or (relation is not None and relation.operator == "=")
