from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lint_disclosure.authoring.describing.description import Describer, Description
from lint_disclosure.authoring.describing.rule_source import RuleSource, rule_sources
from lint_disclosure.rulepack.model import RulePack
from tests.authoring.proving.small_rules import Rules


@pytest.fixture(scope="session")
def sources(pack: RulePack) -> dict[str, RuleSource]:
    """The shipped rules with their files."""
    return {source.rule.id: source for source in rule_sources(pack)}


@pytest.fixture(scope="session")
def describe(pack: RulePack, sources: dict[str, RuleSource]) -> Callable[[str, str], Description]:
    """The description of a shipped rule in one language."""
    return lambda code, lang: Describer(sources[code], pack).describe(lang)


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rules:
    """An empty folder for rules."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "my"
    folder.mkdir()
    return Rules(folder)
