"""What output formats say of the rules themselves, taken from the packs when one asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lint_disclosure.render import RuleFacts
from lint_disclosure.rulepack.model import Rule, RulePack

_SLOT = re.compile(r"\{\w+\}")


def rule_facts(packs: Sequence[RulePack], lang: str) -> Callable[[], tuple[RuleFacts, ...]]:
    """A function that gives the rules of the packs, each code once, in the order of the codes."""

    def facts() -> tuple[RuleFacts, ...]:
        rules = {code: rule for pack in packs for code, rule in pack.rules.items()}
        return tuple(_facts(rules[code], lang) for code in sorted(rules))

    return facts


def _facts(rule: Rule, lang: str) -> RuleFacts:
    advice = rule.help.get(lang)
    return RuleFacts(
        code=rule.id,
        name=rule.name,
        title=rule.title.get(lang),
        severity=rule.severity,
        confidence=rule.confidence,
        help="" if _SLOT.search(advice) else advice,
        basis=rule.basis,
        url=rule.url,
    )
