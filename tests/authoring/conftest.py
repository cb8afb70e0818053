from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_disclosure.authoring.description import Describer, Description
from lint_disclosure.authoring.rule_source import RuleSource, rule_sources
from lint_disclosure.rulepack.model import RulePack


@pytest.fixture(scope="session")
def sources(pack: RulePack) -> dict[str, RuleSource]:
    """The shipped rules with their files."""
    return {source.rule.id: source for source in rule_sources(pack)}


@pytest.fixture(scope="session")
def describe(pack: RulePack, sources: dict[str, RuleSource]) -> Callable[[str, str], Description]:
    """The description of a shipped rule in one language."""
    return lambda code, lang: Describer(sources[code], pack).describe(lang)
